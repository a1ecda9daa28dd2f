#pragma once

// The inner loop of distance_covariance(), compiled once for every instruction set that is chosen at run time. Included
// by distance_covariance_{baseline,avx2,avx512}.cpp only, each with its own FAIRLOOM_KERNEL_ISA and FAIRLOOM_KERNEL_LANES.
// Nothing of the standard library may be used here: an inline function of it, compiled for AVX-512, could be the copy that
// the linker keeps for everybody.

namespace fairloom::kernel {

/// Rows in a tile: what one call of a PairKernel takes.
constexpr unsigned long tile_rows = 32;
/// Rows are padded to a multiple of this.
constexpr unsigned long row_padding = 128;

/// Rows are laid out by dimension: mean[k * stride + j], var[k * stride + j]. `rows` is a multiple of row_padding; padded
/// rows have a mean so far away that their density is 0. The dimensions are padded to a multiple of 4 with mean 0 and var
/// 0.5, so that a padded dimension contributes a factor of 1. The product of any eight var_i + var_j must stay within
/// 1e-30 .. 1e30. Everything is aligned to 64 bytes.
struct PairTask {
    const float *mean = nullptr;
    const float *var = nullptr;
    unsigned long rows = 0;
    unsigned long stride = 0;            ///< at least `rows`; powers of two would put all dimensions into the same cache sets
    const float *share = nullptr;        ///< per j: share of its group, p_{s_j}
    const int *group = nullptr;          ///< per j: s_j
    float squares = 0;                   ///< sum_s p_s^2
    float scale = 1;                     ///< (2 pi)^(-d / 2)
    double *grad_mean = nullptr;         ///< added up, [k * stride + i]: sum over j != i of w K (mean_i - mean_j) / v; null = value only
    double *grad_var = nullptr;          ///< added up, [k * stride + i]: sum over j != i of w K (((mean_i - mean_j) / v)^2 - 1 / v)
    double value = 0;                    ///< added up: sum over i < j of w K
};

/// Rows i of [begin, end), at most tile_rows, against all rows j > i. Every pair is looked at once: what it means for i and
/// for j comes out of the same exponential.
using PairKernel = void (*)(PairTask &task, unsigned long begin, unsigned long end, int groups_of_four);

void pairs_baseline(PairTask &task, unsigned long begin, unsigned long end, int groups_of_four);
void pairs_avx2(PairTask &task, unsigned long begin, unsigned long end, int groups_of_four);
void pairs_avx512(PairTask &task, unsigned long begin, unsigned long end, int groups_of_four);

} // namespace fairloom::kernel

#ifdef FAIRLOOM_KERNEL_ISA

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace {

constexpr int lanes = FAIRLOOM_KERNEL_LANES;
using Vec = float __attribute__((vector_size(lanes * 4)));
using IVec = int __attribute__((vector_size(lanes * 4)));
using ulong_t = unsigned long;

/// Half of an exponent beyond which exp() is 0 here: 4e-31, so that no product that follows can become a denormal.
constexpr float largest_exponent = 140.0f;

#define FAIRLOOM_INLINE inline __attribute__((always_inline))

FAIRLOOM_INLINE void load(Vec &out, const float *p)
{
    __builtin_memcpy(&out, p, sizeof out);
}

FAIRLOOM_INLINE void store(float *p, const Vec &x)
{
    __builtin_memcpy(p, &x, sizeof x);
}

FAIRLOOM_INLINE void set(Vec &out, float x)
{
    out = x - Vec{};
}

/// 1 / sqrt(x), x > 0, to about 3e-7 relative: the processor's estimate and one step of Newton's method.
FAIRLOOM_INLINE void reciprocal_square_root(Vec &out, const Vec &x)
{
#if defined(__AVX512F__)
    const Vec y = (Vec)_mm512_rsqrt14_ps((__m512)x);
    out = y * (1.5f - 0.5f * x * y * y);
#elif defined(__AVX2__)
    const Vec y = (Vec)_mm256_rsqrt_ps((__m256)x);
    out = y * (1.5f - 0.5f * x * y * y);
#elif defined(__x86_64__)
    const Vec y = (Vec)_mm_rsqrt_ps((__m128)x);
    out = y * (1.5f - 0.5f * x * y * y);
#else
    for (int lane = 0; lane < lanes; ++lane)
        out[lane] = 1.0f / __builtin_sqrtf(x[lane]);
#endif
}

/// Is any lane below the limit?
FAIRLOOM_INLINE bool any_below(const Vec &x, float limit)
{
#if defined(__AVX512F__)
    return _mm512_cmp_ps_mask((__m512)x, _mm512_set1_ps(limit), _CMP_LT_OQ) != 0;
#elif defined(__AVX2__)
    return _mm256_movemask_ps(_mm256_cmp_ps((__m256)x, _mm256_set1_ps(limit), _CMP_LT_OQ)) != 0;
#elif defined(__x86_64__)
    return _mm_movemask_ps(_mm_cmplt_ps((__m128)x, _mm_set1_ps(limit))) != 0;
#elif defined(__aarch64__)
    return vminvq_f32((float32x4_t)x) < limit;
#else
    for (int lane = 0; lane < lanes; ++lane)
        if (x[lane] < limit)
            return true;
    return false;
#endif
}

/// exp(-x / 2) for x >= 0 to about 2e-7 relative; 0 from largest_exponent on. Polynomial of Cephes' exp2f.
FAIRLOOM_INLINE void exp_of_half(Vec &out, const Vec &x)
{
    const Vec bounded = x < largest_exponent ? x : (Vec{} + largest_exponent);
    const Vec t = bounded * -0.72134752044448170f; // log2(e) / 2
    // Conversion cuts towards 0; for t <= 0 that rounds t - 0.5 to the nearest integer of t.
    const IVec integer = __builtin_convertvector(t - 0.5f, IVec);
    const Vec f = t - __builtin_convertvector(integer, Vec);
    Vec p = Vec{} + 1.535336188319500e-4f;
    p = p * f + 1.339887440266574e-3f;
    p = p * f + 9.618437357674640e-3f;
    p = p * f + 5.550332471162809e-2f;
    p = p * f + 2.402264791363012e-1f;
    p = p * f + 6.931472028550421e-1f;
    p = p * f + 1.0f;
    const IVec e = (integer + 127) << 23;
    Vec power;
    __builtin_memcpy(&power, &e, sizeof power);
    out = x < largest_exponent ? p * power : Vec{};
}

FAIRLOOM_INLINE float sum(const Vec &x)
{
    float total = 0;
    for (int lane = 0; lane < lanes; ++lane)
        total += x[lane];
    return total;
}

/// 1 / v of N variances at the price of one reciprocal square root, which is the density's factor too: up and down a tree
/// of products.
template <int N>
FAIRLOOM_INLINE void reciprocals(const Vec *v, Vec *r, Vec &density)
{
    static_assert(N == 4 || N == 8);
    const Vec a0 = v[0] * v[1], a1 = v[2] * v[3];
    const Vec b0 = a0 * a1;
    Vec root, inverse0;
    if constexpr (N == 8) {
        const Vec a2 = v[4] * v[5], a3 = v[6] * v[7];
        const Vec b1 = a2 * a3;
        reciprocal_square_root(root, b0 * b1);
        const Vec inverse = root * root;
        inverse0 = inverse * b1;
        const Vec inverse1 = inverse * b0, i2 = inverse1 * a3, i3 = inverse1 * a2;
        r[4] = i2 * v[5];
        r[5] = i2 * v[4];
        r[6] = i3 * v[7];
        r[7] = i3 * v[6];
    } else {
        reciprocal_square_root(root, b0);
        inverse0 = root * root;
    }
    const Vec i0 = inverse0 * a1, i1 = inverse0 * a0;
    r[0] = i0 * v[1];
    r[1] = i0 * v[0];
    r[2] = i1 * v[3];
    r[3] = i1 * v[2];
    density *= root;
}

/// Vectors in a tile, whose weights stay in registers while the gradients of all dimensions are added up.
constexpr int tile_vectors = 8;
constexpr ulong_t tile_columns = tile_vectors * lanes;
/// From one dimension to the next: not a power of two, so that they do not fall into the same cache sets as the rows' own.
constexpr ulong_t tile_stride = tile_columns + lanes;

/// One row i against a tile of rows j goes through three passes, since one loop over everything would be a chain so long that
/// the processor could not look ahead into the next round. Between the passes this stays in the first-level cache.
template <int Dims>
struct Scratch {
    alignas(64) float slope[Dims][tile_stride];       ///< (mean_i - mean_j) / v
    alignas(64) float reciprocal[Dims][tile_stride];  ///< 1 / v
    alignas(64) float exponent[tile_columns];          ///< sum_k (mean_i - mean_j)^2 / v
    alignas(64) float density[tile_columns];           ///< prod_k (2 pi v)^(-1/2)
    alignas(64) float wk[tile_columns];                ///< w_{s_i s_j} K_ij n^2
    alignas(64) float total[lanes];                    ///< of w K, per lane
};

template <int Dims, bool WithGradient>
struct Sums {
    alignas(64) float row[WithGradient ? fairloom::kernel::tile_rows : 1][2 * Dims][lanes];  ///< of rows i, per lane
    alignas(64) float column[WithGradient ? 2 * Dims : 1][tile_stride];                     ///< of rows j
};

/// N dimensions from k on of `lanes` rows j against row i.
template <int N, int Dims>
FAIRLOOM_INLINE void dimensions(const fairloom::kernel::PairTask &task, const float *mean_i, const float *var_i, int k, ulong_t j,
                                ulong_t at, Scratch<Dims> &scratch, Vec &exponent, Vec &density)
{
    Vec v[N], r[N];
#pragma GCC unroll 8
    for (int c = 0; c < N; ++c) {
        load(v[c], task.var + static_cast<ulong_t>(k + c) * task.stride + j);
        v[c] += var_i[k + c];
    }
    reciprocals<N>(v, r, density);
#pragma GCC unroll 8
    for (int c = 0; c < N; ++c) {
        Vec m;
        load(m, task.mean + static_cast<ulong_t>(k + c) * task.stride + j);
        const Vec difference = mean_i[k + c] - m;
        const Vec slope = difference * r[c];
        exponent += difference * slope;
        store(scratch.slope[k + c] + at, slope);
        store(scratch.reciprocal[k + c] + at, r[c]);
    }
}

/// Pass 1 over vectors [from, tile_vectors) of the tile. Returns whether any pair can count.
template <int Fours>
FAIRLOOM_INLINE bool densities(const fairloom::kernel::PairTask &task, Scratch<Fours * 4> &scratch, ulong_t i, ulong_t first, int from)
{
    constexpr int dims = Fours * 4;
    float mean_i[dims], var_i[dims];
    for (int k = 0; k < dims; ++k) {
        mean_i[k] = task.mean[static_cast<ulong_t>(k) * task.stride + i];
        var_i[k] = task.var[static_cast<ulong_t>(k) * task.stride + i];
    }
    Vec least;
    set(least, largest_exponent);
    for (int vector = from; vector < tile_vectors; ++vector) {
        const ulong_t at = static_cast<ulong_t>(vector * lanes), j = first + at;
        Vec exponent{}, density;
        set(density, task.scale);
#pragma GCC unroll 4
        for (int eight = 0; eight < Fours / 2; ++eight)
            dimensions<8, dims>(task, mean_i, var_i, eight * 8, j, at, scratch, exponent, density);
        if constexpr (Fours % 2 == 1)
            dimensions<4, dims>(task, mean_i, var_i, dims - 4, j, at, scratch, exponent, density);
        store(scratch.exponent + at, exponent);
        store(scratch.density + at, density);
        least = exponent < least ? exponent : least;
    }
    return any_below(least, largest_exponent);
}

/// Pass 2: w K of the tile, 0 before vector `from` and where j <= i.
template <int Dims>
FAIRLOOM_INLINE void weights(const fairloom::kernel::PairTask &task, Scratch<Dims> &scratch, ulong_t i, ulong_t first, int from)
{
    const float base = task.squares - task.share[i];
    const int group_i = task.group[i];
    Vec value;
    load(value, scratch.total);
    for (int vector = 0; vector < from; ++vector)
        store(scratch.wk + vector * lanes, Vec{});
    for (int vector = from; vector < tile_vectors; ++vector) {
        const ulong_t at = static_cast<ulong_t>(vector * lanes), j = first + at;
        Vec share, exponent, density, decay;
        IVec group, index;
        load(share, task.share + j);
        __builtin_memcpy(&group, task.group + j, sizeof group);
        load(exponent, scratch.exponent + at);
        load(density, scratch.density + at);
        Vec weight = base - share;
        weight = group == group_i ? weight + 1.0f : weight;
        for (int lane = 0; lane < lanes; ++lane)
            index[lane] = lane;
        weight = index > static_cast<int>(static_cast<long>(i) - static_cast<long>(j)) ? weight : Vec{};
        exp_of_half(decay, exponent);
        const Vec wk = weight * density * decay;
        value += wk;
        store(scratch.wk + at, wk);
    }
    store(scratch.total, value);
}

/// Pass 3: the gradients of row i and of the rows j.
template <int Dims>
FAIRLOOM_INLINE void gradients(const Scratch<Dims> &scratch, Sums<Dims, true> &sums, ulong_t row)
{
    Vec wk[tile_vectors];
#pragma GCC unroll 8
    for (int vector = 0; vector < tile_vectors; ++vector)
        load(wk[vector], scratch.wk + vector * lanes);
#pragma GCC unroll 1
    for (int k = 0; k < Dims; ++k) {
        Vec row_mean, row_var;
        load(row_mean, sums.row[row][k]);
        load(row_var, sums.row[row][Dims + k]);
#pragma GCC unroll 8
        for (int vector = 0; vector < tile_vectors; ++vector) {
            float *const of_mean = sums.column[k] + vector * lanes, *const of_var = sums.column[Dims + k] + vector * lanes;
            Vec slope, reciprocal, column_mean, column_var;
            load(slope, scratch.slope[k] + vector * lanes);
            load(reciprocal, scratch.reciprocal[k] + vector * lanes);
            load(column_mean, of_mean);
            load(column_var, of_var);
            const Vec mean_part = wk[vector] * slope, var_part = wk[vector] * (slope * slope - reciprocal);
            row_mean += mean_part;
            row_var += var_part;
            store(of_mean, column_mean - mean_part);
            store(of_var, column_var + var_part);
        }
        store(sums.row[row][k], row_mean);
        store(sums.row[row][Dims + k], row_var);
    }
}

template <int Fours, bool WithGradient>
void pairs(fairloom::kernel::PairTask &task, ulong_t begin, ulong_t end)
{
    constexpr int dims = Fours * 4;
    // On a page's border like the rows, so that where the stack lies does not change which cache sets they share.
    struct alignas(4096) {
        Scratch<dims> scratch;
        Sums<dims, WithGradient> sums;
    } work;
    Scratch<dims> &scratch = work.scratch;
    Sums<dims, WithGradient> &sums = work.sums;
    __builtin_memset(&scratch, 0, sizeof scratch);
    if constexpr (WithGradient)
        __builtin_memset(sums.row, 0, sizeof sums.row);
    for (ulong_t first = begin / tile_columns * tile_columns; first < task.rows; first += tile_columns) {
        if constexpr (WithGradient)
            __builtin_memset(sums.column, 0, sizeof sums.column);
        __builtin_memset(scratch.total, 0, sizeof scratch.total);
        const ulong_t last_row = end < first + tile_columns ? end : first + tile_columns;
        for (ulong_t i = begin; i < last_row; ++i) {
            const int from = i < first ? 0 : static_cast<int>((i + 1 - first) / static_cast<ulong_t>(lanes));
            if (!densities<Fours>(task, scratch, i, first, from))
                continue;
            weights<dims>(task, scratch, i, first, from);
            if constexpr (WithGradient)
                gradients<dims>(scratch, sums, i - begin);
        }
        for (const float lane : scratch.total)
            task.value += static_cast<double>(lane);
        if constexpr (WithGradient)
            for (int k = 0; k < dims; ++k)
                for (ulong_t at = 0; at < tile_columns; ++at) {
                    task.grad_mean[static_cast<ulong_t>(k) * task.stride + first + at] += static_cast<double>(sums.column[k][at]);
                    task.grad_var[static_cast<ulong_t>(k) * task.stride + first + at] += static_cast<double>(sums.column[dims + k][at]);
                }
    }
    if constexpr (WithGradient)
        for (ulong_t i = begin; i < end; ++i)
            for (int k = 0; k < dims; ++k) {
                Vec of_mean, of_var;
                load(of_mean, sums.row[i - begin][k]);
                load(of_var, sums.row[i - begin][dims + k]);
                task.grad_mean[static_cast<ulong_t>(k) * task.stride + i] += static_cast<double>(sum(of_mean));
                task.grad_var[static_cast<ulong_t>(k) * task.stride + i] += static_cast<double>(sum(of_var));
            }
}

template <int Fours>
void pairs(fairloom::kernel::PairTask &task, ulong_t begin, ulong_t end)
{
    if (task.grad_mean)
        pairs<Fours, true>(task, begin, end);
    else
        pairs<Fours, false>(task, begin, end);
}

} // namespace

namespace fairloom::kernel {

void FAIRLOOM_KERNEL_ISA(PairTask &task, unsigned long begin, unsigned long end, int groups_of_four)
{
    switch (groups_of_four) {
    case 1: pairs<1>(task, begin, end); break;
    case 2: pairs<2>(task, begin, end); break;
    case 3: pairs<3>(task, begin, end); break;
    case 4: pairs<4>(task, begin, end); break;
    case 5: pairs<5>(task, begin, end); break;
    case 6: pairs<6>(task, begin, end); break;
    case 7: pairs<7>(task, begin, end); break;
    case 8: pairs<8>(task, begin, end); break;
    default: __builtin_unreachable();
    }
}

} // namespace fairloom::kernel

#endif
