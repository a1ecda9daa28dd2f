#include "core/data/readers/sqlite_database.h"

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/data/file_text.h"

#include <fstream>

namespace fairloom {

namespace {

constexpr int steps_between_looks = 10000; // of SQLite's machine: less than a millisecond
constexpr int wait_for_lock = 2000;        // milliseconds

/// Whether the database writes to a log beside it, but there is nothing in the log. Even a reader would create files there.
bool has_empty_log(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    char header[20] = {};
    constexpr int read_version = 19; // 2 = write-ahead log
    if (!in.read(header, sizeof header) || header[read_version] != 2)
        return false;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file.string() + "-wal", error);
    return error || size == 0;
}

/// The path as a file: URI, in which ?, # and % mean something.
std::string uri_of(const std::filesystem::path &file, bool immutable)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '?')
            uri += "%3f";
        else if (c == '#')
            uri += "%23";
        else if (c == '%')
            uri += "%25";
        else
            uri += c;
    }
    return uri + (immutable ? "?mode=ro&immutable=1" : "?mode=ro");
}

} // namespace

SqliteDatabase::SqliteDatabase(const std::filesystem::path &file, std::stop_token stop)
    : name_(file.filename().string()), stop_(std::move(stop))
{
    refuse_what_is_no_file(file);

    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(uri_of(file, has_empty_log(file)).c_str(), &database,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    if (code != SQLITE_OK)
        fail(code);
    sqlite3_busy_timeout(database, wait_for_lock);
    // The file may come from anybody: no functions with side effects in its views.
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_progress_handler(database, steps_between_looks, look_whether_to_stop, this);
}

int SqliteDatabase::look_whether_to_stop(void *self)
{
    const auto *const database = static_cast<const SqliteDatabase *>(self);
    return database->stop_.stop_requested() || (database->deadline_ && std::chrono::steady_clock::now() > *database->deadline_);
}

SqliteDatabase::Statement SqliteDatabase::prepare(std::string_view &sql)
{
    throw_if_stopped(stop_);
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, &rest);
    if (code != SQLITE_OK)
        fail(code);
    sql.remove_prefix(static_cast<std::size_t>(rest - sql.data()));
    return Statement(statement);
}

bool SqliteDatabase::step(const Statement &statement)
{
    const int code = sqlite3_step(statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail(code);
    return code == SQLITE_ROW;
}

std::optional<sqlite3_int64> SqliteDatabase::count_rows(const std::string &table, std::chrono::milliseconds at_most)
{
    const std::string text = "SELECT count(*) FROM " + quoted_name(table);
    sqlite3_stmt *raw = nullptr;
    sqlite3_prepare_v2(database_.get(), text.c_str(), -1, &raw, nullptr);
    const Statement statement(raw);
    if (!statement)
        return std::nullopt;
    deadline_ = std::chrono::steady_clock::now() + at_most;
    const int code = sqlite3_step(statement.get());
    deadline_.reset();
    throw_if_stopped(stop_);
    if (code != SQLITE_ROW)
        return std::nullopt;
    return sqlite3_column_int64(statement.get(), 0);
}

void SqliteDatabase::fail(int code) const
{
    const std::string detail = database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        throw Cancelled();
    case SQLITE_NOTADB:
        throw InputError(FAIRLOOM_TEXT("This is no SQLite database, or an encrypted one"), name_,
                         FAIRLOOM_TEXT("Export the table without encryption"));
    case SQLITE_CORRUPT:
        throw InputError(FAIRLOOM_TEXT("The database is damaged"), name_, FAIRLOOM_TEXT("Fetch it again from where it came"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw InputError(FAIRLOOM_TEXT("Another program is writing to the database"), name_,
                         FAIRLOOM_TEXT("Wait until it has finished, or close it"));
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
        throw InputError(Message(FAIRLOOM_TEXT("The database cannot be read: %1"), {detail}), name_,
                         FAIRLOOM_TEXT("Check its permissions"));
    default:
        throw InputError(Message(FAIRLOOM_TEXT("SQLite says: %1"), {detail}), name_, FAIRLOOM_TEXT("Correct the query"));
    }
}

std::string quoted_name(std::string_view name)
{
    std::string quoted = "\"";
    for (const char c : name)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

} // namespace fairloom
