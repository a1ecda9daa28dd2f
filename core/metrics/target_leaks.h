#pragma once

#include "core/base/message.h"
#include "core/base/progress.h"
#include "core/data/problem.h"
#include "core/metrics/single_column_score.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace fairloom {

/// A feature that gives the target away on its own: mostly recorded after the outcome, or the outcome under another name.
struct TargetLeak {
    std::size_t column = 0;           ///< index in the training table
    double auroc = 0.5;               ///< of the positive label from this column alone (single_column_auroc)
    bool by_value = false;            ///< AUROC reaches the threshold
    /// Odds of the positive label among rows with a value over those among rows without, or the inverse if that is
    /// greater (half a row added to each count); empty if no value is missing.
    std::optional<double> missing_odds_ratio;
    bool by_missing = false;          ///< the lower end of its 95 % interval (Woolf, Ann. Hum. Genet. 1955) reaches the threshold
    Message warning;                  ///< one sentence that names the column, to be shown before training
};

struct TargetLeakSettings {
    double auroc = 0.95;              ///< hardly any column that is known beforehand predicts a social outcome as well on its own
    /// What is filled in only once something has happened ("date of the new arrest") need not have a high AUROC, for it may
    /// be empty in most rows of either label: that a value is there says it all.
    double missing_odds_ratio = 10;
    SingleColumnSettings score = {};
    int threads = 1;
};

/// The problem's features that give the label away by value or by being missing, on the training rows; highest AUROC first.
/// Identifiers and ignored columns are no features and are not looked at.
std::vector<TargetLeak> find_target_leaks(const Problem &problem, const TargetLeakSettings &settings, Progress &progress,
                                          std::stop_token stop);

} // namespace fairloom
