#pragma once

#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/study/full_run.h"
#include "core/study/run_json.h"
#include "core/study/store/record_json.h"
#include "core/study/store/run_store.h"

#include <filesystem>
#include <string>

namespace fairloom {

template <typename Work>
std::string store_error_of(Work work)
{
    try {
        work();
    } catch (const InputError &error) {
        return error.what();
    }
    return "no error";
}

/// A finished run whose figures tell which one it is.
inline RunResult numbered_run(int number)
{
    RunResult run = example_run();
    run.name = "run-" + std::to_string(number);
    run.finished = "2026-11-26T18:00:00+01:00";
    run.settings.seed = static_cast<std::uint64_t>(number);
    run.sources[1].second.protocols["tstr"]["xgboost"].utility.accuracy = 1.0 / (number + 1);
    return run;
}

inline RecordedCurves numbered_curves(int number)
{
    RecordedCurves out;
    out.teacher = {{"reconstruction", "kl"}, {}, number};
    for (int i = 1; i <= 200; ++i)
        out.teacher.points.push_back({static_cast<double>(i), {static_cast<double>(number), 1}, {static_cast<double>(number), 2}});
    return out;
}

inline void write_run_json(const RunResult &run, const std::filesystem::path &folder)
{
    std::filesystem::create_directories(folder);
    write_file(folder / "run.json", run_json(run));
}

/// What a run that begins is recorded with.
inline RunRecord beginning(const std::string &name)
{
    RunRecord record;
    record.name = name;
    record.study = "which-loss";
    record.variant = "l1";
    record.data_name = "people.csv";
    record.task = {{"sex"}, "income", ">50K"};
    record.settings.latent = 16;
    return record;
}

} // namespace fairloom
