#pragma once

#include "core/data/readers/sqlite_database.h"

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace fairloom {

/// The SQLite file of a project, which is written to: in WAL mode and with every commit forced to disk, so that a process may be killed and the
/// power may go at any moment. Several processes may have it open; who finds it being written to waits up to ten seconds. One object belongs
/// to one thread. Tables of several users of the file (runs, queue) stand beside each other; one schema number (user_version) counts for all.
/// Not for a file on a network drive that several machines write to at once: the log needs memory that they share.
/// All calls throw InputError with the file's name: no database or another program's, damaged, of a newer version, read-only, the
/// disk is full, another process kept it locked.
/// Internal to core (SQLite types).
class StoreDatabase {
public:
    /// Opens the file, and makes it if it is not there or empty; its folder must be.
    explicit StoreDatabase(const std::filesystem::path &file);
    StoreDatabase(const StoreDatabase &) = delete;
    StoreDatabase &operator=(const StoreDatabase &) = delete;

    class Statement;
    class Transaction;

    /// One statement, to be run as often as one likes.
    Statement prepare(std::string_view sql);
    /// One statement or several, without values and rows.
    void run(const std::string &sql);
    /// Runs "CREATE ..." statements in one transaction, unless the table `first` is there already.
    void make_tables(const std::string &first, const std::string &sql);

    std::int64_t last_id() const;  ///< of the row that was inserted last
    std::int64_t changed() const;  ///< rows that the last INSERT, UPDATE or DELETE changed
    const std::string &name() const { return name_; }

private:
    struct Close {
        void operator()(sqlite3 *database) const { sqlite3_close(database); }
    };
    [[noreturn]] void fail(int code) const;
    void check(int code) const;
    std::int64_t pragma(const std::string &name);
    void use_log();
    void make_or_check_kind();

    std::string name_; ///< whole path, for errors
    std::unique_ptr<sqlite3, Close> database_;
};

/// A prepared statement and the row that it stands on. The database must outlive it.
class StoreDatabase::Statement {
public:
    /// A value of "?1", "?2", ...; kept until another one takes its place; NULL at first.
    Statement &bind(int place, std::integral auto value) { return bind_integer(place, static_cast<std::int64_t>(value)); }
    Statement &bind(int place, double value);
    Statement &bind(int place, std::string_view text);
    Statement &bind_bytes(int place, std::string_view bytes);
    Statement &bind_null(int place);

    /// Goes to the next row; false if there is none, and then it can be run again.
    bool step();
    /// Runs it to its end, passing over any rows.
    void run();

    /// Of the present row, columns from 0. Text and bytes live until the next step.
    bool null(int column) const;
    std::int64_t integer(int column) const;
    double number(int column) const;
    std::string_view text(int column) const;
    std::string_view bytes(int column) const;

private:
    friend class StoreDatabase;
    Statement &bind_integer(int place, std::int64_t value);
    Statement(const StoreDatabase &database, SqliteDatabase::Statement statement) : database_(&database), statement_(std::move(statement)) {}

    const StoreDatabase *database_;
    SqliteDatabase::Statement statement_;
};

/// What is changed while it lives is there as a whole after commit(), or not at all. It keeps others from writing from the beginning, so that
/// what was read in it still holds when it writes. Transactions do not nest.
class StoreDatabase::Transaction {
public:
    explicit Transaction(StoreDatabase &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// On disk when it returns.
    void commit();

private:
    StoreDatabase &database_;
    bool open_ = true;
};

} // namespace fairloom
