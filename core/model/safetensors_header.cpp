#include "core/model/safetensors_header.h"

#include "core/base/error.h"
#include "core/data/json_whole_number.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <istream>
#include <stdexcept>

namespace fairloom {

static_assert(std::endian::native == std::endian::little, "safetensors is little-endian");

namespace {

using nlohmann::json;

constexpr std::uint64_t largest_header = 16u << 20;
constexpr std::uint64_t most_elements = std::uint64_t{1} << 40; // times the size of a float is far from overflowing
constexpr std::size_t most_dimensions = 16;

/// Whole numbers, none of them negative. Throws std::out_of_range as json_whole_number() does.
template <typename Whole>
std::vector<Whole> whole_numbers(const json &list, const std::filesystem::path &file)
{
    std::vector<Whole> out;
    if (!list.is_array()) // a number would be walked through as a list of itself
        refuse_safetensors(file);
    for (const json &value : list)
        out.push_back(static_cast<Whole>(json_whole_number(value, 0)));
    return out;
}

/// Numbers that a tensor of this shape has. Where one extent is 0 the others still may not be any: LibTorch multiplies them for its strides.
std::uint64_t element_count(const std::vector<std::int64_t> &shape, const std::filesystem::path &file)
{
    if (shape.size() > most_dimensions)
        refuse_safetensors(file);
    std::uint64_t count = 1, without_zeros = 1;
    for (const std::int64_t extent : shape) {
        const std::uint64_t factor = static_cast<std::uint64_t>(std::max<std::int64_t>(extent, 1));
        if (factor > most_elements / without_zeros)
            refuse_safetensors(file);
        without_zeros *= factor;
        count *= static_cast<std::uint64_t>(extent);
    }
    return count;
}

} // namespace

void refuse_safetensors(const std::filesystem::path &file)
{
    throw InputError(FAIRLOOM_TEXT("This is not an intact safetensors file"), file.string(),
                     FAIRLOOM_TEXT("Take the file that the run wrote, or train again"));
}

SafetensorsHeader read_safetensors_header(std::istream &in, std::uint64_t size, const std::filesystem::path &file)
{
    std::uint64_t length = 0;
    if (size < sizeof length || !in.read(reinterpret_cast<char *>(&length), sizeof length) || length > largest_header ||
        length > size - sizeof length)
        refuse_safetensors(file);
    std::string text(length, ' ');
    if (!in.read(text.data(), static_cast<std::streamsize>(length)))
        refuse_safetensors(file);
    const std::uint64_t data_begin = sizeof length + length, data_size = size - data_begin;
    const json header = json::parse(text, nullptr, false);
    if (!header.is_object())
        refuse_safetensors(file);
    SafetensorsHeader out;
    std::uint64_t taken = 0;
    try {
        for (const auto &[name, entry] : header.items()) {
            if (name == "__metadata__") {
                out.metadata = entry.get<std::map<std::string, std::string>>();
                continue;
            }
            const auto shape = whole_numbers<std::int64_t>(entry.at("shape"), file);
            const auto offsets = whole_numbers<std::uint64_t>(entry.at("data_offsets"), file);
            const std::uint64_t count = element_count(shape, file);
            if (entry.at("dtype").get<std::string>() != "F32" || offsets.size() != 2 || offsets[0] > offsets[1] ||
                offsets[1] > data_size || offsets[1] - offsets[0] != count * sizeof(float))
                refuse_safetensors(file);
            taken += offsets[1] - offsets[0];
            if (taken > data_size) // tensors that lie over each other would take more memory than the file has bytes
                refuse_safetensors(file);
            out.tensors.push_back({name, shape, data_begin + offsets[0], offsets[1] - offsets[0]});
        }
    } catch (const json::exception &) {
        refuse_safetensors(file);
    } catch (const std::out_of_range &) {
        refuse_safetensors(file);
    }
    return out;
}

} // namespace fairloom
