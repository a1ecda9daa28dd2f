#include "core/base/random.h"
#include "core/metrics/leakage.h"
#include "core/metrics/quality.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

using namespace fairloom;

namespace {

/// Rows as NeighbourFeatures makes them: six numbers clipped at 3, the other columns one-hot in groups of eight.
Matrix mixed_rows(std::size_t rows, std::size_t columns, std::uint64_t seed)
{
    Random random(seed);
    Matrix out(rows, columns);
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < 6; ++j)
            out.row(i)[j] = static_cast<float>(std::clamp(random.normal(), -3.0, 3.0));
        for (std::size_t j = 6; j + 8 <= columns; j += 8)
            out.row(i)[j + std::min(random.below(8), random.below(8))] = 1;
    }
    return out;
}

void quality(benchmark::State &state)
{
    const std::size_t n = static_cast<std::size_t>(state.range(0)), columns = static_cast<std::size_t>(state.range(1));
    const int threads = static_cast<int>(state.range(2));
    const Matrix real = mixed_rows(n, columns, 1), synthetic = mixed_rows(n, columns, 2);
    for (auto _ : state) {
        const QualityReference reference = make_quality_reference(real, 5, threads, {});
        benchmark::DoNotOptimize(compute_quality(reference, synthetic, threads, {}));
    }
    state.counters["GFLOP/s"] = benchmark::Counter(6e-9 * static_cast<double>(n * n * columns), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(quality)->Args({5000, 120, 1})->Args({5000, 120, 2})->Args({10000, 100, 2})->Args({48842, 110, 2})->Unit(benchmark::kMillisecond)->UseRealTime();

void distance_correlation_permuted(benchmark::State &state)
{
    const std::size_t n = static_cast<std::size_t>(state.range(0)), columns = static_cast<std::size_t>(state.range(1));
    const Matrix x = mixed_rows(n, columns, 3);
    std::vector<std::int32_t> group(n);
    for (std::size_t i = 0; i < n; ++i)
        group[i] = static_cast<std::int32_t>(i % 2);
    for (auto _ : state)
        benchmark::DoNotOptimize(distance_correlation(x, group, 2, 200, 1, 2, {}));
}
BENCHMARK(distance_correlation_permuted)->Args({2000, 8})->Args({2000, 100})->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
