#include "core/study/store/run_rows.h"

#include "core/base/error.h"
#include "core/study/store/project_paths.h"
#include "core/study/store/record_json.h"

namespace fairloom {

namespace {

// AUTOINCREMENT: the number of a run that is gone is never given again. Triggers, so that no change can forget to count.
constexpr const char *tables = R"(
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, folder TEXT NOT NULL UNIQUE, study TEXT NOT NULL, variant TEXT NOT NULL, state TEXT NOT NULL, problem TEXT NOT NULL,
    created TEXT NOT NULL, finished TEXT NOT NULL, version TEXT NOT NULL, data_name TEXT NOT NULL, data_sha256 TEXT NOT NULL,
    test_sha256 TEXT NOT NULL, judged_file TEXT NOT NULL, student_parameters INTEGER NOT NULL, teacher_encoder_parameters INTEGER NOT NULL,
    details TEXT NOT NULL, sources TEXT NOT NULL, tags TEXT NOT NULL, note TEXT NOT NULL, removed TEXT);
CREATE TABLE curves (run INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE, bytes BLOB NOT NULL);
CREATE TABLE trash (folder TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO counters VALUES ('revision', 0);
CREATE TRIGGER run_added AFTER INSERT ON runs BEGIN
    UPDATE counters SET value = value + 1 WHERE name = 'revision';
    DELETE FROM trash WHERE folder = NEW.folder;
END;
CREATE TRIGGER run_changed AFTER UPDATE ON runs BEGIN UPDATE counters SET value = value + 1 WHERE name = 'revision'; END;
CREATE TRIGGER run_erased AFTER DELETE ON runs BEGIN UPDATE counters SET value = value + 1 WHERE name = 'revision'; END;
)";

/// In the order in which bind() and read() have them.
const std::string run_columns = "name, folder, study, variant, state, problem, created, finished, version, data_name, data_sha256, test_sha256, judged_file, "
                            "student_parameters, teacher_encoder_parameters, details, sources, tags, note";
constexpr int column_count = 19;

void bind(StoreDatabase::Statement &statement, const RunRecord &record)
{
    int place = 0;
    for (const std::string *text : {&record.name, &record.folder, &record.study, &record.variant, &record.state, &record.problem, &record.created,
                                    &record.finished, &record.version, &record.data_name, &record.data_sha256, &record.test_sha256, &record.judged_file})
        statement.bind(++place, *text);
    statement.bind(++place, record.student_parameters);
    statement.bind(++place, record.teacher_encoder_parameters);
    statement.bind(++place, details_text(record));
    statement.bind(++place, sources_text(record));
    statement.bind(++place, texts_text(record.tags));
    statement.bind(++place, record.note);
}

} // namespace

RunRows::RunRows(StoreDatabase &database) : database_(database) { database_.make_tables("runs", tables); }

RunRow RunRows::read(const StoreDatabase::Statement &row) const
{
    RunRow out;
    RunRecord &record = out.record;
    int column = 0;
    record.id = row.integer(column++);
    for (std::string *text : {&record.name, &record.folder, &record.study, &record.variant, &record.state, &record.problem, &record.created, &record.finished,
                              &record.version, &record.data_name, &record.data_sha256, &record.test_sha256, &record.judged_file})
        *text = row.text(column++);
    record.student_parameters = static_cast<std::size_t>(row.integer(column++));
    record.teacher_encoder_parameters = static_cast<std::size_t>(row.integer(column++));
    const std::string_view details = row.text(column++), sources = row.text(column++), tags = row.text(column++);
    record.note = row.text(column++);
    out.removed = !row.null(column++);

    const auto read_part = [&](auto part) {
        try {
            part(record.name);
        } catch (const InputError &error) { // shown with what is left of it, beside the others
            out.damaged = true;
            record.problem = error.what();
        }
    };
    read_part([&](const std::string &where) { read_details(details, where, record); });
    read_part([&](const std::string &where) { read_sources(sources, where, record); });
    read_part([&](const std::string &where) { record.tags = read_texts(tags, where); });
    if (!is_run_folder(record.folder)) {
        out.damaged = true;
        record.problem = InputError(FAIRLOOM_TEXT("A run's folder lies outside of the project"), record.folder,
                                    FAIRLOOM_TEXT("Remove the run, or move its folder to the project's other runs")).what();
        record.folder.clear();
    }
    return out;
}

std::vector<RunRow> RunRows::select(const std::string &condition)
{
    std::vector<RunRow> out;
    StoreDatabase::Statement statement = database_.prepare("SELECT id, " + run_columns + ", removed FROM runs WHERE " + condition + " ORDER BY id");
    while (statement.step())
        out.push_back(read(statement));
    return out;
}

std::vector<RunRow> RunRows::rows(bool all) { return select(all ? "TRUE" : "removed IS NULL"); }
std::vector<RunRow> RunRows::running() { return select("state = 'running'"); }

std::optional<RunRow> RunRows::only(StoreDatabase::Statement statement) const
{
    return statement.step() ? std::optional(read(statement)) : std::nullopt;
}

std::optional<RunRow> RunRows::find(std::int64_t id)
{
    StoreDatabase::Statement statement = database_.prepare("SELECT id, " + run_columns + ", removed FROM runs WHERE id = ?1");
    statement.bind(1, id);
    return only(std::move(statement));
}

std::optional<RunRow> RunRows::find_folder(const std::string &folder)
{
    StoreDatabase::Statement statement = database_.prepare("SELECT id, " + run_columns + ", removed FROM runs WHERE folder = ?1");
    statement.bind(1, folder);
    return only(std::move(statement));
}

std::vector<std::string> RunRows::names()
{
    std::vector<std::string> out;
    StoreDatabase::Statement statement = database_.prepare("SELECT name FROM runs");
    while (statement.step())
        out.emplace_back(statement.text(0));
    return out;
}

bool RunRows::has_name(const std::string &name, std::int64_t other_than)
{
    StoreDatabase::Statement statement = database_.prepare("SELECT 1 FROM runs WHERE name = ?1 AND id <> ?2 LIMIT 1");
    return statement.bind(1, name).bind(2, other_than).step();
}

std::int64_t RunRows::revision()
{
    StoreDatabase::Statement statement = database_.prepare("SELECT value FROM counters WHERE name = 'revision'");
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t RunRows::insert(const RunRecord &record)
{
    StoreDatabase::Statement statement =
        database_.prepare("INSERT INTO runs (" + run_columns + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)");
    bind(statement, record);
    statement.run();
    return database_.last_id();
}

void RunRows::update(const RunRecord &record)
{
    StoreDatabase::Statement statement = database_.prepare(
        "UPDATE runs SET (" + run_columns + ") = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19) WHERE id = ?20");
    bind(statement, record);
    statement.bind(column_count + 1, record.id).run();
}

void RunRows::set_text(const char *sql, std::int64_t id, const std::string &text) { database_.prepare(sql).bind(1, id).bind(2, text).run(); }

void RunRows::set_name(std::int64_t id, const std::string &name) { set_text("UPDATE runs SET name = ?2 WHERE id = ?1", id, name); }
void RunRows::set_note(std::int64_t id, const std::string &note) { set_text("UPDATE runs SET note = ?2 WHERE id = ?1", id, note); }
void RunRows::set_tags(std::int64_t id, const std::vector<std::string> &tags) { set_text("UPDATE runs SET tags = ?2 WHERE id = ?1", id, texts_text(tags)); }

bool RunRows::set_removed(std::int64_t id, const std::string &when)
{
    set_text("UPDATE runs SET removed = nullif(?2, '') WHERE id = ?1", id, when);
    return database_.changed() == 1;
}

void RunRows::erase(std::int64_t id) { database_.prepare("DELETE FROM runs WHERE id = ?1").bind(1, id).run(); }

void RunRows::set_curves(std::int64_t id, const RecordedCurves &curves)
{
    database_.prepare("INSERT OR REPLACE INTO curves VALUES (?1, ?2)").bind(1, id).bind_bytes(2, curves_bytes(curves)).run();
}

RecordedCurves RunRows::curves(std::int64_t id)
{
    StoreDatabase::Statement statement = database_.prepare("SELECT bytes FROM curves WHERE run = ?1");
    return statement.bind(1, id).step() ? parse_curves(statement.bytes(0), database_.name() + ", run " + std::to_string(id)) : RecordedCurves();
}

std::vector<std::string> RunRows::trash()
{
    std::vector<std::string> out;
    StoreDatabase::Statement statement = database_.prepare("SELECT folder FROM trash");
    while (statement.step())
        out.emplace_back(statement.text(0));
    return out;
}

void RunRows::add_trash(const std::string &folder) { database_.prepare("INSERT OR IGNORE INTO trash VALUES (?1)").bind(1, std::string_view(folder)).run(); }
void RunRows::clear_trash(const std::string &folder) { database_.prepare("DELETE FROM trash WHERE folder = ?1").bind(1, std::string_view(folder)).run(); }

} // namespace fairloom
