#pragma once

#include "core/study/store/run_record.h"
#include "core/study/store/store_database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// One line of the table of runs.
struct RunRow {
    RunRecord record;
    bool removed = false; ///< hidden until it is restored or purged
    bool damaged = false; ///< a part of it could not be read; record.problem says which
};

/// The tables of runs in a project's database. Every method is a statement or two; transactions are its user's.
/// Internal to core (SQLite types).
class RunRows {
public:
    /// Makes the tables if they are not there. The database must outlive the object.
    explicit RunRows(StoreDatabase &database);

    /// In the order of their ids; removed ones as well if `all`.
    std::vector<RunRow> rows(bool all);
    std::vector<RunRow> running();
    std::optional<RunRow> find(std::int64_t id);
    std::optional<RunRow> find_folder(const std::string &folder);
    std::vector<std::string> names();              ///< of all, removed ones included
    /// Whether a run has it, other than this one; removed ones count.
    bool has_name(const std::string &name, std::int64_t other_than = 0);
    std::int64_t revision();

    std::int64_t insert(const RunRecord &record);
    void update(const RunRecord &record);          ///< everything but whether it is removed
    void set_name(std::int64_t id, const std::string &name);
    void set_tags(std::int64_t id, const std::vector<std::string> &tags);
    void set_note(std::int64_t id, const std::string &note);
    /// When it was removed; empty = it is not. False if there is no such run.
    bool set_removed(std::int64_t id, const std::string &when);
    void erase(std::int64_t id);

    void set_curves(std::int64_t id, const RecordedCurves &curves);
    RecordedCurves curves(std::int64_t id);        ///< empty if there are none

    /// Folders whose runs are erased and whose files are still to go; to insert a run takes its folder out.
    std::vector<std::string> trash();
    void add_trash(const std::string &folder);
    void clear_trash(const std::string &folder);

private:
    RunRow read(const StoreDatabase::Statement &row) const;
    std::vector<RunRow> select(const std::string &condition);
    std::optional<RunRow> only(StoreDatabase::Statement statement) const;
    void set_text(const char *sql, std::int64_t id, const std::string &text);

    StoreDatabase &database_;
};

} // namespace fairloom
