#pragma once

#include "core/data/problem.h"
#include "core/study/run_result.h"

#include <memory>
#include <vector>

namespace fairloom {

/// Utility and fairness of predicted probabilities of the favourable label, with the intervals that formulas give (options.level; 0 = none), for the groups of
/// all sensitive columns together and, if there are several, of each alone.
ClassifierResult judge_predictions(std::shared_ptr<const ScoredRows> rows, const std::vector<Group> &groups, const FairnessOptions &options = {});

} // namespace fairloom
