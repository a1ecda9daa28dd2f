#include "core/base/parallel.h"
#include "core/model/ops.h"
#include "core/model/vector_kernels.h"

#include <dnnl.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace fairloom {

namespace {

using torch::Tensor;

/// Rows that go through the loops of a layer together: what they need stays in the second-level cache.
constexpr std::int64_t rows_at_once = 256;
/// Shared among threads below this, a product costs more in waiting than it saves.
constexpr std::int64_t least_work = 1 << 18;

/// A part of a row-major matrix.
struct View {
    const float *values;
    std::int64_t stride;
};

/// c (m x n) = op(a) op(b) + keep * c, row-major. Runs on the calling thread alone: work is shared among threads outside.
void product(bool transpose_a, bool transpose_b, std::int64_t m, std::int64_t n, std::int64_t k, View a, View b, float keep, float *c,
             std::int64_t c_stride)
{
    // oneDNN would start an OpenMP team of its own in each of our threads.
    static thread_local const bool alone = (at::set_num_threads(1), true);
    (void)alone;
    const dnnl_status_t status = dnnl_sgemm(transpose_a ? 'T' : 'N', transpose_b ? 'T' : 'N', m, n, k, 1.0f, a.values, a.stride,
                                            b.values, b.stride, keep, c, c_stride);
    if (status == dnnl_out_of_memory)
        throw std::bad_alloc();
    if (status != dnnl_success)
        throw std::runtime_error("dnnl_sgemm failed");
}

View view(const Tensor &matrix, std::int64_t row = 0, std::int64_t column = 0)
{
    return {matrix.data_ptr<float>() + row * matrix.size(1) + column, matrix.size(1)};
}

/// What a layer's backward pass needs beside its weight.
struct Activations {
    Tensor input; ///< f(x)
    Tensor slope; ///< f'(x); undefined for f(x) = x
};

int useful_threads(std::int64_t rows, std::int64_t in, std::int64_t out, int threads)
{
    return static_cast<int>(std::clamp<std::int64_t>(rows * in * out / least_work, 1, std::max(threads, 1)));
}

/// f(x) W^T + b with f(x) = silu(x) or x.
Tensor forward(const Tensor &x, const Tensor &weight, const Tensor &bias, bool silu, int threads, Activations *kept)
{
    const std::int64_t rows = x.size(0), in = weight.size(1), out = weight.size(0);
    Tensor result = torch::empty({rows, out}, x.options());
    Activations activations{silu ? torch::empty_like(x) : x, silu && kept ? torch::empty_like(x) : Tensor()};
    const kernel::VectorKernels &loops = kernel::vector_kernels();
    const float *bias_values = bias.numel() > 0 ? bias.data_ptr<float>() : nullptr;
    parallel_for(static_cast<std::size_t>(rows), useful_threads(rows, in, out, threads), [&](std::size_t first, std::size_t last, int) {
        const std::int64_t end = static_cast<std::int64_t>(last);
        for (std::int64_t begin = static_cast<std::int64_t>(first); begin < end; begin += rows_at_once) {
            const std::int64_t count = std::min(rows_at_once, end - begin);
            if (silu)
                loops.silu(x.data_ptr<float>() + begin * in, activations.input.data_ptr<float>() + begin * in,
                           activations.slope.defined() ? activations.slope.data_ptr<float>() + begin * in : nullptr,
                           static_cast<std::size_t>(count * in));
            float *to = result.data_ptr<float>() + begin * out;
            for (std::int64_t i = 0; bias_values && i < count; ++i)
                std::copy_n(bias_values, out, to + i * out);
            product(false, true, count, out, in, view(activations.input, begin), view(weight), bias_values ? 1 : 0, to, out);
        }
    });
    if (kept)
        *kept = std::move(activations);
    return result;
}

class Dense : public torch::autograd::Function<Dense> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &x, const Tensor &weight, const Tensor &bias, bool silu,
                          std::int64_t threads)
    {
        Activations kept;
        Tensor result = fairloom::forward(x, weight, bias, silu, static_cast<int>(threads), &kept);
        context->save_for_backward({kept.input, kept.slope, weight});
        context->saved_data["biased"] = bias.numel() > 0;
        context->saved_data["threads"] = threads;
        return result;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &input = saved[0], &slope = saved[1], &weight = saved[2];
        const Tensor grad = grads[0].contiguous();
        const std::int64_t rows = grad.size(0), in = weight.size(1), out = weight.size(0);
        const bool through = context->needs_input_grad(0);
        Tensor grad_x = through ? torch::empty({rows, in}, grad.options()) : Tensor();
        Tensor grad_weight = torch::empty_like(weight);
        const kernel::VectorKernels &loops = kernel::vector_kernels();
        const int parts = useful_threads(rows, in, out, static_cast<int>(context->saved_data["threads"].toInt()));
        std::vector<std::vector<float>> bias_sums(static_cast<std::size_t>(parts), std::vector<float>(static_cast<std::size_t>(out)));
        // Every thread takes a part of the rows for the gradient of x, and a part of the outputs, over all rows, for that of the weight.
        parallel_for(static_cast<std::size_t>(parts), parts, [&](std::size_t part, std::size_t, int) {
            const std::int64_t p = static_cast<std::int64_t>(part);
            const std::int64_t end = rows * (p + 1) / parts;
            for (std::int64_t begin = rows * p / parts; begin < end; begin += rows_at_once) {
                const std::int64_t count = std::min(rows_at_once, end - begin);
                loops.add_rows(grad.data_ptr<float>() + begin * out, static_cast<std::size_t>(count), static_cast<std::size_t>(out),
                               bias_sums[part].data());
                if (!through)
                    continue;
                float *to = grad_x.data_ptr<float>() + begin * in;
                product(false, false, count, in, out, view(grad, begin), view(weight), 0, to, in);
                if (slope.defined())
                    loops.multiply(to, slope.data_ptr<float>() + begin * in, static_cast<std::size_t>(count * in));
            }
            const std::int64_t from = out * p / parts, to = out * (p + 1) / parts;
            if (from < to)
                product(true, false, to - from, in, rows, view(grad, 0, from), view(input), 0, grad_weight.data_ptr<float>() + from * in, in);
        });
        if (!context->saved_data["biased"].toBool())
            return {grad_x, grad_weight, Tensor(), Tensor(), Tensor()};
        Tensor grad_bias = torch::zeros({out}, grad.options());
        for (const std::vector<float> &sums : bias_sums)
            loops.add_rows(sums.data(), 1, static_cast<std::size_t>(out), grad_bias.data_ptr<float>());
        return {grad_x, grad_weight, grad_bias, Tensor(), Tensor()};
    }
};

Tensor dense(const Tensor &x, const Tensor &weight, const Tensor &given_bias, bool silu, int threads)
{
    const Tensor bias = given_bias.defined() ? given_bias : torch::empty({0}, weight.options());
    if (x.scalar_type() != torch::kFloat) // gradient checks run in double
        return torch::linear(silu ? torch::silu(x) : x, weight, bias.numel() > 0 ? bias : Tensor());
    if (!torch::GradMode::is_enabled())
        return forward(x.contiguous(), weight, bias, silu, threads, nullptr);
    return Dense::apply(x.contiguous(), weight, bias, silu, static_cast<std::int64_t>(threads));
}

} // namespace

Tensor linear(const Tensor &x, const Tensor &weight, const Tensor &bias, int threads)
{
    return dense(x, weight, bias, false, threads);
}

Tensor silu_linear(const Tensor &x, const Tensor &weight, const Tensor &bias, int threads)
{
    return dense(x, weight, bias, true, threads);
}

} // namespace fairloom
