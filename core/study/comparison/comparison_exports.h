#pragma once

#include "core/study/comparison/paired_difference.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairloom {

/// A comparison as it is written to files. What it refers to must outlive it.
struct ComparisonTable {
    std::span<const ComparisonRow> rows;
    std::span<const SeedGroup> groups;            ///< of `rows`
    std::span<const GroupName> names;             ///< of `groups`
    std::span<const PairedDifference> differences; ///< of `groups`
    std::size_t reference = 0;                    ///< the group that was chosen; groups.size() = none
    ComparisonChoice choice;
    std::optional<std::vector<std::size_t>> listed; ///< the rows that are written, in this order; nothing = all

    std::vector<std::size_t> written() const;     ///< indices of rows
    const RunRecord &record_of(std::size_t group) const { return *rows[groups[group].rows.front()].run; }
    /// What a group is held against; groups.size() = nothing.
    std::size_t reference_of(std::size_t group) const { return reference_for(rows, groups, group, reference); }
    /// Null if there is none: of the reference itself, and of figures that are not compared.
    const PairedDifference *difference_of(std::size_t group, ComparedFigure figure) const;
};

/// The figures that a table of groups shows beside its runs, and that its differences are about.
const std::vector<ComparedFigure> &headline_figures();

/// "source: generated rows; protocol: tstr; classifier: xgboost"
std::string judged_by(const ComparisonChoice &choice);

/// "adult, sex -> income = >50K", with what was done to make the data harder: "..., 200 noise columns".
std::string subject_of(const RunRecord &run);

/// CSV (RFC 4180, UTF-8): one line a run with its settings, every figure as exact as in run.json, and why one is undefined.
std::string runs_csv(const ComparisonTable &table);
/// CSV: one line a group with mean, standard deviation and number of runs per figure, then the difference from its reference per headline
/// figure with interval and both p-values.
std::string groups_csv(const ComparisonTable &table);
/// Both, and every shared seed, in one JSON document.
std::string comparison_json(const ComparisonTable &table);
/// A LaTeX table (package booktabs) of the groups: mean \pm standard deviation over seeds, as many digits as the latter leaves; an asterisk where the
/// paired interval excludes 0. Texts are escaped.
std::string groups_latex(const ComparisonTable &table);
/// A LaTeX table (packages booktabs and longtable) of the runs.
std::string runs_latex(const ComparisonTable &table);

/// Markdown, data set by data set: a table of the groups as above, marked where the paired interval excludes 0; their differences from the reference with
/// intervals; and what they cost.
std::string groups_markdown(const ComparisonTable &table);

/// A text in LaTeX: what has a meaning there is escaped, line ends become spaces.
std::string latex_escaped(const std::string &text);

} // namespace fairloom
