#include "core/study/queue/trial_collector.h"

#include "core/base/file_lock.h"
#include "core/study/queue/teacher_key.h"
#include "core/study/run_folder.h"
#include "core/study/store/project_paths.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

constexpr auto between_tables = std::chrono::seconds(5);

std::string text_of(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Everything but what the run found, how it was trained and what it printed.
void drop_large_files(const fs::path &folder)
{
    std::error_code ignored;
    for (const std::string &name : run_file_names())
        if (name != "run.json")
            fs::remove_all(folder / name, ignored); // generated pictures are a folder
}

} // namespace

bool TrialCollector::finished(const StoredTrial &trial) const
{
    const fs::path folder = board_.folder(trial.shown.name);
    std::error_code error;
    return fs::exists(folder / "run.json", error) && !is_locked(lock_file(folder)) && same_trial(text_of(folder / "config.json"), trial.config) &&
           finished_run(folder);
}

void TrialCollector::take(const StoredTrial &trial)
{
    const fs::path folder = board_.folder(trial.shown.name);
    const std::int64_t id = store_.adopt("runs/" + trial.shown.name, trial.shown.study, trial.variant);
    if (!trial.keep_files) {
        if (std::error_code error; !fs::exists(folder / "curves.bin", error))
            write_curves_file(store_.curves(id), folder / "curves.bin"); // what the store needs if its index is lost
        drop_large_files(folder);
    }
    tables_.read(trial.shown.name, folder);
    changed_ = true;
}

void TrialCollector::clean(const StoredTrial &trial) const
{
    if (!trial.keep_files)
        drop_large_files(board_.folder(trial.shown.name));
}

void TrialCollector::write_tables(bool now)
{
    const auto time = std::chrono::steady_clock::now();
    if (!now && (!changed_ || time - written_ < between_tables))
        return;
    std::vector<SweepTables::Entry> order;
    for (const StoredTrial &trial : board_.trials()) {
        if (trial.shown.state != TrialState::done)
            tables_.forget(trial.shown.name);
        else if (!tables_.has(trial.shown.name))
            tables_.read(trial.shown.name, board_.folder(trial.shown.name));
        order.push_back({trial.shown.name, trial.shown.study, trial.trial()});
    }
    tables_.write(order, board_.project());
    changed_ = false;
    written_ = time;
}

} // namespace fairloom
