#include "core/study/imported_rows.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/time_text.h"
#include "core/base/version.h"
#include "core/study/dataset_summary.h"
#include "core/study/evaluation.h"
#include "core/study/generated_file.h"
#include "core/study/uncertainty.h"
#include "core/training/pausing_progress.h"

#include <chrono>
#include <utility>

namespace fairloom {

namespace {

/// What becomes of a judgement, on whatever way it ends.
template <typename Work>
RunOutcome judged(const RunRequest &request, RunMonitor &monitor, Work work)
{
    const auto started = std::chrono::steady_clock::now();
    RunOutcome out;
    RunResult &result = out.result;
    result.name = request.name;
    result.version = version();
    result.settings = request.settings;
    result.settings.threads = request.settings.threads > 0 ? request.settings.threads : hardware_threads();
    result.task = request.task;
    result.timings.emplace_back("load", request.load_seconds);
    const auto finish = [&](const char *state, RunStage stage) {
        result.state = state;
        result.finished = local_time_text();
        result.timings.emplace_back("total", request.load_seconds + std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
        monitor.set_stage(stage);
    };
    try {
        work(out);
    } catch (const Cancelled &) {
        finish("stopped", RunStage::stopped);
        return out;
    } catch (...) {
        monitor.set_stage(RunStage::failed);
        throw;
    }
    finish("done", RunStage::finished);
    return out;
}

void judge_into(RunOutcome &out, const RunRequest &request, std::shared_ptr<const Problem> problem, std::shared_ptr<const LabelledTable> rows,
                const JudgeOptions &options, RunMonitor &monitor, const std::stop_token &stop)
{
    RunResult &result = out.result;
    PausingProgress progress(monitor, stop);
    out.problem = problem;
    out.synthetic = std::shared_ptr<const Table>(rows, &rows->table);
    result.dataset = summarise(*request.data, *problem);
    result.warnings = problem->warnings;
    if (problem->test_was_split_off)
        result.warnings.emplace_back(FAIRLOOM_TEXT("The test rows are a part of the same file: if the tool that generated the imported rows has seen "
                                                   "them, the figures look better than they are; open a test file that it has not seen"));

    monitor.set_stage(RunStage::evaluating);
    EvaluationSettings settings;
    settings.seed = request.settings.seed;
    settings.threads = result.settings.threads;
    settings.quality_rows = request.settings.quality_rows;
    settings.bootstrap = request.settings.bootstrap;
    settings.attack = options.attack;
    Evaluator evaluator(*problem, settings, stop);
    monitor.set_span(0.2, 0.6);
    result.sources.emplace_back("real", evaluator.real(progress));
    monitor.set_span(0.6, 1);
    result.sources.emplace_back("imported", evaluator.synthetic(*rows, nullptr, progress));
    result.differences = add_uncertainty(result.sources, problem->groups, settings, stop);
}

} // namespace

RunOutcome judge_rows(const RunRequest &request, const std::string &file, RunMonitor &monitor, std::stop_token stop, const JudgeOptions &options)
{
    return judged(request, monitor, [&](RunOutcome &out) {
        PausingProgress progress(monitor, stop);
        monitor.set_stage(RunStage::loading);
        monitor.set_span(0, 0.2);
        auto problem = std::make_shared<const Problem>(make_problem(*request.data, request.task, request.settings.seed,
                                                                    static_cast<std::size_t>(request.settings.minimum_group), request.settings.test_share));
        auto rows = std::make_shared<const LabelledTable>(label_table(*problem, read_generated_rows(*request.data, *problem, file, progress, stop)));
        judge_into(out, request, std::move(problem), std::move(rows), options, monitor, stop);
    });
}

RunOutcome judge_table(const RunRequest &request, std::shared_ptr<const Problem> problem, std::shared_ptr<const LabelledTable> rows, RunMonitor &monitor,
                       std::stop_token stop, const JudgeOptions &options)
{
    return judged(request, monitor, [&](RunOutcome &out) { judge_into(out, request, std::move(problem), std::move(rows), options, monitor, stop); });
}

} // namespace fairloom
