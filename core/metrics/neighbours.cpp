#include "core/metrics/neighbours.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <string>
#include <utility>

namespace fairloom {

namespace {

using neighbour_search::not_below;
using neighbour_search::strip;
using neighbour_search::strip_below;

constexpr float largest_value = 1e15f; ///< squared, and added up over millions of columns, still a float

void require_finite(const Matrix &rows)
{
    if (!std::all_of(rows.values.begin(), rows.values.end(), [](float v) { return std::isfinite(v); }))
        throw InputError(FAIRLOOM_TEXT("the rows to compare hold values that are not finite"), "",
                         FAIRLOOM_TEXT("Fill missing values in first"));
    if (!std::all_of(rows.values.begin(), rows.values.end(), [](float v) { return std::abs(v) < largest_value; }))
        throw InputError(FAIRLOOM_TEXT("the rows to compare hold values whose squares cannot be added up"), "",
                         FAIRLOOM_TEXT("Scale them first"));
}

/// The k smallest values offered, in ascending order, and whose they are; back() is infinite until k have been offered.
class Smallest {
public:
    explicit Smallest(int k) : values_(static_cast<std::size_t>(k)), owners_(values_.size()) { reset(); }

    void reset() { std::fill(values_.begin(), values_.end(), std::numeric_limits<double>::infinity()); }
    const std::vector<double> &values() const { return values_; }
    const std::vector<std::uint32_t> &owners() const { return owners_; }
    double back() const { return values_.back(); }
    void offer(double value, std::size_t owner)
    {
        if (!(value < values_.back()))
            return;
        std::size_t i = values_.size() - 1;
        for (; i > 0 && value < values_[i - 1]; --i) {
            values_[i] = values_[i - 1];
            owners_[i] = owners_[i - 1];
        }
        values_[i] = value;
        owners_[i] = static_cast<std::uint32_t>(owner);
    }

private:
    std::vector<double> values_;
    std::vector<std::uint32_t> owners_;
};

/// The k nearest rows of one row, while distances with an error come in. Plain distances take a hundred times as long: they are made of those alone
/// that may still be among the nearest when all have been looked at, or when too many are waiting.
class Nearest {
public:
    explicit Nearest(int k) : found_(k), approximate_(k) {}

    void reset(double error)
    {
        found_.reset();
        approximate_.reset();
        waiting_.clear();
        error_ = error;
        limit_ = std::numeric_limits<float>::infinity();
    }
    float limit() const { return limit_; } ///< distances from here on need not be added
    bool complete() const { return found_.back() == 0; } ///< nothing can be nearer, and of equally near rows the first counts
    bool crowded() const { return waiting_.size() >= most_waiting; }
    void add(float distance, std::size_t owner)
    {
        waiting_.emplace_back(distance, owner);
        approximate_.offer(static_cast<double>(distance), owner);
        // The k-th nearest is no further than the k-th of these plus the error, and a row among the nearest looks no further than that plus the error.
        limit_ = std::min(limit_, not_below(approximate_.back() + 2 * error_));
    }
    template <typename Distance>
    void settle(const Distance &plain_distance)
    {
        for (const auto &[distance, owner] : waiting_)
            if (distance < limit_)
                found_.offer(plain_distance(owner), owner);
        waiting_.clear();
        limit_ = std::min(limit_, not_below(found_.back() + error_));
    }
    const Smallest &found() const { return found_; }

private:
    static constexpr std::size_t most_waiting = 128;

    Smallest found_, approximate_;
    std::vector<std::pair<float, std::size_t>> waiting_; ///< in the order of the reference's rows
    double error_ = 0;
    float limit_ = 0;
};

/// Hands the k nearest rows of the reference of every row to `take`. `same`: the rows are those of the reference, and none is its own neighbour.
template <typename Take>
void search(const Matrix &rows, const PackedRows &packed_rows, const Matrix &reference, const PackedRows &packed, bool same, int k,
            int threads, const std::stop_token &stop, const Take &take)
{
    const std::size_t m = reference.rows;
    parallel_for(rows.rows, threads, [&](std::size_t begin, std::size_t end, int) {
        DistanceBlock block(packed);
        std::vector<Nearest> nearest(DistanceBlock::block_rows, Nearest(k));
        for (std::size_t i0 = begin; i0 < end; i0 += DistanceBlock::block_rows) {
            const std::size_t count = std::min(DistanceBlock::block_rows, end - i0);
            block.set_rows(rows, packed_rows, i0, count);
            for (std::size_t i = 0; i < count; ++i)
                nearest[i].reset(block.error(i));
            const auto settle = [&](std::size_t i) {
                nearest[i].settle([&](std::size_t row) { return plain_squared_distance(rows.row(i0 + i).data(), reference.row(row).data(), rows.columns); });
            };
            for (std::size_t j0 = 0; j0 < m; j0 += DistanceBlock::block_columns) {
                throw_if_stopped(stop);
                block.compute(j0);
                const std::size_t width = std::min(DistanceBlock::block_columns, m - j0);
                for (std::size_t i = 0; i < count; ++i) {
                    Nearest &own = nearest[i];
                    const float *d = block.row(i);
                    // Beyond `width` there is padding up to a whole block.
                    for (std::size_t c = strip_below(d, 0, width, own.limit()); c < width && !own.complete(); c = strip_below(d, c + strip, width, own.limit())) {
                        for (std::size_t l = c; l < std::min(c + strip, width); ++l)
                            if (d[l] < own.limit() && !(same && j0 + l == i0 + i))
                                own.add(d[l], j0 + l);
                        if (own.crowded())
                            settle(i);
                    }
                }
            }
            for (std::size_t i = 0; i < count; ++i) {
                settle(i);
                take(i0 + i, nearest[i].found());
            }
        }
    });
}

} // namespace

void require_neighbours(const Matrix &rows, int k)
{
    if (k < 1 || rows.rows <= static_cast<std::size_t>(k))
        throw InputError(Message(FAIRLOOM_TEXT("%1 rows are too few for %2 nearest neighbours"),
                                 {std::to_string(rows.rows), std::to_string(k)}),
                         "", FAIRLOOM_TEXT("Use more rows or a smaller k"));
    require_finite(rows);
}

std::vector<double> kth_neighbour_distance(const Matrix &rows, const PackedRows &packed, int k, int threads, const std::stop_token &stop)
{
    std::vector<double> out(rows.rows);
    search(rows, packed, rows, packed, true, k, threads, stop,
           [&](std::size_t row, const Smallest &nearest) { out[row] = nearest.back(); });
    return out;
}

std::vector<double> kth_neighbour_distance(const Matrix &rows, int k, int threads, std::stop_token stop)
{
    require_neighbours(rows, k);
    return kth_neighbour_distance(rows, PackedRows(rows), k, threads, stop);
}

NearestRows nearest_rows(const Matrix &rows, const Matrix &reference, int k, int threads, std::stop_token stop)
{
    if (k < 1 || reference.rows < static_cast<std::size_t>(k))
        throw InputError(Message(FAIRLOOM_TEXT("%1 rows are too few for %2 nearest neighbours"),
                                 {std::to_string(reference.rows), std::to_string(k)}),
                         "", FAIRLOOM_TEXT("Use more rows or a smaller k"));
    require_finite(reference);
    require_finite(rows);
    if (rows.columns != reference.columns)
        throw InputError(Message(FAIRLOOM_TEXT("rows of %1 values cannot be compared with rows of %2"),
                                 {std::to_string(rows.columns), std::to_string(reference.columns)}),
                         "", FAIRLOOM_TEXT("Prepare both tables in the same way"));
    const std::size_t count = static_cast<std::size_t>(k);
    NearestRows out{std::vector<double>(rows.rows * count), std::vector<std::uint32_t>(rows.rows * count)};
    search(rows, PackedRows(rows), reference, PackedRows(reference), false, k, threads, stop, [&](std::size_t row, const Smallest &nearest) {
        std::ranges::copy(nearest.values(), out.distance.data() + row * count);
        std::ranges::copy(nearest.owners(), out.row.data() + row * count);
    });
    return out;
}

} // namespace fairloom
