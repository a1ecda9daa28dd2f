#include "core/base/parallel.h"
#include "core/model/fast_exp.h"
#include "core/model/ops.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

using torch::Tensor;

/// Returns the sum of the losses of rows [begin, end); gradient = (softmax - one-hot) * scale.
template <typename Float>
double rows(const Float *logits, const std::int32_t *states, const SegmentLayout &layout, std::size_t begin, std::size_t end,
            Float scale, Float *gradient)
{
    const std::size_t columns = layout.columns();
    const std::size_t width = static_cast<std::size_t>(layout.total());
    double total = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const Float *x = logits + i * width;
        Float *g = gradient + i * width;
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t from = static_cast<std::size_t>(layout.offset[c]), to = static_cast<std::size_t>(layout.offset[c + 1]);
            const std::int32_t state = states[i * columns + c];
            if (state < 0) {
                std::fill(g + from, g + to, Float(0));
                continue;
            }
            Float largest = x[from];
            for (std::size_t k = from + 1; k < to; ++k)
                largest = std::max(largest, x[k]);
            for (std::size_t k = from; k < to; ++k)
                g[k] = fast_exp(static_cast<Float>(x[k] - largest));
            Float sum = 0;
            for (std::size_t k = from; k < to; ++k)
                sum += g[k];
            const std::size_t target = from + static_cast<std::size_t>(state);
            total += std::log(static_cast<double>(sum)) - static_cast<double>(x[target] - largest);
            const Float factor = scale / sum;
            for (std::size_t k = from; k < to; ++k)
                g[k] *= factor;
            g[target] -= scale;
        }
    }
    return total;
}

template <typename Float>
double all_rows(const Tensor &logits, const Tensor &states, const SegmentLayout &layout, Tensor &gradient, int threads)
{
    const std::size_t n = static_cast<std::size_t>(logits.size(0));
    std::vector<double> parts(static_cast<std::size_t>(std::max(threads, 1)), 0.0);
    parallel_for(n, threads, [&](std::size_t begin, std::size_t end, int part) {
        parts[static_cast<std::size_t>(part)] =
            rows<Float>(logits.data_ptr<Float>(), states.data_ptr<std::int32_t>(), layout, begin, end,
                        static_cast<Float>(1.0 / static_cast<double>(n)), gradient.data_ptr<Float>());
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
        return {context->get_saved_variables()[0] * grads[0], Tensor(), Tensor(), Tensor()};
    }
};

} // namespace

Tensor segment_cross_entropy(const Tensor &logits, const Tensor &states, const std::shared_ptr<const SegmentLayout> &layout,
                             int threads)
{
    return SegmentCrossEntropy::apply(logits, states.contiguous(), layout.get(), static_cast<std::int64_t>(threads));
}

} // namespace fairloom
