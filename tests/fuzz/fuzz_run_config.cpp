#include "fuzz_support.h"

#include "core/study/run_json.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    attempt([&] {
        const RunConfigFile config = parse_run_config(std::string(reinterpret_cast<const char *>(data), size), "config.json");
        check_settings(config.settings);
    });
    return 0;
}
