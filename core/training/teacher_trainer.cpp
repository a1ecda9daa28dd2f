#include "core/training/teacher_trainer.h"

#include "core/base/random.h"
#include "core/training/batches.h"
#include "core/training/curve_recorder.h"
#include "core/training/schedule.h"

#include <chrono>

namespace fairloom {

namespace {

using torch::Tensor;
using Clock = std::chrono::steady_clock;

constexpr double collapsed_kl = 0.05;

void hide_labels(Tensor &indices, const std::vector<std::uint8_t> &hidden, std::int32_t unknown)
{
    const std::int64_t width = indices.size(1);
    std::int32_t *index = indices.data_ptr<std::int32_t>() + width - 1;
    for (std::size_t i = 0; i < hidden.size(); ++i, index += width)
        if (hidden[i])
            *index = unknown;
}

} // namespace

const std::vector<std::string> &teacher_terms()
{
    static const std::vector<std::string> names{"reconstruction", "kl", "label", "fairness"};
    return names;
}

TeacherOutcome train_teacher(FairModel &model, const EncodedRows &rows, const TeacherSettings &settings, const TrainingHooks &hooks)
{
    torch::manual_seed(derive_seed(settings.seed, "teacher"));
    model.hidden = settings.hidden;
    model.depth = settings.depth;
    model.teacher = std::make_shared<EncoderNet>(model.shape, settings.hidden, settings.depth);
    model.decoder = std::make_shared<DecoderNet>(model.shape, settings.hidden, settings.depth);
    model.head = std::make_shared<TargetHead>(model.shape, TargetHead::width(settings.hidden));
    auto target_layout = std::make_shared<SegmentLayout>();
    target_layout->add(model.shape.targets);

    std::vector<Tensor> parameters;
    for (const torch::nn::Module *net : std::initializer_list<const torch::nn::Module *>{model.teacher.get(), model.decoder.get(), model.head.get()})
        for (const Tensor &parameter : net->parameters())
            parameters.push_back(parameter);
    torch::optim::Adam optimizer(parameters, torch::optim::AdamOptions(settings.learning_rate));

    BatchPlan plan(rows.rows(), settings.batch, settings.label_dropout, settings.seed, "teacher batches");
    const int steps = plan.steps_per_epoch();
    CurveRecorder recorder(hooks, CurveStage::teacher, teacher_terms(), settings.epochs, steps);
    TeacherOutcome outcome;
    const Clock::time_point start = Clock::now();
    int step_number = 0;
    for (int epoch = 1; epoch <= settings.epochs; ++epoch) {
        plan.start_epoch();
        for (int step = 0; step < steps; ++step) {
            hooks.monitor->checkpoint(hooks.stop);
            const double position = static_cast<double>(step_number) / (static_cast<double>(settings.epochs) * steps);
            set_learning_rate(optimizer, one_cycle(position, settings.learning_rate));
            const double beta = ramped_beta(position, settings.log10_beta, settings.ramp_share);

            const Tensor chosen = plan.rows(step);
            Tensor indices = rows.indices.index_select(0, chosen);
            hide_labels(indices, plan.hidden_labels(indices.size(0)), model.shape.unknown_target_state());
            const Tensor group = rows.group.index_select(0, chosen);
            const Posterior posterior = model.teacher->forward(indices, settings.threads);
            const Tensor z = draw_latent(posterior, torch::randn_like(posterior.mean));

            const Tensor reconstruction =
                segment_cross_entropy(model.decoder->forward(z, group.unsqueeze(1), settings.threads),
                                      rows.states.index_select(0, chosen), model.shape.layout, settings.threads);
            const Tensor kl = kl_to_prior(posterior.mean, posterior.logvar);
            const Tensor label = segment_cross_entropy(model.head->forward(z), rows.target.index_select(0, chosen).unsqueeze(1),
                                                       target_layout, settings.threads);
            Tensor loss = reconstruction + settings.kl_weight * kl + label;
            Tensor fairness = torch::zeros({});
            if (beta > 0) {
                fairness = distance_covariance_term(posterior.mean, posterior.logvar, group, model.shape.groups, settings.threads);
                loss = loss + beta * fairness;
            }
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            ++step_number;

            const std::vector<double> raw{reconstruction.item<double>(), kl.item<double>(), label.item<double>(),
                                          fairness.item<double>()};
            recorder.add(epoch, step_number, raw, {raw[0], settings.kl_weight * raw[1], raw[2], beta * raw[3]});
        }
        outcome.epochs = epoch;
        outcome.seconds_per_epoch = std::chrono::duration<double>(Clock::now() - start).count() / epoch;
        hooks.monitor->set_epoch(epoch, outcome.seconds_per_epoch);
        hooks.monitor->report(Message(hooks.publish_curves ? FAIRLOOM_TEXT("Teacher, epoch %1/%2") : FAIRLOOM_TEXT("Control, epoch %1/%2"),
                                      {std::to_string(epoch), std::to_string(settings.epochs)}),
                              static_cast<double>(epoch) / settings.epochs);
        if (hooks.on_epoch)
            hooks.on_epoch(epoch);
    }
    outcome.kl_per_row = recorder.epoch_means()[1];
    outcome.label_loss = recorder.epoch_means()[2];
    outcome.collapsed = outcome.kl_per_row < collapsed_kl;
    model.teacher_finished = true;
    return outcome;
}

} // namespace fairloom
