#include "core/study/store/run_store_private.h"

#include "core/base/error.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

bool has_run_json(const fs::path &folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / "run.json", error);
}

std::uintmax_t bytes_in(const fs::path &folder)
{
    std::error_code error;
    std::uintmax_t out = 0;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (std::error_code ignored; it->is_regular_file(ignored) && !it->is_symlink(ignored))
            if (const std::uintmax_t size = it->file_size(ignored); !ignored)
                out += size;
    return out;
}

} // namespace

RunRecord RunStore::Private::take_in(RunRecord record, const RecordedCurves &curves)
{
    const auto known = rows.find_folder(record.folder);
    record.id = known ? known->record.id : 0;
    if (record.name.empty() || rows.has_name(record.name, record.id))
        record.name = fs::path(record.folder).filename().string(); // which no other run has
    if (record.created.empty())
        record.created = record.finished;
    if (known) {
        rows.update(record);
        if (known->removed && known->record.finished != record.finished)
            rows.set_removed(record.id, {});
    } else {
        record.id = rows.insert(record);
    }
    rows.set_curves(record.id, curves);
    return record;
}

void RunStore::Private::settle_interrupted()
{
    for (const RunRow &row : rows.running())
        if (!locks.contains(row.record.id) && !is_held(row.record))
            settle(row.record);
}

void RunStore::Private::settle(const RunRecord &running)
{
    RunRecord record = running;
    record.state = "stopped";
    record.problem = FAIRLOOM_TEXT("It was interrupted: the program ended before the run did");
    RecordedCurves curves;
    if (is_run_folder(running.folder) && has_run_json(project / running.folder)) {
        try {
            auto [said, found] = read_run_files(run_folder(project, running.folder));
            record = merged(running, std::move(said));
            curves = std::move(found);
        } catch (const InputError &) {
            // then nothing of it can be shown
        }
    }
    StoreDatabase::Transaction transaction(database);
    if (const auto now = rows.find(running.id); !now || now->record.state != "running" || is_held(now->record))
        return; // it ended, or goes on, since we looked
    rows.update(record);
    rows.set_curves(running.id, curves);
    transaction.commit();
}

std::size_t RunStore::Private::rescan()
{
    settle_interrupted();
    std::set<std::string> known;
    std::vector<RunRecord> gone;
    std::error_code error;
    for (const RunRow &row : rows.rows(true)) {
        if ((row.record.folder.empty() || !fs::is_directory(project / row.record.folder, error)) && !locks.contains(row.record.id))
            gone.push_back(row.record);
        else if (!row.damaged)
            known.insert(row.record.folder);
    }
    for (const std::string &folder : rows.trash())
        known.insert(folder);

    std::vector<std::pair<RunRecord, RecordedCurves>> found;
    for (const fs::path &place : entries_of(runs_folder(project))) {
        const std::string folder = "runs/" + place.filename().string();
        if (known.contains(folder) || fs::is_symlink(place, error) || !has_run_json(place) || is_locked(lock_file(place)))
            continue;
        try {
            found.push_back(read_run_files(place));
            found.back().first.folder = folder;
        } catch (const InputError &) {
            continue; // half of a run.json is no finished run
        }
    }
    const auto order = [](const RunRecord &record) { return std::tie(record.created.empty() ? record.finished : record.created, record.folder); };
    std::sort(found.begin(), found.end(), [&](const auto &a, const auto &b) { return order(a.first) < order(b.first); });

    StoreDatabase::Transaction transaction(database);
    for (const auto &[record, curves] : found)
        take_in(record, curves);
    for (const RunRecord &record : gone)
        rows.erase(record.id);
    transaction.commit();
    return found.size() + gone.size();
}

std::uintmax_t RunStore::Private::delete_folder(const fs::path &folder)
{
    const auto lock = FileLock::try_lock(lock_file(folder));
    if (!lock)
        return 0;
    const std::uintmax_t bytes = bytes_in(folder);
    std::error_code error;
    fs::remove(folder / "run.json", error); // first: what is half gone is no run
    fs::remove_all(folder, error);
    if (error)
        throw InputError(Message(FAIRLOOM_TEXT("The files of a removed run cannot be deleted (%1)"), {error.message()}), folder.string(),
                         FAIRLOOM_TEXT("Check the permissions"));
    return bytes;
}

std::uintmax_t RunStore::Private::empty_trash()
{
    std::uintmax_t freed = 0;
    std::optional<InputError> first_failure;
    for (const std::string &folder : rows.trash()) {
        std::error_code error;
        try {
            // A link that leads out of the project is nothing of ours.
            if (is_run_folder(folder) && !fs::is_symlink(project / folder, error) && fs::is_directory(project / folder, error))
                freed += delete_folder(run_folder(project, folder));
        } catch (const InputError &failure) { // the others can go all the same
            if (!first_failure)
                first_failure = failure;
            continue;
        }
        rows.clear_trash(folder);
    }
    if (first_failure)
        throw InputError(*first_failure);
    return freed;
}

std::uintmax_t RunStore::Private::purge()
{
    {
        StoreDatabase::Transaction transaction(database);
        for (const RunRow &row : rows.rows(true)) {
            if (!row.removed || is_held(row.record))
                continue;
            if (is_run_folder(row.record.folder))
                rows.add_trash(row.record.folder);
            rows.erase(row.record.id);
        }
        transaction.commit();
    }
    return empty_trash();
}

} // namespace fairloom
