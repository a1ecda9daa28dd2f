#include "core/metrics/distance_kernel.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fairloom {

namespace {

/// out[r][c] = norm_a[r] + norm_b[c] - 2 sum_j a[r][j] b[j][c] for Rows x (Vectors * Lanes) values, kept in registers over
/// the whole sum. Inlined into one function per instruction set.
template <int Rows, int Vectors, int Lanes>
[[gnu::always_inline]] inline void tile(const float *a, std::size_t columns, const float *panel, const float *norm_a,
                                        const float *norm_b, float *out, std::size_t out_stride)
{
    typedef float Vector __attribute__((vector_size(Lanes * sizeof(float))));
    constexpr int width = Vectors * Lanes;
    // Unrolled by hand and loaded one by one, or the sums would live in memory and be stored in every round.
    Vector sum[Rows][Vectors];
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v)
            sum[r][v] = Vector{};
    for (std::size_t j = 0; j < columns; ++j) {
        Vector b[Vectors];
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v)
            std::memcpy(&b[v], panel + j * width + static_cast<std::size_t>(v * Lanes), sizeof(Vector));
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const float value = a[static_cast<std::size_t>(r) * columns + j];
#pragma GCC unroll 4
            for (int v = 0; v < Vectors; ++v)
                sum[r][v] += b[v] * value;
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v) {
            Vector nb;
            std::memcpy(&nb, norm_b + v * Lanes, sizeof nb);
            const Vector d = (nb + norm_a[r]) - 2.0f * sum[r][v];
            std::memcpy(out + static_cast<std::size_t>(r) * out_stride + static_cast<std::size_t>(v * Lanes), &d, sizeof d);
        }
}

using Tile = void (*)(const float *, std::size_t, const float *, const float *, const float *, float *, std::size_t);

struct Kernel {
    Tile run;
    std::size_t rows, width;
};

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512dq,avx512vl"))) void tile_avx512(const float *a, std::size_t columns, const float *panel,
                                                    const float *norm_a, const float *norm_b, float *out, std::size_t stride)
{
    tile<8, 3, 16>(a, columns, panel, norm_a, norm_b, out, stride);
}

__attribute__((target("avx2,fma"))) void tile_avx2(const float *a, std::size_t columns, const float *panel, const float *norm_a,
                                                   const float *norm_b, float *out, std::size_t stride)
{
    tile<4, 3, 8>(a, columns, panel, norm_a, norm_b, out, stride);
}

void tile_any(const float *a, std::size_t columns, const float *panel, const float *norm_a, const float *norm_b, float *out,
              std::size_t stride)
{
    tile<2, 4, 4>(a, columns, panel, norm_a, norm_b, out, stride);
}

std::vector<Kernel> runnable_kernels()
{
    std::vector<Kernel> out;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        out.push_back({tile_avx512, 8, 48});
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        out.push_back({tile_avx2, 4, 24});
    out.push_back({tile_any, 2, 16});
    return out;
}
#else
void tile_any(const float *a, std::size_t columns, const float *panel, const float *norm_a, const float *norm_b, float *out,
              std::size_t stride)
{
    tile<4, 4, 4>(a, columns, panel, norm_a, norm_b, out, stride);
}

std::vector<Kernel> runnable_kernels()
{
    return {{tile_any, 4, 16}};
}
#endif

const std::vector<Kernel> &kernels()
{
    static const std::vector<Kernel> runnable = runnable_kernels();
    return runnable;
}

/// Whole blocks of columns, so that compute() never needs a partial panel.
std::size_t padded_rows(std::size_t rows)
{
    return (rows + DistanceBlock::block_columns - 1) / DistanceBlock::block_columns * DistanceBlock::block_columns;
}

} // namespace

std::size_t distance_kernel_count()
{
    return kernels().size();
}

double plain_squared_distance(const float *a, const float *b, std::size_t columns)
{
    double sum = 0;
    for (std::size_t j = 0; j < columns; ++j) {
        const double difference = static_cast<double>(a[j]) - static_cast<double>(b[j]);
        sum += difference * difference;
    }
    return sum;
}

PackedRows::PackedRows(const Matrix &rows, std::size_t kernel)
    : kernel_(kernel), columns_(rows.columns), norm_(rows.rows), padded_norm_(padded_rows(rows.rows)),
      values_(padded_rows(rows.rows) * rows.columns), one_hot_(rows, padded_rows(rows.rows), kernel)
{
    const std::size_t width = kernels()[kernel_].width;
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const float *x = rows.row(i).data();
        float *to = values_.data() + i / width * width * columns_ + i % width;
        double norm = 0;
        for (std::size_t j = 0; j < columns_; ++j) {
            const double value = x[j];
            to[j * width] = x[j];
            norm += value * value;
            exact_ = exact_ && value == std::nearbyint(value);
        }
        norm_[i] = norm;
        padded_norm_[i] = static_cast<float>(norm);
        largest_norm_ = std::max(largest_norm_, norm);
    }
    exact_ = exact_ && largest_norm_ < 0x1p22;
}

const float *PackedRows::panel(std::size_t first_row) const
{
    return values_.data() + first_row * columns_;
}

DistanceBlock::DistanceBlock(const PackedRows &b)
    : b_(b), numbers_(block_rows * b.one_hot().numbers()), ones_(block_rows), bytes_(block_rows * b.one_hot().bytes()), values_(block_rows * b.columns()), norm_(block_rows), error_(block_rows), out_(block_rows * block_columns)
{
}

bool DistanceBlock::take_one_hot(const Matrix &a, std::size_t begin)
{
    const OneHotRows &b = b_.one_hot();
    if (!b.worthwhile())
        return false;
    for (std::size_t i = 0; i < count_; ++i)
        if (!b.take(a.row(begin + i), numbers_.data() + i * b.numbers(), bytes_.data() + i * b.bytes(), &ones_[i]))
            return false;
    return true;
}

void DistanceBlock::set_rows(const Matrix &a, const PackedRows &packed_a, std::size_t begin, std::size_t count)
{
    count_ = count;
    one_hot_ = take_one_hot(a, begin);
    std::fill(values_.begin(), values_.end(), 0.0f);
    std::fill(norm_.begin(), norm_.end(), 0.0f);
    const bool exact = packed_a.exact() && b_.exact();
    for (std::size_t i = 0; i < count; ++i) {
        const std::span<const float> x = a.row(begin + i);
        std::copy(x.begin(), x.end(), values_.begin() + static_cast<std::ptrdiff_t>(i * b_.columns()));
        const double norm = packed_a.norm(begin + i);
        norm_[i] = static_cast<float>(norm);
        // With u = 2^-24, p columns and N = |a|^2 + |b|^2: a distance of one-hot rows with p numbers is off by at most (p + 4) u times itself, which
        // is at most 2 N; the product is off by at most p u N, the norms by u N, the three
        // operations that put them together by 4 u N. A wide margin leaves room for what callers do with the result in float.
        const std::size_t terms = one_hot_ ? b_.one_hot().numbers() : b_.columns();
        error_[i] = exact ? 0 : (2.0 * static_cast<double>(terms) + 40) * 0x1p-24 * (norm + b_.largest_norm());
    }
}

void DistanceBlock::compute(std::size_t first)
{
    if (one_hot_) {
        b_.one_hot().compute(numbers_.data(), bytes_.data(), ones_.data(), count_, first, block_columns, out_.data(), block_columns);
        return;
    }
    const Kernel &k = kernels()[b_.kernel()];
    const std::size_t columns = b_.columns();
    for (std::size_t c = 0; c < block_columns; c += k.width) {
        const float *panel = b_.panel(first + c);
        for (std::size_t r = 0; r < count_; r += k.rows)
            k.run(values_.data() + r * columns, columns, panel, norm_.data() + r, b_.norms() + first + c,
                  out_.data() + r * block_columns + c, block_columns);
    }
}

} // namespace fairloom
