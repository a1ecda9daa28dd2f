#include "core/metrics/single_column_score.h"

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/metrics/column_codes.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace fairloom {

namespace {

constexpr std::size_t rows_per_bin = 25;

CodedColumn column_values(const Column &column, int most_bins)
{
    if (column.type == ColumnType::category)
        return category_codes(column);
    const std::size_t bins = std::clamp<std::size_t>(column.rows() / rows_per_bin, 2, static_cast<std::size_t>(std::max(most_bins, 2)));
    const QuantileBins cut = quantile_bins(column.numbers, static_cast<int>(bins));
    CodedColumn out;
    out.count = static_cast<int>(cut.count()) + 1;
    out.codes.reserve(column.numbers.size());
    for (const double value : column.numbers)
        out.codes.push_back(static_cast<std::int32_t>(cut.bin_of(value)));
    return out;
}

/// Rows by fold and value.
class FoldCounts {
public:
    FoldCounts(std::size_t folds, std::size_t values) : folds_(folds), values_(values), count_((folds + 1) * values) {}

    void add(std::size_t fold, std::size_t value)
    {
        ++count_[fold * values_ + value];
        ++count_[folds_ * values_ + value];
    }
    void clear() { std::fill(count_.begin(), count_.end(), 0u); }
    std::uint32_t inside(std::size_t fold, std::size_t value) const { return count_[fold * values_ + value]; }
    std::uint32_t outside(std::size_t fold, std::size_t value) const
    {
        return count_[folds_ * values_ + value] - inside(fold, value);
    }

private:
    std::size_t folds_, values_;
    std::vector<std::uint32_t> count_; // the last row is the sum of all folds
};

/// AUROC of one fold's rows, by counting: all rows of a value have the same score.
class FoldAuroc {
public:
    void add(double score, double own, double rest) { values_.push_back({score, own, rest}); }

    std::optional<double> take()
    {
        std::sort(values_.begin(), values_.end(), [](const Value &a, const Value &b) { return a.score < b.score; });
        double own_all = 0, rest_below = 0, wins = 0;
        for (std::size_t begin = 0; begin < values_.size();) {
            double own = 0, rest = 0;
            for (const double score = values_[begin].score; begin < values_.size() && values_[begin].score == score; ++begin) {
                own += values_[begin].own;
                rest += values_[begin].rest;
            }
            wins += own * (rest_below + 0.5 * rest);
            own_all += own;
            rest_below += rest;
        }
        values_.clear();
        if (own_all == 0 || rest_below == 0)
            return std::nullopt;
        return wins / (own_all * rest_below);
    }

private:
    struct Value {
        double score, own, rest;
    };
    std::vector<Value> values_;
};

} // namespace

std::vector<std::uint8_t> stratified_folds(std::span<const std::int32_t> classes, int count, int folds, std::uint64_t seed)
{
    if (folds < 2 || folds > 100)
        throw InputError(Message(FAIRLOOM_TEXT("%1 folds are asked for"), {std::to_string(folds)}), "",
                         FAIRLOOM_TEXT("Choose a number from 2 to 100"));
    std::vector<std::uint32_t> order(classes.size());
    std::iota(order.begin(), order.end(), 0u);
    Random random(seed, "folds");
    random.shuffle(order);
    std::vector<std::uint32_t> dealt(static_cast<std::size_t>(std::max(count, 0)));
    std::vector<std::uint8_t> out(classes.size());
    for (const std::uint32_t row : order)
        out[row] = static_cast<std::uint8_t>(dealt[static_cast<std::size_t>(classes[row])]++ % static_cast<std::uint32_t>(folds));
    return out;
}

Metric single_column_auroc(const Column &column, std::span<const std::int32_t> classes, int count,
                           std::span<const std::uint8_t> fold, const SingleColumnSettings &settings, std::stop_token stop)
{
    const std::size_t rows = classes.size();
    if (column.rows() != rows || fold.size() != rows)
        throw InputError(FAIRLOOM_TEXT("a column and the classes to be guessed from it are not equally long"), column.name,
                         FAIRLOOM_TEXT("Pass one class and one fold per row"));
    const CodedColumn value = column_values(column, settings.most_bins);
    const std::size_t values = static_cast<std::size_t>(value.count);
    const std::size_t folds = rows == 0 ? 0 : std::size_t{1} + *std::max_element(fold.begin(), fold.end());
    throw_if_stopped(stop);

    FoldCounts all(folds, values), own(folds, values);
    std::vector<std::size_t> members(static_cast<std::size_t>(std::max(count, 0)));
    for (std::size_t i = 0; i < rows; ++i) {
        all.add(fold[i], static_cast<std::size_t>(value.codes[i]));
        ++members[static_cast<std::size_t>(classes[i])];
    }
    double total = 0;
    std::size_t scored = 0;
    FoldAuroc auroc;
    for (std::size_t c = members.size() == 2 ? 1 : 0; c < members.size(); ++c) {
        throw_if_stopped(stop);
        if (members[c] < 2 || rows - members[c] < 2)
            continue;
        own.clear();
        for (std::size_t i = 0; i < rows; ++i)
            if (static_cast<std::size_t>(classes[i]) == c)
                own.add(fold[i], static_cast<std::size_t>(value.codes[i]));
        const double rate = static_cast<double>(members[c]) / static_cast<double>(rows);
        double sum = 0;
        int folds_scored = 0;
        for (std::size_t f = 0; f < folds; ++f) {
            for (std::size_t v = 0; v < values; ++v)
                if (const std::uint32_t here = all.inside(f, v); here > 0) {
                    const double others = all.outside(f, v), members_there = own.outside(f, v);
                    // without other rows it is the overall rate, to the last digit: such values are ties
                    const double score = others > 0 ? (members_there + settings.shrinkage * rate) / (others + settings.shrinkage) : rate;
                    const double mine = own.inside(f, v);
                    auroc.add(score, mine, here - mine);
                }
            if (const std::optional<double> area = auroc.take()) {
                sum += *area;
                ++folds_scored;
            }
        }
        if (folds_scored > 0) {
            total += sum / folds_scored;
            ++scored;
        }
    }
    if (scored == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("no class has enough rows to be guessed from others"));
    return Metric(total / static_cast<double>(scored));
}

} // namespace fairloom
