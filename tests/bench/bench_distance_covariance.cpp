#include "core/base/parallel.h"
#include "core/model/distance_covariance.h"

#include "distance_covariance_oracle.h"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

// The fused kernel against plain tensor formulations: value and gradient. The ratio that counts is taken by main() in one
// run, from medians, for machines are noisy.

namespace {

struct Batch {
    std::size_t n, d;
    torch::Tensor mean, logvar, group;
    std::vector<float> grad_mean, grad_logvar;

    Batch(std::size_t rows, std::size_t dimensions, double sharpness)
        : n(rows), d(dimensions), grad_mean(rows * dimensions), grad_logvar(rows * dimensions)
    {
        torch::manual_seed(1);
        const std::int64_t r = static_cast<std::int64_t>(rows), c = static_cast<std::int64_t>(dimensions);
        mean = torch::randn({r, c});
        logvar = (torch::randn({r, c}) * 0.3 + sharpness).clamp(-6, 3);
        group = torch::randint(0, 2, {r}, torch::TensorOptions().dtype(torch::kInt));
    }

    void fused(int threads)
    {
        benchmark::DoNotOptimize(fairloom::distance_covariance(
            {mean.data_ptr<float>(), n * d}, {logvar.data_ptr<float>(), n * d}, {group.data_ptr<std::int32_t>(), n}, n, d, 2,
            std::span<float>(grad_mean), std::span<float>(grad_logvar), threads));
    }

    template <typename Formulation>
    void tensors(Formulation formulation) const
    {
        const torch::Tensor m = mean.clone().set_requires_grad(true), l = logvar.clone().set_requires_grad(true);
        formulation(m, l, group, 2).backward();
        benchmark::DoNotOptimize(m.grad().data_ptr());
    }
};

void fused(benchmark::State &state)
{
    Batch batch(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)), static_cast<double>(state.range(2)));
    for (auto _ : state)
        batch.fused(static_cast<int>(state.range(3)));
}
BENCHMARK(fused)
    ->ArgNames({"rows", "dimensions", "log_var", "threads"})
    ->Args({2048, 8, -1, 1})
    ->Args({2048, 8, -1, 2})
    ->Args({2048, 8, -5, 2})
    ->Args({4096, 8, -1, 2})
    ->Args({2048, 16, -1, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

template <typename Work>
double median_seconds(int times, Work work)
{
    std::vector<double> seconds;
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

/// Peak resident memory in kB; the kernel's own is what it grows by. Linux' high-water mark can be set back.
long peak_memory()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word)
        if (word == "VmHWM:") {
            long kilobytes = 0;
            status >> kilobytes;
            return kilobytes;
        }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

void compare()
{
    const int threads = fairloom::hardware_threads();
    torch::set_num_threads(1); // its team would go on spinning beside our threads
    Batch batch(2048, 8, -1);
    std::ofstream("/proc/self/clear_refs") << "5";
    const long before = peak_memory();
    batch.fused(threads);
    const long fused_memory = peak_memory() - before;
    const double fused_time = median_seconds(21, [&] { batch.fused(threads); });
    std::printf("n = 2048, d = 8, two groups, value and gradient, %d threads: fused %.2f ms and %.1f MB beyond its inputs\n", threads,
                fused_time * 1e3, static_cast<double>(fused_memory) / 1024);
    torch::set_num_threads(threads);
    const auto tensors = [&](const char *name, auto formulation) {
        std::ofstream("/proc/self/clear_refs") << "5";
        const long before_tensors = peak_memory();
        const double seconds = median_seconds(5, [&] { batch.tensors(formulation); });
        std::printf("  tensors, %s: %.0f ms and %.0f MB, fused %.0f times faster\n", name, seconds * 1e3,
                    static_cast<double>(peak_memory() - before_tensors) / 1024, seconds / fused_time);
    };
    tensors("group by group as published", distance_covariance_by_groups);
    tensors("one sum over pairs", distance_covariance_oracle);
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    compare();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
