#include "core/training/student_trainer.h"

#include "core/base/random.h"
#include "core/model/distillation_losses.h"
#include "core/model/network_factory.h"
#include "core/model/row_index.h"
#include "core/training/loss_terms.h"
#include "core/training/training_loop.h"

namespace fairloom {

namespace {

using torch::Tensor;

/// 2 n rows: the teacher's posteriors of the n rows as they are, then with their labels hidden.
Posterior with_and_without_label(FairModel &model, const EncoderInput &rows, int threads)
{
    const Posterior with = model.posterior(*model.teacher, rows, threads);
    const Posterior without = model.posterior(*model.teacher, model.mask_labels(rows), threads);
    return {torch::cat({with.mean, without.mean}), torch::cat({with.logvar, without.logvar})};
}

/// KL has a student widen its posteriors by the error of its means, so that its latents say less of the label than the teacher's and rows look
/// fairer than they are. So its noise is brought back to the teacher's: per dimension, on average over the training rows.
void take_noise_of(const Posterior &teacher, const Posterior &of_student, EncoderNet &student)
{
    const torch::NoGradGuard no_gradient;
    student.scale_variances(teacher.logvar.exp().mean(0) / of_student.logvar.exp().mean(0));
}

} // namespace

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

    // The teacher's posteriors with the label and, from row n on, without it, so that a batch is fetched at one go.
    const std::int64_t n = rows.rows();
    const Posterior target = with_and_without_label(model, rows.input(), settings.threads);

    LoopSettings loop = student_loop(settings, hooks);
    loop.label_dropout = settings.label_dropout;
    loop.purpose = "student batches";
    const LoopResult result =
        run_training_loop(net->parameters(), rows.rows(), loop, hooks, [&](const TrainingStep &step) {
            Tensor of_target = step.rows.clone();
            std::int64_t *row = of_target.data_ptr<std::int64_t>();
            for (std::size_t i = 0; i < step.hide_label.size(); ++i)
                row[i] += step.hide_label[i] ? n : 0;
            const Posterior teacher{select_rows(target.mean, of_target), select_rows(target.logvar, of_target)};
            EncoderInput input = rows.input().select(step.rows);
            model.hide_labels(input, step.hide_label);
            const Posterior student = net->forward(input, settings.threads);
            const Tensor noise = torch::randn_like(teacher.mean);
            const Tensor quality =
                distillation_quality(loss_kind, draw_latent(student, noise), draw_latent(teacher, noise), settings.threads);
            const Tensor kl = kl_between(teacher.mean, teacher.logvar, student.mean, student.logvar);
            const std::vector<double> raw{quality.item<double>(), kl.item<double>()};
            return StepLoss{quality + settings.lambda * kl, raw, {raw[0], settings.lambda * raw[1]}, {}};
        });

    take_noise_of({target.mean.slice(0, 0, n), target.logvar.slice(0, 0, n)}, model.posterior(*net, rows.input(), settings.threads), *net);
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
