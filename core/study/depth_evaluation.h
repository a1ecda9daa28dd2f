#pragma once

#include "core/base/progress.h"
#include "core/data/problem.h"
#include "core/downstream/neighbour_features.h"
#include "core/metrics/privacy.h"
#include "core/study/evaluation_settings.h"
#include "core/study/run_result.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// Synthetic quality in depth, privacy, and how strongly x~ goes with s~: what needs more than a classifier. What all sources are compared with is made
/// once, by the constructor. Everything throws Cancelled when asked to stop.
class DepthEvaluator {
public:
    /// `space`: the neighbour space; train_sample: training rows in it, as many as quality is judged on. Both must stay where they are.
    DepthEvaluator(const Problem &problem, const EvaluationSettings &settings, const NeighbourFeatures &space, const Matrix &train_sample,
                   std::stop_token stop);

    /// Fills `support`, `two_sample`, `marginals`, `privacy` and the distance correlation of features and group. `sample`: some of the rows, in the
    /// space. `source_row`: per row, the training row it derives from; null where not known.
    void judge(SourceResult &result, const LabelledTable &rows, const Matrix &sample, const std::vector<std::size_t> *source_row, Progress &progress) const;
    /// The same of real held-out rows against the training rows, but for privacy: what the others are to be read beside.
    void judge_real(SourceResult &result, const Matrix &sample, Progress &progress) const;

private:
    /// A table's rows in the neighbour space, with and without near-unique columns.
    PrivacyRows rows_of(const Table &table) const;
    /// The same of at most so many that a side may have.
    PrivacyRows some_rows_of(const Table &table, const char *purpose) const;
    void judge_quality(SourceResult &result, const LabelledTable &rows, const Matrix &sample) const;
    DistanceCorrelation correlation(const LabelledTable &rows) const;

    const Problem &problem_;
    EvaluationSettings settings_;
    std::stop_token stop_;
    const NeighbourFeatures &all_;
    const Matrix &train_sample_;
    std::optional<NeighbourFeatures> without_; ///< the space without near-unique columns; none if no column is
    NeighbourFeatures features_;               ///< the space without group and label
    Matrix train_rows_;                        ///< training rows in the space
    std::optional<PrivacyReference> privacy_;
};

} // namespace fairloom
