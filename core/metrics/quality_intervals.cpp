#include "core/base/draw_stream.h"
#include "core/base/matrix_rows.h"
#include "core/base/normal_quantile.h"
#include "core/metrics/quality.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

Matrix half_of(const Matrix &rows, Random &random)
{
    std::vector<std::size_t> order(rows.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(order);
    order.resize(rows.rows / 2);
    return select_rows(rows, order);
}

/// Student's t quantile by Cornish and Fisher's expansion (Abramowitz and Stegun 26.7.5); right to 0.001 from 10 degrees of freedom on.
double t_quantile(double p, double freedom)
{
    const double z = normal_quantile(p), z2 = z * z;
    return z + z * (z2 + 1) / (4 * freedom) + z * ((5 * z2 + 16) * z2 + 3) / (96 * freedom * freedom) +
           z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * freedom * freedom * freedom);
}

Interval interval_round(double value, const std::vector<double> &drawn, double level)
{
    const double n = static_cast<double>(drawn.size()), mean = std::accumulate(drawn.begin(), drawn.end(), 0.0) / n;
    double squares = 0;
    for (const double v : drawn)
        squares += (v - mean) * (v - mean);
    const double half = t_quantile(0.5 + 0.5 * level, n - 1) * std::sqrt(squares / (n - 1));
    Interval out;
    out.low = std::max(0.0, value - half);
    out.high = value + half;
    out.level = level;
    out.method = "half samples";
    out.resampled = "rows of both samples";
    out.draws = static_cast<int>(drawn.size());
    return out;
}

} // namespace

QualityIntervals quality_intervals(const Matrix &real, const Matrix &synthetic, const Quality &whole, double level, std::uint64_t seed, int threads,
                                   const std::stop_token &stop)
{
    QualityIntervals out;
    if (std::min(real.rows, synthetic.rows) < 4 * static_cast<std::size_t>(whole.k + 1))
        return out;
    std::vector<double> density, coverage;
    for (int draw = 0; draw < quality_draws; ++draw) {
        Random random = draw_stream(seed, "half sample", static_cast<std::size_t>(draw));
        const QualityReference reference = make_quality_reference(half_of(real, random), whole.k, threads, stop);
        const Quality found = compute_quality(reference, half_of(synthetic, random), threads, stop);
        density.push_back(found.density);
        coverage.push_back(found.coverage);
    }
    out.density = interval_round(whole.density, density, level);
    out.coverage = interval_round(whole.coverage, coverage, level);
    out.coverage->high = std::min(1.0, out.coverage->high);
    return out;
}

} // namespace fairloom
