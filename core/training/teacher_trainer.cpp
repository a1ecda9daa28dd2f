#include "core/training/teacher_trainer.h"

#include "core/base/random.h"
#include "core/model/network_factory.h"
#include "core/training/loss_terms.h"
#include "core/training/schedule.h"
#include "core/training/training_loop.h"

namespace fairloom {

namespace {

using torch::Tensor;

constexpr double collapsed_kl = 0.05;

/// Per row, what batches are to have equal shares of; empty for none.
std::vector<std::int32_t> strata(const EncodedRows &rows, const std::string &balance)
{
    std::vector<std::int32_t> out;
    if (balance == "none")
        return out;
    const std::int32_t *group = rows.group.data_ptr<std::int32_t>(), *target = rows.target.data_ptr<std::int32_t>();
    const std::int32_t targets = rows.target.max().item<std::int32_t>() + 1;
    for (std::int64_t row = 0; row < rows.rows(); ++row)
        out.push_back(balance == "groups" ? group[row] : balance == "labels" ? target[row] : group[row] * targets + target[row]);
    return out;
}

} // namespace

TeacherOutcome train_teacher(FairModel &model, const EncodedRows &rows, const TeacherSettings &settings, const TrainingHooks &hooks)
{
    torch::manual_seed(derive_seed(settings.seed, "teacher"));
    model.hidden = settings.hidden;
    model.depth = settings.depth;
    model.teacher = make_encoder(model.shape, settings.hidden, settings.depth);
    model.decoder = make_decoder(model.shape, settings.hidden, settings.depth);
    model.head = std::make_shared<TargetHead>(model.shape, TargetHead::width(settings.hidden));
    auto target_layout = std::make_shared<SegmentLayout>();
    target_layout->add(model.shape.targets);
    std::vector<Tensor> parameters;
    for (const torch::nn::Module *net :
         std::initializer_list<const torch::nn::Module *>{model.teacher.get(), model.decoder.get(), model.head.get()})
        for (const Tensor &parameter : net->parameters())
            parameters.push_back(parameter);

    LoopSettings loop;
    loop.epochs = settings.epochs;
    loop.batch = settings.batch;
    loop.learning_rate = settings.learning_rate;
    loop.label_dropout = settings.label_dropout;
    loop.patience = settings.patience;
    loop.settled_from = settings.log10_beta > 0 ? settings.ramp_share : 0;
    loop.strata = strata(rows, settings.balance);
    loop.seed = settings.seed;
    loop.purpose = "teacher batches";
    loop.stage = CurveStage::teacher;
    loop.terms = teacher_terms();
    loop.activity = hooks.activity         ? hooks.activity
                    : hooks.publish_curves ? FAIRLOOM_TEXT("Teacher, epoch %1/%2")
                                           : FAIRLOOM_TEXT("Control, epoch %1/%2");
    const LoopResult result = run_training_loop(std::move(parameters), rows.rows(), loop, hooks, [&](const TrainingStep &step) {
        const double beta = ramped_beta(step.position, settings.log10_beta, settings.ramp_share);
        EncoderInput input = rows.input().select(step.rows);
        model.hide_labels(input, step.hide_label);
        FeatureValues features = rows.features().select(step.rows);
        if (settings.mirror && features.pixels.defined())
            input.pixels.mirrored = features.pixels.mirrored = torch::rand({step.rows.size(0)}) < 0.5;
        const Tensor group = rows.group.index_select(0, step.rows);
        const Posterior posterior = model.teacher->forward(input, settings.threads);
        const Tensor z = draw_latent(posterior, torch::randn_like(posterior.mean));

        const Tensor reconstruction = model.decoder->loss(z, group, features, settings.threads);
        const Tensor kl = kl_to_prior(posterior.mean, posterior.logvar);
        const Tensor label = segment_cross_entropy(model.head->forward(z, settings.threads), rows.target.index_select(0, step.rows).unsqueeze(1),
                                                   target_layout, settings.threads);
        Tensor loss = reconstruction + settings.kl_weight * kl + label;
        Tensor fairness = torch::zeros({});
        double self_pairs = 0;
        if (beta > 0) {
            fairness = smoothed_distance_covariance(posterior, group, model.shape.groups, settings.smoothing, settings.threads, &self_pairs);
            loss = loss + beta * fairness;
        }
        const std::vector<double> raw{reconstruction.item<double>(), kl.item<double>(), label.item<double>(), fairness.item<double>()};
        return StepLoss{loss,
                        raw,
                        {raw[0], settings.kl_weight * raw[1], raw[2], beta * raw[3]},
                        {{"fairness_self_pairs", self_pairs, beta * self_pairs}}};
    });

    TeacherOutcome outcome;
    outcome.epochs = result.epochs;
    outcome.seconds_per_epoch = result.seconds_per_epoch;
    outcome.kl_per_row = result.means[1];
    outcome.label_loss = result.means[2];
    outcome.collapsed = outcome.kl_per_row < collapsed_kl;
    model.teacher_finished = true;
    return outcome;
}

} // namespace fairloom
