#pragma once

#include "core/study/store/run_record.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// The index of a project's runs: an SQLite database in WAL mode beside the folder with the runs' files. Every change is on disk when the
/// call returns; a process that is killed in the midst of one leaves the state before it. Several processes may use one store at a time;
/// one object belongs to one thread. What the database says can be made again from the run folders (rescan()), but for which runs were removed.
///
///     PROJECT/index.sqlite       this; the queue of the project's studies stands in it as well
///     PROJECT/runs/NAME/         a run: run.json, written last, and what else the run leaves; about.json, its name, tags and note; .lock, held
///                                (file_lock.h) by whoever works in the folder: this object from begin() to finish(), or a study's worker
///
/// The project opens on another machine when its whole folder is copied there while no program has it open: the index names run folders relative
/// to the project and holds no other path of ours; a path that leads out of the project is refused. Not for a network drive that several
/// machines write to at once.
/// All calls throw InputError: the folder cannot be written, the file is no index or of a newer version, the disk is full, there is no such run.
class RunStore {
public:
    /// Opens PROJECT/index.sqlite, and makes it (and the folder) if it is not there. Runs that are recorded as running but whose folder no
    /// process holds any more become what their run.json says, or "stopped" if they have none.
    explicit RunStore(const std::filesystem::path &project);
    ~RunStore();
    RunStore(RunStore &&) noexcept;
    RunStore &operator=(RunStore &&) noexcept;

    const std::filesystem::path &project() const; ///< absolute
    /// Throws InputError if it is not inside the project.
    std::filesystem::path folder_of(const RunRecord &record) const;

    /// Not removed ones, oldest first. A run whose entry is damaged comes with what is left of it, and `problem` says so; rescan() mends it.
    std::vector<RunRecord> records() const;
    /// Nothing for a removed one, too.
    std::optional<RunRecord> find(std::int64_t id) const;
    std::optional<RunRecord> find_folder(const std::string &folder) const;
    /// Counts up with every change that any process makes: whether records() would say something new.
    std::int64_t revision() const;

    /// A name that no run has, deleted ones included: "balanced" -> "balanced-3".
    std::string free_name(const std::string &kind) const;
    /// Records a run that begins: state "running", its folder made. `record`: name, study, variant, settings, task, data. Returns its id. Should another
    /// process have taken the name meanwhile, the run gets the next free one. The folder is called as the run, as far as folder names go.
    std::int64_t begin(RunRecord record);
    /// Records how it ended, once its files are complete; they are on disk before the record is. `record`: as record_of() gives it, or, with an empty
    /// version, only state and problem. Name, study, created, tags and note stay as they are in the store.
    void finish(std::int64_t id, const RunRecord &record, const RecordedCurves &curves);
    /// Takes a finished run's folder in (a study's worker has made it); one that is known already is brought up to date, and shown again if it
    /// was removed and has run anew since. Curves come from its curves.bin or losses.csv. Returns its id. Throws InputError if it has no whole run.json.
    std::int64_t adopt(const std::string &folder, const std::string &study, const std::string &variant);
    /// Adopts every folder under runs/ with a finished run that is not known or whose entry is damaged, and forgets what has no folder. Folders that a
    /// process holds, and such with a damaged run.json, are left alone. Returns how many came and went.
    std::size_t rescan();

    /// Empty if none are known.
    RecordedCurves curves(std::int64_t id) const;

    /// The folder keeps its name. Throws InputError for an empty name and one that another run has.
    void rename(std::int64_t id, const std::string &name);
    void set_tags(std::int64_t id, const std::vector<std::string> &tags); ///< the same one twice counts once
    void set_note(std::int64_t id, const std::string &note);
    /// Hides runs, all or none; their files stay until purge(), so that restore() brings everything back.
    void remove(const std::vector<std::int64_t> &ids);
    void restore(const std::vector<std::int64_t> &ids);
    /// Deletes the files of removed runs for good; returns the freed bytes. Runs whose folder a process holds stay removed until another time. If it is
    /// interrupted, the next one goes on.
    std::uintmax_t purge();

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace fairloom
