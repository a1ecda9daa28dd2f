#include "fuzz_support.h"

#include "core/study/run_json.h"
#include "core/study/run_json_reader.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    attempt([&] {
        const RunResult result = parse_run_result(std::string(reinterpret_cast<const char *>(data), size), "run.json");
        const std::string text = run_json(result);
        require(run_json(parse_run_result(text, "run.json")) == text, "a run that is written is read again as it was");
    });
    return 0;
}
