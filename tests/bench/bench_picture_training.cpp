#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/base/system.h"
#include "core/data/picture_set.h"
#include "core/training/teacher_trainer.h"

#include <benchmark/benchmark.h>

#include <sys/resource.h>

// Pictures a second in the teacher's training, and the most memory that the process has held: docs/performance.md.

using namespace fairloom;

namespace {

/// Pictures of noise: what training costs does not depend on what they show.
Problem noise(int size, std::size_t rows)
{
    Random random(1);
    auto pictures = std::make_shared<PictureSet>();
    pictures->width = pictures->height = size;
    pictures->bytes.resize(rows * pictures->picture_bytes());
    for (std::uint8_t &byte : pictures->bytes)
        byte = static_cast<std::uint8_t>(random());
    Dataset data;
    data.table.columns.resize(3);
    Column &picture = data.table.columns[0], &group = data.table.columns[1], &label = data.table.columns[2];
    picture.name = "picture";
    picture.kind = ColumnKind::picture;
    picture.pictures = std::move(pictures);
    group.name = "group";
    group.categories = {"a", "b"};
    label.name = "label";
    label.categories = {"no", "yes"};
    for (std::size_t row = 0; row < rows; ++row) {
        picture.categories.push_back(std::to_string(row));
        picture.codes.push_back(static_cast<std::int32_t>(row));
        group.codes.push_back(static_cast<std::int32_t>(random.below(2)));
        label.codes.push_back(static_cast<std::int32_t>(random.below(2)));
    }
    return make_problem(data, {{"group"}, "label", "yes"}, 1, 30, 0.05);
}

void teacher_pictures(benchmark::State &state)
{
    torch::set_num_threads(1);
    const Problem problem = noise(static_cast<int>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    FairModel model(ModelSchema::from(problem, "", TableEncoder::fit(problem.train.table, problem.features)), 32);
    const EncodedRows rows = model.encode(problem.train);
    TeacherSettings teacher;
    teacher.epochs = 1;
    teacher.batch = static_cast<int>(state.range(2));
    teacher.hidden = static_cast<int>(state.range(3));
    teacher.depth = 1;
    teacher.log10_beta = 3;
    teacher.smoothing = 1;
    teacher.learning_rate = 1e-3;
    teacher.threads = hardware_threads();
    RunMonitor monitor;
    TrainingHooks hooks;
    hooks.monitor = &monitor;
    const auto processor_seconds = [] {
        rusage usage;
        getrusage(RUSAGE_SELF, &usage);
        return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    };
    const double before = processor_seconds();
    for (auto _ : state)
        state.SetIterationTime(train_teacher(model, rows, teacher, hooks).seconds_per_epoch);
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    const double trained = static_cast<double>(rows.rows()) * static_cast<double>(state.iterations());
    state.counters["pictures_per_s"] = benchmark::Counter(static_cast<double>(rows.rows()), benchmark::Counter::kIsIterationInvariantRate);
    // What a machine with nothing else to do would reach, where this one has.
    state.counters["per_s_if_alone"] = trained / (processor_seconds() - before) * teacher.threads;
    state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void cases(benchmark::internal::Benchmark *bench)
{
    bench->ArgNames({"size", "rows", "batch", "hidden"});
    for (const std::int64_t hidden : {64, 96, 128})
        bench->Args({64, 21600, 2048, hidden});
    for (const std::int64_t size : {28, 32, 48})
        bench->Args({size, 7000, 256, 64});
}
BENCHMARK(teacher_pictures)->Apply(cases)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

int main(int argc, char **argv)
{
    fairloom::system::keep_freed_memory(); // as the programs do
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
