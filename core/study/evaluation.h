#pragma once

#include "core/base/progress.h"
#include "core/data/feature_space.h"
#include "core/data/problem.h"
#include "core/data/split.h"
#include "core/metrics/quality.h"
#include "core/study/run_result.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

struct EvaluationSettings {
    std::uint64_t seed = 1;
    int threads = 1;
    int quality_rows = 5000;                      ///< rows a side for density and coverage; 0 = all
    std::vector<std::string> classifiers;         ///< empty = all
    bool leakage = true;                          ///< whether groups are guessed from columns
};

/// Judges data sets against one problem. What all of them need (the real rows' neighbour space and radii) is made once.
/// Everything throws Cancelled when asked to stop.
class Evaluator {
public:
    Evaluator(const Problem &problem, EvaluationSettings settings, std::stop_token stop);

    /// TRTR, and the quality figures of held-out real rows against training rows (what real data score).
    SourceResult real(Progress &progress);
    /// TSTR, TSTS, quality, and AUROC of s~ from x~. `source_row`: the training row that every synthetic row derives from, known
    /// for the posterior sampler only (kept in memory, never written); null leaves the AUROC of the source row's group out.
    SourceResult synthetic(const LabelledTable &rows, const std::vector<std::size_t> *source_row, Progress &progress);

private:
    /// False if the real rows are too few for it.
    bool prepare_quality();
    Matrix quality_sample(const NeighbourFeatures &features, const Table &table, const char *purpose) const;
    /// Empty if one side has no more rows than neighbours are asked for.
    std::optional<QualityResult> quality_of(const Table &table) const;
    std::uint64_t leakage_seed() const;
    ClassifierResult classify(const std::string &kind, const LabelledTable &train, const LabelledTable &test) const;
    /// AUROC of guessing `group` from the given columns by XGBoost, fitted on split.first, scored on split.second.
    ProbeResult group_from_columns(const Table &table, const std::vector<std::int32_t> &group, const std::vector<std::size_t> &columns,
                                   const Split &split, const char *purpose) const;

    const Problem &problem_;
    EvaluationSettings settings_;
    std::stop_token stop_;
    std::optional<NeighbourFeatures> space_;
    QualityReference train_reference_, holdout_reference_;
};

/// One synthetic table alone, as `evaluate` does.
SourceResult evaluate_source(const Problem &problem, const LabelledTable &synthetic, const EvaluationSettings &settings,
                             Progress &progress, std::stop_token stop);
/// The real rows alone.
SourceResult evaluate_real(const Problem &problem, const EvaluationSettings &settings, Progress &progress, std::stop_token stop);

} // namespace fairloom
