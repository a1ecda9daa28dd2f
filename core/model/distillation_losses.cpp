#include "core/model/distillation_losses.h"

#include "core/base/error.h"

namespace fairloom {

using torch::Tensor;

DistillationLoss distillation_loss_from(const std::string &name)
{
    if (name == "l1")
        return DistillationLoss::l1;
    if (name == "huber")
        return DistillationLoss::huber;
    if (name == "mse")
        return DistillationLoss::mse;
    if (name == "md")
        return DistillationLoss::md;
    throw InputError(Message(FAIRLOOM_TEXT("There is no distillation loss “%1”"), {name}), "loss",
                     FAIRLOOM_TEXT("Choose l1, huber, mse or md"));
}

Tensor distillation_quality(DistillationLoss loss, const Tensor &student, const Tensor &teacher, int threads)
{
    switch (loss) {
    case DistillationLoss::l1: return torch::l1_loss(student, teacher);
    case DistillationLoss::huber: return torch::huber_loss(student, teacher);
    case DistillationLoss::mse: return torch::mse_loss(student, teacher);
    case DistillationLoss::md: return squared_mmd(student, teacher, threads);
    }
    return {};
}

} // namespace fairloom
