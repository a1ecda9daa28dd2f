#include "core/base/progress.h"
#include "core/data/csv_reader.h"
#include "core/data/dataset.h"
#include "core/data/file_text.h"
#include "real_data.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace fairloom;

// Adult 31 times over (1,009,391 rows), from FAIRLOOM_DATA_DIR: parsing alone, and from the file to a typed data set.

namespace {

std::filesystem::path large_file()
{
    const std::filesystem::path adult = test::real_data("adult/adult.data");
    if (adult.empty())
        return {};
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "fairloom-bench-reading.csv";
    std::string text = read_file(adult);
    while (text.ends_with("\n\n"))
        text.pop_back();
    std::ofstream out(file, std::ios::binary);
    for (int i = 0; i < 31; ++i)
        out << text;
    return file;
}

void parse(benchmark::State &state, const std::string &text)
{
    NoProgress progress;
    CsvOptions options;
    options.dialect.header = false;
    for (auto _ : state)
        benchmark::DoNotOptimize(read_csv(text, "adult", options, progress, {}));
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * static_cast<std::int64_t>(state.iterations()));
}

void open(benchmark::State &state, const std::filesystem::path &file)
{
    NoProgress progress;
    for (auto _ : state)
        benchmark::DoNotOptimize(open_dataset(file.string(), {.test = {}, .recipe = "adult"}, progress, {}));
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    const std::filesystem::path file = large_file();
    if (file.empty()) {
        std::fputs("Adult was not found: set FAIRLOOM_DATA_DIR\n", stderr);
        return 1;
    }
    const std::string text = read_file(file);
    benchmark::RegisterBenchmark("parse", parse, text)->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark::RegisterBenchmark("open", open, file)->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    std::filesystem::remove(file);
    return 0;
}
