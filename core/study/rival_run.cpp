#include "core/study/rival_run.h"

#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/base/random.h"
#include "core/rivals/correlation_remover.h"
#include "core/rivals/rival.h"
#include "core/study/evaluation.h"
#include "core/study/median_seconds.h"
#include "core/study/run_frame.h"
#include "core/study/stage_settings.h"
#include "core/study/uncertainty.h"

#include <algorithm>
#include <array>

namespace fairloom {

namespace {

constexpr int rival_first_row_tries = 5;
constexpr double trained_share = 0.85; ///< of a run's time, for the progress bar

constexpr std::array needs_tables{"tabfairgan", "decaf", "correlation-remover"};

class RivalJob final : public RunFrame {
public:
    using RunFrame::RunFrame;

private:
    void stages() override
    {
        const std::string &method = settings_.method;
        if (problem_->train.table.picture_column() && std::find(needs_tables.begin(), needs_tables.end(), method) != needs_tables.end())
            throw InputError(Message(FAIRLOOM_TEXT("The method “%1” takes tables, not pictures"), {method}), request_.data->source,
                             FAIRLOOM_TEXT("Choose fairloom, vae, fairdisco or reweighing"));
        if (settings_.seeds > 1)
            outcome_.result.warnings.emplace_back(
                FAIRLOOM_TEXT("Several seeds in one run are for Fairloom's own method; to compare seeds of another one, run it in a study"));
        outcome_.result.rival.emplace().method = method;
        if (method == "correlation-remover")
            judge_without_correlation();
        else
            judge_rows();
        if (!generated_only())
            outcome_.result.differences = add_uncertainty(outcome_.result.sources, problem_->groups, evaluation_settings(), stop_);
    }

    RivalSettings rival_settings() const;
    void judge_rows();
    void judge_without_correlation();
    void judge_real(Evaluator &evaluator);
};

RivalSettings RivalJob::rival_settings() const
{
    RivalSettings out;
    out.epochs = settings_.rival_epochs;
    out.fair_epochs = settings_.rival_fair_epochs;
    out.fairness = settings_.rival_fairness;
    out.batch = settings_.rival_batch;
    out.learning_rate = settings_.rival_learning_rate;
    out.decaf_fairness = settings_.decaf_fairness;
    out.graph = settings_.graph;
    out.teacher = teacher_settings(settings_, settings_.log10_beta, threads_);
    out.latent = settings_.latent;
    return out;
}

void RivalJob::judge_real(Evaluator &evaluator)
{
    if (generated_only())
        return;
    set_span(trained_share, (1 + trained_share) / 2);
    outcome_.result.sources.emplace_back("real", evaluator.real(progress_));
}

void RivalJob::judge_rows()
{
    RunResult &result = outcome_.result;
    const std::unique_ptr<Rival> rival = make_rival(settings_.method, rival_settings());
    const std::vector<std::string> terms = rival->terms();
    CostSummary &cost = result.cost.emplace();
    timed("teacher", [&] { // the name under which training stands in run.json, whatever is trained
        const Clock::time_point start = Clock::now();
        monitor_.set_stage(RunStage::teacher);
        set_span(0.01, trained_share);
        const RivalTraining trained = rival->train(*problem_, hooks("teacher", terms, true));
        result.rival->parameters = trained.parameters;
        result.rival->epochs = trained.epochs;
        result.rival->seconds_per_epoch = trained.seconds_per_epoch;
        cost.training_s = seconds_since(start);
    });
    timed("generate", [&] {
        monitor_.set_stage(RunStage::generating);
        const std::size_t rows = settings_.rows > 0 ? static_cast<std::size_t>(settings_.rows) : problem_->train.rows();
        const Clock::time_point start = Clock::now();
        outcome_.synthetic = std::make_shared<const Table>(rival->generate(rows, derive_seed(settings_.seed, "rival rows"), progress_, stop_));
        const double seconds = seconds_since(start);
        cost.rows_per_s = seconds > 0 ? static_cast<double>(rows) / seconds : 0;
        cost.peak_memory_bytes = static_cast<double>(peak_memory());
        cost.first_row_s =
            median_seconds(rival_first_row_tries, [&] { rival->generate(1, derive_seed(settings_.seed, "first row"), progress_, stop_); });
    });
    timed("evaluate", [&] {
        monitor_.set_stage(RunStage::evaluating);
        Evaluator evaluator(*problem_, evaluation_settings(), stop_);
        judge_real(evaluator);
        set_span((1 + trained_share) / 2, 1);
        result.sources.emplace_back("rival", evaluator.synthetic(label_table(*problem_, *outcome_.synthetic), nullptr, progress_));
    });
}

void RivalJob::judge_without_correlation()
{
    RunResult &result = outcome_.result;
    const Clock::time_point start = Clock::now();
    const Problem without = remove_correlation(*problem_);
    result.cost.emplace().training_s = seconds_since(start);
    result.cost->peak_memory_bytes = static_cast<double>(peak_memory());
    timed("evaluate", [&] {
        monitor_.set_stage(RunStage::evaluating);
        Evaluator of_real(*problem_, evaluation_settings(), stop_);
        judge_real(of_real);
        EvaluationSettings settings = evaluation_settings();
        settings.depth = settings.explanation = settings.leakage = false;
        Evaluator evaluator(without, settings, stop_);
        set_span((1 + trained_share) / 2, 1);
        SourceResult judged;
        judged.protocols = evaluator.synthetic(without.train, nullptr, progress_).protocols;
        judged.rows = without.train.rows();
        result.sources.emplace_back("rival", std::move(judged));
    });
    result.warnings.emplace_back(
        FAIRLOOM_TEXT("The correlation remover makes no rows: its classifiers see numbers without the part that goes with the group, and not the group; "
                      "density and coverage of such numbers mean nothing and are left out"));
}

} // namespace

RunOutcome run_rival(const RunRequest &request, RunMonitor &monitor, std::stop_token stop)
{
    return RivalJob(request, monitor, std::move(stop)).run();
}

} // namespace fairloom
