#include "core/metrics/neighbours.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <string>

namespace fairloom {

namespace {

using neighbour_search::not_below;
using neighbour_search::strip;

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

/// Hands the k nearest rows of the reference of every row to `take`. `same`: the rows are those of the reference, and none is its own neighbour.
template <typename Take>
void search(const Matrix &rows, const PackedRows &packed_rows, const Matrix &reference, const PackedRows &packed, bool same, int k,
            int threads, const std::stop_token &stop, const Take &take)
{
    const std::size_t m = reference.rows;
    parallel_for(rows.rows, threads, [&](std::size_t begin, std::size_t end, int) {
        DistanceBlock block(packed);
        std::vector<Smallest> nearest(DistanceBlock::block_rows, Smallest(k));
        for (std::size_t i0 = begin; i0 < end; i0 += DistanceBlock::block_rows) {
            const std::size_t count = std::min(DistanceBlock::block_rows, end - i0);
            block.set_rows(rows, packed_rows, i0, count);
            for (Smallest &s : nearest)
                s.reset();
            for (std::size_t j0 = 0; j0 < m; j0 += DistanceBlock::block_columns) {
                throw_if_stopped(stop);
                block.compute(j0);
                const std::size_t width = std::min(DistanceBlock::block_columns, m - j0);
                for (std::size_t i = 0; i < count; ++i) {
                    Smallest &s = nearest[i];
                    const double error = block.error(i);
                    const float *d = block.row(i);
                    float limit = not_below(s.back() + error);
                    for (std::size_t c = 0; c < width && s.back() > 0; c += strip) {
                        int any = 0; // beyond `width` there is padding up to a whole block
                        for (std::size_t l = 0; l < strip; ++l)
                            any |= d[c + l] < limit;
                        if (!any)
                            continue;
                        for (std::size_t l = c; l < std::min(c + strip, width); ++l) {
                            if (!(d[l] < limit) || (same && j0 + l == i0 + i))
                                continue;
                            s.offer(plain_squared_distance(rows.row(i0 + i).data(), reference.row(j0 + l).data(), rows.columns), j0 + l);
                            limit = not_below(s.back() + error);
                        }
                    }
                }
            }
            for (std::size_t i = 0; i < count; ++i)
                take(i0 + i, nearest[i]);
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
