#include "fuzz_support.h"

#include "core/study/study_file.h"

#include <algorithm>
#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

namespace {

/// Runs that a study of a few thousand bytes is multiplied out to: enough to come through every part, few enough for thousands of inputs a second.
constexpr std::size_t most_runs = 200;

std::size_t runs(const StudyPlan &plan)
{
    std::size_t count = std::max<std::size_t>(plan.seeds.size(), 1) * std::max<std::size_t>(plan.data.size(), 1) * std::max<std::size_t>(plan.variants.size(), 1);
    for (const StudyPlan::Axis &axis : plan.grid)
        count *= std::clamp<std::size_t>(axis.values.size(), 1, 64);
    return plan.random ? count * static_cast<std::size_t>(std::max(plan.random->trials, 1)) : count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    attempt([&] {
        const StudyPlan plan = parse_study_plan(std::string(reinterpret_cast<const char *>(data), size), "f.json");
        require(parse_study_plan(study_json(plan), "f.json") == plan, "a study that is written is read again as it was");
        if (runs(plan) > most_runs)
            return;
        const Study study = expand_study(plan, {{}, "/data"}, "f.json");
        for (const StudyTrial &trial : study.trials)
            require(trial.name().find('/') == std::string::npos && trial.name().size() < 250, "a trial's name is that of a folder");
    });
    return 0;
}
