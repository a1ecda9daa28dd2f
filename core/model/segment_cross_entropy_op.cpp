#include "core/base/parallel.h"
#include "core/model/ops.h"
#include "core/model/vector_kernels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

using torch::Tensor;

/// In double, for gradient checks: column by column.
double rows(const double *logits, const std::int32_t *states, const SegmentLayout &layout, std::size_t count, double scale,
            double *gradient)
{
    const std::size_t columns = layout.columns(), width = static_cast<std::size_t>(layout.total());
    double total = 0;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t from = static_cast<std::size_t>(layout.offset[c]), to = static_cast<std::size_t>(layout.offset[c + 1]);
            const std::int32_t state = states[i * columns + c];
            const double *x = logits + i * width;
            double *g = gradient + i * width;
            std::fill(g + from, g + to, 0.0);
            if (state < 0)
                continue;
            const double largest = *std::max_element(x + from, x + to);
            double sum = 0;
            for (std::size_t k = from; k < to; ++k)
                sum += g[k] = std::exp(x[k] - largest);
            const std::size_t target = from + static_cast<std::size_t>(state);
            total += std::log(sum) - (x[target] - largest);
            for (std::size_t k = from; k < to; ++k)
                g[k] *= scale / sum;
            g[target] -= scale;
        }
    return total;
}

double rows(const float *logits, const std::int32_t *states, const SegmentLayout &layout, std::size_t count, float scale, float *gradient)
{
    return kernel::vector_kernels().cross_entropy(logits, states, layout.offset.data(), layout.columns(), count, scale, gradient);
}

template <typename Float>
double all_rows(const Tensor &logits, const Tensor &states, const SegmentLayout &layout, Tensor &gradient, int threads)
{
    const std::size_t n = static_cast<std::size_t>(logits.size(0)), width = static_cast<std::size_t>(layout.total());
    std::vector<double> parts(static_cast<std::size_t>(std::max(threads, 1)), 0.0);
    parallel_for(n, threads, [&](std::size_t begin, std::size_t end, int part) {
        parts[static_cast<std::size_t>(part)] =
            rows(logits.data_ptr<Float>() + begin * width, states.data_ptr<std::int32_t>() + begin * layout.columns(), layout,
                 end - begin, static_cast<Float>(1.0 / static_cast<double>(n)), gradient.data_ptr<Float>() + begin * width);
    });
    return std::accumulate(parts.begin(), parts.end(), 0.0) / static_cast<double>(n);
}

class SegmentCrossEntropy : public torch::autograd::Function<SegmentCrossEntropy> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &logits, const Tensor &states,
                          const SegmentLayout *layout, std::int64_t threads)
    {
        const Tensor x = logits.contiguous();
        Tensor gradient = torch::empty_like(x);
        const double loss = x.scalar_type() == torch::kDouble
                                ? all_rows<double>(x, states, *layout, gradient, static_cast<int>(threads))
                                : all_rows<float>(x, states, *layout, gradient, static_cast<int>(threads));
        context->save_for_backward({gradient});
        return torch::full({}, loss, x.options());
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        Tensor gradient = context->get_saved_variables()[0];
        const double factor = grads[0].item<double>();
        if (factor != 1) // in training it is the loss itself, or a term of a sum: 1
            gradient = gradient * factor;
        return {gradient, Tensor(), Tensor(), Tensor()};
    }
};

} // namespace

Tensor segment_cross_entropy(const Tensor &logits, const Tensor &states, const std::shared_ptr<const SegmentLayout> &layout,
                             int threads)
{
    return SegmentCrossEntropy::apply(logits, states.contiguous(), layout.get(), static_cast<std::int64_t>(threads));
}

} // namespace fairloom
