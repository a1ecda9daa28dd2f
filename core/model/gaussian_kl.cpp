#include "core/model/ops.h"

namespace fairloom {

torch::Tensor kl_to_prior(const torch::Tensor &mean, const torch::Tensor &logvar)
{
    return 0.5 * (mean.square() + logvar.exp() - 1 - logvar).sum(1).mean();
}

torch::Tensor kl_between(const torch::Tensor &mean_p, const torch::Tensor &logvar_p, const torch::Tensor &mean_q,
                         const torch::Tensor &logvar_q)
{
    return 0.5 * ((logvar_p - logvar_q).exp() + (mean_p - mean_q).square() * (-logvar_q).exp() - 1 + logvar_q - logvar_p).sum(1).mean();
}

} // namespace fairloom
