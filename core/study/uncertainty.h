#pragma once

#include "core/study/evaluation_settings.h"
#include "core/study/run_result.h"

#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// Adds what needs test rows drawn anew to sources that were judged on the same held-out rows: intervals of ratios, differences and F1, for all
/// groups and for those of each sensitive column, and the differences between sources, adjusted by Holm's method within a family. Figures of
/// TSTS get none: their test rows are generated, and more of them could be had for nothing. settings.bootstrap 0 = nothing is done. Throws Cancelled.
std::vector<SourceDifference> add_uncertainty(std::vector<std::pair<std::string, SourceResult>> &sources, const std::vector<Group> &groups,
                                              const EvaluationSettings &settings, const std::stop_token &stop);

/// One training more, judged on the same held-out rows.
struct SeedRows {
    std::uint64_t seed = 0;
    std::shared_ptr<const ScoredRows> scored;
};
/// Means over seeds with intervals that take in test rows and seeds; `first` is the run's own seed. Null where test rows differ.
std::optional<OverSeeds> over_seeds(const ClassifierResult &first, std::uint64_t first_seed, const std::vector<SeedRows> &others,
                                    const std::vector<Group> &groups, const EvaluationSettings &settings, const std::stop_token &stop);

/// Figures of one classifier alone, after a threshold or reference group was chosen anew: what judge_predictions() gives, with intervals.
ClassifierResult judge_anew(const ClassifierResult &judged, const std::vector<Group> &groups, const FairnessOptions &options,
                            const EvaluationSettings &settings, const std::stop_token &stop);

} // namespace fairloom
