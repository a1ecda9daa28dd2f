#include "core/model/pictures/picture_ops.h"
#include "core/model/vector_kernels.h"

#include <cmath>
#include <numbers>

namespace fairloom {

namespace {

using torch::Tensor;

class GaussianLikelihood : public torch::autograd::Function<GaussianLikelihood> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &location, const Tensor &log_scale, const Tensor &value)
    {
        const Tensor centre = location.contiguous(), pixels = value.contiguous();
        Tensor gradient = torch::empty_like(centre);
        const double scale = log_scale.item<double>(), precision = std::exp(-2 * scale), count = static_cast<double>(centre.numel());
        const double squares =
            precision * kernel::vector_kernels().squared_error(centre.data_ptr<float>(), pixels.data_ptr<std::uint8_t>(),
                                                               static_cast<std::size_t>(centre.numel()), static_cast<float>(precision),
                                                               gradient.data_ptr<float>());
        context->save_for_backward({gradient, torch::full_like(log_scale, count - squares)});
        const double total = 0.5 * squares + count * (scale + 0.5 * std::log(2 * std::numbers::pi) + std::log(255.0));
        return torch::full({}, total, location.options().requires_grad(false));
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        const auto saved = context->get_saved_variables();
        return {saved[0] * grads[0], saved[1] * grads[0], Tensor()};
    }
};

} // namespace

Tensor gaussian_likelihood(const Tensor &location, const Tensor &log_scale, const Tensor &value)
{
    return GaussianLikelihood::apply(location, log_scale, value);
}

} // namespace fairloom
