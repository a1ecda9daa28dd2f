#pragma once

#include "core/study/comparison/compared_figure.h"
#include "core/study/store/run_record.h"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// Which of the runs' figures are compared.
struct ComparisonChoice {
    std::string source;                 ///< "student", "real", ...; empty = RunRecord::generated_source() of each run
    std::string protocol = "tstr";      ///< of the real source the one that tests on the same rows: "trtr", "trtr_counterpart"
    std::string classifier = "xgboost";
    bool operator==(const ComparisonChoice &) const = default;
};

/// The figures of one run.
struct ComparisonRow {
    const RunRecord *run = nullptr;     ///< never null; must outlive the row
    std::string source;                 ///< whose figures they are; empty if the run has none
    bool judged = false;                ///< that source by that protocol and classifier
    PerFigure<Metric> figures;          ///< undefined with the reason where there is none

    const Metric &operator[](ComparedFigure figure) const { return figures[std::size_t(figure)]; }
    /// Judged, and trained to its end: a run that was stopped says nothing about its settings.
    bool counts() const;
};

ComparisonRow comparison_row(const RunRecord &run, const ComparisonChoice &choice);
std::vector<ComparisonRow> comparison_rows(std::span<const RunRecord *const> runs, const ComparisonChoice &choice);

/// Whether two runs are about the same: the same bytes of data, known of both; the same task; and the data made harder in the same way (train_rows,
/// favourable_share, smallest_group_share, noise_columns). Figures of others say nothing about which run is better.
bool comparable(const RunRecord &a, const RunRecord &b);

/// What made the rows, as people tell runs apart first: "l1", "huber", "mse", "md" (the distillation loss) of Fairloom's own runs, the method
/// of others ("tabfairgan"), "imported" of rows that came from a file.
std::string run_kind(const RunRecord &run);
/// "L1-KL", "TabFairGAN", "plain VAE"; an unknown one as it is.
Message kind_label(const std::string &kind);
/// The same for RunSettings::method: "Fairloom", ...
Message method_label(const std::string &method);

/// Over runs that differ in their seed alone.
struct Spread {
    double mean = 0;
    double sd = 0;                      ///< n - 1 in the denominator; 0 for n < 2
    double low = 0, high = 0;           ///< smallest and largest
    std::size_t n = 0;                  ///< runs where the figure is defined; the others are 0 without any
};
Spread spread_of(std::span<const double> values);

/// Comparable runs that differ in their seed alone: the same method and settings but for the seed and for what touches no figure (threads,
/// controls, bootstrap draws, kept latents). A seed that occurs again is the same run again, not a further draw: its first run counts.
struct SeedGroup {
    std::vector<std::size_t> rows;      ///< all of its runs: indices into what was grouped, in that order
    std::vector<std::size_t> draws;     ///< one of them for every seed, by ascending seed
    PerFigure<Spread> figures;

    const Spread &operator[](ComparedFigure figure) const { return figures[std::size_t(figure)]; }
    std::size_t seeds() const { return draws.size(); }
};

/// Groups of the rows that count, in the order in which their first rows come; a run alone is a group of one.
std::vector<SeedGroup> seed_groups(std::span<const ComparisonRow> rows);
/// The same of some of the rows, in the order of `which`; its indices are still those of `rows`.
std::vector<SeedGroup> seed_groups(std::span<const ComparisonRow> rows, std::span<const std::size_t> which);

/// What tells a group from others on the same data.
struct GroupName {
    std::string kind;                   ///< run_kind()
    std::string variant;                ///< of the study, where it is needed to tell groups of one kind apart; else empty
    std::vector<std::pair<std::string, std::string>> settings; ///< key and value of those in which groups of one kind differ, where no variant tells them apart

    /// "L1-KL", "L1-KL, strict", "L1-KL, log10_beta 8, lambda 0.1".
    std::string english() const;
};
std::vector<GroupName> group_names(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups);

/// The group that `group` is held against where groups[reference] was chosen: that one if they are comparable; on other data the one with
/// the same settings, or of the same study's variant. groups.size() if there is none.
std::size_t reference_for(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups, std::size_t group, std::size_t reference);

/// Decimals that a mean deserves: so many that one digit of the standard deviation shows, within `least` .. `most`; `most` without one.
int spread_decimals(const Spread &spread, int least, int most);

} // namespace fairloom
