#include "core/metrics/quality.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/metrics/distance_kernel.h"
#include "core/metrics/neighbours.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace fairloom {

namespace {

using neighbour_search::not_below;
using neighbour_search::strip;

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

/// What one thread found among its real rows.
struct Found {
    std::uint64_t inside = 0;  ///< pairs with the synthetic row in the real row's ball
    std::uint64_t covered = 0; ///< real rows with a synthetic row in their ball
    std::uint64_t recalled = 0; ///< real rows in the ball of a synthetic row
    std::vector<std::uint8_t> precise; ///< per synthetic row: in the ball of a real row
};

} // namespace

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
    require_neighbours(real.rows, real.k);
    require_neighbours(synthetic, real.k);
    if (synthetic.columns != real.rows.columns)
        throw InputError(Message(FAIRLOOM_TEXT("rows of %1 values cannot be compared with rows of %2"),
                                 {std::to_string(synthetic.columns), std::to_string(real.rows.columns)}),
                         "", FAIRLOOM_TEXT("Prepare both tables in the same way"));
    const std::size_t n = real.rows.rows, m = synthetic.rows, columns = synthetic.columns;
    const PackedRows packed(synthetic);
    const std::vector<double> radius = kth_neighbour_distance(synthetic, packed, real.k, threads, stop);
    const PackedRows packed_real(real.rows);

    std::vector<Found> found(static_cast<std::size_t>(std::max(1, threads)));
    parallel_for(n, threads, [&](std::size_t begin, std::size_t end, int part) {
        Found &f = found[static_cast<std::size_t>(part)];
        f.precise.assign(m, 0);
        DistanceBlock block(packed);
        std::vector<std::uint8_t> covered(DistanceBlock::block_rows), recalled(DistanceBlock::block_rows);
        // radii of the synthetic rows, padded with a value that no distance is under
        std::vector<float> radii(DistanceBlock::block_columns);
        for (std::size_t i0 = begin; i0 < end; i0 += DistanceBlock::block_rows) {
            const std::size_t count = std::min(DistanceBlock::block_rows, end - i0);
            block.set_rows(real.rows, packed_real, i0, count);
            std::fill(covered.begin(), covered.end(), 0);
            std::fill(recalled.begin(), recalled.end(), 0);
            for (std::size_t j0 = 0; j0 < m; j0 += DistanceBlock::block_columns) {
                throw_if_stopped(stop);
                block.compute(j0);
                const std::size_t width = std::min(DistanceBlock::block_columns, m - j0);
                std::fill(radii.begin(), radii.end(), 0.0f);
                std::transform(radius.begin() + static_cast<std::ptrdiff_t>(j0), radius.begin() + static_cast<std::ptrdiff_t>(j0 + width),
                               radii.begin(), not_below);
                for (std::size_t i = 0; i < count; ++i) {
                    const double own = real.radius[i0 + i], error = block.error(i);
                    const float *d = block.row(i);
                    const float own_above = not_below(own), error_above = not_below(error);
                    for (std::size_t c = 0; c < width; c += strip) {
                        int any = 0;
                        for (std::size_t l = 0; l < strip; ++l)
                            any |= d[c + l] - error_above <= std::max(own_above, radii[c + l]);
                        if (!any)
                            continue;
                        for (std::size_t l = c; l < std::min(c + strip, width); ++l) {
                            Decision decision(real.rows.row(i0 + i).data(), synthetic.row(j0 + l).data(), columns, static_cast<double>(d[l]), error);
                            if (decision.below(own)) {
                                ++f.inside;
                                covered[i] = 1;
                                f.precise[j0 + l] = 1;
                            }
                            if (!recalled[i] && decision.below(radius[j0 + l]))
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
