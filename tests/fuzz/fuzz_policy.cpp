#include "fuzz_support.h"

#include "core/study/policy.h"
#include "core/study/run_result.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    attempt([&] {
        const Policy policy = parse_policy(std::string(reinterpret_cast<const char *>(data), size), "f.json");
        const PolicyResult result = check_policy(policy, {});
        require(result.outcomes.size() == policy.limits.size(), "every limit has an outcome");
        require(!result.met(), "nothing is met by a run that has no figures");
        for (const PolicyLimit &limit : policy.limits)
            require(!limit_text(limit).empty(), "a limit can be told");
    });
    return 0;
}
