#include "core/data/file_preview.h"

#include "core/base/memory.h"
#include "core/base/progress.h"
#include "core/data/csv_reader.h"
#include "core/data/pictures/picture_table.h"
#include "core/data/readers/archive.h"
#include "core/data/readers/arff_reader.h"
#include "core/data/readers/file_contents.h"
#include "core/data/readers/json_lines_reader.h"
#include "core/data/readers/sqlite_reader.h"
#include "core/data/readers/stored_bytes.h"
#include "core/data/readers/table_typing.h"
#include "core/data/readers/text_encoding.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace fairloom {

namespace {

constexpr std::size_t enough_text = 1 << 18;
constexpr std::size_t longest_line = 400;

/// The first whole lines of a long text.
std::string_view beginning(std::string_view text)
{
    if (text.size() <= enough_text)
        return text;
    const std::size_t end = text.rfind('\n', enough_text);
    return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

std::vector<std::string> first_lines(std::string_view text, std::size_t most)
{
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() < most) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        line = line.substr(0, longest_line);
        lines.emplace_back(line.substr(0, valid_utf8(line))); // no half of a character
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Table typed(RawTable raw, const Recipe &recipe, const std::stop_token &stop)
{
    static const std::map<std::string, ColumnRule> none;
    NoProgress quiet;
    std::vector<Message> notes;
    TableTyping typing;
    typing.columns = &none;
    typing.missing = recipe.dialect.missing_spellings();
    typing.place = [](std::size_t) { return std::string(); };
    return type_table(std::move(raw), typing, notes, 1, quiet, stop);
}

void preview_database(const PathAndPart &path, const Recipe &recipe, std::size_t most_rows, FilePreview &out, const std::stop_token &stop)
{
    out.format = TableFormat::sqlite;
    for (const SqliteTable &table : sqlite_tables(path.file))
        out.parts.push_back(table.name);
    out.part = path.part;
    if (out.part.empty() && out.parts.size() == 1)
        out.part = out.parts.front();
    if (out.part.empty() && !out.parts.empty())
        return;
    NoProgress quiet;
    out.table = typed(read_sqlite(path.file, out.part, quiet, stop, most_rows), recipe, stop);
}

void preview_text(const FileContents &contents, const std::string &name, const Recipe &recipe, std::size_t most_rows, FilePreview &out,
                  const std::stop_token &stop)
{
    NoProgress quiet;
    const std::string_view text = beginning(contents.text());
    out.lines = first_lines(text, most_rows);
    out.dialect.encoding = contents.encoding;
    if (contents.format == TableFormat::delimited) {
        CsvOptions options;
        options.dialect = recipe.dialect;
        options.column_names = recipe.column_names;
        options.skip_bad_lines = true;
        CsvTable read = read_csv(text, name, options, quiet, stop);
        out.dialect = DialectRule::of(read.dialect);
        out.dialect.encoding = contents.encoding;
        out.table = std::move(read.table);
        out.bad_lines = std::move(read.first_bad);
        return;
    }
    out.dialect.missing = recipe.dialect.missing_spellings();
    RawTable raw;
    if (contents.format == TableFormat::arff) {
        raw = read_arff(text, name, true, quiet, stop);
    } else {
        // an array of objects cannot be cut anywhere
        const std::size_t first = contents.text().find_first_not_of(" \t\r\n");
        const bool array = first != std::string_view::npos && contents.text()[first] == '[';
        raw = read_json_lines(array ? contents.text() : text, name, true, quiet, stop);
    }
    out.bad_lines = raw.first_bad;
    out.table = typed(std::move(raw), recipe, stop);
}

} // namespace

FilePreview preview_file(const std::string &source, const Recipe &recipe, std::size_t most_rows, std::stop_token stop)
{
    const PathAndPart path = split_part(source);
    const std::string name = path.file.filename().string();
    NoProgress quiet;
    FilePreview out;
    if (is_picture_source(source)) {
        PicturePreview pictures = preview_picture_table(source, recipe, most_rows, stop);
        out.table = std::move(pictures.some.table);
        out.dialect = std::move(pictures.some.dialect);
        out.bad_lines = std::move(pictures.some.first_bad);
        out.pictures = std::move(pictures.some.rule);
        out.picture_count = pictures.of;
        out.refused = std::move(pictures.refused);
        return out;
    }
    {
        const MappedBytes stored = open_stored_bytes(path.file, {available_memory(), name}, quiet, stop);
        const std::string packing = packing_of(stored.bytes());
        if (holds_files(packing)) {
            out.parts = archive_files(stored.bytes(), name, stop);
            out.compression = packing;
            if (path.part.empty() && out.parts.size() > 1)
                return out;
        } else if (detect_format(stored.bytes().substr(0, 1 << 16)) == TableFormat::sqlite) {
            preview_database(path, recipe, most_rows, out, stop);
            return out;
        }
    }
    FileContentsOptions options;
    options.member = path.part;
    options.encoding = recipe.dialect.encoding.value_or("");
    const FileContents contents = open_file_contents(path.file, options, quiet, stop);
    out.format = contents.format;
    out.compression = contents.compression;
    out.part = contents.member;
    preview_text(contents, name, recipe, most_rows, out, stop);
    if (out.table.rows() > most_rows) {
        std::vector<std::size_t> first(most_rows);
        std::iota(first.begin(), first.end(), std::size_t{0});
        out.table = out.table.select_rows(first);
    }
    if (out.parts.size() < 2)
        out.parts.clear();
    return out;
}

} // namespace fairloom
