#pragma once

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace fairloom {

/// An SQLite database that is only read. Calls that fail throw InputError in one sentence, or Cancelled if they were interrupted.
class SqliteDatabase {
public:
    SqliteDatabase(const std::filesystem::path &file, std::stop_token stop);

    struct Finalize {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    /// The first statement of the text, which is cut off its front; null if there is nothing but blanks and comments.
    Statement prepare(std::string_view &sql);
    /// Whether there is a row.
    bool step(const Statement &statement);

    /// Rows of a table; nothing if counting takes longer than that, or the table cannot be read.
    std::optional<sqlite3_int64> count_rows(const std::string &table, std::chrono::milliseconds at_most);

    const std::string &name() const { return name_; }

private:
    struct Close {
        void operator()(sqlite3 *database) const { sqlite3_close(database); }
    };
    [[noreturn]] void fail(int code) const;
    static int look_whether_to_stop(void *self);

    std::string name_; ///< of the file, for errors
    std::stop_token stop_;
    std::optional<std::chrono::steady_clock::time_point> deadline_;
    std::unique_ptr<sqlite3, Close> database_;
};

/// A name between double quotes, as SQL wants it.
std::string quoted_name(std::string_view name);

} // namespace fairloom
