#include "core/model/distance_covariance.h"

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/model/distance_covariance_kernel.h"
#include "core/model/fast_exp.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <new>
#include <numbers>
#include <numeric>
#include <vector>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace fairloom {

namespace {

constexpr double two_pi = 2 * std::numbers::pi;
// Above this, K of a sharp self pair can leave the range of a float; the plain double loop takes over.
constexpr std::size_t largest_float_dimension = 32;
// So far that the density of a padded row is 0, and so near that its square is a float.
constexpr float far_away = 1e15f;
// Products of eight variances must stay within the kernel's range; the plain double loop takes what does not.
constexpr float lowest_logvar = -8, highest_logvar = 8;

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

std::vector<DistanceCovarianceKernel> runnable_kernels()
{
    std::vector<DistanceCovarianceKernel> out;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        out.push_back({"AVX-512", kernel::pairs_avx512});
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        out.push_back({"AVX2", kernel::pairs_avx2});
#endif
    out.push_back({"baseline", kernel::pairs_baseline});
    return out;
}

struct FreeAligned {
    void operator()(void *memory) const { std::free(memory); }
};

/// Uninitialised memory at a page's border.
template <typename Value>
class AlignedArray {
public:
    explicit AlignedArray(std::size_t size)
        : memory_(static_cast<Value *>(std::aligned_alloc(4096, (size * sizeof(Value) + 4095) / 4096 * 4096)))
    {
        if (!memory_)
            throw std::bad_alloc();
    }
    Value *data() { return memory_.get(); }
    Value &operator[](std::size_t i) { return memory_.get()[i]; }

private:
    std::unique_ptr<Value[], FreeAligned> memory_;
};

std::vector<double> group_shares(std::span<const std::int32_t> group, int groups)
{
    std::vector<double> share(static_cast<std::size_t>(groups), 0.0);
    for (const std::int32_t s : group)
        share[static_cast<std::size_t>(s)] += 1.0;
    for (double &p : share)
        p /= static_cast<double>(group.size());
    return share;
}

double sum_of_squares(const std::vector<double> &values)
{
    return std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
}

/// w_ss K_ii n^2 of every row; w_aa n^2 = sum_s p_s^2 + 1 - 2 p_a.
template <typename Float>
std::vector<double> self_pairs(std::span<const Float> logvar, std::span<const std::int32_t> group, std::size_t n, std::size_t d,
                               const std::vector<double> &share)
{
    const double squares = sum_of_squares(share);
    const double constant = static_cast<double>(d) * std::log(2 * two_pi);
    std::vector<double> out(n);
    for (std::size_t i = 0; i < n; ++i) {
        double log_det = constant;
        for (std::size_t k = 0; k < d; ++k)
            log_det += static_cast<double>(logvar[i * d + k]);
        out[i] = (squares + 1 - 2 * share[static_cast<std::size_t>(group[i])]) * std::exp(-0.5 * log_det);
    }
    return out;
}

template <typename Float>
DistanceCovariance plain(std::span<const Float> mean, std::span<const Float> logvar, std::span<const std::int32_t> group,
                         std::size_t n, std::size_t d, int groups, std::span<Float> grad_mean, std::span<Float> grad_logvar,
                         int threads)
{
    const std::vector<double> share = group_shares(group, groups);
    const double squares = sum_of_squares(share);
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
                const double weight = squares + (group[i] == group[j] ? 1.0 : 0.0) - share[static_cast<std::size_t>(group[i])] -
                                      share[static_cast<std::size_t>(group[j])];
                const double wk = weight * std::exp(exponent);
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
    const std::vector<double> self = self_pairs<Float>(logvar, group, n, d, share);
    result.self_pairs = std::accumulate(self.begin(), self.end(), 0.0) * scale;
    return result;
}

/// The rows in the kernel's layout, which does not depend on its instruction set.
struct KernelRows {
    std::size_t dims, padded, stride;
    AlignedArray<float> mean, var, share;
    AlignedArray<std::int32_t> group;

    KernelRows(std::span<const float> mean_, std::span<const float> logvar, std::span<const std::int32_t> group_, std::size_t n,
               std::size_t d, const std::vector<double> &group_share)
        : dims((d + 3) / 4 * 4), padded((n + kernel::row_padding - 1) / kernel::row_padding * kernel::row_padding),
          // 128 more than a multiple of 1024: neighbouring dimensions lie half a kilobyte apart in the first-level cache
          stride((padded + 1023 - 128) / 1024 * 1024 + 128), mean(dims * stride),
          var(dims * stride), share(stride), group(stride)
    {
        std::fill_n(var.data(), dims * stride, 0.5f);
        std::fill_n(mean.data() + d * stride, (dims - d) * stride, 0.0f);
        for (std::size_t k = 0; k < d; ++k) {
            float *const m = mean.data() + k * stride, *const v = var.data() + k * stride;
            for (std::size_t i = 0; i < n; ++i) {
                m[i] = mean_[i * d + k];
                v[i] = fast_exp(logvar[i * d + k] - highest_logvar) * scale_back;
            }
            std::fill(m + n, m + padded, far_away);
        }
        for (std::size_t i = 0; i < n; ++i) {
            group[i] = group_[i];
            share[i] = static_cast<float>(group_share[static_cast<std::size_t>(group_[i])]);
        }
        std::fill(share.data() + n, share.data() + padded, 0.0f);
        std::fill(group.data() + n, group.data() + padded, -1);
    }

private:
    static constexpr float scale_back = 2980.95798704172827f; // exp(highest_logvar)
};

} // namespace

const std::vector<DistanceCovarianceKernel> &distance_covariance_kernels()
{
    static const std::vector<DistanceCovarianceKernel> kernels = runnable_kernels();
    return kernels;
}

DistanceCovariance distance_covariance(std::span<const double> mean, std::span<const double> logvar,
                                       std::span<const std::int32_t> group, std::size_t n, std::size_t d, int groups,
                                       std::span<double> grad_mean, std::span<double> grad_logvar, int threads)
{
    return plain<double>(mean, logvar, group, n, d, groups, grad_mean, grad_logvar, threads);
}

DistanceCovariance distance_covariance(std::span<const float> mean, std::span<const float> logvar,
                                       std::span<const std::int32_t> group, std::size_t n, std::size_t d, int groups,
                                       std::span<float> grad_mean, std::span<float> grad_logvar, int threads,
                                       const DistanceCovarianceKernel *chosen)
{
    if (n == 0)
        return {};
    const auto [lowest, highest] = std::minmax_element(logvar.begin(), logvar.end());
    if (d > largest_float_dimension || !(*lowest >= lowest_logvar && *highest <= highest_logvar))
        return plain<float>(mean, logvar, group, n, d, groups, grad_mean, grad_logvar, threads);

    const DistanceCovarianceKernel &pairs = chosen ? *chosen : distance_covariance_kernels().front();
    const std::vector<double> share = group_shares(group, groups);
    KernelRows rows(mean, logvar, group, n, d, share);
    const std::size_t dims = rows.dims, stride = rows.stride;
    const bool with_gradient = !grad_mean.empty();

    // Tiles further down have fewer rows j above them: dealt out to and fro, every thread gets its share of both.
    const std::size_t tiles = (n + kernel::tile_rows - 1) / kernel::tile_rows;
    const std::size_t parts = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(threads, 1)), 1, std::max<std::size_t>(1, tiles / 2));
    std::vector<double> values(parts, 0.0);
    std::vector<std::unique_ptr<AlignedArray<double>>> sums(parts);
    parallel_for(parts, static_cast<int>(parts), [&](std::size_t first_part, std::size_t last_part, int) {
        const FlushDenormals flush;
        for (std::size_t part = first_part; part < last_part; ++part) {
            kernel::PairTask task;
            task.mean = rows.mean.data();
            task.var = rows.var.data();
            task.rows = rows.padded;
            task.stride = stride;
            task.share = rows.share.data();
            task.group = rows.group.data();
            task.squares = static_cast<float>(sum_of_squares(share));
            task.scale = static_cast<float>(std::pow(two_pi, -0.5 * static_cast<double>(d)));
            if (with_gradient) {
                sums[part] = std::make_unique<AlignedArray<double>>(2 * dims * stride);
                std::fill_n(sums[part]->data(), 2 * dims * stride, 0.0);
                task.grad_mean = sums[part]->data();
                task.grad_var = sums[part]->data() + dims * stride;
            }
            for (std::size_t round = 0; round * parts < tiles; ++round) {
                const std::size_t tile = round * parts + (round % 2 == 0 ? part : parts - 1 - part);
                if (tile < tiles)
                    pairs.run(task, tile * kernel::tile_rows, std::min(n, (tile + 1) * kernel::tile_rows), static_cast<int>(dims / 4));
            }
            values[part] = task.value;
        }
    });

    const double scale = 1.0 / (static_cast<double>(n) * static_cast<double>(n));
    const std::vector<double> self = self_pairs<float>(logvar, group, n, d, share);
    DistanceCovariance result;
    result.self_pairs = std::accumulate(self.begin(), self.end(), 0.0) * scale;
    result.value = 2 * std::accumulate(values.begin(), values.end(), 0.0) * scale + result.self_pairs;
    if (with_gradient)
        parallel_for(d, static_cast<int>(parts), [&](std::size_t first, std::size_t last, int) {
            for (std::size_t k = first; k < last; ++k)
                for (std::size_t i = 0; i < n; ++i) {
                    double of_mean = 0, of_var = 0;
                    for (std::size_t part = 0; part < parts; ++part) {
                        of_mean += (*sums[part])[k * stride + i];
                        of_var += (*sums[part])[(dims + k) * stride + i];
                    }
                    const double var = static_cast<double>(rows.var[k * stride + i]);
                    of_var -= self[i] / (2 * var);
                    grad_mean[i * d + k] = static_cast<float>(-2 * scale * of_mean);
                    grad_logvar[i * d + k] = static_cast<float>(scale * of_var * var);
                }
        });
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
