#include "fuzz_support.h"

#include "core/data/recipe_json.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    attempt([&] {
        const Recipe recipe = parse_recipe(std::string(reinterpret_cast<const char *>(data), size), "f.json");
        require(parse_recipe(recipe_json(recipe), "f.json") == recipe,
                "a recipe that is written is read again as it was");
    });
    return 0;
}
