#include "core/base/parallel.h"
#include "core/model/ops.h"

namespace fairloom {

namespace {

using torch::Tensor;

template <typename Float>
void gather(const Tensor &weight, const Tensor &indices, Tensor &out, int threads)
{
    const std::int64_t h = weight.size(1), columns = indices.size(1);
    const Float *w = weight.data_ptr<Float>();
    const std::int32_t *index = indices.data_ptr<std::int32_t>();
    Float *o = out.data_ptr<Float>();
    parallel_for(static_cast<std::size_t>(out.size(0)), threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i) {
            Float *row = o + static_cast<std::int64_t>(i) * h;
            std::fill(row, row + h, Float(0));
            for (std::int64_t c = 0; c < columns; ++c) {
                const std::int32_t state = index[static_cast<std::int64_t>(i) * columns + c];
                if (state < 0)
                    continue;
                const Float *source = w + state * h;
                for (std::int64_t k = 0; k < h; ++k)
                    row[k] += source[k];
            }
        }
    });
}

// Every thread owns a stripe of the hidden units, so that no two add to the same number and the order of additions does not
// depend on timing.
template <typename Float>
void scatter(const Tensor &grad, const Tensor &indices, Tensor &grad_weight, int threads)
{
    const std::int64_t n = grad.size(0), h = grad.size(1), columns = indices.size(1);
    const Float *g = grad.data_ptr<Float>();
    const std::int32_t *index = indices.data_ptr<std::int32_t>();
    Float *w = grad_weight.data_ptr<Float>();
    constexpr std::int64_t stripe = 16;
    const std::int64_t stripes = (h + stripe - 1) / stripe;
    parallel_for(static_cast<std::size_t>(stripes), threads, [&](std::size_t first, std::size_t last, int) {
        const std::int64_t begin = static_cast<std::int64_t>(first) * stripe;
        const std::int64_t end = std::min(h, static_cast<std::int64_t>(last) * stripe);
        for (std::int64_t i = 0; i < n; ++i)
            for (std::int64_t c = 0; c < columns; ++c) {
                const std::int32_t state = index[i * columns + c];
                if (state < 0)
                    continue;
                for (std::int64_t k = begin; k < end; ++k)
                    w[state * h + k] += g[i * h + k];
            }
    });
}

class EmbeddingSum : public torch::autograd::Function<EmbeddingSum> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &weight, const Tensor &indices, std::int64_t threads)
    {
        Tensor out = torch::empty({indices.size(0), weight.size(1)}, weight.options());
        if (weight.scalar_type() == torch::kDouble)
            gather<double>(weight, indices, out, static_cast<int>(threads));
        else
            gather<float>(weight, indices, out, static_cast<int>(threads));
        context->save_for_backward({weight, indices});
        context->saved_data["threads"] = threads;
        return out;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor grad = grads[0].contiguous();
        Tensor grad_weight = torch::zeros_like(saved[0]);
        const int threads = static_cast<int>(context->saved_data["threads"].toInt());
        if (grad.scalar_type() == torch::kDouble)
            scatter<double>(grad, saved[1], grad_weight, threads);
        else
            scatter<float>(grad, saved[1], grad_weight, threads);
        return {grad_weight, Tensor(), Tensor()};
    }
};

} // namespace

Tensor embedding_sum(const Tensor &weight, const Tensor &indices, int threads)
{
    return EmbeddingSum::apply(weight, indices.contiguous(), static_cast<std::int64_t>(threads));
}

} // namespace fairloom
