#pragma once

// The inner loop of distance_covariance(), compiled once for every instruction set that is chosen at run time. Included
// by distance_covariance_{baseline,avx2,avx512}.cpp only, each with its own FAIRLOOM_KERNEL_ISA. Nothing of the
// standard library may be used here: an inline function of it, compiled for AVX-512, could be the copy that the linker keeps for
// everybody.

namespace fairloom::kernel {

/// Rows are laid out by dimension: mean[k * stride + j], var[k * stride + j]. stride is a multiple of 16; the dimensions
/// are padded to a multiple of 4 with mean 0 and var 0.5, so that a padded dimension contributes a factor of 1.
struct PairTask {
    const float *mean = nullptr;
    const float *var = nullptr;
    unsigned long stride = 0;
    const float *weight = nullptr;       ///< per j: w_{s_i s_j} * n^2, 0 in the padding
    const unsigned *rows = nullptr;      ///< the rows i to sum over, all of one group
    unsigned long row_count = 0;
    float scale = 1;                     ///< (2 pi)^(-d / 2)
    float *grad_mean = nullptr;          ///< per row i and padded dimension: sum_j w K (mean_i - mean_j) / v, [i * dims + k]; null = value only
    float *grad_var = nullptr;           ///< per row i and padded dimension: sum_j w K (((mean_i - mean_j) / v)^2 - 1 / v)
    double value = 0;                    ///< out: added up sum_ij w K
};

using PairKernel = void (*)(PairTask &task, int groups_of_four);

void pairs_baseline(PairTask &task, int groups_of_four);
void pairs_avx2(PairTask &task, int groups_of_four);
void pairs_avx512(PairTask &task, int groups_of_four);

} // namespace fairloom::kernel

#ifdef FAIRLOOM_KERNEL_ISA

namespace {

constexpr int lanes = 16;
using Vec = float __attribute__((vector_size(lanes * 4)));
using IVec = int __attribute__((vector_size(lanes * 4)));

#define FAIRLOOM_INLINE inline __attribute__((always_inline))

FAIRLOOM_INLINE void load(Vec &out, const float *p)
{
    __builtin_memcpy(&out, p, sizeof out);
}

FAIRLOOM_INLINE void set(Vec &out, float x)
{
    out = x - Vec{};
}

/// exp(x) for x <= 0 to about 1e-7 relative; 0 below -70, so that no product that follows can become a denormal.
FAIRLOOM_INLINE void exp_negative(Vec &out, const Vec &x)
{
    Vec clamped = x < -87.0f ? (Vec{} - 87.0f) : x;
    // Conversion cuts towards 0; for x <= 0 that rounds x - 0.5 to the nearest integer of x.
    const IVec integer = __builtin_convertvector(clamped * 1.44269504088896341f - 0.5f, IVec);
    const Vec n = __builtin_convertvector(integer, Vec);
    Vec f = clamped - n * 0.693359375f;
    f = f - n * -2.12194440e-4f;
    Vec p = Vec{} + 1.9875691500e-4f;
    p = p * f + 1.3981999507e-3f;
    p = p * f + 8.3334519073e-3f;
    p = p * f + 4.1665795894e-2f;
    p = p * f + 1.6666665459e-1f;
    p = p * f + 5.0000001201e-1f;
    p = p * f * f + f + 1.0f;
    const IVec e = (integer + 127) << 23;
    Vec power;
    __builtin_memcpy(&power, &e, sizeof power);
    out = x < -70.0f ? Vec{} : p * power;
}

FAIRLOOM_INLINE void square_root(Vec &out, const Vec &x)
{
    for (int lane = 0; lane < lanes; ++lane)
        out[lane] = __builtin_sqrtf(x[lane]);
}

FAIRLOOM_INLINE float sum(const Vec &x)
{
    float total = 0;
    for (int lane = 0; lane < lanes; ++lane)
        total += x[lane];
    return total;
}

/// Fours: number of groups of four dimensions. One division serves four reciprocals (by prefix products): the variances are
/// clamped, so that a product of four sums of two stays within 1e-10 .. 1e7.
template <int Fours, bool WithGradient>
void pairs(fairloom::kernel::PairTask &task)
{
    constexpr int dims = Fours * 4;
    const unsigned long stride = task.stride;
    for (unsigned long index = 0; index < task.row_count; ++index) {
        const unsigned long i = task.rows[index];
        Vec mean_i[dims], var_i[dims];
        for (int k = 0; k < dims; ++k) {
            set(mean_i[k], task.mean[static_cast<unsigned long>(k) * stride + i]);
            set(var_i[k], task.var[static_cast<unsigned long>(k) * stride + i]);
        }
        Vec value{};
        Vec grad_mean[dims]{}, grad_var[dims]{};
        for (unsigned long j = 0; j < stride; j += lanes) {
            Vec slope[dims], reciprocal[dims]; // (mean_i - mean_j) / v and 1 / v
            Vec exponent{};
            Vec density;
            set(density, task.scale);
#pragma GCC unroll 8
            for (int g = 0; g < Fours; ++g) {
                Vec v[4], difference[4];
#pragma GCC unroll 4
                for (int c = 0; c < 4; ++c) {
                    const unsigned long k = static_cast<unsigned long>(g * 4 + c);
                    Vec m;
                    load(m, task.mean + k * stride + j);
                    load(v[c], task.var + k * stride + j);
                    v[c] += var_i[k];
                    difference[c] = mean_i[k] - m;
                }
                const Vec v01 = v[0] * v[1], v23 = v[2] * v[3];
                const Vec inverse = 1.0f / (v01 * v23);
                const Vec inverse01 = inverse * v23, inverse23 = inverse * v01;
                Vec *r = reciprocal + g * 4;
                r[0] = inverse01 * v[1];
                r[1] = inverse01 * v[0];
                r[2] = inverse23 * v[3];
                r[3] = inverse23 * v[2];
#pragma GCC unroll 4
                for (int c = 0; c < 4; ++c) {
                    slope[g * 4 + c] = difference[c] * r[c];
                    exponent += difference[c] * slope[g * 4 + c];
                }
                Vec root;
                square_root(root, inverse);
                density *= root;
            }
            Vec decay, weight;
            exp_negative(decay, exponent * -0.5f);
            load(weight, task.weight + j);
            const Vec wk = weight * density * decay;
            value += wk;
            if constexpr (WithGradient) {
#pragma GCC unroll 32
                for (int k = 0; k < dims; ++k) {
                    grad_mean[k] += wk * slope[k];
                    grad_var[k] += wk * (slope[k] * slope[k] - reciprocal[k]);
                }
            }
        }
        task.value += static_cast<double>(sum(value));
        if constexpr (WithGradient) {
            for (int k = 0; k < dims; ++k) {
                task.grad_mean[i * dims + static_cast<unsigned long>(k)] = sum(grad_mean[k]);
                task.grad_var[i * dims + static_cast<unsigned long>(k)] = sum(grad_var[k]);
            }
        }
    }
}

template <int Fours>
void pairs(fairloom::kernel::PairTask &task)
{
    if (task.grad_mean)
        pairs<Fours, true>(task);
    else
        pairs<Fours, false>(task);
}

} // namespace

namespace fairloom::kernel {

void FAIRLOOM_KERNEL_ISA(PairTask &task, int groups_of_four)
{
    switch (groups_of_four) {
    case 1: pairs<1>(task); break;
    case 2: pairs<2>(task); break;
    case 3: pairs<3>(task); break;
    case 4: pairs<4>(task); break;
    case 5: pairs<5>(task); break;
    case 6: pairs<6>(task); break;
    case 7: pairs<7>(task); break;
    case 8: pairs<8>(task); break;
    default: __builtin_unreachable();
    }
}

} // namespace fairloom::kernel

#endif
