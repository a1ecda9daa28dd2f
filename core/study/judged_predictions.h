#pragma once

#include "core/data/problem.h"
#include "core/study/run_result.h"

#include <cstdint>
#include <vector>

namespace fairloom {

/// Utility and fairness of predicted probabilities of the favourable label, decided at 0.5; all per row.
ClassifierResult judge_predictions(const std::vector<float> &probability, const std::vector<std::uint8_t> &label,
                                   const std::vector<std::int32_t> &group, const std::vector<Group> &groups);

} // namespace fairloom
