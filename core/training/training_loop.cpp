#include "core/training/training_loop.h"

#include "core/training/adam.h"
#include "core/training/batches.h"
#include "core/training/curve_recorder.h"
#include "core/training/schedule.h"
#include "core/training/training_checkpoint.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

/// Share of the loss by which an epoch must be better to count as better.
constexpr double least_gain = 1e-4;

/// Brings the plan to where it stood after so many epochs.
void repeat_draws(BatchPlan &plan, int epochs)
{
    for (int epoch = 0; epoch < epochs; ++epoch) {
        plan.start_epoch();
        for (int i = 0; i < plan.steps_per_epoch(); ++i)
            plan.hidden_labels(plan.rows(i).size(0));
    }
}

} // namespace

LoopResult run_training_loop(std::vector<torch::Tensor> parameters, std::int64_t rows, const LoopSettings &settings,
                             const TrainingHooks &hooks, const std::function<StepLoss(const TrainingStep &)> &step)
{
    using Clock = std::chrono::steady_clock;
    Adam optimizer(parameters);
    BatchPlan plan(rows, settings.batch, settings.label_dropout, settings.seed, settings.purpose, settings.strata);
    const int steps = plan.steps_per_epoch();
    CurveRecorder recorder(hooks, settings.stage, settings.terms, settings.epochs, steps);
    TrainingCheckpoint checkpoint(hooks.checkpoint, std::move(parameters), optimizer, steps);
    LoopResult result;
    const Clock::time_point start = Clock::now();
    TrainingCheckpoint::Position at = checkpoint.restore(recorder, settings.terms.size());
    const double seconds_before = at.seconds;
    repeat_draws(plan, at.epoch);
    result.epochs = at.epoch;
    int step_number = at.epoch * steps;
    for (int epoch = at.epoch + 1; epoch <= settings.epochs; ++epoch) {
        plan.start_epoch();
        double epoch_loss = 0;
        for (int i = 0; i < steps; ++i) {
            hooks.monitor->checkpoint(hooks.stop);
            const double position = static_cast<double>(step_number) / (static_cast<double>(settings.epochs) * steps);
            const torch::Tensor chosen = plan.rows(i);
            const std::vector<std::uint8_t> hide_label = plan.hidden_labels(chosen.size(0));
            const StepLoss loss = step({chosen, hide_label, position});
            optimizer.zero_grad();
            loss.loss.backward();
            optimizer.step(one_cycle(position, settings.learning_rate));
            epoch_loss += std::accumulate(loss.weighted.begin(), loss.weighted.end(), 0.0) / steps;
            recorder.add(epoch, ++step_number, loss.raw, loss.weighted, loss.parts);
            checkpoint.note(loss.raw, loss.weighted, loss.parts);
        }
        result.epochs = at.epoch = epoch;
        at.seconds = seconds_before + std::chrono::duration<double>(Clock::now() - start).count();
        result.seconds_per_epoch = at.seconds / epoch;
        hooks.monitor->set_epoch(epoch, result.seconds_per_epoch);
        hooks.monitor->report(Message(settings.activity, {std::to_string(epoch), std::to_string(settings.epochs)}),
                              static_cast<double>(epoch) / settings.epochs);
        if (hooks.on_epoch)
            hooks.on_epoch(epoch);
        if (settings.patience > 0 && epoch > settings.settled_from * settings.epochs) {
            const bool better = epoch_loss < at.lowest - least_gain * std::abs(at.lowest) || std::isinf(at.lowest);
            at.epochs_without = better ? 0 : at.epochs_without + 1;
            at.lowest = std::min(at.lowest, epoch_loss);
            if (at.epochs_without >= settings.patience)
                break;
        }
        if (epoch < settings.epochs)
            checkpoint.save_if_due(at);
    }
    result.means = recorder.epoch_means();
    return result;
}

} // namespace fairloom
