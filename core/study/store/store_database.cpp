#include "core/study/store/store_database.h"

#include "core/base/error.h"

#include <chrono>
#include <thread>

namespace fairloom {

namespace {

constexpr int wait_for_lock = 10000;          // milliseconds
constexpr int application_id = 0x464c4f4d;    // "FLOM"
constexpr int schema_number = 1;
constexpr int most_bytes_of_value = 64'000'000;

} // namespace

StoreDatabase::StoreDatabase(const std::filesystem::path &file) : name_(file.string())
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(std::filesystem::absolute(file).c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    check(code);
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, wait_for_lock);
    // A project may come from anybody: nothing in its schema may do more than SQL does.
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, most_bytes_of_value);
    make_or_check_kind();
    run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
}

void StoreDatabase::make_or_check_kind()
{
    const auto refuse_stranger = [this] {
        throw InputError(FAIRLOOM_TEXT("This is another program's database"), name_, FAIRLOOM_TEXT("Choose another folder for the project"));
    };
    // Asked for before anything is changed: the file may be somebody else's.
    const auto is_new = [this] { return pragma("application_id") == 0 && pragma("schema_version") == 0; };
    if (is_new()) {
        use_log();
        Transaction transaction(*this);
        if (is_new()) // another process may have been faster
            run("PRAGMA application_id = " + std::to_string(application_id) + "; PRAGMA user_version = " + std::to_string(schema_number) +
                "; CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");
        transaction.commit();
    }
    if (pragma("application_id") != application_id)
        refuse_stranger();
    if (pragma("user_version") > schema_number)
        throw InputError(FAIRLOOM_TEXT("The project was written by a newer version of Fairloom"), name_, FAIRLOOM_TEXT("Open it with that version"));
    use_log(); // somebody may have copied the file out of the log's mode
}

/// The mode stays with the file. To change it takes the file for oneself alone, for which SQLite does not wait.
void StoreDatabase::use_log()
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(wait_for_lock);
    while (true) {
        Statement statement = prepare("PRAGMA journal_mode = WAL");
        const int code = sqlite3_step(statement.statement_.get());
        if ((code & 0xff) == SQLITE_BUSY && std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            continue;
        }
        if (code != SQLITE_ROW)
            fail(code);
        if (statement.text(0) != "wal")
            throw InputError(FAIRLOOM_TEXT("The file system cannot hold a project's index"), name_, FAIRLOOM_TEXT("Choose a folder on another disk"));
        return;
    }
}

std::int64_t StoreDatabase::pragma(const std::string &name)
{
    Statement statement = prepare("PRAGMA " + name);
    return statement.step() ? statement.integer(0) : 0;
}

StoreDatabase::Statement StoreDatabase::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    return {*this, SqliteDatabase::Statement(statement)};
}

void StoreDatabase::run(const std::string &sql) { check(sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr)); }

void StoreDatabase::make_tables(const std::string &first, const std::string &sql)
{
    const auto is_there = [&] { return prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1").bind(1, std::string_view(first)).step(); };
    if (is_there())
        return;
    Transaction transaction(*this);
    if (!is_there())
        run(sql);
    transaction.commit();
}

std::int64_t StoreDatabase::last_id() const { return sqlite3_last_insert_rowid(database_.get()); }
std::int64_t StoreDatabase::changed() const { return sqlite3_changes64(database_.get()); }

void StoreDatabase::check(int code) const
{
    if (code != SQLITE_OK)
        fail(code);
}

void StoreDatabase::fail(int code) const
{
    const std::string detail = database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        throw InputError(FAIRLOOM_TEXT("This is no index of a project"), name_, FAIRLOOM_TEXT("Move the file away; its runs are found again by their folders"));
    case SQLITE_CORRUPT:
        throw InputError(FAIRLOOM_TEXT("The project's index is damaged"), name_,
                         FAIRLOOM_TEXT("Move the file away; its runs are found again by their folders"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        throw InputError(FAIRLOOM_TEXT("Another program has kept the project's index locked"), name_, FAIRLOOM_TEXT("Wait until it has finished, or close it"));
    case SQLITE_FULL:
        throw InputError(FAIRLOOM_TEXT("The disk is full"), name_, FAIRLOOM_TEXT("Make room and try again"));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        throw InputError(Message(FAIRLOOM_TEXT("The project's index cannot be written (%1)"), {detail}), name_,
                         FAIRLOOM_TEXT("Check the permissions, or copy the project to another folder"));
    case SQLITE_IOERR:
        throw InputError(Message(FAIRLOOM_TEXT("The disk does not read or write the project's index (%1)"), {detail}), name_,
                         FAIRLOOM_TEXT("Check the disk, or copy the project to another one"));
    case SQLITE_TOOBIG:
        throw InputError(FAIRLOOM_TEXT("A value of more than 64 MB is not stored"), name_, FAIRLOOM_TEXT("Make it shorter"));
    default: // a table that another program has changed, for one
        throw InputError(Message(FAIRLOOM_TEXT("The project's index is not as it should be (%1)"), {detail}), name_,
                         FAIRLOOM_TEXT("Move the file away; its runs are found again by their folders"));
    }
}

StoreDatabase::Statement &StoreDatabase::Statement::bind_integer(int place, std::int64_t value)
{
    database_->check(sqlite3_bind_int64(statement_.get(), place, value));
    return *this;
}

StoreDatabase::Statement &StoreDatabase::Statement::bind(int place, double value)
{
    database_->check(sqlite3_bind_double(statement_.get(), place, value));
    return *this;
}

StoreDatabase::Statement &StoreDatabase::Statement::bind(int place, std::string_view text)
{
    // No pointer would mean no value.
    database_->check(sqlite3_bind_text64(statement_.get(), place, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

StoreDatabase::Statement &StoreDatabase::Statement::bind_bytes(int place, std::string_view bytes)
{
    database_->check(sqlite3_bind_blob64(statement_.get(), place, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

StoreDatabase::Statement &StoreDatabase::Statement::bind_null(int place)
{
    database_->check(sqlite3_bind_null(statement_.get(), place));
    return *this;
}

bool StoreDatabase::Statement::step()
{
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        const StoreDatabase &database = *database_;
        try {
            database.fail(code);
        } catch (...) { // resetting clears what SQLite says of the error
            sqlite3_reset(statement_.get());
            throw;
        }
    }
    sqlite3_reset(statement_.get());
    return false;
}

void StoreDatabase::Statement::run()
{
    while (step()) {
    }
}

bool StoreDatabase::Statement::null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::int64_t StoreDatabase::Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double StoreDatabase::Statement::number(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view StoreDatabase::Statement::text(int column) const
{
    const auto *const text = reinterpret_cast<const char *>(sqlite3_column_text(statement_.get(), column));
    return {text, text ? static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)) : 0};
}

std::string_view StoreDatabase::Statement::bytes(int column) const
{
    const auto *const bytes = static_cast<const char *>(sqlite3_column_blob(statement_.get(), column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)) : 0};
}

StoreDatabase::Transaction::Transaction(StoreDatabase &database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

StoreDatabase::Transaction::~Transaction()
{
    if (open_) // fails where an error has rolled it back already
        sqlite3_exec(database_.database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void StoreDatabase::Transaction::commit()
{
    database_.run("COMMIT");
    open_ = false;
}

} // namespace fairloom
