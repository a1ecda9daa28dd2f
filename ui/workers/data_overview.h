#pragma once

#include "core/data/problem.h"
#include "core/data/table.h"
#include "core/metrics/distribution.h"
#include "core/metrics/metric.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom::ui {

// What the data view needs a pass over all rows for; computed on worker threads, plain values.

/// A column at a glance.
struct ColumnSketch {
    std::vector<double> heights; ///< of at most 16 bins or categories, the highest is 1
    std::size_t missing = 0;
};

/// One per column of the table.
std::vector<ColumnSketch> sketch_columns(const Table &table, std::stop_token stop);

/// How often a group has the favourable label.
struct GroupBase {
    std::string name;
    std::size_t positive = 0, rows = 0;
    Metric rate; ///< with Wilson's 95 % interval
};

/// Ratio of two shares with Katz's 95 % interval (Biometrics 1978).
struct RateRatio {
    std::size_t high = 0, low = 0; ///< groups with the highest and lowest rate
    double ratio = 1, from = 1, to = 1;
};

struct Proxy {
    std::size_t column = 0;
    double association = 0; ///< bias-corrected Cramer's V with the group
};

/// Who has the favourable label, and which features give the group away, among the training rows.
struct GroupOverview {
    std::vector<GroupBase> groups;
    std::optional<RateRatio> ratio; ///< empty where a group has no rows or the lowest rate is 0
    std::vector<Proxy> proxies;     ///< features, or where they are pictures the other labels, strongest first
};

GroupOverview overview_groups(const Problem &problem, std::stop_token stop);

/// A column's distribution, per group where there is a problem, else overall (one group). Pictures have none.
struct ColumnByGroup {
    std::size_t column = 0;
    Distribution distribution;
    std::vector<double> medians;        ///< per group, of numbers; NaN where a group has none
    std::optional<double> association;  ///< Cramer's V with the group; empty without a problem
};

ColumnByGroup column_by_group(const Table &table, std::size_t column, const Problem *problem, int most_labels, std::stop_token stop);

} // namespace fairloom::ui
