#include "core/study/run_frame.h"

#include "core/base/parallel.h"
#include "core/base/signals.h"
#include "core/base/time_text.h"
#include "core/base/version.h"
#include "core/data/reshape.h"
#include "core/metrics/target_leaks.h"
#include "core/study/dataset_summary.h"
#include "core/study/loss_log.h"
#include "core/study/presets.h"
#include "core/study/run_folder.h"

#include <torch/torch.h>

namespace fairloom {

namespace {

/// Settings that were made for another kind of data become those of this one.
RunRequest adapted(RunRequest request)
{
    if (request.settings.kind != kind_of(request.data->table))
        adapt_settings(request.settings, request.data->table);
    return request;
}

} // namespace

RunFrame::RunFrame(const RunRequest &request, RunMonitor &monitor, std::stop_token stop)
    : request_(adapted(request)), monitor_(monitor), stop_(stop), progress_(monitor, stop), settings_(request_.settings),
      threads_(settings_.threads > 0 ? settings_.threads : hardware_threads()), losses_(std::make_shared<LossLog>())
{
}

RunOutcome RunFrame::run()
{
    const SignalsHeldBack held_back;
    started_ = Clock::now();
    RunResult &result = outcome_.result;
    result.name = request_.name;
    result.version = version();
    result.settings = settings_;
    result.settings.threads = threads_; // what was really used: the same rows come out of the same number
    result.task = request_.task;
    result.timings.emplace_back("load", request_.load_seconds);
    outcome_.losses = losses_;
    try {
        prepare();
        stages();
        finish("done", RunStage::finished);
        if (!request_.out.empty()) {
            std::error_code error; // what cannot be removed harms nobody
            std::filesystem::remove_all(checkpoint_folder(request_.out), error);
        }
    } catch (const Cancelled &) {
        finish("stopped", RunStage::stopped);
    } catch (...) {
        monitor_.set_stage(RunStage::failed);
        throw;
    }
    return std::move(outcome_);
}

void RunFrame::prepare()
{
    check_settings(settings_);
    monitor_.set_stage(RunStage::loading);
    set_span(0, 0.01);
    monitor_.report(FAIRLOOM_TEXT("Preparing the data"), 0);
    // LibTorch and oneDNN stay on one thread: their OpenMP teams spin between the many small operations of a step, which costs
    // more than it brings on two cores and starves the window. What is worth sharing runs on our own threads.
    torch::set_num_threads(1);

    ReshapeSettings shape;
    shape.train_rows = static_cast<std::size_t>(settings_.train_rows);
    shape.favourable_share = settings_.favourable_share;
    shape.smallest_group_share = settings_.smallest_group_share;
    shape.noise_columns = settings_.noise_columns;
    problem_ = std::make_shared<const Problem>(reshaped(
        make_problem(*request_.data, request_.task, settings_.seed, static_cast<std::size_t>(settings_.minimum_group), settings_.test_share), shape,
        settings_.seed));
    outcome_.problem = problem_;
    RunResult &result = outcome_.result;
    result.warnings = problem_->warnings;
    for (const TargetLeak &leak : find_target_leaks(*problem_, {.threads = threads_}, progress_, stop_))
        result.warnings.push_back(leak.warning);
    result.dataset = summarise(*request_.data, *problem_);
}

TrainingHooks RunFrame::hooks(const char *stage, const std::vector<std::string> &terms, bool publish)
{
    TrainingHooks out;
    out.monitor = &monitor_;
    out.publish_curves = publish;
    out.stop = stop_;
    out.on_step = [this, stage, &terms](const StepLosses &losses) {
        for (std::size_t t = 0; t < terms.size(); ++t)
            losses_->add(stage, losses.epoch, losses.step, terms[t], losses.raw[t], losses.weighted[t]);
        for (const LossPart &part : losses.parts)
            losses_->add(stage, losses.epoch, losses.step, part.name, part.raw, part.weighted);
    };
    return out;
}

CheckpointPlace RunFrame::checkpoint(const std::string &name, const std::string &fingerprint) const
{
    if (request_.out.empty() || request_.checkpoint_seconds < 0)
        return {};
    return {checkpoint_folder(request_.out) / (name + ".safetensors"), fingerprint, request_.checkpoint_seconds, request_.resume};
}

void RunFrame::save_losses() const
{
    if (!request_.out.empty())
        losses_->write(request_.out / "losses.csv", request_.resume);
}

EvaluationSettings RunFrame::evaluation_settings() const
{
    EvaluationSettings out;
    out.seed = settings_.seed;
    out.threads = threads_;
    out.quality_rows = settings_.quality_rows;
    out.bootstrap = settings_.bootstrap;
    if (settings_.evaluation != "full") {
        out.depth = out.explanation = false;
        out.bootstrap = 0;
    }
    if (generated_only()) {
        out.classifiers = {"xgboost"};
        out.leakage = false;
    }
    return out;
}

void RunFrame::finish(const char *state, RunStage stage)
{
    outcome_.result.state = state;
    outcome_.result.finished = local_time_text();
    outcome_.result.timings.emplace_back("total", request_.load_seconds + seconds_since(started_));
    monitor_.set_stage(stage);
}

} // namespace fairloom
