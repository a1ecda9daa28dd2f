#include "core/training/generator_trainer.h"

#include "core/base/random.h"
#include "core/model/distillation_losses.h"
#include "core/model/row_index.h"
#include "core/training/training_loop.h"

namespace fairloom {

namespace {

using torch::Tensor;

constexpr std::int64_t directions = 48;

} // namespace

StudentOutcome train_generator(FairModel &model, const EncodedRows &rows, const StudentSettings &settings, const TrainingHooks &hooks)
{
    torch::manual_seed(derive_seed(settings.seed, "generator student"));
    const int latent = model.shape.latent;
    const int hidden = settings.hidden > 0 ? settings.hidden : GeneratorNet::widest(latent, parameter_count(*model.teacher) / 4);
    const auto net = std::make_shared<GeneratorNet>(latent, hidden);
    const DistillationLoss loss_kind = distillation_loss_from(settings.loss);
    const Posterior teacher = model.posterior(*model.teacher, rows.input(), settings.threads);

    {
        const torch::NoGradGuard no_gradient;
        const Tensor z = draw_latent(teacher, torch::randn_like(teacher.mean)).to(torch::kDouble);
        const Tensor centred = z - z.mean(0);
        const Tensor covariance = torch::mm(centred.t(), centred) / static_cast<double>(z.size(0)) + 1e-6 * torch::eye(latent, z.options());
        net->set_moments(z.mean(0), torch::linalg_cholesky(covariance));
    }

    LoopSettings loop = student_loop(settings, hooks);
    loop.purpose = "generator batches";
    const LoopResult result = run_training_loop(net->parameters(), rows.rows(), loop, hooks, [&](const TrainingStep &step) {
        const Posterior chosen{select_rows(teacher.mean, step.rows), select_rows(teacher.logvar, step.rows)};
        const Tensor z = draw_latent(chosen, torch::randn_like(chosen.mean));
        const Tensor made = net->forward(torch::randn({z.size(0), net->noise()}), settings.threads);
        const Tensor lines = torch::nn::functional::normalize(torch::randn({directions, latent}),
                                                              torch::nn::functional::NormalizeFuncOptions().dim(1));
        const Tensor quality = unpaired_quality(loss_kind, made, z, lines, settings.threads);
        const Tensor kl = kl_of_moments(z, made);
        const std::vector<double> raw{quality.item<double>(), kl.item<double>()};
        return StepLoss{quality + settings.lambda * kl, raw, {raw[0], settings.lambda * raw[1]}, {}};
    });

    model.generator = net;
    model.student_loss = settings.loss;
    return {result.epochs, result.means[0], result.means[1]};
}

} // namespace fairloom
