#include "core/model/pictures/picture_ops.h"
#include "core/model/vector_kernels.h"

namespace fairloom {

namespace {

using torch::Tensor;

class ModulatedSilu : public torch::autograd::Function<ModulatedSilu> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &x, const Tensor &scale, const Tensor &shift)
    {
        const Tensor input = x.contiguous(), by = scale.contiguous(), plus = shift.contiguous();
        Tensor out = torch::empty_like(input);
        const std::int64_t n = input.size(0), channels = input.size(-1), row = n == 0 ? 0 : input.numel() / n;
        for (std::int64_t i = 0; i < n; ++i)
            kernel::vector_kernels().modulated_silu(input.data_ptr<float>() + i * row, by.data_ptr<float>() + i * channels,
                                                    plus.data_ptr<float>() + i * channels, static_cast<std::size_t>(row / channels),
                                                    static_cast<std::size_t>(channels), out.data_ptr<float>() + i * row);
        context->save_for_backward({input, by, plus});
        return out;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &input = saved[0], &by = saved[1], &plus = saved[2];
        const Tensor grad = grads[0].contiguous();
        Tensor grad_x = torch::empty_like(input), grad_by = torch::zeros_like(by), grad_plus = torch::zeros_like(plus);
        const std::int64_t n = input.size(0), channels = input.size(-1), row = n == 0 ? 0 : input.numel() / n;
        for (std::int64_t i = 0; i < n; ++i)
            kernel::vector_kernels().modulated_silu_gradient(
                input.data_ptr<float>() + i * row, by.data_ptr<float>() + i * channels, plus.data_ptr<float>() + i * channels,
                grad.data_ptr<float>() + i * row, static_cast<std::size_t>(row / channels), static_cast<std::size_t>(channels),
                grad_x.data_ptr<float>() + i * row, grad_by.data_ptr<float>() + i * channels, grad_plus.data_ptr<float>() + i * channels);
        return {grad_x, grad_by, grad_plus};
    }
};

} // namespace

Tensor modulated_silu(const Tensor &x, const Tensor &scale, const Tensor &shift)
{
    return ModulatedSilu::apply(x, scale, shift);
}

} // namespace fairloom
