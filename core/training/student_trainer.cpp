#include "core/training/student_trainer.h"

#include "core/base/random.h"
#include "core/model/distillation_losses.h"
#include "core/training/batches.h"
#include "core/training/curve_recorder.h"
#include "core/training/schedule.h"

#include <chrono>

namespace fairloom {

namespace {

using torch::Tensor;
using Clock = std::chrono::steady_clock;

/// Rows of `visible` or, where hidden, of `masked`.
Tensor choose(const Tensor &visible, const Tensor &masked, const Tensor &hidden)
{
    return torch::where(hidden, masked, visible);
}

} // namespace

const std::vector<std::string> &student_terms()
{
    static const std::vector<std::string> names{"quality", "kl"};
    return names;
}

StudentOutcome train_student(FairModel &model, const EncodedRows &rows, const StudentSettings &settings, const TrainingHooks &hooks)
{
    torch::manual_seed(derive_seed(settings.seed, "student"));
    constexpr int depth = 1;
    const std::int64_t budget = parameter_count(*model.teacher) / 4;
    const int hidden = settings.hidden > 0 ? settings.hidden : widest_hidden(model.shape, depth, budget);
    model.student = std::make_shared<EncoderNet>(model.shape, hidden, depth);
    model.student_loss = settings.loss;
    const DistillationLoss loss_kind = distillation_loss_from(settings.loss);

    const Tensor masked_indices = model.mask_labels(rows.indices);
    const Posterior with_label = model.posterior(*model.teacher, rows.indices, settings.threads);
    const Posterior without_label = model.posterior(*model.teacher, masked_indices, settings.threads);

    torch::optim::Adam optimizer(model.student->parameters(), torch::optim::AdamOptions(settings.learning_rate));
    BatchPlan plan(rows.rows(), settings.batch, settings.label_dropout, settings.seed, "student batches");
    const int steps = plan.steps_per_epoch();
    CurveRecorder recorder(hooks, CurveStage::student, student_terms(), settings.epochs, steps);
    StudentOutcome outcome;
    const Clock::time_point start = Clock::now();
    int step_number = 0;
    for (int epoch = 1; epoch <= settings.epochs; ++epoch) {
        plan.start_epoch();
        for (int step = 0; step < steps; ++step) {
            hooks.monitor->checkpoint(hooks.stop);
            const double position = static_cast<double>(step_number) / (static_cast<double>(settings.epochs) * steps);
            set_learning_rate(optimizer, one_cycle(position, settings.learning_rate));

            const Tensor chosen = plan.rows(step);
            std::vector<std::uint8_t> bytes = plan.hidden_labels(chosen.size(0));
            const Tensor hidden_rows =
                torch::from_blob(bytes.data(), {static_cast<std::int64_t>(bytes.size()), 1}, torch::kByte).to(torch::kBool);
            const Tensor indices = choose(rows.indices.index_select(0, chosen), masked_indices.index_select(0, chosen), hidden_rows);
            const Posterior teacher{
                choose(with_label.mean.index_select(0, chosen), without_label.mean.index_select(0, chosen), hidden_rows),
                choose(with_label.logvar.index_select(0, chosen), without_label.logvar.index_select(0, chosen), hidden_rows)};
            const Posterior student = model.student->forward(indices, settings.threads);
            const Tensor noise = torch::randn_like(teacher.mean);
            const Tensor quality = distillation_quality(loss_kind, draw_latent(student, noise), draw_latent(teacher, noise), settings.threads);
            const Tensor kl = kl_between(teacher.mean, teacher.logvar, student.mean, student.logvar);
            const Tensor loss = quality + settings.lambda * kl;
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            ++step_number;

            const std::vector<double> raw{quality.item<double>(), kl.item<double>()};
            recorder.add(epoch, step_number, raw, {raw[0], settings.lambda * raw[1]});
        }
        outcome.epochs = epoch;
        hooks.monitor->set_epoch(epoch, std::chrono::duration<double>(Clock::now() - start).count() / epoch);
        hooks.monitor->report(Message(hooks.publish_curves ? FAIRLOOM_TEXT("Student, epoch %1/%2")
                                                           : FAIRLOOM_TEXT("Control's student, epoch %1/%2"),
                                      {std::to_string(epoch), std::to_string(settings.epochs)}),
                              static_cast<double>(epoch) / settings.epochs);
        if (hooks.on_epoch)
            hooks.on_epoch(epoch);
    }
    outcome.quality = recorder.epoch_means()[0];
    outcome.kl = recorder.epoch_means()[1];
    return outcome;
}

} // namespace fairloom
