#pragma once

// Internal to core.

#include "core/study/evaluation_settings.h"
#include "core/study/pipeline.h"
#include "core/training/pausing_progress.h"
#include "core/training/training_settings.h"

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// What runs of every method have in common: data and task made a problem, timings, losses, and how they end.
class RunFrame {
public:
    RunFrame(const RunRequest &request, RunMonitor &monitor, std::stop_token stop);
    RunFrame(const RunFrame &) = delete; // progress_ and hooks refer to it
    virtual ~RunFrame() = default;

    RunOutcome run();

protected:
    /// The method's stages, on a prepared problem.
    virtual void stages() = 0;

    /// What of the whole run lies before and after the present stage's progress.
    virtual void set_span(double begin, double end) { monitor_.set_span(begin, end); }
    /// Throws Cancelled on a stop like all stages.
    template <typename Work>
    void timed(const char *name, Work work)
    {
        const Clock::time_point start = Clock::now();
        const auto note = [&] { outcome_.result.timings.emplace_back(name, seconds_since(start)); };
        try {
            work();
        } catch (...) {
            note();
            throw;
        }
        note();
    }
    /// For a trainer whose losses are logged as `stage`; `terms` must outlive it.
    TrainingHooks hooks(const char *stage, const std::vector<std::string> &terms, bool publish);
    /// Where that training's state is kept; `name` is one word, another one for every training of a run.
    CheckpointPlace checkpoint(const std::string &name, const std::string &fingerprint) const;
    /// Writes what has been logged so far, so that a run that goes on without a finished stage still has its losses.
    void save_losses() const;
    EvaluationSettings evaluation_settings() const;
    /// Whether only the generated rows are judged, by one classifier.
    bool generated_only() const { return settings_.evaluation == "student"; }

    using Clock = std::chrono::steady_clock;
    static double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

    const RunRequest request_;
    RunMonitor &monitor_;
    std::stop_token stop_;
    PausingProgress progress_;
    RunSettings settings_;
    int threads_;
    RunOutcome outcome_;
    std::shared_ptr<LossLog> losses_;
    std::shared_ptr<const Problem> problem_;

private:
    void prepare();
    void finish(const char *state, RunStage stage);

    Clock::time_point started_;
};

} // namespace fairloom
