#include "core/study/store/run_store.h"

#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/base/time_text.h"
#include "core/base/version.h"
#include "core/study/store/run_store_private.h"

#include <algorithm>
#include <charconv>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

fs::path prepared_store(const fs::path &project)
{
    std::error_code error;
    fs::create_directories(project, error);
    if (!fs::is_directory(project, error))
        throw InputError(FAIRLOOM_TEXT("The folder cannot be made"), project.string(), FAIRLOOM_TEXT("Choose another folder, or check the permissions"));
    const fs::path out = fs::absolute(project).lexically_normal();
    return out.has_filename() ? out : out.parent_path();
}

[[noreturn]] void refuse_unknown(std::int64_t id)
{
    throw InputError(FAIRLOOM_TEXT("There is no such run in the project"), "run " + std::to_string(id), FAIRLOOM_TEXT("Open the project again"));
}

/// "balanced-3" -> "balanced"
std::string kind_of(const std::string &name)
{
    const std::size_t dash = name.rfind('-');
    const bool numbered = dash != std::string::npos && dash > 0 && name.find_first_not_of("0123456789", dash + 1) == std::string::npos;
    return numbered ? name.substr(0, dash) : name;
}

} // namespace

RunRecord merged(const RunRecord &known, RunRecord said)
{
    said.id = known.id;
    said.name = known.name;
    said.folder = known.folder;
    said.study = known.study;
    said.variant = known.variant;
    said.created = known.created;
    said.tags = known.tags;
    said.note = known.note;
    if (said.judged_file.empty())
        said.judged_file = known.judged_file;
    return said;
}

RunStore::Private::Private(const fs::path &folder) : project(prepared_store(folder)), database(index_file(project)), rows(database) {}

RunRow RunStore::Private::row(std::int64_t id)
{
    if (auto found = rows.find(id))
        return std::move(*found);
    refuse_unknown(id);
}

bool RunStore::Private::is_held(const RunRecord &record) const { return is_run_folder(record.folder) && is_locked(lock_file(project / record.folder)); }

std::string RunStore::Private::free_name(const std::string &kind)
{
    const std::string begin = kind + "-";
    unsigned highest = 0;
    for (const std::string &name : rows.names()) {
        if (!name.starts_with(begin))
            continue;
        unsigned number = 0;
        const auto [end, error] = std::from_chars(name.data() + begin.size(), name.data() + name.size(), number);
        if (error == std::errc() && end == name.data() + name.size() && number < 1'000'000'000)
            highest = std::max(highest, number);
    }
    return begin + std::to_string(highest + 1);
}

/// Making it is what decides between two processes that want the same one.
fs::path RunStore::Private::make_folder(const std::string &name, std::string &relative)
{
    std::error_code error;
    fs::create_directories(runs_folder(project), error);
    const std::string wanted = folder_name(name);
    for (int number = 1; !error; ++number) {
        relative = "runs/" + wanted;
        if (number > 1)
            relative.append("-").append(std::to_string(number));
        std::error_code ignored;
        if (rows.find_folder(relative) || fs::exists(fs::symlink_status(project / relative, ignored)))
            continue; // a run whose files were removed by hand has its name, too
        if (fs::create_directory(project / relative, error))
            return run_folder(project, relative); // runs/ may be a link
    }
    throw InputError(Message(FAIRLOOM_TEXT("The run's folder cannot be made (%1)"), {error.message()}), (project / relative).string(),
                     FAIRLOOM_TEXT("Make room and check the permissions"));
}

void RunStore::Private::describe(std::int64_t id, const std::function<void(RunRecord &)> &change)
{
    StoreDatabase::Transaction transaction(database);
    RunRecord record = row(id).record;
    change(record);
    if (is_run_folder(record.folder))
        write_run_about(record, run_folder(project, record.folder));
    transaction.commit();
}

RunStore::RunStore(const fs::path &project) : d_(std::make_unique<Private>(project)) { d_->settle_interrupted(); }
RunStore::~RunStore() = default;
RunStore::RunStore(RunStore &&) noexcept = default;
RunStore &RunStore::operator=(RunStore &&) noexcept = default;

const fs::path &RunStore::project() const { return d_->project; }
fs::path RunStore::folder_of(const RunRecord &record) const { return run_folder(d_->project, record.folder); }

std::vector<RunRecord> RunStore::records() const
{
    std::vector<RunRecord> out;
    for (RunRow &row : d_->rows.rows(false))
        out.push_back(std::move(row.record));
    return out;
}

std::optional<RunRecord> RunStore::find(std::int64_t id) const
{
    auto found = d_->rows.find(id);
    return found && !found->removed ? std::optional(std::move(found->record)) : std::nullopt;
}

std::optional<RunRecord> RunStore::find_folder(const std::string &folder) const
{
    auto found = d_->rows.find_folder(folder);
    return found && !found->removed ? std::optional(std::move(found->record)) : std::nullopt;
}

std::int64_t RunStore::revision() const { return d_->rows.revision(); }
std::string RunStore::free_name(const std::string &kind) const { return d_->free_name(kind); }

std::int64_t RunStore::begin(RunRecord record)
{
    if (record.name.empty())
        record.name = free_name("run");
    record.state = "running";
    record.problem.clear();
    record.finished.clear();
    if (record.created.empty())
        record.created = local_time_text();
    if (record.version.empty())
        record.version = version();
    StoreDatabase::Transaction transaction(d_->database);
    if (d_->rows.has_name(record.name))
        record.name = d_->free_name(kind_of(record.name));
    const fs::path folder = d_->make_folder(record.name, record.folder);
    // The lock before the record: a run that is recorded and not held has been interrupted.
    auto lock = FileLock::try_lock(lock_file(folder));
    if (!lock)
        throw InputError(FAIRLOOM_TEXT("Another program works in the run's folder"), folder.string(), FAIRLOOM_TEXT("Try again"));
    write_run_about(record, folder);
    flush_folder(runs_folder(d_->project));
    const std::int64_t id = d_->rows.insert(record);
    transaction.commit();
    d_->locks.emplace(id, std::move(*lock));
    return id;
}

void RunStore::finish(std::int64_t id, const RunRecord &record, const RecordedCurves &curves)
{
    if (const RunRow row = d_->row(id); is_run_folder(row.record.folder))
        flush_run_files(run_folder(d_->project, row.record.folder));
    StoreDatabase::Transaction transaction(d_->database);
    const RunRecord known = d_->row(id).record;
    RunRecord ended = record.version.empty() ? known : merged(known, record);
    ended.state = record.state;
    ended.problem = record.problem;
    ended.finished = record.finished.empty() ? local_time_text() : record.finished;
    d_->rows.update(ended);
    d_->rows.set_curves(id, curves);
    transaction.commit();
    d_->locks.erase(id);
}

std::int64_t RunStore::adopt(const std::string &folder, const std::string &study, const std::string &variant)
{
    const fs::path place = run_folder(d_->project, folder);
    auto [record, curves] = read_run_files(place);
    flush_run_files(place);
    StoreDatabase::Transaction transaction(d_->database);
    if (const auto known = d_->rows.find_folder(folder); known && !known->damaged)
        record = merged(known->record, std::move(record));
    record.folder = folder;
    if (!study.empty())
        record.study = study;
    if (!variant.empty())
        record.variant = variant;
    record = d_->take_in(std::move(record), curves);
    write_run_about(record, place);
    transaction.commit();
    return record.id;
}

std::size_t RunStore::rescan() { return d_->rescan(); }

RecordedCurves RunStore::curves(std::int64_t id) const { return d_->rows.curves(id); }

void RunStore::rename(std::int64_t id, const std::string &name)
{
    if (name.find_first_not_of(" \t\r\n") == std::string::npos)
        throw InputError(FAIRLOOM_TEXT("The run has no name"), "", FAIRLOOM_TEXT("Give it one"));
    d_->describe(id, [&](RunRecord &record) {
        if (d_->rows.has_name(name, id))
            throw InputError(Message(FAIRLOOM_TEXT("Another run is called %1"), {name}), "", FAIRLOOM_TEXT("Choose another name"));
        record.name = name;
        d_->rows.set_name(id, name);
    });
}

void RunStore::set_tags(std::int64_t id, const std::vector<std::string> &tags)
{
    d_->describe(id, [&](RunRecord &record) {
        record.tags.clear();
        for (const std::string &tag : tags)
            if (!tag.empty() && std::find(record.tags.begin(), record.tags.end(), tag) == record.tags.end())
                record.tags.push_back(tag);
        d_->rows.set_tags(id, record.tags);
    });
}

void RunStore::set_note(std::int64_t id, const std::string &note)
{
    d_->describe(id, [&](RunRecord &record) {
        record.note = note;
        d_->rows.set_note(id, note);
    });
}

void RunStore::remove(const std::vector<std::int64_t> &ids)
{
    StoreDatabase::Transaction transaction(d_->database);
    for (const std::int64_t id : ids)
        if (!d_->rows.set_removed(id, local_time_text()))
            refuse_unknown(id);
    transaction.commit();
}

void RunStore::restore(const std::vector<std::int64_t> &ids)
{
    StoreDatabase::Transaction transaction(d_->database);
    for (const std::int64_t id : ids)
        if (!d_->rows.set_removed(id, {}))
            refuse_unknown(id);
    transaction.commit();
}

std::uintmax_t RunStore::purge() { return d_->purge(); }

} // namespace fairloom
