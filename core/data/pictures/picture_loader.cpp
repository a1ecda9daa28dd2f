#include "core/data/pictures/picture_loader.h"

#include "core/base/error.h"
#include "core/base/item_loop.h"
#include "core/base/parallel.h"
#include "core/base/sha256.h"
#include "core/data/number_text.h"
#include "core/data/picture_rule.h"
#include "core/data/pictures/picture_decoder.h"

#include <algorithm>
#include <fstream>

namespace fairloom {

namespace {

std::string gigabytes(std::size_t bytes)
{
    return to_text(static_cast<double>(bytes) / 1e9, 2);
}

std::size_t bytes_of(std::size_t pictures, int size)
{
    return pictures * static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * PictureSet::channels;
}

/// False if the file cannot be read. `bytes` keeps its memory from one file to the next.
bool read_bytes(const std::filesystem::path &file, std::string &bytes)
{
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = in.tellg();
    if (!in || size < 0)
        return false;
    bytes.resize(static_cast<std::size_t>(size));
    in.seekg(0);
    in.read(bytes.data(), size);
    return in.gcount() == size;
}

/// What became of one file.
struct Outcome {
    std::string sum; ///< SHA-256; empty = it could not be read
    Message fault;
};

} // namespace

void check_picture_memory(std::size_t pictures, int size, const std::string &where)
{
    if (bytes_of(pictures, size) <= most_picture_bytes)
        return;
    int fitting = 0;
    for (const int edge : picture_sizes)
        if (edge < size && bytes_of(pictures, edge) <= most_picture_bytes)
            fitting = edge;
    const Message what(FAIRLOOM_TEXT("%1 pictures of %2 x %2 pixels take %3 GB of memory, and %4 GB are the most"),
                       {count_text(pictures), std::to_string(size), gigabytes(bytes_of(pictures, size)), gigabytes(most_picture_bytes)});
    throw InputError(what, where,
                     fitting > 0 ? Message(FAIRLOOM_TEXT("Choose a smaller size: at %1 x %1 pixels they take %2 GB"),
                                           {std::to_string(fitting), gigabytes(bytes_of(pictures, fitting))})
                                 : Message(FAIRLOOM_TEXT("Choose fewer pictures")));
}

LoadedPictures load_pictures(const std::vector<PictureFile> &files, int size, const std::string &where, Progress &progress,
                             const std::stop_token &stop)
{
    check_picture_memory(files.size(), size, where);
    LoadedPictures out;
    out.pictures.width = out.pictures.height = size;
    out.pictures.bytes.resize(bytes_of(files.size(), size));
    std::vector<Outcome> outcomes(files.size());

    const int threads = hardware_threads();
    std::vector<std::string> bytes(static_cast<std::size_t>(threads)); // per thread, of the file it is at
    for_each_item(files.size(), threads, Message(FAIRLOOM_TEXT("Reading %1"), {where}), progress, stop, [&](std::size_t i, int part) {
        std::string &content = bytes[static_cast<std::size_t>(part)];
        if (!read_bytes(files[i].path, content)) {
            outcomes[i].fault = FAIRLOOM_TEXT("the file cannot be read");
            return;
        }
        outcomes[i].sum = sha256(content);
        outcomes[i].fault = decode_picture(content, size, out.pictures.picture(i));
    });

    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!outcomes[i].sum.empty())
            out.checksums += outcomes[i].sum + "  " + files[i].name + "\n";
        if (!outcomes[i].fault.empty()) {
            out.bad.push_back({files[i].name, std::move(outcomes[i].fault)});
            continue;
        }
        const std::size_t place = out.files.size();
        if (place != i)
            std::copy_n(out.pictures.picture(i).data(), out.pictures.picture_bytes(), out.pictures.picture(place).data());
        out.files.push_back(i);
    }
    out.pictures.bytes.resize(bytes_of(out.files.size(), size));
    return out;
}

} // namespace fairloom
