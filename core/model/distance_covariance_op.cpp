#include "core/model/distance_covariance.h"
#include "core/model/ops.h"

namespace fairloom {

namespace {

using torch::Tensor;

template <typename Float>
DistanceCovariance evaluate(const Tensor &mean, const Tensor &logvar, const Tensor &group, int groups, Tensor &grad_mean,
                            Tensor &grad_logvar, int threads)
{
    const std::size_t n = static_cast<std::size_t>(mean.size(0)), d = static_cast<std::size_t>(mean.size(1));
    return distance_covariance(std::span<const Float>(mean.data_ptr<Float>(), n * d),
                               std::span<const Float>(logvar.data_ptr<Float>(), n * d),
                               std::span<const std::int32_t>(group.data_ptr<std::int32_t>(), n), n, d, groups,
                               std::span<Float>(grad_mean.data_ptr<Float>(), n * d),
                               std::span<Float>(grad_logvar.data_ptr<Float>(), n * d), threads);
}

class DistanceCovarianceTerm : public torch::autograd::Function<DistanceCovarianceTerm> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &mean, const Tensor &logvar, const Tensor &group,
                          std::int64_t groups, std::int64_t threads, double *self_pairs)
    {
        Tensor grad_mean = torch::empty_like(mean), grad_logvar = torch::empty_like(logvar);
        const DistanceCovariance result =
            mean.scalar_type() == torch::kDouble
                ? evaluate<double>(mean, logvar, group, static_cast<int>(groups), grad_mean, grad_logvar, static_cast<int>(threads))
                : evaluate<float>(mean, logvar, group, static_cast<int>(groups), grad_mean, grad_logvar, static_cast<int>(threads));
        if (self_pairs)
            *self_pairs = result.self_pairs;
        context->save_for_backward({grad_mean, grad_logvar});
        return torch::full({}, result.value, mean.options());
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        const auto saved = context->get_saved_variables();
        return {saved[0] * grads[0], saved[1] * grads[0], Tensor(), Tensor(), Tensor(), Tensor()};
    }
};

} // namespace

Tensor distance_covariance_term(const Tensor &mean, const Tensor &logvar, const Tensor &group, int groups, int threads,
                                double *self_pairs)
{
    return DistanceCovarianceTerm::apply(mean.contiguous(), logvar.contiguous(), group.contiguous(),
                                         static_cast<std::int64_t>(groups), static_cast<std::int64_t>(threads), self_pairs);
}

} // namespace fairloom
