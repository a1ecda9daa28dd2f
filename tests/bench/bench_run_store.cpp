#include "core/study/store/run_store.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <unistd.h>

using namespace fairloom;

// A project with as many runs as its argument says, each judged as a full run is: two classifiers, real rows, teacher, student and both
// controls, every figure with its interval.

namespace {

Metric metric(int run, int figure)
{
    const double value = 0.5 + 0.5 * std::sin(run * 1.7 + figure * 0.3);
    Metric out(value);
    out.interval = Interval{value - 0.01 / (figure + 1), value + 0.01 / (run + 1), 0.95, figure % 3 == 0 ? "test rows" : "scored rows", 1000, "bootstrap", nullptr};
    return out;
}

RunRecord record_of_run(int run)
{
    RunRecord out;
    out.name = "balanced-" + std::to_string(run);
    out.study = "which-loss";
    out.variant = "l1";
    out.state = "done";
    out.version = "0.1.0";
    out.data_name = "adult.csv";
    out.data_sha256 = out.test_sha256 = std::string(64, 'a');
    out.task = {{"sex"}, "income", ">50K"};
    out.settings.seed = static_cast<std::uint64_t>(run);
    out.timings = {{"load", 0.31}, {"teacher", 20.5}, {"student", 5.25}, {"generate", 0.5}, {"evaluate", 10.125}, {"total", 36.685}};
    out.cost = CostSummary{25.75, 0.0012, 1.5e6, 8.1e8};
    int figure = 0;
    for (const char *name : {"real", "teacher", "student", "control_independent", "control_joint"}) {
        RecordedSource source;
        for (const char *protocol : {"tstr", "tsts"})
            for (const char *classifier : {"xgboost", "logistic"})
                for (Metric RecordedJudgement::*entry : {&RecordedJudgement::dpr, &RecordedJudgement::eor, &RecordedJudgement::dpd, &RecordedJudgement::eod,
                                                         &RecordedJudgement::accuracy, &RecordedJudgement::f1, &RecordedJudgement::auroc})
                    source.protocols[protocol][classifier].*entry = metric(run, figure++);
        source.density = metric(run, figure++);
        source.coverage = metric(run, figure++);
        source.auroc_latent = 0.51;
        out.sources.emplace_back(name, std::move(source));
    }
    return out;
}

RecordedCurves curves_of_run(int run)
{
    RecordedCurves out;
    out.teacher = {{"reconstruction", "kl", "label", "fairness"}, {}, 150};
    for (int i = 1; i <= 300; ++i)
        out.teacher.points.push_back({i / 2.0, {1.0 / i, 2, 3, 0.1 * run}, {1.0 / i, 2, 3, 4}});
    out.student = {{"quality", "kl"}, {}, 50};
    for (int i = 1; i <= 300; ++i)
        out.student.points.push_back({i / 6.0, {1.0 / i, 2}, {1.0 / i, 2}});
    return out;
}

std::filesystem::path project()
{
    return std::filesystem::temp_directory_path() / ("fairloom-bench-store-" + std::to_string(getpid()));
}

void fill(int runs)
{
    std::filesystem::remove_all(project());
    RunStore store(project());
    for (int run = 0; run < runs; ++run)
        store.finish(store.begin(record_of_run(run)), record_of_run(run), curves_of_run(run));
}

void open_and_list(benchmark::State &state)
{
    fill(static_cast<int>(state.range(0)));
    std::size_t seen = 0;
    for (auto _ : state) {
        const RunStore store(project());
        seen += store.records().size();
    }
    state.counters["runs"] = static_cast<double>(seen) / static_cast<double>(state.iterations());
    std::filesystem::remove_all(project());
}

void list(benchmark::State &state)
{
    fill(static_cast<int>(state.range(0)));
    const RunStore store(project());
    for (auto _ : state)
        benchmark::DoNotOptimize(store.records());
    std::filesystem::remove_all(project());
}

void curves_of_all(benchmark::State &state)
{
    fill(static_cast<int>(state.range(0)));
    const RunStore store(project());
    const std::vector<RunRecord> records = store.records();
    for (auto _ : state)
        for (const RunRecord &record : records)
            benchmark::DoNotOptimize(store.curves(record.id));
    std::filesystem::remove_all(project());
}

void begin_and_finish(benchmark::State &state)
{
    fill(static_cast<int>(state.range(0)));
    RunStore store(project());
    int run = static_cast<int>(state.range(0));
    for (auto _ : state) {
        store.finish(store.begin(record_of_run(run)), record_of_run(run), curves_of_run(run));
        ++run;
    }
    std::filesystem::remove_all(project());
}

void revision(benchmark::State &state)
{
    fill(static_cast<int>(state.range(0)));
    const RunStore store(project());
    for (auto _ : state)
        benchmark::DoNotOptimize(store.revision());
    std::filesystem::remove_all(project());
}

} // namespace

BENCHMARK(open_and_list)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(list)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(curves_of_all)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(begin_and_finish)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(revision)->Arg(1000)->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
