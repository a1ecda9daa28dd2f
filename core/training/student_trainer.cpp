#include "core/training/student_trainer.h"

#include "core/base/random.h"
#include "core/model/distillation_losses.h"
#include "core/model/network_factory.h"
#include "core/training/training_loop.h"

namespace fairloom {

namespace {

using torch::Tensor;

/// The chosen rows of `masked` where the label is hidden, else of `visible`.
Tensor choose(const Tensor &visible, const Tensor &masked, const Tensor &rows, const Tensor &hidden)
{
    return torch::where(hidden, masked.index_select(0, rows), visible.index_select(0, rows));
}

/// KL has a student widen its posteriors by the error of its means, so that its latents say less of the label than the teacher's and rows look
/// fairer than they are. So its noise is brought back to the teacher's: per dimension, on average over the training rows.
void take_noise_of(const Posterior &teacher, const Posterior &of_student, EncoderNet &student)
{
    const torch::NoGradGuard no_gradient;
    student.scale_variances(teacher.logvar.exp().mean(0) / of_student.logvar.exp().mean(0));
}

} // namespace

const std::vector<std::string> &student_terms()
{
    static const std::vector<std::string> names{"quality", "kl"};
    return names;
}

LoopSettings student_loop(const StudentSettings &settings, const TrainingHooks &hooks)
{
    LoopSettings loop;
    loop.epochs = settings.epochs;
    loop.batch = settings.batch;
    loop.learning_rate = settings.learning_rate;
    loop.patience = settings.patience;
    loop.seed = settings.seed;
    loop.stage = CurveStage::student;
    loop.terms = student_terms();
    loop.activity = hooks.activity         ? hooks.activity
                    : hooks.publish_curves ? FAIRLOOM_TEXT("Student, epoch %1/%2")
                                           : FAIRLOOM_TEXT("Control's student, epoch %1/%2");
    return loop;
}

StudentOutcome train_student(FairModel &model, const EncodedRows &rows, const StudentSettings &settings, const TrainingHooks &hooks)
{
    torch::manual_seed(derive_seed(settings.seed, "student"));
    const int depth = model.depth; // with one layer less, rows of Adult keep twice as much KL from the teacher
    const std::int64_t budget = parameter_count(*model.teacher) / 4;
    const int hidden = settings.hidden > 0 ? settings.hidden : widest_hidden(model.shape, depth, budget);
    const auto net = make_encoder(model.shape, hidden, depth);
    const DistillationLoss loss_kind = distillation_loss_from(settings.loss);

    const EncoderInput masked_rows = model.mask_labels(rows.input());
    const Posterior with_label = model.posterior(*model.teacher, rows.input(), settings.threads);
    const Posterior without_label = model.posterior(*model.teacher, masked_rows, settings.threads);

    LoopSettings loop = student_loop(settings, hooks);
    loop.label_dropout = settings.label_dropout;
    loop.purpose = "student batches";
    const LoopResult result =
        run_training_loop(net->parameters(), rows.rows(), loop, hooks, [&](const TrainingStep &step) {
            Tensor hidden_rows = torch::empty({step.rows.size(0), 1}, torch::kBool);
            std::copy(step.hide_label.begin(), step.hide_label.end(), hidden_rows.data_ptr<bool>());
            const Posterior teacher{choose(with_label.mean, without_label.mean, step.rows, hidden_rows),
                                    choose(with_label.logvar, without_label.logvar, step.rows, hidden_rows)};
            const Posterior student =
                net->forward({choose(rows.indices, masked_rows.indices, step.rows, hidden_rows), rows.pixels.select(step.rows)}, settings.threads);
            const Tensor noise = torch::randn_like(teacher.mean);
            const Tensor quality =
                distillation_quality(loss_kind, draw_latent(student, noise), draw_latent(teacher, noise), settings.threads);
            const Tensor kl = kl_between(teacher.mean, teacher.logvar, student.mean, student.logvar);
            const std::vector<double> raw{quality.item<double>(), kl.item<double>()};
            return StepLoss{quality + settings.lambda * kl, raw, {raw[0], settings.lambda * raw[1]}, {}};
        });

    take_noise_of(with_label, model.posterior(*net, rows.input(), settings.threads), *net);
    // Only a finished student becomes the model's: a stopped one must not be taken for one.
    model.student = net;
    model.student_loss = settings.loss;
    StudentOutcome outcome;
    outcome.epochs = result.epochs;
    outcome.quality = result.means[0];
    outcome.kl = result.means[1];
    return outcome;
}

} // namespace fairloom
