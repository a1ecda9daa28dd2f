#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/metrics/leakage.h"

#include <algorithm>
#include <cmath>
#include <string>

// Why one pass over pairs is enough for all permutations: with a_ij the distances of x and b_ij = sqrt(2) [g_i != g_j]
// those of one-hot groups, and A the double-centred a (rows and columns of A sum to 0),
//
//     n^2 dCov^2 = sum_ij A_ij b_ij = -sqrt(2) sum_g sum_{i,j in g} A_ij
//     sum_{i,j in g} A_ij = S_g - 2 n_g sum_{i in g} m_i + n_g^2 m
//
// where S_g is the sum of the distances inside g, m_i the mean of row i and m the mean of all. A permutation changes S_g
// and the sum of m_i alone; each distance is computed once and added to S for every permutation in which its two rows
// are in one group.

namespace fairloom {

namespace {

double distance(const float *a, const float *b, std::size_t columns)
{
    double sum[8] = {};
    std::size_t j = 0;
    for (; j + 8 <= columns; j += 8)
        for (std::size_t l = 0; l < 8; ++l) {
            const double difference = static_cast<double>(a[j + l]) - static_cast<double>(b[j + l]);
            sum[l] += difference * difference;
        }
    double total = ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
    for (; j < columns; ++j) {
        const double difference = static_cast<double>(a[j]) - static_cast<double>(b[j]);
        total += difference * difference;
    }
    return std::sqrt(total);
}

/// sum[d] += distance for every draw d in which both rows are in the same group.
[[gnu::always_inline]] inline void add_where_same_body(double *sum, const std::int32_t *a, const std::int32_t *b, std::size_t draws,
                                                       double value)
{
    for (std::size_t d = 0; d < draws; ++d)
        sum[d] += a[d] == b[d] ? value : 0.0;
}

using AddWhereSame = void (*)(double *, const std::int32_t *, const std::int32_t *, std::size_t, double);

void add_where_same_any(double *sum, const std::int32_t *a, const std::int32_t *b, std::size_t draws, double value)
{
    add_where_same_body(sum, a, b, draws, value);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_where_same_avx2(double *sum, const std::int32_t *a, const std::int32_t *b, std::size_t draws,
                                                         double value)
{
    add_where_same_body(sum, a, b, draws, value);
}
#endif

AddWhereSame choose_add_where_same()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return add_where_same_avx2;
#endif
    return add_where_same_any;
}

/// n^2 dCov^2 / sqrt(2) of one assignment of groups, from the sum of distances inside groups.
double covariance(const std::vector<double> &row_mean, double mean, std::span<const std::int32_t> group, std::size_t stride,
                  std::size_t groups, double inside)
{
    std::vector<double> count(groups), means(groups);
    for (std::size_t i = 0; i < row_mean.size(); ++i) {
        const std::size_t g = static_cast<std::size_t>(group[i * stride]);
        count[g] += 1;
        means[g] += row_mean[i];
    }
    double centred = inside;
    for (std::size_t g = 0; g < groups; ++g)
        centred += count[g] * (count[g] * mean - 2 * means[g]);
    return -centred;
}

/// n^2 dVar^2 of the one-hot groups.
double group_variance(std::span<const std::int32_t> group, std::size_t groups)
{
    const double n = static_cast<double>(group.size());
    std::vector<double> count(groups);
    for (const std::int32_t g : group)
        count[static_cast<std::size_t>(g)] += 1;
    double squares = 0, row_squares = 0, total = 0; // of b / sqrt(2)
    for (const double c : count) {
        squares += c * (n - c);
        row_squares += c * ((n - c) / n) * ((n - c) / n);
        total += c * (n - c);
    }
    return 2 * (squares - 2 * n * row_squares + total / n * (total / n));
}

} // namespace

DistanceCorrelation distance_correlation(const Matrix &x, std::span<const std::int32_t> group, int groups,
                                         int permutations, std::uint64_t seed, int threads, std::stop_token stop)
{
    const std::size_t n = x.rows;
    if (n != group.size())
        throw InputError(Message(FAIRLOOM_TEXT("%1 groups for %2 rows"), {std::to_string(group.size()), std::to_string(n)}), "",
                         FAIRLOOM_TEXT("Pass one group per row"));
    DistanceCorrelation out;
    out.n = n;
    if (n < 2)
        return out;

    // column 0 is the observed assignment, the others its permutations
    const std::size_t draws = 1 + static_cast<std::size_t>(std::max(permutations, 0));
    std::vector<std::int32_t> assigned(n * draws);
    Random random(seed, "distance correlation");
    std::vector<std::int32_t> shuffled(group.begin(), group.end());
    for (std::size_t d = 0; d < draws; ++d) {
        throw_if_stopped(stop);
        if (d > 0)
            random.shuffle(shuffled);
        for (std::size_t i = 0; i < n; ++i)
            assigned[i * draws + d] = shuffled[i];
    }

    const AddWhereSame add_where_same = choose_add_where_same();
    std::vector<double> row_mean(n), row_squares(n);
    // As many sums whatever the threads, so that rounding is the same.
    constexpr std::size_t blocks = 32;
    std::vector<std::vector<double>> inside(blocks, std::vector<double>(draws));
    const auto add_row = [&](std::size_t i, std::vector<double> &sum) {
        double total = 0, squares = 0;
        for (std::size_t j = 0; j < n; ++j) {
            const double d = distance(x.row(i).data(), x.row(j).data(), x.columns);
            total += d;
            squares += d * d;
            add_where_same(sum.data(), &assigned[i * draws], &assigned[j * draws], draws, d);
        }
        row_mean[i] = total / static_cast<double>(n);
        row_squares[i] = squares;
    };
    parallel_for(blocks, threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t block = begin; block < end; ++block)
            for (std::size_t i = block * n / blocks; i < (block + 1) * n / blocks; ++i) {
                throw_if_stopped(stop);
                add_row(i, inside[block]);
            }
    });
    for (std::size_t block = 1; block < blocks; ++block)
        for (std::size_t d = 0; d < draws; ++d)
            inside[0][d] += inside[block][d];

    double mean = 0, squares = 0, mean_squares = 0;
    for (std::size_t i = 0; i < n; ++i) {
        mean += row_mean[i];
        squares += row_squares[i];
        mean_squares += row_mean[i] * row_mean[i];
    }
    const double rows = static_cast<double>(n);
    mean /= rows;
    const double variance_x = squares - 2 * rows * mean_squares + rows * rows * mean * mean;
    const std::size_t count = static_cast<std::size_t>(std::max(groups, 1));
    const double variance_g = group_variance(group, count);

    std::vector<double> covariances(draws);
    for (std::size_t d = 0; d < draws; ++d)
        covariances[d] = covariance(row_mean, mean, std::span(assigned).subspan(d), draws, count, inside[0][d]);
    // what is left of a constant by cancellation is no variance
    if (!(variance_x > 1e-12 * squares) || !(variance_g > 1e-12 * rows * rows))
        return out;
    const double squared = std::sqrt(2.0) * covariances[0] / std::sqrt(variance_x * variance_g);
    out.value = std::sqrt(std::clamp(squared, 0.0, 1.0));
    // rounding must not tell a permutation from the observed assignment if it is the same
    const double observed = covariances[0] - 1e-9 * std::abs(covariances[0]);
    const auto above = std::count_if(covariances.begin() + 1, covariances.end(), [&](double v) { return v >= observed; });
    out.p_value = static_cast<double>(1 + above) / static_cast<double>(draws);
    return out;
}

} // namespace fairloom
