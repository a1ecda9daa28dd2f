#include "core/model/safetensors.h"

#include "core/base/error.h"
#include "core/model/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace fairloom {

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
    nlohmann::json header = nlohmann::json::object();
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
        if (!out) {
            out.close();
            std::error_code ignored;
            std::filesystem::remove(part, ignored); // a full disk has no room for half a file
            throw InputError(FAIRLOOM_TEXT("The file cannot be written"), file.string(),
                             FAIRLOOM_TEXT("Choose another folder, or make room on the disk"));
        }
    }
    std::filesystem::rename(part, file);
}

TensorFile read_safetensors(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(file, error);
    if (!in || error)
        throw InputError(FAIRLOOM_TEXT("There is no such file"), file.string(), FAIRLOOM_TEXT("Name the folder that a finished run has written"));
    const SafetensorsHeader header = read_safetensors_header(in, size, file);
    TensorFile content;
    content.metadata = header.metadata;
    for (const SafetensorsHeader::Tensor &place : header.tensors) {
        torch::Tensor tensor = torch::empty(place.shape);
        in.seekg(static_cast<std::streamoff>(place.begin));
        if (!in.read(reinterpret_cast<char *>(tensor.data_ptr<float>()), static_cast<std::streamsize>(place.bytes)))
            refuse_safetensors(file);
        content.tensors.emplace_back(place.name, tensor);
    }
    return content;
}

} // namespace fairloom
