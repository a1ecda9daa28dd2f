#include "core/base/parallel.h"
#include "core/data/dataset.h"
#include "core/data/samples.h"
#include "core/study/model_export.h"
#include "core/study/pipeline.h"
#include "real_data.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

// A whole run at default settings, with the seconds of every stage as counters, and generation from what it leaves.

using namespace fairloom;

namespace {

/// Peak resident memory in MB since it was last set back (Linux).
double peak_memory()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    double kilobytes = 0;
    while (status >> word)
        if (word == "VmHWM:")
            status >> kilobytes;
    return kilobytes / 1024;
}

RunOutcome run(const std::shared_ptr<const Dataset> &data, double load_seconds)
{
    RunRequest request;
    request.name = "bench";
    request.data = data;
    request.task = {data->suggested_sensitive, data->suggested_target, data->suggested_positive};
    request.watch = false;
    request.load_seconds = load_seconds;
    RunMonitor monitor;
    return run_pipeline(request, monitor, {});
}

std::shared_ptr<const Dataset> adult()
{
    const std::filesystem::path folder = test::real_data("adult");
    if (test::real_data("adult/adult.data").empty())
        return nullptr;
    NoProgress progress;
    DatasetOptions options;
    options.test = folder / "adult.test";
    options.recipe = "adult";
    return open_dataset((folder / "adult.data").string(), options, progress, {});
}

void whole_run(benchmark::State &state, std::shared_ptr<const Dataset> (*open)())
{
    const auto start = std::chrono::steady_clock::now();
    const std::shared_ptr<const Dataset> data = open();
    const double load = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!data) {
        state.SkipWithError("the data set is not there (FAIRLOOM_DATA_DIR)");
        return;
    }
    std::ofstream("/proc/self/clear_refs") << "5";
    for (auto _ : state) {
        const RunOutcome outcome = run(data, load);
        for (const auto &[stage, seconds] : outcome.result.timings) {
            state.counters[stage + "_s"] = seconds;
            if (stage == "total")
                state.SetIterationTime(seconds);
        }
        state.counters["teacher_epoch_s"] = outcome.result.teacher.seconds_per_epoch;
    }
    state.counters["peak_MB"] = peak_memory();
}

std::shared_ptr<const Dataset> hiring() { return std::make_shared<const Dataset>(make_sample("hiring")); }

void generate(benchmark::State &state)
{
    static const RunOutcome outcome = run(hiring(), 0);
    GenerateRequest request;
    request.rows = static_cast<std::size_t>(state.range(0));
    request.sampler = "mixture";
    NoProgress progress;
    for (auto _ : state)
        generate_rows(*outcome.model, request, nullptr, [](const Table &rows) { benchmark::DoNotOptimize(rows.rows()); }, progress, {});
    state.counters["rows/s"] = benchmark::Counter(static_cast<double>(request.rows), benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK_CAPTURE(whole_run, hiring, hiring)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(whole_run, adult, adult)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(generate)->ArgName("rows")->Arg(1)->Arg(100000)->Arg(1000000)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
