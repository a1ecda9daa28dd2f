#include "core/data/readers/sqlite_reader.h"

#include "core/base/error.h"
#include "core/data/file_text.h"
#include "core/data/name_list.h"
#include "core/data/readers/column_names.h"
#include "core/data/readers/raw_column_builder.h"
#include "core/data/readers/sqlite_database.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <chrono>
#include <cmath>

namespace fairloom {

namespace {

constexpr std::chrono::milliseconds patience(300); // for counting, all tables together

std::string upper(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

std::string_view text_of(const SqliteDatabase::Statement &statement, int column)
{
    const auto *const bytes = reinterpret_cast<const char *>(sqlite3_column_text(statement.get(), column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), column)) : 0};
}

std::vector<SqliteTable> list_tables(SqliteDatabase &database)
{
    // A virtual table keeps its content in shadow tables, which mean nothing to anybody else.
    std::string_view sql = "SELECT name, type = 'view' FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' "
                           "ESCAPE '\\' AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid";
    std::vector<SqliteTable> tables;
    const SqliteDatabase::Statement statement = database.prepare(sql);
    while (database.step(statement))
        tables.push_back({std::string(text_of(statement, 0)), sqlite3_column_int(statement.get(), 1) != 0, -1});
    return tables;
}

/// The table that is meant, or nothing if the text is a query.
std::optional<SqliteTable> find_table(const std::vector<SqliteTable> &tables, const std::string &wanted, const std::string &file)
{
    std::vector<std::string> names;
    for (const SqliteTable &table : tables)
        names.push_back(table.name);
    if (tables.empty())
        throw InputError(FAIRLOOM_TEXT("The database has no tables"), file, FAIRLOOM_TEXT("Choose another file"));
    if (wanted.empty()) {
        if (tables.size() > 1)
            throw InputError(Message(FAIRLOOM_TEXT("The database has several tables: %1"), {join_names(names)}), file,
                             Message(FAIRLOOM_TEXT("Write %1 to choose one"), {file + ":" + names.front()}));
        return tables.front();
    }
    const auto is_wanted = [&](const SqliteTable &table) { return upper(table.name) == upper(wanted); }; // as SQLite compares names
    if (const auto found = std::find_if(tables.begin(), tables.end(), is_wanted); found != tables.end())
        return *found;
    if (wanted.find_first_of(" \t\r\n") != std::string::npos)
        return std::nullopt;
    throw InputError(Message(FAIRLOOM_TEXT("The database has no table named \"%1\""), {wanted}), file,
                     Message(FAIRLOOM_TEXT("Its tables are %1"), {join_names(names)}));
}

SqliteDatabase::Statement prepare_query(SqliteDatabase &database, std::string_view sql)
{
    SqliteDatabase::Statement statement = database.prepare(sql);
    // ATTACH counts as a statement that only reads, but it gives no rows.
    if (!statement || sqlite3_stmt_readonly(statement.get()) == 0 || sqlite3_column_count(statement.get()) == 0)
        throw InputError(FAIRLOOM_TEXT("The query does not just read rows"), database.name(), FAIRLOOM_TEXT("Write a single SELECT"));
    if (sql.find_first_not_of(" \t\r\n;") != std::string_view::npos && database.prepare(sql))
        throw InputError(FAIRLOOM_TEXT("The query has more than one statement"), database.name(), FAIRLOOM_TEXT("Write a single SELECT"));
    return statement;
}

/// What the table's declaration says, by the rules of column affinity, but for dates, for which SQLite has no type.
DeclaredType declared_type(const char *declaration)
{
    const std::string type = upper(declaration ? declaration : "");
    const auto has = [&](std::string_view word) { return type.find(word) != std::string::npos; };
    if (has("DATE") || has("TIME"))
        return DeclaredType::date;
    if (has("BOOL"))
        return DeclaredType::category;
    if (has("INT") || has("REAL") || has("FLOA") || has("DOUB") || has("NUM") || has("DEC"))
        return DeclaredType::number;
    if (has("CHAR") || has("CLOB") || has("TEXT"))
        return DeclaredType::text;
    return DeclaredType::none;
}

/// As few digits as give the number back, with an exponent only where there would be many zeros.
std::string_view spell(double value, std::array<char, 64> &buffer)
{
    const double size = std::fabs(value);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
    char *const end = buffer.data() + buffer.size();
    const auto result = plain ? std::to_chars(buffer.data(), end, value, std::chars_format::fixed) : std::to_chars(buffer.data(), end, value);
    return {buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data())};
}

class ColumnReader {
public:
    ColumnReader(const SqliteDatabase::Statement &statement, int column, const std::vector<std::string> &missing)
        : statement_(statement), column_(column), declared_(declared_type(sqlite3_column_decltype(statement.get(), column))),
          builder_(missing)
    {
    }

    /// False if the value is a BLOB.
    bool add_value()
    {
        switch (sqlite3_column_type(statement_.get(), column_)) {
        case SQLITE_NULL:
            builder_.add_nothing();
            return true;
        case SQLITE_INTEGER: {
            numbers_ = true;
            const auto result = std::to_chars(buffer_.data(), buffer_.data() + buffer_.size(), sqlite3_column_int64(statement_.get(), column_));
            builder_.add({buffer_.data(), static_cast<std::size_t>(result.ptr - buffer_.data())});
            return true;
        }
        case SQLITE_FLOAT:
            numbers_ = true;
            builder_.add(spell(sqlite3_column_double(statement_.get(), column_), buffer_));
            return true;
        case SQLITE_TEXT: {
            texts_ = true;
            const std::string_view text = text_of(statement_, column_);
            if (is_utf8(text))
                builder_.add(text);
            else
                builder_.add(from_windows_1252(text)); // SQLite does not look at what programs put in
            return true;
        }
        default:
            return false;
        }
    }

    RawColumn take(const std::string &name)
    {
        RawColumn column = builder_.take(name);
        column.declared = type();
        return column;
    }

private:
    /// A declaration binds nobody in SQLite, and an expression has none: the values decide.
    DeclaredType type() const
    {
        if (declared_ == DeclaredType::number && texts_)
            return DeclaredType::none;
        if (declared_ == DeclaredType::text && numbers_)
            return DeclaredType::none;
        if (declared_ == DeclaredType::date && numbers_)
            return texts_ ? DeclaredType::none : DeclaredType::number; // seconds since 1970
        if (declared_ == DeclaredType::none && numbers_ != texts_)
            return numbers_ ? DeclaredType::number : DeclaredType::text;
        return declared_;
    }

    const SqliteDatabase::Statement &statement_;
    int column_;
    DeclaredType declared_;
    RawColumnBuilder builder_;
    bool numbers_ = false;
    bool texts_ = false;
    std::array<char, 64> buffer_{};
};

} // namespace

std::vector<SqliteTable> sqlite_tables(const std::filesystem::path &file)
{
    SqliteDatabase database(file, {});
    std::vector<SqliteTable> tables = list_tables(database);
    const auto begin = std::chrono::steady_clock::now();
    for (SqliteTable &table : tables) {
        const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        if (!table.is_view && spent < patience)
            table.rows = database.count_rows(table.name, patience - spent).value_or(-1);
    }
    return tables;
}

RawTable read_sqlite(const std::filesystem::path &file, const std::string &table_or_query, Progress &progress, std::stop_token stop,
                     std::size_t most_rows)
{
    throw_if_stopped(stop);
    SqliteDatabase database(file, stop);
    const std::optional<SqliteTable> wanted = find_table(list_tables(database), table_or_query, database.name());
    const std::string sql = wanted ? "SELECT * FROM " + quoted_name(wanted->name) : table_or_query;
    const SqliteDatabase::Statement statement = prepare_query(database, sql);
    double expected = 0; // 0 = not known
    if (wanted && !wanted->is_view && most_rows == std::numeric_limits<std::size_t>::max())
        expected = static_cast<double>(database.count_rows(wanted->name, patience).value_or(0));

    const std::vector<std::string> missing; // SQL has NULL for that
    std::vector<std::string> names;
    std::vector<ColumnReader> columns;
    for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) {
        names.emplace_back(sqlite3_column_name(statement.get(), i));
        columns.emplace_back(statement, i, missing);
    }
    names = distinct_names(names);

    std::size_t rows = 0;
    while (rows < most_rows && database.step(statement)) {
        if (rows++ % 4096 == 0) {
            throw_if_stopped(stop);
            progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {database.name()}),
                            expected > 0 ? std::min(1.0, static_cast<double>(rows) / expected) : 0);
        }
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!columns[i].add_value())
                throw InputError(Message(FAIRLOOM_TEXT("The column %1 holds bytes instead of texts or numbers"), {names[i]}),
                                 database.name() + ", row " + std::to_string(rows), FAIRLOOM_TEXT("Leave it out with a SELECT of the others"));
    }
    if (rows == 0)
        throw InputError(FAIRLOOM_TEXT("The table has no rows"), database.name(), FAIRLOOM_TEXT("Choose another one"));

    RawTable table;
    table.name = database.name();
    for (std::size_t i = 0; i < columns.size(); ++i)
        table.columns.push_back(columns[i].take(names[i]));
    return table;
}

} // namespace fairloom
