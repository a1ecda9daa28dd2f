#pragma once

// Internal to core. No standard header: this file is also compiled for instruction sets that not every processor has.

namespace fairloom::kernel {

/// Loops over contiguous floats that a training step spends its time in besides matrix products, compiled for several
/// instruction sets. All arrays are row-major.
struct VectorKernels {
    const char *name; ///< "AVX-512", "AVX2", "baseline"

    /// y = x * sigmoid(x), slope = dy/dx; slope may be null. y may be x.
    void (*silu)(const float *x, float *y, float *slope, unsigned long count);
    /// x *= by
    void (*multiply)(float *x, const float *by, unsigned long count);
    /// out += x (rows x width), summed over rows.
    void (*add_rows)(const float *x, unsigned long rows, unsigned long width, float *out);

    /// out_i = bias + sum_c weight[index_ic] for rows [begin, end); bias: width; index: rows x columns, negative = none.
    void (*gather)(const float *weight, const float *bias, const int *index, unsigned long columns, unsigned long width,
                   unsigned long begin, unsigned long end, float *out);
    /// out[state][from .. to) = sum of x_i[from .. to) over the rows i that are listed for the state: row[begin[state] .. begin[state + 1]).
    void (*sum_by_state)(const float *x, const int *row, const int *begin, unsigned long states, unsigned long width, unsigned long from,
                         unsigned long to, float *out);

    /// Sum over rows and columns of -log softmax(segment)[state]; gradient = (softmax - one-hot) * scale. logits, gradient: rows x
    /// offset[columns]; column c owns [offset[c], offset[c + 1]); state: rows x columns, negative = does not count.
    double (*cross_entropy)(const float *logits, const int *state, const int *offset, unsigned long columns, unsigned long rows,
                            float scale, float *gradient);

    /// Sum over rows i in [begin, end) of a (row-major, d columns) and all m rows j of b (by dimension, b[k * m + j]) of k(|a_i - b_j|),
    /// the five Gaussian kernels of squared_mmd(): with t = exp(-r^2 * inverse) they are t, t^4, t^16, t^64 and t^256. Adds factor times
    /// the derivative by a to gradient (like a), if it is not null. scratch: 2 m floats.
    double (*kernel_sums)(const float *a, unsigned long d, const float *b, unsigned long m, unsigned long begin, unsigned long end,
                          float inverse, float factor, float *gradient, float *scratch);

    /// y = silu(scale * x + shift) for one picture: x: positions x channels; scale, shift: channels.
    void (*modulated_silu)(const float *x, const float *scale, const float *shift, unsigned long positions, unsigned long channels,
                           float *y);
    /// x_gradient = dy/dx * y_gradient; adds to scale_gradient and shift_gradient.
    void (*modulated_silu_gradient)(const float *x, const float *scale, const float *shift, const float *y_gradient,
                                    unsigned long positions, unsigned long channels, float *x_gradient, float *scale_gradient,
                                    float *shift_gradient);

    /// Sum of (location - value / 255)^2; gradient = factor * (location - value / 255).
    double (*squared_error)(const float *location, const unsigned char *value, unsigned long count, float factor, float *gradient);

    /// One step of Adam (Kingma and Ba 2015): rate and the two corrections 1 / (1 - beta^t) are those of the step.
    void (*adam)(float *value, const float *gradient, float *mean, float *square, unsigned long count, float rate, float beta1,
                 float beta2, float epsilon, float correction1, float correction2);
};

extern const VectorKernels vector_kernels_baseline;
#if defined(__x86_64__)
extern const VectorKernels vector_kernels_avx2;
extern const VectorKernels vector_kernels_avx512;
#endif

/// The fastest that this processor can run.
const VectorKernels &vector_kernels();

} // namespace fairloom::kernel
