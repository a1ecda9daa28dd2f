#include "fuzz_support.h"

#include "core/data/readers/json_lines_reader.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    NoProgress progress;
    for (const bool skip : {false, true})
        attempt([&] { require_sound(read_json_lines(text, "f.jsonl", skip, progress, {})); });
    return 0;
}
