#include "core/metrics/target_leaks.h"

#include "core/base/item_loop.h"
#include "core/metrics/value_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace fairloom {

namespace {

/// Labels of the rows with and without a value.
struct MissingCounts {
    std::array<std::array<double, 2>, 2> rows{}; ///< [missing][label]

    MissingCounts(const Column &column, std::span<const std::uint8_t> label)
    {
        for (std::size_t i = 0; i < label.size(); ++i)
            ++rows[column.is_missing(i)][label[i]];
    }
    bool both() const { return rows[0][0] + rows[0][1] > 0 && rows[1][0] + rows[1][1] > 0; }
    double log_odds_ratio() const
    {
        const auto log_odds = [&](std::size_t missing) { return std::log((rows[missing][1] + 0.5) / (rows[missing][0] + 0.5)); };
        return std::abs(log_odds(0) - log_odds(1));
    }
    double standard_error() const
    {
        double sum = 0;
        for (const auto &of_label : rows)
            for (const double count : of_label)
                sum += 1 / (count + 0.5);
        return std::sqrt(sum);
    }
    std::string positive_percent(std::size_t missing) const
    {
        return to_text(100 * rows[missing][1] / (rows[missing][0] + rows[missing][1]), 1);
    }
};

TargetLeak look_at(const Column &column, const LabelledTable &rows, double auroc, const TargetLeakSettings &settings,
                   const std::string &target)
{
    TargetLeak out;
    out.auroc = auroc;
    out.by_value = auroc >= settings.auroc;
    const MissingCounts counts(column, rows.label);
    if (counts.both()) {
        out.missing_odds_ratio = std::exp(counts.log_odds_ratio());
        out.by_missing = counts.log_odds_ratio() - 1.959964 * counts.standard_error() >= std::log(settings.missing_odds_ratio);
    }
    if (out.by_value)
        out.warning = Message(FAIRLOOM_TEXT("Column %1 alone tells %2 nearly without error (AUROC %3). If its value is not known "
                                            "before the outcome, give it the role ignored"),
                              // rounded down: "1" is said of nothing less
                              {column.name, target, to_text(std::floor(auroc * 1000) / 1000, 3)});
    else if (out.by_missing)
        out.warning = Message(FAIRLOOM_TEXT("Whether column %1 has a value tells much about %2: %3 % of the rows with a value are "
                                            "positive, but %4 % of those without. If it is filled in after the outcome, give it "
                                            "the role ignored"),
                              {column.name, target, counts.positive_percent(0), counts.positive_percent(1)});
    return out;
}

} // namespace

std::vector<TargetLeak> find_target_leaks(const Problem &problem, const TargetLeakSettings &settings, Progress &progress,
                                          std::stop_token stop)
{
    const LabelledTable &rows = problem.train;
    const std::vector<std::int32_t> label(rows.label.begin(), rows.label.end());
    const std::vector<std::uint8_t> fold = stratified_folds(label, 2, settings.score.folds, settings.score.seed);
    const std::vector<std::size_t> columns = value_columns(rows.table, problem.features);
    std::vector<TargetLeak> found(columns.size());
    for_each_item(found.size(), settings.threads, FAIRLOOM_TEXT("Looking for columns that give the target away"), progress, stop,
                  [&](std::size_t i, int) {
                      const Column &column = rows.table.columns[columns[i]];
                      const Metric auroc = single_column_auroc(column, label, 2, fold, settings.score, stop);
                      if (auroc)
                          found[i] = look_at(column, rows, *auroc.value, settings, problem.task.target);
                      found[i].column = columns[i];
                  });
    std::erase_if(found, [](const TargetLeak &leak) { return !leak.by_value && !leak.by_missing; });
    std::stable_sort(found.begin(), found.end(), [](const TargetLeak &a, const TargetLeak &b) { return a.auroc > b.auroc; });
    return found;
}

} // namespace fairloom
