#include "core/data/readers/file_contents.h"

#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/base/sha256.h"
#include "core/data/readers/archive.h"
#include "core/data/readers/foreign_content.h"
#include "core/data/readers/memory_limit.h"
#include "core/data/readers/stored_bytes.h"
#include "core/data/readers/text_encoding.h"

namespace fairloom {

namespace {

constexpr int deepest_packing = 4;
constexpr std::size_t enough_for_format = 1 << 16;

void refuse(const std::string &foreign, const std::string &name)
{
    if (!foreign.empty())
        throw InputError(Message(FAIRLOOM_TEXT("The content is %1, which cannot be read as a table"), {foreign}), name, foreign_remedy(foreign));
}

} // namespace

std::string FileContents::sha256(const std::stop_token &stop) const
{
    constexpr std::size_t step = 1 << 22;
    Sha256 hash;
    const std::string_view bytes = stored_.bytes();
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        throw_if_stopped(stop);
        hash.update(bytes.substr(at, step));
    }
    return hash.finish();
}

FileContents open_file_contents(const std::filesystem::path &file, const FileContentsOptions &options, Progress &progress,
                                std::stop_token stop)
{
    throw_if_stopped(stop);
    const std::string name = file.filename().string();
    const MemoryLimit limit{options.memory > 0 ? options.memory : available_memory(), name};
    FileContents contents;
    contents.stored_ = open_stored_bytes(file, limit, progress, stop);

    std::string_view bytes = contents.stored_.bytes();
    refuse(foreign_content(bytes), name);
    std::string packing = packing_of(bytes);
    for (int depth = 0; depth < deepest_packing && !packing.empty(); ++depth, packing = packing_of(bytes)) {
        MappedBytes inner;
        if (holds_files(packing)) {
            // A member that is named is one of the outermost archive.
            ArchiveMember member = take_from_archive(bytes, contents.member.empty() ? options.member : "", limit, progress, stop);
            contents.member += (contents.member.empty() ? "" : ":") + member.name;
            inner = std::move(member.bytes);
        } else {
            inner = decompress(bytes, packing, limit, progress, stop);
        }
        contents.unpacked_ = std::move(inner);
        bytes = contents.unpacked_.bytes();
        refuse(foreign_content(bytes), name);
        contents.compression += (contents.compression.empty() ? "" : "+") + packing;
    }
    contents.format = detect_format(bytes.substr(0, enough_for_format));
    if (contents.format == TableFormat::sqlite) {
        if (contents.compression.empty())
            return contents;
        throw InputError(FAIRLOOM_TEXT("The archive holds an SQLite database"), name, FAIRLOOM_TEXT("Unpack it first"));
    }
    if (!options.member.empty() && contents.member.empty())
        throw InputError(Message(FAIRLOOM_TEXT("The file is no archive and has no part named \"%1\""), {options.member}), name,
                         FAIRLOOM_TEXT("Name the file alone"));

    const TextEncoding encoding = find_encoding(bytes, options.encoding, name);
    contents.encoding = encoding.name;
    contents.had_bom = encoding.mark_size > 0;
    contents.text_ = bytes.substr(encoding.mark_size);
    const bool valid_as_it_is = encoding.name == "utf-8" && (valid_utf8(contents.text_) == contents.text_.size());
    if (!valid_as_it_is) {
        limit.check(bytes.size() + bytes.size() / 2);
        contents.recoded_ = std::make_unique<std::string>(to_utf8(bytes, encoding, name));
        contents.text_ = *contents.recoded_;
    }
    if (contents.text_.find('\0') != std::string_view::npos)
        throw InputError(FAIRLOOM_TEXT("This is not a text file: it contains zero bytes"), name,
                         FAIRLOOM_TEXT("Save the table as CSV in UTF-8"));
    contents.format = detect_format(contents.text_.substr(0, enough_for_format));
    if (contents.format == TableFormat::delimited) {
        refuse(foreign_text(contents.text_), name);
        if (is_noise(contents.text_))
            throw InputError(FAIRLOOM_TEXT("This is not a text file: it is full of control characters"), name,
                             FAIRLOOM_TEXT("Save the table as CSV in UTF-8"));
    }
    return contents;
}

PathAndPart split_part(const std::string &text)
{
    std::error_code error;
    if (std::filesystem::exists(text, error))
        return {text, {}};
    for (std::size_t colon = text.rfind(':'); colon != std::string::npos && colon > 0; colon = text.rfind(':', colon - 1)) {
        const std::filesystem::path file = text.substr(0, colon);
        const std::filesystem::file_status status = std::filesystem::status(file, error);
        if (std::filesystem::exists(status) && !std::filesystem::is_directory(status))
            return {file, text.substr(colon + 1)};
    }
    return {text, {}};
}

} // namespace fairloom
