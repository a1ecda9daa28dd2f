#include "core/data/pictures/idx_file.h"

#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/base/sha256.h"
#include "core/data/number_text.h"
#include "core/data/readers/archive.h"
#include "core/data/readers/stored_bytes.h"

#include <array>
#include <fstream>
#include <string_view>

namespace fairloom {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view unsigned_bytes = "\0\0\x08"sv; // two zeros and the code of the type
constexpr std::array packings = {"", ".gz", ".bz2", ".xz", ".zst"};

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    if (const std::size_t at = text.rfind(from); at != std::string::npos)
        text.replace(at, from.size(), to);
    return text;
}

InputError no_idx(const std::string &name)
{
    return InputError(FAIRLOOM_TEXT("This is not an IDX file of bytes"), name,
                      FAIRLOOM_TEXT("Choose a file of the MNIST family, such as train-images-idx3-ubyte.gz"));
}

} // namespace

bool is_idx_file(const std::filesystem::path &file)
{
    std::array<char, 4> first{};
    std::ifstream in(file, std::ios::binary);
    in.read(first.data(), static_cast<std::streamsize>(first.size()));
    const std::string_view start(first.data(), static_cast<std::size_t>(in.gcount()));
    if (start.size() == first.size() && start.starts_with(unsigned_bytes) && start.back() >= 1 && start.back() <= 4)
        return true;
    const std::string name = file.filename().string();
    const bool named = name.find("idx1-ubyte") != std::string::npos || name.find("idx3-ubyte") != std::string::npos;
    return named && !start.empty();
}

IdxFile read_idx_file(const std::filesystem::path &file, Progress &progress, const std::stop_token &stop)
{
    const std::string name = file.filename().string();
    const MemoryLimit limit{available_memory(), name};
    IdxFile out;
    out.stored = open_stored_bytes(file, limit, progress, stop);
    std::string_view bytes = out.stored.bytes();
    out.sha256 = sha256(bytes);
    if (const std::string packing = packing_of(bytes); !packing.empty() && !holds_files(packing)) {
        out.unpacked = decompress(bytes, packing, limit, progress, stop);
        bytes = out.unpacked.bytes();
    }
    if (bytes.size() < 4 || !bytes.starts_with(unsigned_bytes) || bytes[3] < 1 || bytes[3] > 4)
        throw no_idx(name);
    const auto dimensions = static_cast<std::size_t>(bytes[3]);
    const std::size_t header = 4 + 4 * dimensions;
    if (bytes.size() < header)
        throw no_idx(name);
    std::size_t count = 1;
    for (std::size_t d = 0; d < dimensions; ++d) {
        std::size_t extent = 0;
        for (std::size_t i = 0; i < 4; ++i)
            extent = extent << 8 | static_cast<unsigned char>(bytes[4 + 4 * d + i]);
        if (extent != 0 && count > limit.bytes / extent) // would overflow before it would fit
            throw no_idx(name);
        out.shape.push_back(extent);
        count *= extent;
    }
    if (bytes.size() - header != count)
        throw InputError(Message(FAIRLOOM_TEXT("The file has %1 values where its header announces %2"),
                                 {count_text(bytes.size() - header), count_text(count)}),
                         name, FAIRLOOM_TEXT("The file is damaged: get it again"));
    out.values = {reinterpret_cast<const std::uint8_t *>(bytes.data()) + header, count};
    return out;
}

std::filesystem::path idx_labels_beside(const std::filesystem::path &pictures)
{
    std::string name = pictures.filename().string();
    for (const std::string_view packing : packings)
        if (!packing.empty() && name.ends_with(packing))
            name.erase(name.size() - packing.size());
    const std::string labels = replaced(replaced(name, "images", "labels"), "idx3", "idx1");
    if (labels == name)
        return {};
    for (const std::string packing : packings) {
        std::error_code error;
        const std::filesystem::path beside = pictures.parent_path() / (labels + packing);
        if (std::filesystem::is_regular_file(beside, error))
            return beside;
    }
    return {};
}

} // namespace fairloom
