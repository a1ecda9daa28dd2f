#include "core/base/parallel.h"
#include "core/model/ops.h"
#include "core/model/vector_kernels.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fairloom {

namespace {

using torch::Tensor;

/// Hidden units that a thread owns at least when gradients are summed up: one cache line.
constexpr std::int64_t stripe = 16;

/// Which rows have a state, ascending: those of state s are row[begin[s] .. begin[s + 1]). So its gradient is summed up in registers; row
/// by row, every addition would wait for the one before it to come back from memory.
struct RowsByState {
    std::vector<std::int32_t> begin, row;
};

RowsByState rows_by_state(const Tensor &indices, std::size_t states)
{
    const auto rows = static_cast<std::size_t>(indices.size(0)), columns = static_cast<std::size_t>(indices.size(1));
    const std::span<const std::int32_t> index(indices.data_ptr<std::int32_t>(), rows * columns);
    RowsByState out;
    out.begin.assign(states + 2, 0); // one further, so that begin[s + 1] may run while the rows are listed
    for (const std::int32_t state : index)
        if (state >= 0)
            ++out.begin[static_cast<std::size_t>(state) + 2];
    for (std::size_t s = 2; s < out.begin.size(); ++s)
        out.begin[s] += out.begin[s - 1];
    out.row.resize(static_cast<std::size_t>(out.begin.back()));
    for (std::size_t i = 0, at = 0; i < rows; ++i)
        for (std::size_t c = 0; c < columns; ++c, ++at)
            if (index[at] >= 0)
                out.row[static_cast<std::size_t>(out.begin[static_cast<std::size_t>(index[at]) + 1]++)] = static_cast<std::int32_t>(i);
    out.begin.pop_back();
    return out;
}

Tensor gather(const Tensor &weight, const Tensor &bias, const Tensor &indices, int threads)
{
    Tensor out = torch::empty({indices.size(0), weight.size(1)}, weight.options());
    parallel_for(static_cast<std::size_t>(out.size(0)), threads, [&](std::size_t begin, std::size_t end, int) {
        kernel::vector_kernels().gather(weight.data_ptr<float>(), bias.data_ptr<float>(), indices.data_ptr<std::int32_t>(),
                                        static_cast<std::size_t>(indices.size(1)), static_cast<std::size_t>(weight.size(1)), begin, end,
                                        out.data_ptr<float>());
    });
    return out;
}

class EmbeddingSum : public torch::autograd::Function<EmbeddingSum> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &weight, const Tensor &bias, const Tensor &indices,
                          std::int64_t threads)
    {
        context->save_for_backward({indices});
        context->saved_data["states"] = weight.size(0);
        context->saved_data["threads"] = threads;
        return gather(weight, bias, indices, static_cast<int>(threads));
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        const Tensor indices = context->get_saved_variables()[0], grad = grads[0].contiguous();
        const std::int64_t width = grad.size(1);
        const std::int64_t states = context->saved_data["states"].toInt();
        Tensor grad_weight = torch::empty({states, width}, grad.options());
        Tensor grad_bias = torch::zeros({width}, grad.options());
        const kernel::VectorKernels &loops = kernel::vector_kernels();
        const RowsByState by_state = rows_by_state(indices, static_cast<std::size_t>(states));
        // Every thread owns stripes of the hidden units, so that no two add to the same number and the order of additions does not
        // depend on timing.
        const std::int64_t stripes = (width + stripe - 1) / stripe;
        parallel_for(static_cast<std::size_t>(stripes), static_cast<int>(context->saved_data["threads"].toInt()),
                     [&](std::size_t first, std::size_t last, int) {
                         const std::int64_t from = static_cast<std::int64_t>(first) * stripe;
                         const std::int64_t to = std::min(width, static_cast<std::int64_t>(last) * stripe);
                         loops.sum_by_state(grad.data_ptr<float>(), by_state.row.data(), by_state.begin.data(), static_cast<std::size_t>(states),
                                            static_cast<std::size_t>(width), static_cast<std::size_t>(from), static_cast<std::size_t>(to),
                                            grad_weight.data_ptr<float>());
                     });
        loops.add_rows(grad.data_ptr<float>(), static_cast<std::size_t>(grad.size(0)), static_cast<std::size_t>(width),
                       grad_bias.data_ptr<float>());
        return {grad_weight, grad_bias, Tensor(), Tensor()};
    }
};

} // namespace

Tensor embedding_sum(const Tensor &weight, const Tensor &bias, const Tensor &indices, int threads)
{
    const Tensor index = indices.contiguous();
    if (!torch::GradMode::is_enabled())
        return gather(weight, bias, index, threads);
    return EmbeddingSum::apply(weight, bias, index, static_cast<std::int64_t>(threads));
}

} // namespace fairloom
