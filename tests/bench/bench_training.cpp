#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/base/system.h"
#include "core/data/samples.h"
#include "core/model/ops.h"
#include "core/training/teacher_trainer.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>

// What a teacher's epoch costs, and how that grows with rows, columns, groups, batch and latent size: docs/performance.md.

using namespace fairloom;

namespace {

/// Rows of the sample "hiring", its feature columns repeated, the groups replaced by random ones.
struct Setting {
    std::int64_t rows, columns, groups, batch, latent;
};

struct Prepared {
    Problem problem;
    std::shared_ptr<FairModel> model;
    EncodedRows rows;
};

Prepared prepare(const Setting &setting)
{
    Dataset data = make_sample("hiring", 1, 1.0, static_cast<std::size_t>(setting.rows));
    const std::size_t original = data.table.columns.size();
    Prepared out;
    for (std::int64_t copy = 1; copy < setting.columns; ++copy)
        for (std::size_t c = 0; c < original; ++c)
            if (data.table.columns[c].role == Role::feature)
                for (Table *table : {&data.table, &*data.test}) {
                    table->columns.push_back(table->columns[c]);
                    table->columns.back().name += " " + std::to_string(copy);
                }
    out.problem = make_problem(data, {data.suggested_sensitive, data.suggested_target, data.suggested_positive}, 1);
    if (setting.groups > 0) {
        Random random(1);
        out.problem.groups.assign(static_cast<std::size_t>(setting.groups), out.problem.groups.front());
        for (std::int32_t &group : out.problem.train.group)
            group = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(setting.groups)));
    }
    const TableEncoder encoder = TableEncoder::fit(out.problem.train.table, out.problem.features);
    out.model = std::make_shared<FairModel>(ModelSchema::from(out.problem, "", encoder), static_cast<int>(setting.latent));
    out.rows = out.model->encode(out.problem.train);
    return out;
}

void teacher_epoch(benchmark::State &state)
{
    torch::set_num_threads(1);
    const Setting setting{state.range(0), state.range(1), state.range(2), state.range(3), state.range(4)};
    Prepared prepared = prepare(setting);
    TeacherSettings teacher;
    teacher.epochs = setting.rows >= 300000 ? 1 : 3;
    teacher.batch = static_cast<int>(setting.batch);
    teacher.threads = hardware_threads();
    RunMonitor monitor;
    TrainingHooks hooks;
    hooks.monitor = &monitor;
    for (auto _ : state)
        state.SetIterationTime(train_teacher(*prepared.model, prepared.rows, teacher, hooks).seconds_per_epoch);
    state.counters["states"] = static_cast<double>(prepared.model->shape.layout->total());
    state.counters["us_per_row"] = benchmark::Counter(static_cast<double>(setting.rows) * 1e-6,
                                                      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void epoch_cases(benchmark::internal::Benchmark *bench)
{
    bench->ArgNames({"rows", "columns_times", "groups", "batch", "latent"});
    for (const std::int64_t rows : {1000, 10000, 100000, 1000000})
        bench->Args({rows, 1, 0, 2048, 8});
    for (const std::int64_t columns : {2, 4, 8})
        bench->Args({10000, columns, 0, 2048, 8});
    for (const std::int64_t groups : {2, 10, 100, 1000})
        bench->Args({20000, 1, groups, 2048, 8});
    for (const std::int64_t batch : {256, 512, 1024, 2048, 4096, 8192})
        bench->Args({100000, 1, 0, batch, 8});
    for (const std::int64_t latent : {2, 4, 8, 16, 32})
        bench->Args({20000, 1, 0, 2048, latent});
}
BENCHMARK(teacher_epoch)->Apply(epoch_cases)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);

void dense_layer(benchmark::State &state)
{
    torch::set_num_threads(1);
    const torch::Tensor x = torch::randn({2048, state.range(0)}).set_requires_grad(true);
    const torch::Tensor weight = torch::randn({state.range(1), state.range(0)}).set_requires_grad(true);
    const torch::Tensor bias = torch::zeros({state.range(1)}).set_requires_grad(true);
    const torch::Tensor direction = torch::randn({2048, state.range(1)});
    for (auto _ : state)
        benchmark::DoNotOptimize(torch::autograd::grad({silu_linear(x, weight, bias, static_cast<int>(state.range(2)))}, {x, weight, bias}, {direction}));
    state.counters["GFLOP/s"] = benchmark::Counter(6e-9 * 2048 * static_cast<double>(state.range(0) * state.range(1)),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(dense_layer)
    ->ArgNames({"in", "out", "threads"})
    ->Args({128, 128, 1})
    ->Args({128, 128, 2})
    ->Args({128, 256, 1})
    ->Args({128, 256, 2})
    ->Unit(benchmark::kMicrosecond)
    ->UseRealTime();

void cross_entropy(benchmark::State &state)
{
    auto layout = std::make_shared<SegmentLayout>();
    for (int column = 0; column < 14; ++column)
        layout->add(17);
    const torch::Tensor logits = torch::randn({2048, layout->total()}).set_requires_grad(true);
    const torch::Tensor states = torch::randint(0, 17, {2048, 14}, torch::TensorOptions().dtype(torch::kInt));
    for (auto _ : state)
        benchmark::DoNotOptimize(segment_cross_entropy(logits, states, layout, static_cast<int>(state.range(0))));
}
BENCHMARK(cross_entropy)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond)->UseRealTime();

void embedding(benchmark::State &state)
{
    const torch::Tensor weight = torch::randn({240, 128}).set_requires_grad(true), bias = torch::zeros({128}).set_requires_grad(true);
    const torch::Tensor indices = torch::randint(0, 240, {2048, 16}, torch::TensorOptions().dtype(torch::kInt));
    const torch::Tensor direction = torch::randn({2048, 128});
    for (auto _ : state)
        benchmark::DoNotOptimize(torch::autograd::grad({embedding_sum(weight, bias, indices, static_cast<int>(state.range(0)))}, {weight, bias}, {direction}));
}
BENCHMARK(embedding)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    fairloom::system::keep_freed_memory(); // as the programs do
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
