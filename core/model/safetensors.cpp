#include "core/model/safetensors.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstring>
#include <fstream>

namespace fairloom {

static_assert(std::endian::native == std::endian::little, "safetensors is little-endian");

namespace {

using nlohmann::json;

constexpr std::uint64_t largest_header = 16u << 20;

[[noreturn]] void damaged(const std::filesystem::path &file)
{
    throw InputError(FAIRLOOM_TEXT("This is not an intact safetensors file"), file.string(),
                     FAIRLOOM_TEXT("Take the file that the run wrote, or train again"));
}

} // namespace

torch::Tensor TensorFile::take(const std::string &name, const std::vector<std::int64_t> &shape, const std::string &where) const
{
    for (const auto &[key, tensor] : tensors)
        if (key == name) {
            if (tensor.sizes().vec() == shape)
                return tensor;
            throw InputError(Message(FAIRLOOM_TEXT("The tensor “%1” has another shape than model.json says"), {name}), where,
                             FAIRLOOM_TEXT("Take the files of one and the same run"));
        }
    throw InputError(Message(FAIRLOOM_TEXT("There is no tensor “%1”"), {name}), where,
                     FAIRLOOM_TEXT("Take the files of one and the same run"));
}

void write_safetensors(const TensorFile &content, const std::filesystem::path &file)
{
    json header = json::object();
    if (!content.metadata.empty())
        header["__metadata__"] = content.metadata;
    std::uint64_t offset = 0;
    for (const auto &[name, tensor] : content.tensors) {
        const std::uint64_t size = static_cast<std::uint64_t>(tensor.numel()) * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.sizes().vec()}, {"data_offsets", {offset, offset + size}}};
        offset += size;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' '); // numbers start at a multiple of 8
    const std::filesystem::path part = file.string() + ".part";
    {
        std::ofstream out(part, std::ios::binary);
        const std::uint64_t length = text.size();
        out.write(reinterpret_cast<const char *>(&length), sizeof length);
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        for (const auto &[name, tensor] : content.tensors) {
            const torch::Tensor values = tensor.detach().to(torch::kFloat).contiguous();
            out.write(reinterpret_cast<const char *>(values.data_ptr<float>()),
                      static_cast<std::streamsize>(values.numel()) * static_cast<std::streamsize>(sizeof(float)));
        }
        out.flush();
        if (!out)
            throw InputError(FAIRLOOM_TEXT("The file cannot be written"), file.string(),
                             FAIRLOOM_TEXT("Choose another folder, or make room on the disk"));
    }
    std::filesystem::rename(part, file);
}

TensorFile read_safetensors(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw InputError(FAIRLOOM_TEXT("There is no such file"), file.string(),
                         FAIRLOOM_TEXT("Name the folder that a finished run has written"));
    const std::uint64_t size = std::filesystem::file_size(file);
    std::uint64_t length = 0;
    if (size < sizeof length || !in.read(reinterpret_cast<char *>(&length), sizeof length) || length > largest_header ||
        length > size - sizeof length)
        damaged(file);
    std::string text(length, ' ');
    if (!in.read(text.data(), static_cast<std::streamsize>(length)))
        damaged(file);
    const std::uint64_t data_size = size - sizeof length - length;
    const json header = json::parse(text, nullptr, false);
    if (!header.is_object())
        damaged(file);
    TensorFile content;
    std::uint64_t taken = 0;
    try {
        for (const auto &[name, entry] : header.items()) {
            if (name == "__metadata__") {
                content.metadata = entry.get<std::map<std::string, std::string>>();
                continue;
            }
            const auto shape = entry.at("shape").get<std::vector<std::int64_t>>();
            const auto offsets = entry.at("data_offsets").get<std::vector<std::uint64_t>>();
            std::uint64_t count = 1;
            for (const std::int64_t extent : shape) {
                if (extent < 0 || (extent > 0 && count > data_size / static_cast<std::uint64_t>(extent)))
                    damaged(file);
                count *= static_cast<std::uint64_t>(extent);
            }
            if (entry.at("dtype").get<std::string>() != "F32" || offsets.size() != 2 || offsets[0] > offsets[1] ||
                offsets[1] > data_size || offsets[1] - offsets[0] != count * sizeof(float))
                damaged(file);
            taken += offsets[1] - offsets[0];
            if (taken > data_size) // tensors that lie over each other would take more memory than the file has bytes
                damaged(file);
            torch::Tensor tensor = torch::empty(shape);
            in.seekg(static_cast<std::streamoff>(sizeof length + length + offsets[0]));
            if (!in.read(reinterpret_cast<char *>(tensor.data_ptr<float>()), static_cast<std::streamsize>(count * sizeof(float))))
                damaged(file);
            content.tensors.emplace_back(name, tensor);
        }
    } catch (const json::exception &) {
        damaged(file);
    }
    return content;
}

} // namespace fairloom
