// Included by vector_kernels_{baseline,avx2,avx512}.cpp only, each with its own FAIRLOOM_KERNELS and FAIRLOOM_KERNELS_NAME.
// Nothing of the standard library may be used here: an inline function of it, compiled for AVX-512, could be the copy that
// the linker keeps for everybody.

#include "core/model/vector_kernels.h"

namespace {

using ulong_t = unsigned long;

#define FAIRLOOM_INLINE inline __attribute__((always_inline))

/// exp(x) for x <= 0: 2e-7 relative, exp(-80) for everything below (polynomial of Cephes' expf).
FAIRLOOM_INLINE float exp_negative(float x)
{
    const float clamped = x > -80.0f ? x : -80.0f;
    const int n = static_cast<int>(clamped * 1.44269504088896341f - 0.5f);
    const float f = clamped - static_cast<float>(n) * 0.693359375f + static_cast<float>(n) * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * f + 1.3981999507e-3f;
    p = p * f + 8.3334519073e-3f;
    p = p * f + 4.1665795894e-2f;
    p = p * f + 1.6666665459e-1f;
    p = p * f + 5.0000001201e-1f;
    p = p * f * f + f + 1.0f;
    return p * __builtin_bit_cast(float, (n + 127) << 23);
}

void silu(const float *x, float *y, float *slope, ulong_t count)
{
    if (!slope) {
        for (ulong_t i = 0; i < count; ++i) {
            const float a = x[i], e = exp_negative(a < 0 ? a : -a);
            y[i] = a * (a < 0 ? e : 1.0f) / (1.0f + e);
        }
        return;
    }
    for (ulong_t i = 0; i < count; ++i) {
        const float a = x[i], e = exp_negative(a < 0 ? a : -a);
        const float sigmoid = (a < 0 ? e : 1.0f) / (1.0f + e);
        const float value = a * sigmoid;
        y[i] = value;
        slope[i] = sigmoid + value * (1.0f - sigmoid);
    }
}

void multiply(float *x, const float *by, ulong_t count)
{
    for (ulong_t i = 0; i < count; ++i)
        x[i] *= by[i];
}

void add_rows(const float *x, ulong_t rows, ulong_t width, float *out)
{
    for (ulong_t i = 0; i < rows; ++i, x += width)
        for (ulong_t k = 0; k < width; ++k)
            out[k] += x[k];
}

void gather(const float *weight, const float *bias, const int *index, ulong_t columns, ulong_t width, ulong_t begin, ulong_t end,
            float *out)
{
    for (ulong_t i = begin; i < end; ++i) {
        float *__restrict row = out + i * width;
        for (ulong_t k = 0; k < width; ++k)
            row[k] = bias[k];
        for (ulong_t c = 0; c < columns; ++c) {
            const int state = index[i * columns + c];
            if (state < 0)
                continue;
            const float *__restrict source = weight + static_cast<ulong_t>(state) * width;
            for (ulong_t k = 0; k < width; ++k)
                row[k] += source[k];
        }
    }
}

/// Sixteen floats at any address, in whatever registers the instruction set has.
typedef float float16 __attribute__((vector_size(64), aligned(4), may_alias));

/// out[0 .. 16 blocks) = sum of those of the listed rows, all in registers.
template <int blocks>
FAIRLOOM_INLINE void sum_of_rows(const float *x, const int *first, const int *last, ulong_t width, float *out)
{
    float16 sum[blocks];
    for (int b = 0; b < blocks; ++b)
        sum[b] = float16{};
    for (const int *row = first; row != last; ++row) {
        const float *source = x + static_cast<ulong_t>(*row) * width;
        for (int b = 0; b < blocks; ++b)
            sum[b] += *reinterpret_cast<const float16 *>(source + 16 * b);
    }
    for (int b = 0; b < blocks; ++b)
        *reinterpret_cast<float16 *>(out + 16 * b) = sum[b];
}

void sum_by_state(const float *x, const int *row, const int *begin, ulong_t states, ulong_t width, ulong_t from, ulong_t to, float *out)
{
    for (ulong_t state = 0; state < states; ++state, out += width) {
        const int *first = row + begin[state], *last = row + begin[state + 1];
        ulong_t k = from;
        for (; k + 64 <= to; k += 64)
            sum_of_rows<4>(x + k, first, last, width, out + k);
        if (k + 32 <= to) {
            sum_of_rows<2>(x + k, first, last, width, out + k);
            k += 32;
        }
        if (k + 16 <= to) {
            sum_of_rows<1>(x + k, first, last, width, out + k);
            k += 16;
        }
        if (k < to && to - from >= 16) { // what is left, and some of it once more
            sum_of_rows<1>(x + to - 16, first, last, width, out + to - 16);
            k = to;
        }
        for (; k < to; ++k) {
            float sum = 0;
            for (const int *r = first; r != last; ++r)
                sum += x[static_cast<ulong_t>(*r) * width + k];
            out[k] = sum;
        }
    }
}

double cross_entropy(const float *logits, const int *state, const int *offset, ulong_t columns, ulong_t rows, float scale,
                     float *gradient)
{
    const ulong_t width = static_cast<ulong_t>(offset[columns]);
    double total = 0;
    for (ulong_t i = 0; i < rows; ++i, logits += width, gradient += width, state += columns) {
        // What is left of the row's largest logit by exp() differs by segment: first all in one go, then where that was too
        // little to be sure of, segment by segment.
        float largest = logits[0];
        for (ulong_t k = 1; k < width; ++k)
            largest = logits[k] > largest ? logits[k] : largest;
        for (ulong_t k = 0; k < width; ++k)
            gradient[k] = exp_negative(logits[k] - largest);
        double product = 1; // of the sums: one logarithm for many
        for (ulong_t c = 0; c < columns; ++c) {
            const ulong_t from = static_cast<ulong_t>(offset[c]), to = static_cast<ulong_t>(offset[c + 1]);
            if (state[c] < 0) {
                for (ulong_t k = from; k < to; ++k)
                    gradient[k] = 0;
                continue;
            }
            float shift = largest, sum = 0;
            for (ulong_t k = from; k < to; ++k)
                sum += gradient[k];
            if (!(sum > 1e-20f)) {
                shift = logits[from];
                for (ulong_t k = from + 1; k < to; ++k)
                    shift = logits[k] > shift ? logits[k] : shift;
                sum = 0;
                for (ulong_t k = from; k < to; ++k) {
                    gradient[k] = exp_negative(logits[k] - shift);
                    sum += gradient[k];
                }
            }
            const ulong_t target = from + static_cast<ulong_t>(state[c]);
            total -= static_cast<double>(logits[target] - shift);
            product *= static_cast<double>(sum);
            if (!(product > 1e-250 && product < 1e250)) {
                total += __builtin_log(product);
                product = 1;
            }
            const float factor = scale / sum;
            for (ulong_t k = from; k < to; ++k)
                gradient[k] *= factor;
            gradient[target] -= scale;
        }
        total += __builtin_log(product);
    }
    return total;
}

double kernel_sums(const float *a, ulong_t d, const float *b, ulong_t m, ulong_t begin, ulong_t end, float inverse, float factor,
                   float *gradient, float *scratch)
{
    float *__restrict squared = scratch, *__restrict slope = scratch + m;
    double total = 0;
    for (ulong_t i = begin; i < end; ++i) {
        for (ulong_t j = 0; j < m; ++j)
            squared[j] = 0;
        for (ulong_t k = 0; k < d; ++k) {
            const float x = a[i * d + k];
            const float *__restrict y = b + k * m;
            for (ulong_t j = 0; j < m; ++j)
                squared[j] += (x - y[j]) * (x - y[j]);
        }
        float row = 0;
        for (ulong_t j = 0; j < m; ++j) {
            const float t = exp_negative(-squared[j] * inverse);
            const float t2 = t * t, t4 = t2 * t2, t8 = t4 * t4, t16 = t8 * t8, t32 = t16 * t16, t64 = t32 * t32;
            const float t128 = t64 * t64, t256 = t128 * t128;
            row += t + t4 + t16 + t64 + t256;
            slope[j] = t + 4 * t4 + 16 * t16 + 64 * t64 + 256 * t256;
        }
        total += static_cast<double>(row);
        if (!gradient)
            continue;
        for (ulong_t k = 0; k < d; ++k) {
            const float x = a[i * d + k];
            const float *__restrict y = b + k * m;
            float sum = 0;
            for (ulong_t j = 0; j < m; ++j)
                sum += slope[j] * (x - y[j]);
            gradient[i * d + k] += factor * -2 * inverse * sum;
        }
    }
    return total;
}

void modulated_silu(const float *x, const float *scale, const float *shift, ulong_t positions, ulong_t channels, float *y)
{
    for (ulong_t i = 0; i < positions; ++i, x += channels, y += channels)
        for (ulong_t k = 0; k < channels; ++k) {
            const float a = scale[k] * x[k] + shift[k], e = exp_negative(a < 0 ? a : -a);
            y[k] = a * (a < 0 ? e : 1.0f) / (1.0f + e);
        }
}

void modulated_silu_gradient(const float *__restrict x, const float *__restrict scale, const float *__restrict shift,
                             const float *__restrict y_gradient, ulong_t positions, ulong_t channels, float *__restrict x_gradient,
                             float *__restrict scale_gradient, float *__restrict shift_gradient)
{
    for (ulong_t i = 0; i < positions; ++i, x += channels, y_gradient += channels, x_gradient += channels)
        for (ulong_t k = 0; k < channels; ++k) {
            const float a = scale[k] * x[k] + shift[k], e = exp_negative(a < 0 ? a : -a);
            const float sigmoid = (a < 0 ? e : 1.0f) / (1.0f + e);
            const float slope = (sigmoid + a * sigmoid * (1.0f - sigmoid)) * y_gradient[k];
            x_gradient[k] = slope * scale[k];
            scale_gradient[k] += slope * x[k];
            shift_gradient[k] += slope;
        }
}

double squared_error(const float *location, const unsigned char *value, ulong_t count, float factor, float *gradient)
{
    constexpr ulong_t lanes = 16, chunk = 256 * lanes; // few enough for sums of floats
    double total = 0;
    for (ulong_t begin = 0; begin < count; begin += chunk) {
        float sum[lanes];
        for (ulong_t k = 0; k < lanes; ++k)
            sum[k] = 0;
        for (ulong_t j = begin; j < begin + chunk && j < count; j += lanes) {
            const ulong_t here = count - j < lanes ? count - j : lanes;
            for (ulong_t k = 0; k < here; ++k) {
                const float difference = location[j + k] - static_cast<float>(static_cast<int>(value[j + k])) * (1.0f / 255.0f);
                gradient[j + k] = factor * difference;
                sum[k] += difference * difference;
            }
        }
        for (ulong_t k = 0; k < lanes; ++k)
            total += static_cast<double>(sum[k]);
    }
    return total;
}

void adam(float *value, const float *gradient, float *mean, float *square, ulong_t count, float rate, float beta1, float beta2,
          float epsilon, float correction1, float correction2)
{
    for (ulong_t i = 0; i < count; ++i) {
        const float g = gradient[i];
        const float m = beta1 * mean[i] + (1.0f - beta1) * g;
        const float s = beta2 * square[i] + (1.0f - beta2) * g * g;
        mean[i] = m;
        square[i] = s;
        value[i] -= rate * (m * correction1) / (__builtin_sqrtf(s * correction2) + epsilon);
    }
}

} // namespace

namespace fairloom::kernel {

const VectorKernels FAIRLOOM_KERNELS{FAIRLOOM_KERNELS_NAME, silu, multiply, add_rows, gather, sum_by_state, cross_entropy, kernel_sums, modulated_silu,
                                     modulated_silu_gradient, squared_error, adam};

} // namespace fairloom::kernel
