#include "core/model/distance_covariance.h"

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/model/distance_covariance_kernel.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace fairloom {

namespace {

constexpr double two_pi = 2 * std::numbers::pi;
constexpr std::size_t lanes = 16;
// Above this, K of a sharp self pair can leave the range of a float; the plain double loop takes over.
constexpr std::size_t largest_float_dimension = 32;

/// Denormals to zero on this thread, for as long as it lives: they slow the loop two to three times.
class FlushDenormals {
public:
#if defined(__x86_64__)
    FlushDenormals() : saved_(_mm_getcsr()) { _mm_setcsr(saved_ | 0x8040); }
    ~FlushDenormals() { _mm_setcsr(saved_); }

private:
    unsigned saved_;
#endif
};

kernel::PairKernel choose_kernel()
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
        return kernel::pairs_avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return kernel::pairs_avx2;
#endif
    return kernel::pairs_baseline;
}

/// w_ab * n^2 = sum_s p_s^2 + [a = b] - p_a - p_b
std::vector<double> pair_weights(std::span<const std::int32_t> group, int groups)
{
    const std::size_t count = static_cast<std::size_t>(groups);
    std::vector<double> share(count, 0.0);
    for (const std::int32_t s : group)
        share[static_cast<std::size_t>(s)] += 1.0;
    double squares = 0;
    for (double &p : share) {
        p /= static_cast<double>(group.size());
        squares += p * p;
    }
    std::vector<double> weights(count * count);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b)
            weights[a * count + b] = squares + (a == b ? 1.0 : 0.0) - share[a] - share[b];
    return weights;
}

template <typename Float>
double self_part(std::span<const Float> logvar, std::span<const std::int32_t> group, std::size_t n, std::size_t d,
                 const std::vector<double> &weights, int groups)
{
    double total = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double log_det = 0;
        for (std::size_t k = 0; k < d; ++k)
            log_det += std::log(2 * two_pi) + static_cast<double>(logvar[i * d + k]);
        const std::size_t s = static_cast<std::size_t>(group[i]);
        total += weights[s * static_cast<std::size_t>(groups) + s] * std::exp(-0.5 * log_det);
    }
    return total / (static_cast<double>(n) * static_cast<double>(n));
}

template <typename Float>
DistanceCovariance plain(std::span<const Float> mean, std::span<const Float> logvar, std::span<const std::int32_t> group,
                         std::size_t n, std::size_t d, int groups, std::span<Float> grad_mean, std::span<Float> grad_logvar,
                         int threads)
{
    const std::vector<double> weights = pair_weights(group, groups);
    std::vector<double> var(n * d);
    std::transform(logvar.begin(), logvar.end(), var.begin(), [](Float x) { return std::exp(static_cast<double>(x)); });
    std::vector<double> row_value(n, 0.0);
    const double scale = 1.0 / (static_cast<double>(n) * static_cast<double>(n));
    parallel_for(n, threads, [&](std::size_t begin, std::size_t end, int) {
        std::vector<double> gm(d), gv(d);
        for (std::size_t i = begin; i < end; ++i) {
            std::fill(gm.begin(), gm.end(), 0.0);
            std::fill(gv.begin(), gv.end(), 0.0);
            for (std::size_t j = 0; j < n; ++j) {
                double exponent = 0;
                for (std::size_t k = 0; k < d; ++k) {
                    const double v = var[i * d + k] + var[j * d + k];
                    const double difference = static_cast<double>(mean[i * d + k]) - static_cast<double>(mean[j * d + k]);
                    exponent -= 0.5 * (difference * difference / v + std::log(two_pi * v));
                }
                const double wk = weights[static_cast<std::size_t>(group[i]) * static_cast<std::size_t>(groups) +
                                          static_cast<std::size_t>(group[j])] * std::exp(exponent);
                row_value[i] += wk;
                for (std::size_t k = 0; k < d; ++k) {
                    const double v = var[i * d + k] + var[j * d + k];
                    const double slope = (static_cast<double>(mean[i * d + k]) - static_cast<double>(mean[j * d + k])) / v;
                    gm[k] += wk * slope;
                    gv[k] += wk * (slope * slope - 1 / v);
                }
            }
            if (!grad_mean.empty())
                for (std::size_t k = 0; k < d; ++k) {
                    grad_mean[i * d + k] = static_cast<Float>(-2 * scale * gm[k]);
                    grad_logvar[i * d + k] = static_cast<Float>(scale * gv[k] * var[i * d + k]);
                }
        }
    });
    DistanceCovariance result;
    result.value = std::accumulate(row_value.begin(), row_value.end(), 0.0) * scale;
    result.self_pairs = self_part<Float>(logvar, group, n, d, weights, groups);
    return result;
}

} // namespace

DistanceCovariance distance_covariance(std::span<const double> mean, std::span<const double> logvar,
                                       std::span<const std::int32_t> group, std::size_t n, std::size_t d, int groups,
                                       std::span<double> grad_mean, std::span<double> grad_logvar, int threads)
{
    return plain<double>(mean, logvar, group, n, d, groups, grad_mean, grad_logvar, threads);
}

DistanceCovariance distance_covariance(std::span<const float> mean, std::span<const float> logvar,
                                       std::span<const std::int32_t> group, std::size_t n, std::size_t d, int groups,
                                       std::span<float> grad_mean, std::span<float> grad_logvar, int threads)
{
    if (n == 0)
        return {};
    if (d > largest_float_dimension)
        return plain<float>(mean, logvar, group, n, d, groups, grad_mean, grad_logvar, threads);

    static const kernel::PairKernel pairs = choose_kernel();
    const std::vector<double> weights = pair_weights(group, groups);
    const std::size_t fours = (d + 3) / 4, dims = fours * 4;
    const std::size_t stride = (n + lanes - 1) / lanes * lanes;

    std::vector<float> by_dimension_mean(dims * stride, 0.0f), by_dimension_var(dims * stride, 0.5f);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t k = 0; k < d; ++k) {
            by_dimension_mean[k * stride + i] = mean[i * d + k];
            by_dimension_var[k * stride + i] = std::exp(logvar[i * d + k]);
        }

    // Rows of one group share their weights, so the rows are taken in the order of their groups.
    std::vector<unsigned> rows(n);
    std::iota(rows.begin(), rows.end(), 0u);
    std::stable_sort(rows.begin(), rows.end(), [&](unsigned a, unsigned b) { return group[a] < group[b]; });

    const bool with_gradient = !grad_mean.empty();
    std::vector<float> sums_mean(with_gradient ? n * dims : 0), sums_var(with_gradient ? n * dims : 0);
    const int parts = std::max(1, std::min<int>(threads, static_cast<int>(n / 64) + 1));
    std::vector<double> values(static_cast<std::size_t>(parts), 0.0);
    parallel_for(n, parts, [&](std::size_t begin, std::size_t end, int part) {
        const FlushDenormals flush;
        std::vector<float> weight(stride, 0.0f);
        for (std::size_t first = begin; first < end;) {
            const std::int32_t s = group[rows[first]];
            std::size_t last = first;
            while (last < end && group[rows[last]] == s)
                ++last;
            for (std::size_t j = 0; j < n; ++j)
                weight[j] = static_cast<float>(weights[static_cast<std::size_t>(s) * static_cast<std::size_t>(groups) +
                                                       static_cast<std::size_t>(group[j])]);
            kernel::PairTask task;
            task.mean = by_dimension_mean.data();
            task.var = by_dimension_var.data();
            task.stride = stride;
            task.weight = weight.data();
            task.rows = rows.data() + first;
            task.row_count = last - first;
            task.scale = static_cast<float>(std::pow(two_pi, -0.5 * static_cast<double>(d)));
            task.grad_mean = with_gradient ? sums_mean.data() : nullptr;
            task.grad_var = with_gradient ? sums_var.data() : nullptr;
            pairs(task, static_cast<int>(fours));
            values[static_cast<std::size_t>(part)] += task.value;
            first = last;
        }
    });

    const double scale = 1.0 / (static_cast<double>(n) * static_cast<double>(n));
    if (with_gradient)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t k = 0; k < d; ++k) {
                grad_mean[i * d + k] = static_cast<float>(-2 * scale * static_cast<double>(sums_mean[i * dims + k]));
                grad_logvar[i * d + k] = static_cast<float>(scale * static_cast<double>(sums_var[i * dims + k]) *
                                                            static_cast<double>(by_dimension_var[k * stride + i]));
            }
    DistanceCovariance result;
    result.value = std::accumulate(values.begin(), values.end(), 0.0) * scale;
    result.self_pairs = self_part<float>(logvar, group, n, d, weights, groups);
    return result;
}

CentredDependence centred_dependence(std::span<const float> mean, std::span<const float> logvar,
                                     std::span<const std::int32_t> group, std::size_t n, std::size_t d, int groups, int draws,
                                     std::uint64_t seed, int threads)
{
    CentredDependence result;
    if (n == 0 || draws <= 0)
        return result;
    const auto cross = [&](std::span<const std::int32_t> s) {
        return distance_covariance(mean, logvar, s, n, d, groups, {}, {}, threads).cross();
    };
    const double observed = cross(group);
    std::vector<std::int32_t> permuted(group.begin(), group.end());
    Random random(seed, "centred dependence");
    double total = 0;
    int at_least = 0;
    for (int draw = 0; draw < draws; ++draw) {
        random.shuffle(permuted);
        const double value = cross(permuted);
        total += value;
        at_least += value >= observed;
    }
    result.value = observed - total / draws;
    result.p_value = (1.0 + at_least) / (1.0 + draws);
    return result;
}

} // namespace fairloom
