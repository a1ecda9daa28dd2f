#pragma once

#include "core/base/file_lock.h"
#include "core/study/store/project_paths.h"
#include "core/study/store/run_about.h"
#include "core/study/store/run_rows.h"
#include "core/study/store/run_store.h"

#include <functional>
#include <map>

namespace fairloom {

/// What a store is made of. run_store.cpp has what is asked of it, run_store_upkeep.cpp what brings index and run folders together.
struct RunStore::Private {
    explicit Private(const std::filesystem::path &folder);

    RunRow row(std::int64_t id); ///< throws InputError if there is none
    bool is_held(const RunRecord &record) const;
    std::string free_name(const std::string &kind);
    /// Of a run that begins: makes it, and puts its path from the project into `relative`.
    std::filesystem::path make_folder(const std::string &name, std::string &relative);
    /// Inserts or updates what the files of record.folder say, in the caller's transaction, and returns it as it is stored.
    RunRecord take_in(RunRecord record, const RecordedCurves &curves);
    /// Changes what people say of a run, in the index and beside the run.
    void describe(std::int64_t id, const std::function<void(RunRecord &)> &change);

    void settle_interrupted();
    void settle(const RunRecord &running);
    std::size_t rescan();
    std::uintmax_t purge();
    std::uintmax_t empty_trash();
    /// The bytes that were freed, nothing if a process works in the folder. Throws InputError if it cannot be deleted.
    std::uintmax_t delete_folder(const std::filesystem::path &folder);

    std::filesystem::path project;
    StoreDatabase database;
    RunRows rows;
    std::map<std::int64_t, FileLock> locks; ///< of the runs that began here and have not ended
};

/// What a run's files say, with what only the store knows.
RunRecord merged(const RunRecord &known, RunRecord said);

} // namespace fairloom
