#include "core/metrics/quality.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/metrics/distance_kernel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace fairloom {

namespace {

constexpr std::size_t strip = 16; ///< distances looked at together: nearly always none of them matters

void require_rows(const Matrix &rows, int k)
{
    if (k < 1 || rows.rows <= static_cast<std::size_t>(k))
        throw InputError(Message(FAIRLOOM_TEXT("%1 rows are too few for %2 nearest neighbours"),
                                 {std::to_string(rows.rows), std::to_string(k)}),
                         "", FAIRLOOM_TEXT("Use more rows or a smaller k"));
    if (!std::all_of(rows.values.begin(), rows.values.end(), [](float v) { return std::isfinite(v); }))
        throw InputError(FAIRLOOM_TEXT("the rows to compare hold values that are not finite"), "",
                         FAIRLOOM_TEXT("Fill missing values in first"));
}

/// The k smallest values offered, in ascending order; back() is infinite until k have been offered.
class Smallest {
public:
    explicit Smallest(int k) : values_(static_cast<std::size_t>(k), std::numeric_limits<double>::infinity()) {}

    void reset() { std::fill(values_.begin(), values_.end(), std::numeric_limits<double>::infinity()); }
    double back() const { return values_.back(); }
    void offer(double value)
    {
        if (!(value < values_.back()))
            return;
        std::size_t i = values_.size() - 1;
        for (; i > 0 && value < values_[i - 1]; --i)
            values_[i] = values_[i - 1];
        values_[i] = value;
    }

private:
    std::vector<double> values_;
};

/// Is distance(i, j) < radius, as the plain computation decides it? `exact` is computed at most once.
class Decision {
public:
    Decision(const float *a, const float *b, std::size_t columns, double approximate, double error)
        : a_(a), b_(b), columns_(columns), value_(approximate), error_(error)
    {
    }

    bool below(double radius)
    {
        if (value_ + error_ < radius)
            return true;
        if (value_ - error_ > radius)
            return false;
        if (error_ > 0) {
            value_ = plain_squared_distance(a_, b_, columns_);
            error_ = 0;
        }
        return value_ < radius;
    }

private:
    const float *a_, *b_;
    std::size_t columns_;
    double value_, error_;
};

std::vector<double> kth_distance(const Matrix &rows, const PackedRows &packed, int k, int threads, const std::stop_token &stop)
{
    const std::size_t n = rows.rows;
    std::vector<double> out(n);
    parallel_for(n, threads, [&](std::size_t begin, std::size_t end, int) {
        DistanceBlock block(packed);
        std::vector<Smallest> nearest(DistanceBlock::block_rows, Smallest(k));
        for (std::size_t i0 = begin; i0 < end; i0 += DistanceBlock::block_rows) {
            const std::size_t count = std::min(DistanceBlock::block_rows, end - i0);
            block.set_rows(rows, packed, i0, count);
            for (Smallest &s : nearest)
                s.reset();
            for (std::size_t j0 = 0; j0 < n; j0 += DistanceBlock::block_columns) {
                throw_if_stopped(stop);
                block.compute(j0);
                const std::size_t width = std::min(DistanceBlock::block_columns, n - j0);
                for (std::size_t i = 0; i < count; ++i) {
                    Smallest &s = nearest[i];
                    const double error = block.error(i);
                    const double *d = block.row(i);
                    double limit = s.back() + error;
                    for (std::size_t c = 0; c < width && s.back() > 0; c += strip) {
                        int any = 0; // beyond `width` there is padding up to a whole block
                        for (std::size_t l = 0; l < strip; ++l)
                            any |= d[c + l] < limit;
                        if (!any)
                            continue;
                        for (std::size_t l = c; l < std::min(c + strip, width); ++l) {
                            if (!(d[l] < limit) || j0 + l == i0 + i)
                                continue;
                            s.offer(plain_squared_distance(rows.row(i0 + i).data(), rows.row(j0 + l).data(), rows.columns));
                            limit = s.back() + error;
                        }
                    }
                }
            }
            for (std::size_t i = 0; i < count; ++i)
                out[i0 + i] = nearest[i].back();
        }
    });
    return out;
}

/// What one thread found among its real rows.
struct Found {
    std::uint64_t inside = 0;  ///< pairs with the synthetic row in the real row's ball
    std::uint64_t covered = 0; ///< real rows with a synthetic row in their ball
    std::uint64_t recalled = 0; ///< real rows in the ball of a synthetic row
    std::vector<std::uint8_t> precise; ///< per synthetic row: in the ball of a real row
};

} // namespace

std::vector<double> kth_neighbour_distance(const Matrix &rows, int k, int threads, std::stop_token stop)
{
    require_rows(rows, k);
    return kth_distance(rows, PackedRows(rows), k, threads, stop);
}

QualityReference make_quality_reference(Matrix real, int k, int threads, std::stop_token stop)
{
    QualityReference out;
    out.k = k;
    out.radius = kth_neighbour_distance(real, k, threads, std::move(stop));
    out.rows = std::move(real);
    return out;
}

Quality compute_quality(const QualityReference &real, const Matrix &synthetic, int threads, std::stop_token stop)
{
    require_rows(real.rows, real.k);
    require_rows(synthetic, real.k);
    if (synthetic.columns != real.rows.columns)
        throw InputError(Message(FAIRLOOM_TEXT("rows of %1 values cannot be compared with rows of %2"),
                                 {std::to_string(synthetic.columns), std::to_string(real.rows.columns)}),
                         "", FAIRLOOM_TEXT("Prepare both tables in the same way"));
    const std::size_t n = real.rows.rows, m = synthetic.rows, columns = synthetic.columns;
    const PackedRows packed(synthetic);
    const std::vector<double> radius = kth_distance(synthetic, packed, real.k, threads, stop);
    const PackedRows packed_real(real.rows);

    std::vector<Found> found(static_cast<std::size_t>(std::max(1, threads)));
    parallel_for(n, threads, [&](std::size_t begin, std::size_t end, int part) {
        Found &f = found[static_cast<std::size_t>(part)];
        f.precise.assign(m, 0);
        DistanceBlock block(packed);
        std::vector<std::uint8_t> covered(DistanceBlock::block_rows), recalled(DistanceBlock::block_rows);
        // radii of the synthetic rows, padded with a value that no distance is under
        std::vector<double> radii(DistanceBlock::block_columns);
        for (std::size_t i0 = begin; i0 < end; i0 += DistanceBlock::block_rows) {
            const std::size_t count = std::min(DistanceBlock::block_rows, end - i0);
            block.set_rows(real.rows, packed_real, i0, count);
            std::fill(covered.begin(), covered.end(), 0);
            std::fill(recalled.begin(), recalled.end(), 0);
            for (std::size_t j0 = 0; j0 < m; j0 += DistanceBlock::block_columns) {
                throw_if_stopped(stop);
                block.compute(j0);
                const std::size_t width = std::min(DistanceBlock::block_columns, m - j0);
                std::fill(radii.begin(), radii.end(), 0.0);
                std::copy_n(radius.begin() + static_cast<std::ptrdiff_t>(j0), width, radii.begin());
                for (std::size_t i = 0; i < count; ++i) {
                    const double own = real.radius[i0 + i], error = block.error(i);
                    const double *d = block.row(i);
                    for (std::size_t c = 0; c < width; c += strip) {
                        int any = 0;
                        for (std::size_t l = 0; l < strip; ++l)
                            any |= d[c + l] - error <= std::max(own, radii[c + l]);
                        if (!any)
                            continue;
                        for (std::size_t l = c; l < std::min(c + strip, width); ++l) {
                            Decision decision(real.rows.row(i0 + i).data(), synthetic.row(j0 + l).data(), columns, d[l], error);
                            if (decision.below(own)) {
                                ++f.inside;
                                covered[i] = 1;
                                f.precise[j0 + l] = 1;
                            }
                            if (!recalled[i] && decision.below(radii[l]))
                                recalled[i] = 1;
                        }
                    }
                }
            }
            for (std::size_t i = 0; i < count; ++i) {
                f.covered += covered[i];
                f.recalled += recalled[i];
            }
        }
    });

    std::uint64_t inside = 0, covered = 0, recalled = 0, precise = 0;
    for (const Found &f : found) {
        inside += f.inside;
        covered += f.covered;
        recalled += f.recalled;
    }
    for (std::size_t j = 0; j < m; ++j)
        precise += std::any_of(found.begin(), found.end(), [&](const Found &f) { return !f.precise.empty() && f.precise[j]; });

    Quality out;
    out.k = real.k;
    out.n_real = n;
    out.n_synthetic = m;
    out.density = static_cast<double>(inside) / (static_cast<double>(real.k) * static_cast<double>(m));
    out.coverage = static_cast<double>(covered) / static_cast<double>(n);
    out.precision = static_cast<double>(precise) / static_cast<double>(m);
    out.recall = static_cast<double>(recalled) / static_cast<double>(n);
    return out;
}

} // namespace fairloom
