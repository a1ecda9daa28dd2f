#include "core/metrics/support_quality.h"

#include "core/base/error.h"
#include "core/metrics/intervals.h"
#include "core/metrics/neighbours.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace fairloom {

namespace {

constexpr int alphas = 30;

double alpha_at(int k) { return static_cast<double>(k) / (alphas - 1); }

/// Distance of every row to a point.
std::vector<double> distance_to(const Matrix &rows, const std::vector<double> &point)
{
    std::vector<double> out(rows.rows);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        double sum = 0;
        for (std::size_t c = 0; c < rows.columns; ++c) {
            const double difference = static_cast<double>(rows.row(i)[c]) - point[c];
            sum += difference * difference;
        }
        out[i] = std::sqrt(sum);
    }
    return out;
}

std::vector<double> mean_row(const Matrix &rows)
{
    std::vector<double> out(rows.columns);
    for (std::size_t i = 0; i < rows.rows; ++i)
        for (std::size_t c = 0; c < rows.columns; ++c)
            out[c] += static_cast<double>(rows.row(i)[c]);
    for (double &value : out)
        value /= static_cast<double>(rows.rows);
    return out;
}

/// 1 - 2 * mean over alpha of |share of all `count` rows that are `counted` and inside the ball - alpha|, where the ball with alpha holds
/// that share of `inside`.
double area_score(std::vector<double> counted, std::vector<double> inside, std::size_t count)
{
    std::ranges::sort(counted);
    std::ranges::sort(inside);
    double sum = 0;
    for (int k = 0; k < alphas; ++k) {
        const double radius = quantile_of_sorted(inside, alpha_at(k));
        const auto within = std::ranges::upper_bound(counted, radius) - counted.begin();
        sum += std::abs(static_cast<double>(within) / static_cast<double>(count) - alpha_at(k));
    }
    // A share that only grows with alpha is at most 1/2 away from it on average, so only rounding could leave 0 .. 1.
    return std::clamp(1 - 2 * sum / alphas, 0.0, 1.0);
}

double beta_recall(const Matrix &synthetic, const NearestRows &nearest_synthetic, std::span<const double> real_radius)
{
    const std::vector<double> to_mean = distance_to(synthetic, mean_row(synthetic));
    std::vector<double> nearest, recalled;
    for (std::size_t i = 0; i < real_radius.size(); ++i) {
        nearest.push_back(to_mean[nearest_synthetic.row[i]]);
        if (nearest_synthetic.distance[i] <= real_radius[i])
            recalled.push_back(nearest.back());
    }
    return area_score(std::move(recalled), std::move(nearest), real_radius.size());
}

double authenticity(const NearestRows &nearest_real, std::span<const double> real_radius)
{
    std::size_t authentic = 0;
    for (std::size_t j = 0; j < nearest_real.row.size(); ++j)
        authentic += nearest_real.distance[j] > real_radius[nearest_real.row[j]];
    return static_cast<double>(authentic) / static_cast<double>(nearest_real.row.size());
}

/// Looks up the radius of the real row that has the SYNTHETIC row's number, as the authors' code does.
Metric authenticity_published(const NearestRows &nearest_synthetic, std::span<const double> real_radius, std::size_t synthetic_rows)
{
    if (synthetic_rows > real_radius.size())
        return Metric::undefined_because(
            FAIRLOOM_TEXT("there are more synthetic than real rows, and the published form takes the number of one for that of the other"));
    std::size_t authentic = 0;
    for (std::size_t i = 0; i < real_radius.size(); ++i)
        authentic += nearest_synthetic.distance[i] > real_radius[nearest_synthetic.row[i]];
    return Metric(static_cast<double>(authentic) / static_cast<double>(real_radius.size()));
}

} // namespace

SupportQuality compute_support_quality(const Matrix &real, const Matrix &synthetic, int threads, std::stop_token stop)
{
    if (std::min(real.rows, synthetic.rows) < 2)
        throw InputError(Message(FAIRLOOM_TEXT("%1 real and %2 synthetic rows are too few to compare what they cover"),
                                 {std::to_string(real.rows), std::to_string(synthetic.rows)}),
                         "", FAIRLOOM_TEXT("Use at least two rows of each"));
    const NearestRows nearest_synthetic = nearest_rows(real, synthetic, 1, threads, stop);
    const NearestRows nearest_real = nearest_rows(synthetic, real, 1, threads, stop);
    const std::vector<double> real_radius = kth_neighbour_distance(real, 1, threads, stop);
    const std::vector<double> real_mean = mean_row(real);

    SupportQuality out;
    out.alpha_precision = area_score(distance_to(synthetic, real_mean), distance_to(real, real_mean), synthetic.rows);
    out.beta_recall = beta_recall(synthetic, nearest_synthetic, real_radius);
    out.authenticity = authenticity(nearest_real, real_radius);
    out.authenticity_published = authenticity_published(nearest_synthetic, real_radius, synthetic.rows);
    out.n_real = real.rows;
    out.n_synthetic = synthetic.rows;
    return out;
}

} // namespace fairloom
