#pragma once

#include "core/base/progress.h"
#include "core/data/problem.h"
#include "core/data/split.h"
#include "core/downstream/neighbour_features.h"
#include "core/metrics/pictures/nearest_pictures.h"
#include "core/metrics/quality.h"
#include "core/study/depth_evaluation.h"
#include "core/study/evaluation_settings.h"
#include "core/study/run_result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// Judges data sets against one problem. What all of them need (the real rows' neighbour space and radii) is made once.
/// Everything throws Cancelled when asked to stop.
class Evaluator {
public:
    Evaluator(const Problem &problem, EvaluationSettings settings, std::stop_token stop);
    Evaluator(const Evaluator &) = delete; // its parts refer to each other

    /// TRTR, and the quality figures of held-out real rows against training rows (what real data score).
    SourceResult real(Progress &progress);
    /// TSTR, TSTS, quality, AUROC of s~ from x~, and for pictures memorisation. `source_row`: the training row that every synthetic row derives from, known
    /// for the posterior sampler only (kept in memory, never written); null leaves the AUROC of the source row's group out.
    SourceResult synthetic(const LabelledTable &rows, const std::vector<std::size_t> *source_row, Progress &progress);

private:
    /// False if the real rows are too few for it.
    bool prepare_quality();
    /// As many rows as quality is judged on, in their order.
    Table some_of(const Table &table, const char *purpose) const;
    Matrix quality_sample(const Table &table, const char *purpose) const;
    /// Empty for tables.
    std::optional<Memorisation> memorisation_of(const Table &table);
    QualityResult quality_of(const Matrix &rows) const;
    void add_quality_intervals(QualityResult &quality, const Matrix &synthetic) const;
    /// After prepare_quality().
    DepthEvaluator &depth();
    std::uint64_t leakage_seed() const;
    struct Judged;
    /// Trains a classifier and judges it on test rows; where they are the held-out real ones, on their counterparts too, if there are any.
    Judged classify(const std::string &kind, const LabelledTable &train, const LabelledTable &test, int threads) const;
    /// What the classifier of held-out real rows looks at, with all threads.
    void explain_if_asked(const std::string &kind, Judged &judged) const;
    /// AUROC of guessing `group` from the given columns by XGBoost, fitted on split.first, scored on split.second.
    ProbeResult group_from_columns(const Table &table, const std::vector<std::int32_t> &group, const std::vector<std::size_t> &columns,
                                   const Split &split, const char *purpose, int threads) const;
    /// Two pieces of work side by side, each told how many threads it may use: classifiers gain more from that than from threads of their own.
    void both(const std::function<void(int)> &first, const std::function<void(int)> &second) const;

    const Problem &problem_;
    EvaluationSettings settings_;
    std::stop_token stop_;
    std::optional<NeighbourFeatures> space_;
    std::optional<PictureNeighbours> pictures_; ///< none for tables
    QualityReference train_reference_, holdout_reference_;
    std::optional<DepthEvaluator> depth_;
};

/// What XGBoost, trained on `rows`, says of the held-out real rows: the headline's scores, without all the rest.
std::shared_ptr<const ScoredRows> headline_scores(const Problem &problem, const LabelledTable &rows, const EvaluationSettings &settings, const std::stop_token &stop);

/// One synthetic table alone, as `evaluate` does.
SourceResult evaluate_source(const Problem &problem, const LabelledTable &synthetic, const EvaluationSettings &settings,
                             Progress &progress, std::stop_token stop);
/// The real rows alone.
SourceResult evaluate_real(const Problem &problem, const EvaluationSettings &settings, Progress &progress, std::stop_token stop);

} // namespace fairloom
