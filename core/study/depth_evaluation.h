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
/// once, when first needed. Everything throws Cancelled when asked to stop.
class DepthEvaluator {
public:
    /// Too few real rows on a side (under six) leave the figures out.
    DepthEvaluator(const Problem &problem, const EvaluationSettings &settings, std::stop_token stop);

    /// Fills `support`, `two_sample`, `marginals`, `privacy` and the distance correlation of features and group. `source_row`: per row, the
    /// training row it derives from; null where not known.
    void judge(SourceResult &result, const LabelledTable &rows, const std::vector<std::size_t> *source_row, Progress &progress);
    /// The same of real held-out rows against the training rows: what the others are to be read beside.
    void judge_real(SourceResult &result, Progress &progress);

    /// A table's rows in the neighbour space, with and without near-unique columns.
    PrivacyRows rows_of(const Table &table) const;

private:
    struct Spaces {
        NeighbourFeatures all;
        std::optional<NeighbourFeatures> without; ///< none if no column is near-unique
        NeighbourFeatures features;               ///< without group and label
        std::vector<std::string> near_unique;
    };
    void prepare();
    DistanceCorrelation correlation(const LabelledTable &rows) const;
    SupportQuality support(const Table &table, const char *purpose) const;
    Matrix sample(const Table &table, const char *purpose) const;

    const Problem &problem_;
    EvaluationSettings settings_;
    std::stop_token stop_;
    bool enough_rows_;
    std::optional<Spaces> spaces_;
    std::optional<PrivacyReference> privacy_;
    Matrix train_sample_, train_rows_; ///< in the space with all columns
};

} // namespace fairloom
