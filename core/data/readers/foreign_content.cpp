#include "core/data/readers/foreign_content.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace fairloom {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t enough = 1 << 16;

struct Signature {
    std::string_view bytes;
    const char *content;
};

constexpr Signature signatures[] = {
    {"%PDF-"sv, "PDF"},
    {"%!PS"sv, "PostScript"},
    {"{\\rtf"sv, "RTF"},
    {"\x89PNG\r\n\x1a\n"sv, "PNG"},
    {"\xff\xd8\xff"sv, "JPEG"},
    {"GIF87a"sv, "GIF"},
    {"GIF89a"sv, "GIF"},
    {"II*\0"sv, "TIFF"},
    {"MM\0*"sv, "TIFF"},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "Excel or Word"},
    {"Obj\x01"sv, "Avro"},
    {"ARROW1\0\0"sv, "Arrow"},
    {"\x89HDF\r\n\x1a\n"sv, "HDF5"},
    {"\x93NUMPY"sv, "NumPy"},
    {"RDX2\n"sv, "R data"},
    {"RDX3\n"sv, "R data"},
    {"$FL2@(#)"sv, "SPSS"},
    {"$FL3@(#)"sv, "SPSS"},
    {"<stata_dta>"sv, "Stata"},
    {"\x7f"
     "ELF"sv,
     "ELF"},
};

/// The names of a zip file's members stand at its end, in plain.
std::string zipped_document(std::string_view bytes)
{
    if (bytes.starts_with("PK\x03\x04"sv)) {
        const std::string_view names = bytes.substr(bytes.size() - std::min(bytes.size(), enough * 4));
        if (names.find("xl/workbook.") != std::string_view::npos)
            return "Excel";
        if (names.find("word/document.xml") != std::string_view::npos)
            return "Word";
        if (bytes.substr(0, 256).find("mimetypeapplication/vnd.oasis.opendocument") != std::string_view::npos)
            return "OpenDocument";
    }
    return {};
}

std::string_view without_blanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

/// A tag at the beginning and, unless it is one of HTML's, its end somewhere. A first column may well be called "<DATE>".
std::string markup(std::string_view text)
{
    if (!text.starts_with('<'))
        return {};
    std::string beginning(text.substr(0, 64));
    std::transform(beginning.begin(), beginning.end(), beginning.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (beginning.starts_with("<?xml") || beginning.starts_with("<svg"))
        return "XML";
    if (beginning.starts_with("<!doctype") || beginning.starts_with("<!--"))
        return "HTML";
    const std::size_t end = beginning.find_first_of(" \t\r\n/>", 1);
    if (end == std::string::npos)
        return {};
    const std::string name = beginning.substr(1, end - 1);
    for (const char *known : {"html", "head", "body", "table", "div", "script", "style", "meta"})
        if (name == known)
            return "HTML";
    const std::string closing = "</" + std::string(text.substr(1, name.size())) + ">";
    return !name.empty() && text.find(closing) != std::string_view::npos ? "XML" : "";
}

/// "|---|:--:|" as the second line.
bool is_markdown(std::string_view text)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || text.substr(0, end).find('|') == std::string_view::npos)
        return false;
    const std::string_view rule = text.substr(end + 1, text.find('\n', end + 1) - end - 1);
    return rule.find("--") != std::string_view::npos && rule.find('|') != std::string_view::npos &&
           rule.find_first_not_of("|-: \t\r") == std::string_view::npos;
}

} // namespace

std::string foreign_content(std::string_view bytes)
{
    for (const Signature &signature : signatures)
        if (bytes.starts_with(signature.bytes))
            return signature.content;
    if (bytes.starts_with("PAR1") && bytes.ends_with("PAR1") && bytes.size() > 12)
        return "Parquet";
    return zipped_document(bytes);
}

std::string foreign_text(std::string_view text)
{
    text = without_blanks(text.substr(0, enough));
    return is_markdown(text) ? "Markdown" : markup(text);
}

bool is_noise(std::string_view text)
{
    text = text.substr(0, enough);
    std::array<std::size_t, 32> seen{};
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 32 && c != '\t' && c != '\n' && c != '\r')
            ++seen[static_cast<std::size_t>(c)];
    std::size_t all = 0;
    for (const std::size_t count : seen)
        all += count;
    // One or two kinds may be somebody's separators.
    return std::count_if(seen.begin(), seen.end(), [](std::size_t count) { return count > 0; }) > 2 &&
           all * 100 > text.size();
}

Message foreign_remedy(std::string_view content)
{
    if (content == "HTML")
        return FAIRLOOM_TEXT("Fetch the table itself, not the page that leads to it");
    return FAIRLOOM_TEXT("Save the table as CSV");
}

} // namespace fairloom
