#pragma once

#include "core/metrics/metric.h"
#include "core/metrics/scored_rows.h"

#include <cstdint>
#include <span>

namespace fairloom {

/// How well a classifier does its task; all about the positive label.
struct Utility {
    Metric accuracy, precision, recall, f1, auroc;
    double majority_accuracy = 0; ///< accuracy of always saying the more frequent label
};

/// label: 0/1 per row; probability of the positive label per row; decision threshold (>= threshold is positive).
Utility compute_utility(std::span<const std::uint8_t> label, std::span<const float> probability, double threshold = 0.5);

/// The same with intervals: Wilson's of accuracy, precision and recall, DeLong's of AUROC. level 0 = none. F1 has none of its own (DecisionBootstrap).
Utility compute_utility(const ScoredRows &rows, double threshold = 0.5, double level = 0.95);

/// Area under the ROC curve by midranks (Mann-Whitney): ties count half. Undefined if only one label occurs.
Metric auroc(std::span<const std::uint8_t> label, std::span<const float> score);

} // namespace fairloom
