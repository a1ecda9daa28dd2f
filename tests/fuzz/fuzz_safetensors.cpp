#include "fuzz_support.h"

#include "core/model/safetensors_header.h"

#include <cstdint>
#include <sstream>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    attempt([&] {
        std::istringstream in(std::string(reinterpret_cast<const char *>(data), size));
        const SafetensorsHeader header = read_safetensors_header(in, size, "f.safetensors");
        std::uint64_t all = 0;
        for (const SafetensorsHeader::Tensor &tensor : header.tensors) {
            require(tensor.begin <= size && tensor.bytes <= size - tensor.begin, "a tensor lies in the file");
            all += tensor.bytes;
            std::uint64_t count = 1;
            for (const std::int64_t extent : tensor.shape) {
                require(extent >= 0, "no extent is negative");
                count *= static_cast<std::uint64_t>(extent);
            }
            require(count * sizeof(float) == tensor.bytes, "a tensor has as many numbers as its shape says");
        }
        require(all <= size, "tensors do not lie over each other");
    });
    return 0;
}
