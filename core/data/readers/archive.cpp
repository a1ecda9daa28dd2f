#include "core/data/readers/archive.h"

#include "core/base/error.h"
#include "core/data/name_list.h"
#include "core/data/readers/crc32.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <memory>
#include <vector>

namespace fairloom {

namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view bytes;
    std::size_t offset;
    const char *packing;
};

constexpr Magic magics[] = {{"\x1f\x8b\x08"sv, 0, "gzip"},
                            {"\x28\xb5\x2f\xfd"sv, 0, "zstd"},
                            {"\xfd"
                             "7zXZ\0"sv,
                             0, "xz"},
                            {"PK\3\4"sv, 0, "zip"},
                            {"PK\5\6"sv, 0, "zip"}, // without any file
                            {"7z\xbc\xaf\x27\x1c"sv, 0, "7z"},
                            {"ustar"sv, 257, "tar"}};

// Endings of the names of tables.
constexpr std::string_view table_endings[] = {"csv", "tsv", "txt", "data", "arff", "json", "jsonl", "ndjson", "tab", "dat", "test"};

struct FreeArchive {
    void operator()(archive *a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

InputError damaged(const std::string &file)
{
    return InputError(FAIRLOOM_TEXT("The packed file is damaged or incomplete"), file,
                      FAIRLOOM_TEXT("Fetch it again from where it came"));
}

void open_bytes(const Archive &reader, std::string_view packed, const std::string &file)
{
    if (!reader)
        throw std::bad_alloc();
    if (archive_read_open_memory(reader.get(), packed.data(), packed.size()) != ARCHIVE_OK)
        throw damaged(file);
}

/// A few megabytes made to unpack to what fills the memory. Tables seldom shrink to less than a fiftieth.
constexpr std::size_t most_times = 200, harmless_bytes = 100'000'000;

void refuse_bomb(std::size_t unpacked, std::size_t packed, const std::string &file)
{
    if (unpacked > harmless_bytes && unpacked / most_times > packed)
        throw InputError(Message(FAIRLOOM_TEXT("The file unpacks to more than %1 times its size, as no table does"), {std::to_string(most_times)}), file,
                         FAIRLOOM_TEXT("If you know where it comes from, unpack it with another program and open what comes out"));
}

/// The data of the entry whose header was read last. A check sum that does not fit is but a warning to the library.
MappedBytes read_entry(archive *reader, std::size_t packed_size, const MemoryLimit &limit, Progress &progress,
                       const std::stop_token &stop)
{
    MappedBytes bytes;
    for (;;) {
        throw_if_stopped(stop);
        const void *block = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int result = archive_read_data_block(reader, &block, &size, &offset);
        if (result == ARCHIVE_EOF)
            return bytes;
        if (result != ARCHIVE_OK)
            throw damaged(limit.file);
        const auto begin = static_cast<std::size_t>(offset);
        limit.check(begin + size);
        refuse_bomb(begin + size, packed_size, limit.file);
        for (constexpr std::array<char, 4096> zeros{}; bytes.bytes().size() < begin;) // a hole, in a sparse file of a tar
            bytes.append({zeros.data(), std::min(zeros.size(), begin - bytes.bytes().size())});
        bytes.append({static_cast<const char *>(block), size});
        const double read = static_cast<double>(archive_filter_bytes(reader, -1));
        progress.report(Message(FAIRLOOM_TEXT("Unpacking %1"), {limit.file}),
                        std::min(1.0, read / static_cast<double>(packed_size)));
    }
}

std::uint32_t little_endian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

/// The library does not look at gzip's check sum. A file may be several streams one after another; then this is the last one's.
bool gzip_sum_fits(std::string_view packed, std::string_view text)
{
    if (packed.size() < 18)
        return false;
    const std::uint32_t sum = little_endian(packed.substr(packed.size() - 8));
    const std::uint32_t size = little_endian(packed.substr(packed.size() - 4)); // modulo 2^32
    if (size == static_cast<std::uint32_t>(text.size()))
        return sum == crc32(text);
    return size < text.size() && sum == crc32(text.substr(text.size() - size));
}

std::string name_of(archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name)
        name = archive_entry_pathname(entry);
    return name ? name : "";
}

std::string_view last_part(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 = 0
}

bool counts(archive_entry *entry, std::string_view name)
{
    return archive_entry_filetype(entry) == AE_IFREG && !name.ends_with('/') && !name.starts_with("__MACOSX/") &&
           name.find("/__MACOSX/") == std::string_view::npos && !last_part(name).starts_with("._") && last_part(name) != ".DS_Store";
}

bool is_table_name(std::string_view name)
{
    std::string ending(name.substr(name.rfind('.') + 1));
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name.find('.') != std::string_view::npos &&
           std::find(std::begin(table_endings), std::end(table_endings), ending) != std::end(table_endings);
}

/// Which of the archive's files is meant.
std::string choose(const std::vector<std::string> &names, const std::string &wanted, const std::string &file)
{
    if (names.empty())
        throw InputError(FAIRLOOM_TEXT("The archive holds no file"), file, FAIRLOOM_TEXT("Choose another file"));
    std::vector<std::string> fitting;
    const auto keep_if = [&](const auto &fits) { std::copy_if(names.begin(), names.end(), std::back_inserter(fitting), fits); };
    if (!wanted.empty()) {
        if (std::find(names.begin(), names.end(), wanted) != names.end())
            return wanted;
        keep_if([&](const std::string &name) { return last_part(name) == wanted; });
        if (fitting.empty())
            throw InputError(Message(FAIRLOOM_TEXT("The archive has no file named \"%1\""), {wanted}), file,
                             Message(FAIRLOOM_TEXT("Its files are %1"), {join_names(names)}));
    } else {
        keep_if(is_table_name);
        if (fitting.empty())
            fitting = names;
    }
    if (fitting.size() > 1)
        throw InputError(Message(FAIRLOOM_TEXT("The archive holds several files: %1"), {join_names(fitting)}), file,
                         Message(FAIRLOOM_TEXT("Write %1 to choose one"), {file + ":" + fitting.front()}));
    return fitting.front();
}

Archive open_archive(std::string_view packed, const std::string &file)
{
    Archive reader(archive_read_new());
    if (reader) {
        archive_read_support_format_zip_seekable(reader.get());
        archive_read_support_format_zip_streamable(reader.get());
        archive_read_support_format_tar(reader.get());
        archive_read_support_format_7zip(reader.get());
    }
    open_bytes(reader, packed, file);
    return reader;
}

/// Calls `visit` for one file after another until it returns false.
template <typename Visit>
void visit_files(archive *reader, const std::string &file, const std::stop_token &stop, const Visit &visit)
{
    for (;;) {
        throw_if_stopped(stop);
        archive_entry *entry = nullptr;
        const int result = archive_read_next_header(reader, &entry);
        if (result == ARCHIVE_EOF)
            return;
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) // a warning: a name in an encoding that this locale has not
            throw damaged(file);
        const std::string name = name_of(entry);
        if (counts(entry, name) && !visit(entry, name))
            return;
    }
}

} // namespace

std::string packing_of(std::string_view bytes)
{
    for (const Magic &magic : magics)
        if (bytes.size() >= magic.offset && bytes.substr(magic.offset).starts_with(magic.bytes))
            return magic.packing;
    // "BZh" alone might begin a table.
    if (bytes.size() >= 10 && bytes.starts_with("BZh") && bytes[3] >= '1' && bytes[3] <= '9' &&
        (bytes.substr(4, 6) == "1AY&SY" || bytes.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"))
        return "bzip2";
    return {};
}

bool holds_files(std::string_view packing)
{
    return packing == "zip" || packing == "tar" || packing == "7z";
}

MappedBytes decompress(std::string_view packed, std::string_view packing, const MemoryLimit &limit, Progress &progress,
                       const std::stop_token &stop)
{
    const Archive reader(archive_read_new());
    if (reader) {
        if (packing == "gzip")
            archive_read_support_filter_gzip(reader.get());
        else if (packing == "zstd")
            archive_read_support_filter_zstd(reader.get());
        else if (packing == "xz")
            archive_read_support_filter_xz(reader.get());
        else
            archive_read_support_filter_bzip2(reader.get());
        archive_read_support_format_raw(reader.get());
        archive_read_support_format_empty(reader.get());
    }
    open_bytes(reader, packed, limit.file);
    archive_entry *entry = nullptr;
    const int result = archive_read_next_header(reader.get(), &entry);
    MappedBytes bytes;
    if (result == ARCHIVE_OK)
        bytes = read_entry(reader.get(), packed.size(), limit, progress, stop);
    else if (result != ARCHIVE_EOF)
        throw damaged(limit.file);
    // What is too short for the library to know its packing comes out as it went in.
    const bool as_it_was = archive_filter_count(reader.get()) < 2;
    if (as_it_was || (packing == "gzip" && !gzip_sum_fits(packed, bytes.bytes())))
        throw damaged(limit.file);
    return bytes;
}

std::vector<std::string> archive_files(std::string_view packed, const std::string &file, const std::stop_token &stop)
{
    std::vector<std::string> all, tables;
    visit_files(open_archive(packed, file).get(), file, stop, [&](archive_entry *, const std::string &name) {
        all.push_back(name);
        if (is_table_name(name))
            tables.push_back(name);
        return true;
    });
    return tables.empty() ? all : tables;
}

ArchiveMember take_from_archive(std::string_view packed, const std::string &wanted, const MemoryLimit &limit, Progress &progress,
                                const std::stop_token &stop)
{
    std::vector<std::string> names;
    visit_files(open_archive(packed, limit.file).get(), limit.file, stop, [&](archive_entry *, const std::string &name) {
        names.push_back(name);
        return true;
    });
    ArchiveMember member;
    member.name = choose(names, wanted, limit.file);

    const Archive reader = open_archive(packed, limit.file);
    visit_files(reader.get(), limit.file, stop, [&](archive_entry *entry, const std::string &name) {
        if (name != member.name)
            return true;
        if (archive_entry_is_data_encrypted(entry))
            throw InputError(FAIRLOOM_TEXT("The archive is protected by a password"), limit.file,
                             FAIRLOOM_TEXT("Unpack it first"));
        // Known beforehand, so that nobody waits for memory to run out.
        if (archive_entry_size_is_set(entry))
            limit.check(static_cast<std::size_t>(archive_entry_size(entry)));
        member.bytes = read_entry(reader.get(), packed.size(), limit, progress, stop);
        return false;
    });
    return member;
}

} // namespace fairloom
