#include "core/metrics/subgroup_search.h"

#include "core/base/item_loop.h"
#include "core/base/random.h"
#include "core/metrics/distribution.h"
#include "core/metrics/intervals.h"
#include "core/metrics/permuted_labels.h"
#include "core/metrics/subgroup_cells.h"
#include "core/metrics/value_columns.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fairloom {

namespace {

/// A subgroup while there are many.
struct Candidate {
    double score = 0; ///< |z|
    std::uint32_t set = 0, cell = 0;
    CellCount count;
};

/// Greatest |z| of each draw, on either side.
struct Extremes {
    std::vector<double> low, high;
};

std::size_t share_of_rows(std::size_t size, std::size_t part, std::size_t all)
{
    return (size * part + all - 1) / all;
}

/// One search, from the columns to the lists.
class Search {
public:
    Search(const Table &table, const std::vector<std::size_t> &columns, std::span<const std::uint8_t> label,
           const SubgroupSettings &settings, Progress &progress, std::stop_token stop)
        : settings_(settings), progress_(progress), stop_(std::move(stop)), label_(label.begin(), label.end())
    {
        std::vector<ConditionedColumn> cut(columns.size());
        for_each_item(columns.size(), settings.threads, FAIRLOOM_TEXT("Preparing columns"), progress, stop_,
                      [&](std::size_t i, int) { cut[i] = condition_column(table, columns[i], settings.bins, settings.most_values); });
        for (ConditionedColumn &column : cut)
            if (column.conditions.size() > 1)
                columns_.push_back(std::move(column));
        out_.most_conditions = std::clamp(settings.most_conditions, 1, 3);
        while (out_.most_conditions > 1 && set_count(columns_.size(), out_.most_conditions) > settings.most_sets)
            --out_.most_conditions;
        sets_ = column_sets(columns_.size(), out_.most_conditions);
        for (std::uint8_t &one : label_) {
            one = one != 0;
            out_.positives += one;
        }
        out_.rows = label_.size();
        out_.base_rate = out_.rows > 0 ? static_cast<double>(out_.positives) / static_cast<double>(out_.rows) : 0;
        out_.minimum_size = settings.minimum_size > 0 ? settings.minimum_size : std::max<std::size_t>(30, (out_.rows + 99) / 100);
    }

    SubgroupSearch run()
    {
        if (out_.rows == 0)
            out_.undefined = FAIRLOOM_TEXT("there are no rows");
        else if (out_.positives == 0 || out_.positives == out_.rows)
            out_.undefined = FAIRLOOM_TEXT("every row has the same label");
        else if (columns_.empty())
            out_.undefined = FAIRLOOM_TEXT("no column has two values to tell rows apart");
        if (!out_.undefined.empty())
            return std::move(out_);
        count_all();
        out_.worst_off = listed(worst_);
        if (settings_.best_off)
            out_.best_off = listed(best_);
        permute();
        return std::move(out_);
    }

private:
    int threads() const { return std::max(settings_.threads, 1); }

    void count_all()
    {
        struct Scratch {
            std::vector<std::uint32_t> cell;
            std::vector<CellCount> count;
        };
        std::vector<Scratch> scratch(static_cast<std::size_t>(threads()));
        std::vector<std::vector<Candidate>> worst(sets_.size()), best(sets_.size());
        general_.resize(std::min(sets_.size(), columns_.size() * (columns_.size() + 1) / 2));
        const GapScore score(out_.rows, out_.positives);
        for_each_item(sets_.size(), threads(), FAIRLOOM_TEXT("Searching subgroups"), progress_, stop_, [&](std::size_t s, int part) {
            auto &[cell, count] = scratch[static_cast<std::size_t>(part)];
            count.resize(cell_total(sets_[s], columns_));
            find_cells(sets_[s], columns_, cell);
            count_cells(cell, label_, count);
            for (std::size_t c = 0; c < count.size(); ++c) {
                if (!is_candidate(count[c], out_.minimum_size, out_.rows))
                    continue;
                const double z = score.z(count[c]);
                // gaps of exactly 0 count as looked at, but have no side
                (z > 0 ? best : worst)[s].push_back({std::abs(z), static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(c), count[c]});
            }
            if (s < general_.size())
                general_[s] = count;
        });
        for (std::size_t s = 0; s < sets_.size(); ++s) {
            out_.looked_at += worst[s].size() + best[s].size();
            worst_.insert(worst_.end(), worst[s].begin(), worst[s].end());
            if (settings_.best_off)
                best_.insert(best_.end(), best[s].begin(), best[s].end());
        }
        std::erase_if(worst_, [](const Candidate &c) { return c.score == 0; });
    }

    static bool is_candidate(const CellCount &count, std::size_t minimum, std::size_t rows)
    {
        return count.size >= minimum && count.size < rows && count.size > 0;
    }

    /// |z| on the given side of the subgroup with some of a cell's conditions; 0 if it is on the other side or has all rows.
    double general_score(const ColumnSet &set, std::size_t cell, bool low_side) const
    {
        const CellCount &count = general_[set_index(set, columns_.size())][cell];
        if (count.size == out_.rows)
            return 0;
        const double z = GapScore(out_.rows, out_.positives).z(count);
        return std::max(0.0, low_side ? -z : z);
    }

    bool beats(double score, double general) const { return score > general * (1 + settings_.margin); }

    /// Whether a candidate says more than those with some of its conditions that may be listed.
    bool says_more(const Candidate &candidate, bool low_side) const
    {
        const ColumnSet &set = sets_[candidate.set];
        if (set.size == 1)
            return true;
        const std::array<std::size_t, 3> which = conditions_of(candidate.cell, set, columns_);
        std::array<double, 3> single{};
        for (std::size_t k = 0; k < set.size; ++k) {
            single[k] = general_score({{set.column[k]}, 1}, which[k], low_side);
            if (!beats(candidate.score, single[k]))
                return false;
        }
        if (set.size == 2)
            return true;
        for (const auto &[a, b] : {std::pair<std::size_t, std::size_t>{0, 1}, {0, 2}, {1, 2}}) {
            const std::size_t width = columns_[set.column[b]].conditions.size();
            const double pair = general_score({{set.column[a], set.column[b]}, 2}, which[a] * width + which[b], low_side);
            const bool may_be_listed = beats(pair, single[a]) && beats(pair, single[b]);
            if (may_be_listed && !beats(candidate.score, pair))
                return false;
        }
        return true;
    }

    std::vector<std::uint8_t> members_of(const Candidate &candidate) const
    {
        const ColumnSet &set = sets_[candidate.set];
        const std::array<std::size_t, 3> which = conditions_of(candidate.cell, set, columns_);
        std::vector<std::uint8_t> out(out_.rows, 1);
        for (std::size_t k = 0; k < set.size; ++k) {
            const std::vector<std::uint8_t> &condition = columns_[set.column[k]].which;
            const std::uint8_t wanted = static_cast<std::uint8_t>(which[k]);
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = static_cast<std::uint8_t>(out[i] & (condition[i] == wanted));
        }
        return out;
    }

    /// The best candidates that are not redundant. Sorts them.
    std::vector<Subgroup> listed(std::vector<Candidate> &candidates) const
    {
        const bool low_side = &candidates == &worst_;
        // equal scores: fewer conditions first, as in the order of sets
        std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
            return std::tuple(-a.score, a.set, a.cell) < std::tuple(-b.score, b.set, b.cell);
        });
        struct Listed {
            std::size_t size;
            std::vector<std::uint8_t> members;
        };
        std::vector<Listed> so_far;
        std::vector<Subgroup> out;
        for (const Candidate &candidate : candidates) {
            if (out.size() >= settings_.most_listed)
                break;
            throw_if_stopped(stop_);
            if (!says_more(candidate, low_side))
                continue;
            Listed own{candidate.count.size, members_of(candidate)};
            const bool said_already = std::any_of(so_far.begin(), so_far.end(), [&](const Listed &other) {
                const std::size_t smaller = std::min(own.size, other.size), larger = std::max(own.size, other.size);
                if (static_cast<double>(smaller) < settings_.most_overlap * static_cast<double>(larger))
                    return false; // too different in size
                std::size_t shared = 0;
                for (std::size_t i = 0; i < own.members.size(); ++i)
                    shared += own.members[i] & other.members[i];
                return static_cast<double>(shared) >= settings_.most_overlap * static_cast<double>(own.size + other.size - shared);
            });
            if (said_already)
                continue;
            so_far.push_back(std::move(own));
            out.push_back(subgroup(candidate));
        }
        return out;
    }

    Subgroup subgroup(const Candidate &candidate) const
    {
        Subgroup out;
        const ColumnSet &set = sets_[candidate.set];
        const std::array<std::size_t, 3> which = conditions_of(candidate.cell, set, columns_);
        for (std::size_t k = 0; k < set.size; ++k)
            out.conditions.push_back(columns_[set.column[k]].conditions[which[k]]);
        out.size = candidate.count.size;
        out.positives = candidate.count.positives;
        const Metric rate = wilson_rate(out.positives, out.size);
        out.base_rate = *rate.value;
        out.interval = *rate.interval;
        out.rest_rate = static_cast<double>(out_.positives - out.positives) / static_cast<double>(out_.rows - out.size);
        out.gap = out.base_rate - out_.base_rate;
        out.z = GapScore(out_.rows, out_.positives).z(candidate.count);
        return out;
    }

    /// Leaves a random part of the rows, in their order, for the permutations.
    void sample_rows(std::size_t wanted)
    {
        Random random(settings_.seed, "permuted rows");
        std::vector<std::uint32_t> kept;
        for (std::size_t row = 0; row < out_.rows; ++row)
            if (random.below(out_.rows - row) < wanted - kept.size())
                kept.push_back(static_cast<std::uint32_t>(row));
        const auto keep = [&](std::vector<std::uint8_t> &values) {
            for (std::size_t i = 0; i < kept.size(); ++i)
                values[i] = values[kept[i]];
            values.resize(kept.size());
        };
        keep(label_);
        for (ConditionedColumn &column : columns_)
            keep(column.which);
    }

    void permute()
    {
        if (settings_.permutations < 1)
            return;
        const std::size_t affordable = std::max<std::size_t>(settings_.most_row_visits / sets_.size(), 1000);
        if (affordable < out_.rows)
            sample_rows(affordable);
        const std::size_t rows = label_.size();
        const std::size_t minimum = std::max<std::size_t>(1, share_of_rows(out_.minimum_size, rows, out_.rows));
        std::size_t positives = 0;
        for (const std::uint8_t one : label_)
            positives += one;
        if (positives == 0 || positives == rows) // too rare for the sample
            return;
        progress_.report(FAIRLOOM_TEXT("Permuting labels"), 0);
        const PermutedLabels labels(rows, positives, settings_.permutations, settings_.seed, threads(), stop_);

        Extremes none;
        none.low.assign(labels.draws(), 0);
        none.high.assign(labels.draws(), 0);
        std::vector<Extremes> extremes(static_cast<std::size_t>(threads()), none);
        std::vector<Tally> tally(static_cast<std::size_t>(threads()));
        const GapScore score(rows, positives);
        for_each_item(sets_.size(), threads(), FAIRLOOM_TEXT("Searching in permuted labels"), progress_, stop_,
                      [&](std::size_t s, int part) {
                          const std::size_t p = static_cast<std::size_t>(part);
                          look_at_draws(sets_[s], minimum, labels, score, tally[p], extremes[p]);
                      });
        for (const Extremes &other : extremes)
            for (std::size_t d = 0; d < labels.draws(); ++d) {
                none.low[d] = std::max(none.low[d], other.low[d]);
                none.high[d] = std::max(none.high[d], other.high[d]);
            }
        give_p_values(out_.worst_off, none.low);
        give_p_values(out_.best_off, none.high);
        out_.permutations = settings_.permutations;
        out_.permuted_rows = rows;
    }

    /// What one thread needs to count the cells of a set in all draws.
    struct Tally {
        std::vector<std::uint32_t> cell, rows, begin, count;
    };

    void look_at_draws(const ColumnSet &set, std::size_t minimum, const PermutedLabels &labels, const GapScore &score, Tally &tally,
                       Extremes &extremes) const
    {
        find_cells(set, columns_, tally.cell);
        // rows by cell (counting sort)
        const std::size_t cells = cell_total(set, columns_), n = tally.cell.size();
        tally.begin.assign(cells + 1, 0);
        for (const std::uint32_t c : tally.cell)
            ++tally.begin[c + 1];
        for (std::size_t c = 0; c < cells; ++c)
            tally.begin[c + 1] += tally.begin[c];
        tally.rows.resize(n);
        tally.count.assign(tally.begin.begin(), tally.begin.end()); // where the next row of a cell goes
        for (std::size_t i = 0; i < n; ++i)
            tally.rows[tally.count[tally.cell[i]]++] = static_cast<std::uint32_t>(i);

        tally.count.resize(labels.draws());
        for (std::size_t c = 0; c < cells; ++c) {
            const std::size_t first = tally.begin[c], size = tally.begin[c + 1] - first;
            if (size < minimum || size == n)
                continue;
            labels.count(std::span(tally.rows).subspan(first, size), tally.count);
            const double expected = score.expected(size), deviation = score.deviation(size);
            for (std::size_t d = 0; d < labels.draws(); ++d) {
                const double z = (static_cast<double>(tally.count[d]) - expected) / deviation;
                extremes.low[d] = std::max(extremes.low[d], -z);
                extremes.high[d] = std::max(extremes.high[d], z);
            }
        }
    }

    static void give_p_values(std::vector<Subgroup> &subgroups, const std::vector<double> &extremes)
    {
        for (Subgroup &subgroup : subgroups) {
            const auto as_extreme = std::count_if(extremes.begin(), extremes.end(), [&](double e) { return e >= std::abs(subgroup.z); });
            subgroup.p_value = static_cast<double>(1 + as_extreme) / static_cast<double>(1 + extremes.size());
        }
    }

    const SubgroupSettings &settings_;
    Progress &progress_;
    std::stop_token stop_;
    std::vector<std::uint8_t> label_;
    std::vector<ConditionedColumn> columns_; ///< those with at least two conditions
    std::vector<ColumnSet> sets_;
    std::vector<std::vector<CellCount>> general_; ///< of sets of one or two columns
    std::vector<Candidate> worst_, best_;
    SubgroupSearch out_;
};

} // namespace

SubgroupSearch search_subgroups(const Table &table, const std::vector<std::size_t> &columns, std::span<const std::uint8_t> label,
                                const SubgroupSettings &settings, Progress &progress, std::stop_token stop)
{
    for (const std::size_t column : columns)
        if (table.columns[column].rows() != label.size())
            throw InputError(FAIRLOOM_TEXT("a search for subgroups needs one label per row"), table.columns[column].name,
                             FAIRLOOM_TEXT("Pass one label per row"));
    return Search(table, columns, label, settings, progress, std::move(stop)).run();
}

SubgroupSearch search_subgroups(const Problem &problem, const SubgroupSettings &settings, Progress &progress, std::stop_token stop)
{
    std::vector<std::size_t> columns;
    for (const std::size_t column : value_columns(problem.train.table, problem.generated))
        if (problem.train.table.columns[column].role != Role::target)
            columns.push_back(column);
    return search_subgroups(problem.train.table, columns, problem.train.label, settings, progress, std::move(stop));
}

} // namespace fairloom
