#include "core/model/pictures/row_blocks.h"

#include "core/base/parallel.h"

#include <algorithm>

namespace fairloom {

namespace {

using torch::Tensor;
using torch::autograd::variable_list;

std::int64_t blocks_of(std::int64_t rows)
{
    return (rows + rows_in_block - 1) / rows_in_block;
}

/// body(block, part) for all blocks, in order within a part.
void for_blocks(std::int64_t rows, int threads, const std::function<void(std::int64_t, std::int64_t, std::int64_t, std::size_t)> &body)
{
    parallel_for(static_cast<std::size_t>(blocks_of(rows)), threads, [&](std::size_t first, std::size_t last, int part) {
        // LibTorch and oneDNN would start an OpenMP team of their own in each of our threads.
        static thread_local const bool alone = (at::set_num_threads(1), true);
        (void)alone;
        for (std::size_t block = first; block < last; ++block) {
            const std::int64_t begin = static_cast<std::int64_t>(block) * rows_in_block;
            body(static_cast<std::int64_t>(block), begin, std::min(rows, begin + rows_in_block), static_cast<std::size_t>(part));
        }
    });
}

/// Gradients that several threads gather, each for itself.
class GradientSums {
public:
    explicit GradientSums(int threads) : sums_(static_cast<std::size_t>(std::max(threads, 1))) {}

    void add(std::size_t part, const variable_list &gradients, std::size_t count)
    {
        variable_list &sums = sums_[part];
        sums.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            if (!gradients[i].defined())
                continue;
            if (sums[i].defined())
                sums[i].add_(gradients[i]);
            else
                sums[i] = gradients[i].contiguous();
        }
    }

    variable_list total(std::size_t count) const
    {
        variable_list out(count);
        for (const variable_list &sums : sums_)
            for (std::size_t i = 0; i < sums.size(); ++i)
                if (sums[i].defined())
                    out[i] = out[i].defined() ? out[i].add_(sums[i]) : sums[i];
        return out;
    }

private:
    std::vector<variable_list> sums_;
};

/// What a backward pass over blocks needs.
struct BlockGraphs : torch::CustomClassHolder {
    variable_list parameters, outputs; ///< outputs: per block, with its graph
    int threads = 1;
};

using RowForward = std::function<Tensor(std::int64_t, std::int64_t)>;
using RowLoss = std::function<Tensor(std::int64_t, std::int64_t, const Tensor &)>;

class RowsByBlocks : public torch::autograd::Function<RowsByBlocks> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, at::TensorList parameters, std::int64_t rows, const RowForward *row_forward,
                          std::int64_t threads)
    {
        auto graphs = c10::make_intrusive<BlockGraphs>();
        graphs->parameters = parameters.vec();
        graphs->outputs.resize(static_cast<std::size_t>(blocks_of(rows)));
        graphs->threads = static_cast<int>(threads);
        for_blocks(rows, graphs->threads, [&](std::int64_t block, std::int64_t begin, std::int64_t end, std::size_t) {
            const torch::AutoGradMode with_graph(true);
            graphs->outputs[static_cast<std::size_t>(block)] = (*row_forward)(begin, end);
        });
        variable_list values;
        for (const Tensor &output : graphs->outputs)
            values.push_back(output.detach());
        context->saved_data["graphs"] = torch::IValue::make_capsule(graphs);
        return torch::cat(values);
    }

    static variable_list backward(torch::autograd::AutogradContext *context, variable_list grads)
    {
        const auto capsule = context->saved_data["graphs"].toCapsule();
        context->saved_data.clear();
        auto &graphs = static_cast<BlockGraphs &>(*capsule);
        const Tensor grad = grads[0].contiguous();
        GradientSums sums(graphs.threads);
        for_blocks(grad.size(0), graphs.threads, [&](std::int64_t block, std::int64_t begin, std::int64_t end, std::size_t part) {
            Tensor &output = graphs.outputs[static_cast<std::size_t>(block)];
            const variable_list found = torch::autograd::grad({output}, graphs.parameters, {grad.slice(0, begin, end)}, false, false, true);
            output = Tensor(); // its graph's memory is for the next
            sums.add(part, found, found.size());
        });
        variable_list out = sums.total(graphs.parameters.size());
        out.resize(graphs.parameters.size() + 3);
        return out;
    }
};

class SumByBlocks : public torch::autograd::Function<SumByBlocks> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &z, at::TensorList parameters, const RowLoss *loss,
                          std::int64_t threads)
    {
        const Tensor all = z.detach();
        Tensor grad_z = torch::empty_like(all);
        const std::size_t count = parameters.size();
        GradientSums sums(static_cast<int>(threads));
        std::vector<double> values(static_cast<std::size_t>(blocks_of(z.size(0))), 0.0);
        for_blocks(z.size(0), static_cast<int>(threads), [&](std::int64_t block, std::int64_t begin, std::int64_t end, std::size_t part) {
            const torch::AutoGradMode with_graph(true);
            variable_list inputs = parameters.vec();
            inputs.push_back(all.slice(0, begin, end).detach().set_requires_grad(true));
            const Tensor value = (*loss)(begin, end, inputs.back());
            const variable_list found = torch::autograd::grad({value}, inputs, {}, false, false, true);
            grad_z.slice(0, begin, end).copy_(found.back());
            sums.add(part, found, count);
            values[static_cast<std::size_t>(block)] = value.item<double>();
        });
        variable_list saved = sums.total(count);
        saved.push_back(grad_z);
        context->save_for_backward(saved);
        double total = 0;
        for (const double value : values)
            total += value;
        return torch::full({}, total, z.options().requires_grad(false));
    }

    static variable_list backward(torch::autograd::AutogradContext *context, variable_list grads)
    {
        variable_list out;
        const variable_list saved = context->get_saved_variables();
        out.push_back(saved.back() * grads[0]);
        for (std::size_t i = 0; i + 1 < saved.size(); ++i)
            out.push_back(saved[i].defined() ? saved[i] * grads[0] : Tensor());
        out.resize(saved.size() + 2);
        return out;
    }
};

} // namespace

Tensor rows_by_blocks(std::int64_t rows, const std::vector<Tensor> &parameters, const RowForward &forward, int threads)
{
    if (torch::GradMode::is_enabled())
        return RowsByBlocks::apply(at::TensorList(parameters), rows, &forward, static_cast<std::int64_t>(threads));
    std::vector<Tensor> blocks(static_cast<std::size_t>(blocks_of(rows)));
    for_blocks(rows, threads, [&](std::int64_t block, std::int64_t begin, std::int64_t end, std::size_t) {
        const torch::NoGradGuard no_gradient; // the mode is each thread's own
        blocks[static_cast<std::size_t>(block)] = forward(begin, end);
    });
    return torch::cat(blocks);
}

Tensor sum_by_blocks(const Tensor &z, const std::vector<Tensor> &parameters, const RowLoss &loss, int threads)
{
    return SumByBlocks::apply(z, at::TensorList(parameters), &loss, static_cast<std::int64_t>(threads));
}

} // namespace fairloom
