#include "core/study/judged_predictions.h"

#include "core/metrics/fairness.h"
#include "core/metrics/utility.h"

#include <algorithm>

namespace fairloom {

ClassifierResult judge_predictions(const std::vector<float> &probability, const std::vector<std::uint8_t> &label,
                                   const std::vector<std::int32_t> &group, const std::vector<Group> &groups)
{
    std::vector<std::uint8_t> decision(probability.size());
    std::transform(probability.begin(), probability.end(), decision.begin(), [](float p) { return p >= 0.5f; });
    return {compute_fairness(label, decision, group, groups), compute_utility(label, probability)};
}

} // namespace fairloom
