// Nothing goes missing uncounted, and nothing changes that no policy touched: random tables, written in random dialects with lines between
// them that are no rows, are read with random policies, and the test keeps its own account.
#include "core/data/csv_header.h"
#include "core/data/readers/delimited_reader.h"
#include "data_support.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

using Cells = std::vector<std::optional<std::string>>; ///< nothing = missing

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_); }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <typename T>
    const T &of(const std::vector<T> &list)
    {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 engine_;
};

/// A table as somebody would write it down: rows of spelled values.
struct Written {
    std::vector<std::string> names;
    std::vector<ColumnKind> kinds;
    std::vector<std::string> missing; ///< spelling by column
    std::vector<Cells> rows;
    CsvDialect dialect;
    std::string text;
    std::size_t bad_lines = 0;
};

std::string number_text_of(double value, int decimals, const NumberMarks &marks)
{
    std::string digits = QByteArray::number(std::fabs(value), 'f', decimals).toStdString();
    std::size_t whole = std::min(digits.find('.'), digits.size());
    if (whole < digits.size())
        digits[whole] = marks.decimal;
    for (; !marks.thousands.empty() && whole > 3; whole -= 3)
        digits.insert(whole - 3, marks.thousands);
    return (value < 0 ? "-" : "") + digits;
}

std::string random_value(ColumnKind kind, int decimals, const std::vector<std::string> &words, const NumberMarks &marks,
                         Dice &dice)
{
    switch (kind) {
    case ColumnKind::integer:
    case ColumnKind::number: {
        const double scale = std::pow(10, decimals);
        const double value = static_cast<double>(dice.below(dice.one_in(3) ? 4000000 : 90)) - (dice.one_in(2) ? 0 : 40);
        return number_text_of(value / scale, decimals, marks);
    }
    case ColumnKind::date:
        return QString("%1-%2-%3")
            .arg(1900 + dice.below(200))
            .arg(1 + dice.below(12), 2, 10, QChar('0'))
            .arg(1 + dice.below(28), 2, 10, QChar('0'))
            .toStdString();
    default:
        return dice.of(words);
    }
}

std::string field(const std::string &text, const CsvDialect &dialect, Dice &dice)
{
    const bool blank_outside = !text.empty() && (std::isspace(static_cast<unsigned char>(text.front())) ||
                                                 std::isspace(static_cast<unsigned char>(text.back())));
    const bool needed = blank_outside || text.find_first_of(std::string("\r\n") + dialect.separator + dialect.quote) !=
                                             std::string::npos;
    if (!needed && !dice.one_in(4))
        return (dice.one_in(8) ? " " : "") + text + (dice.one_in(8) ? "  " : "");
    std::string out(1, dialect.quote);
    for (const char c : text) {
        if (c == dialect.quote)
            out += dialect.escape == '\0' ? dialect.quote : dialect.escape;
        else if (c == dialect.escape && dialect.escape != '\0')
            out += dialect.escape;
        out += c;
    }
    return out + dialect.quote;
}

/// A line that is no row, whatever its fields are.
std::string bad_line(std::size_t width, const CsvDialect &dialect, Dice &dice)
{
    std::string line = "x";
    const std::size_t kind = dice.below(3);
    const std::size_t fields = kind == 0 ? width - 1 : kind == 1 ? width + 1 + dice.below(3) : width;
    for (std::size_t i = 1; i < fields; ++i)
        line += std::string(1, dialect.separator) + "y";
    if (kind == 2)
        line.insert(0, std::string(1, dialect.quote) + "a" + dialect.quote);
    return line;
}

Written write(std::uint64_t seed, std::size_t most_rows, bool bad_lines)
{
    Dice dice(seed);
    Written out;
    CsvDialect &dialect = out.dialect;
    dialect.separator = dice.of<char>({',', ';', '\t', '|'});
    dialect.quote = dice.of<char>({'"', '\''});
    dialect.escape = dice.of<char>({'\0', '\\'});
    dialect.marks = dice.of<NumberMarks>({{'.', ""}, {',', ""}, {'.', ","}, {',', "."}, {'.', " "}, {'.', "'"}});
    dialect.header = true;
    dialect.missing = {"", "?", "NA"};
    const std::string line_end = dice.of<std::string>({"\n", "\r\n"});
    const std::size_t width = 2 + dice.below(5);
    std::vector<int> decimals;
    std::vector<std::vector<std::string>> words;
    const std::vector<std::string> all_words{
        "a",           "b b",       "c,d",         "e;f", "g|h", "i\tj",   "say \"no\"",    "it's",
        "back\\slash", "line\nend", "line\r\nend", "\"",  "'",   "\\",     " blank before", "blank behind ",
        "007",         "1.50",      "1e5",         "-",   "#",   "(none)", "\xc3\xa5",      "x\n\ny",
        "\"\n\"",      ",\n,"};
    for (std::size_t c = 0; c < width; ++c) {
        out.names.push_back("c" + std::to_string(c));
        out.kinds.push_back(dice.of<ColumnKind>(
            {ColumnKind::integer, ColumnKind::number, ColumnKind::date, ColumnKind::category, ColumnKind::category}));
        decimals.push_back(out.kinds.back() == ColumnKind::number ? 1 + static_cast<int>(dice.below(4)) : 0);
        out.missing.push_back(dice.of(dialect.missing));
        std::vector<std::string> &some = words.emplace_back();
        for (std::size_t i = 1 + dice.below(9); i > 0; --i)
            some.push_back(dice.of(all_words));
    }
    const auto end_line = [&] {
        out.text += line_end;
        while (bad_lines && dice.one_in(6)) {
            out.text += bad_line(width, dialect, dice) + line_end;
            ++out.bad_lines;
        }
        if (dice.one_in(20))
            out.text += "  " + line_end; // blank lines are no rows
    };
    for (std::size_t c = 0; c < width; ++c)
        out.text += (c > 0 ? std::string(1, dialect.separator) : "") + out.names[c];
    end_line();
    const std::size_t missing_share = 2 + dice.below(10);
    for (std::size_t rows = 1 + dice.below(most_rows); rows > 0; --rows) {
        Cells &cells = out.rows.emplace_back();
        for (std::size_t c = 0; c < width; ++c) {
            cells.push_back(dice.one_in(missing_share) ? std::nullopt
                                                       : std::optional(random_value(out.kinds[c], decimals[c], words[c],
                                                                                    dialect.marks, dice)));
            out.text += (c > 0 ? std::string(1, dialect.separator) : "") +
                        field(cells.back().value_or(out.missing[c]), dialect, dice);
        }
        end_line();
    }
    return out;
}

DialectRule rule_of(const CsvDialect &dialect)
{
    DialectRule rule;
    rule.separator = dialect.separator;
    rule.quote = dialect.quote;
    rule.escape = dialect.escape;
    rule.header = dialect.header;
    rule.comment_prefix = "";
    rule.preamble_lines = 0;
    rule.decimal_mark = dialect.marks.decimal;
    rule.thousands_mark = dialect.marks.thousands;
    rule.missing = dialect.missing;
    return rule;
}

/// The value of a number as it was written.
double value_of(const std::string &text, const NumberMarks &marks)
{
    QString plain = QString::fromStdString(text);
    if (!marks.thousands.empty())
        plain.remove(QString::fromStdString(marks.thousands));
    return plain.replace(QChar(marks.decimal), QChar('.')).toDouble();
}

/// Policies at random, and the test's own account of what they do to the rows.
class Policies {
public:
    Policies(const Written &written, Dice &dice) : written_(written), rows_(written.rows)
    {
        schema.dialect = rule_of(written.dialect);
        schema.skip_bad_lines = true;
        for (std::size_t c = 0; c < written.names.size(); ++c) {
            ColumnRule &rule = schema.columns[written.names[c]];
            rule.kind = written.kinds[c];
            rule.role = Role::feature;
            rule.on_missing = dice.of<MissingPolicy>(
                {MissingPolicy::category, MissingPolicy::category, MissingPolicy::drop, MissingPolicy::impute});
            if (is_number(c) && dice.one_in(3)) {
                rule.kind.reset();
                rule.bins = {static_cast<double>(dice.below(20)), 25 + static_cast<double>(dice.below(500))};
                bin(c, rule.bins);
            }
            if (written.kinds[c] == ColumnKind::category && dice.one_in(3)) {
                rule.merge = {{"a", "A"}, {"b b", "A"}, {"line\nend", "one"}};
                if (dice.one_in(4))
                    rule.merge["*"] = "others";
                merge(c, rule.merge);
            }
            if (dice.one_in(3))
                rule.keep_values = 1 + dice.below(3);
        }
        if (dice.one_in(3))
            filter(dice.below(written.names.size()), dice);
        drop();
    }

    Recipe schema;
    std::string error; ///< a part of what has to be said instead
    std::size_t filtered = 0, dropped = 0;

    const std::vector<Cells> &rows() const { return rows_; }
    bool is_category(std::size_t c) const
    {
        return written_.kinds[c] == ColumnKind::category || !schema.columns.at(written_.names[c]).bins.empty();
    }

private:
    bool is_number(std::size_t c) const
    {
        return written_.kinds[c] == ColumnKind::integer || written_.kinds[c] == ColumnKind::number;
    }

    void bin(std::size_t c, const std::vector<double> &edges)
    {
        const auto spelled = [&](double edge) { return number_text_of(edge, 0, written_.dialect.marks); };
        const std::string low = spelled(edges[0]), high = spelled(edges[1]);
        for (Cells &cells : rows_)
            if (cells[c]) {
                const double value = value_of(*cells[c], written_.dialect.marks);
                cells[c] = value < edges[0] ? "< " + low : value < edges[1] ? low + " to < " + high : ">= " + high;
            }
    }

    void merge(std::size_t c, const std::map<std::string, std::string> &names)
    {
        const auto other = names.find("*");
        for (Cells &cells : rows_)
            if (cells[c]) {
                const auto found = names.find(*cells[c]);
                if (found != names.end())
                    cells[c] = found->second;
                else if (other != names.end())
                    cells[c] = other->second;
            }
    }

    template <typename Keep>
    std::size_t keep_rows(const Keep &keep)
    {
        const std::size_t before = rows_.size();
        std::erase_if(rows_, [&](const Cells &cells) { return !keep(cells); });
        return before - rows_.size();
    }

    void filter(std::size_t c, Dice &dice)
    {
        const std::optional<std::string> value = rows_[dice.below(rows_.size())][c];
        if (!value || written_.kinds[c] == ColumnKind::date)
            return;
        const bool order = !is_category(c);
        const std::string op = order ? dice.of<std::string>({"<", ">="}) : dice.of<std::string>({"==", "!="});
        const double limit = order ? std::floor(value_of(*value, written_.dialect.marks)) : 0;
        schema.filters = {
            {"f", "", {{written_.names[c], op, order ? QByteArray::number(limit, 'f', 0).toStdString() : *value}}}};
        schema.filter = "f";
        filtered = keep_rows([&](const Cells &cells) {
            if (!cells[c])
                return op == "!=";
            if (!order)
                return (*cells[c] == *value) == (op == "==");
            const double number = value_of(*cells[c], written_.dialect.marks);
            return op == "<" ? number < limit : number >= limit;
        });
        if (rows_.empty())
            error = "leaves no row";
    }

    void drop()
    {
        if (!error.empty())
            return;
        dropped = keep_rows([&](const Cells &cells) {
            for (std::size_t c = 0; c < cells.size(); ++c)
                if (!cells[c] && schema.columns.at(written_.names[c]).on_missing == MissingPolicy::drop)
                    return false;
            return true;
        });
        if (rows_.empty())
            error = "so that none is left";
        for (std::size_t c = 0; c < written_.names.size() && error.empty(); ++c)
            if (schema.columns.at(written_.names[c]).on_missing == MissingPolicy::impute &&
                std::none_of(rows_.begin(), rows_.end(), [&](const Cells &cells) { return cells[c].has_value(); }))
                error = "could take the place of the missing ones";
    }

    const Written &written_;
    std::vector<Cells> rows_;
};

/// A value that a column may hold as number or as text, as text.
std::string cell(const RawColumn &column, std::size_t row)
{
    const RawColumn::Numbers *numbers = column.numbers ? &*column.numbers : nullptr;
    if (numbers)
        return std::isnan(numbers->values[row])
                   ? numbers->missing
                   : QByteArray::number(numbers->values[row], 'f', numbers->most_decimals).toStdString();
    return column.codes[row] < 0 ? "nothing" : column.values[static_cast<std::size_t>(column.codes[row])];
}

} // namespace

class TestRowAccount : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void account_comes_out_even();
    void threads_read_alike();
    void threads_read_numbers_alike();
    void many_numbers_keep_their_spelling_data();
    void many_numbers_keep_their_spelling();

private:
    void check_column(const Written &written, const Policies &policies, const Dataset &data, std::size_t c,
                      std::size_t &imputed, std::size_t &grouped);
};

/// Adds up what the policies did to the column by looking at the cells alone.
void TestRowAccount::check_column(const Written &written, const Policies &policies, const Dataset &data, std::size_t c,
                                  std::size_t &imputed, std::size_t &grouped)
{
    const Column &column = data.table.columns[c];
    const ColumnRule &rule = policies.schema.columns.at(written.names[c]);
    std::map<std::string, std::size_t> counts; // before anything is grouped
    std::vector<double> numbers;
    for (const Cells &cells : policies.rows())
        if (cells[c]) {
            ++counts[*cells[c]];
            numbers.push_back(policies.is_category(c) || written.kinds[c] == ColumnKind::date
                                  ? 0
                                  : value_of(*cells[c], written.dialect.marks));
        }
    std::size_t most = 0;
    for (const auto &[value, count] : counts)
        most = std::max(most, count);
    std::sort(numbers.begin(), numbers.end());

    std::set<std::string> kept, gone;
    std::optional<std::string> substitute;
    for (std::size_t row = 0; row < policies.rows().size(); ++row) {
        const std::optional<std::string> &before = policies.rows()[row][c];
        const std::string after = column.text(row);
        if (!before && rule.on_missing == MissingPolicy::category) {
            QVERIFY(column.is_missing(row));
            QCOMPARE(after, written.missing[c]);
        } else if (!before) {
            QVERIFY(!column.is_missing(row));
            QCOMPARE(after, substitute.value_or(after));
            substitute = after;
            ++imputed;
        } else if (after == *before) {
            QVERIFY(!column.is_missing(row));
            kept.insert(after);
        } else {
            QVERIFY(policies.is_category(c) && rule.keep_values > 0);
            QCOMPARE(after, std::string("(other)"));
            gone.insert(*before);
            ++grouped;
        }
    }
    if (substitute && policies.is_category(c))
        QCOMPARE(counts[*substitute], most);
    else if (substitute && written.kinds[c] != ColumnKind::date)
        QCOMPARE(value_of(*substitute, written.dialect.marks), numbers[(numbers.size() - 1) / 2]);
    if (!gone.empty()) {
        QCOMPARE(kept.size(), rule.keep_values);
        for (const std::string &value : kept)
            for (const std::string &other : gone) {
                QVERIFY(value != other);
                const std::size_t filled =
                    substitute && *substitute == value ? imputed : 0; // imputing comes before grouping
                QVERIFY(counts[value] + filled >= counts[other]);
            }
    } else if (policies.is_category(c) && rule.keep_values > 0) {
        QVERIFY(kept.size() <= rule.keep_values);
    }
}

void TestRowAccount::account_comes_out_even()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("random.csv").toStdString();
    NoProgress progress;
    std::size_t opened = 0;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        const Written written = write(seed, 60, true);
        Dice dice(seed + 1000000);
        const Policies policies(written, dice);
        std::ofstream(path, std::ios::binary) << written.text;
        DatasetOptions options;
        options.schema = policies.schema;
        std::shared_ptr<const Dataset> data;
        const QString error = complaint([&] { data = open_dataset(path, options, progress, {}); });
        const QByteArray where = "seed " + QByteArray::number(qulonglong(seed)) + ": " + error.toUtf8() + "\n" +
                                 QByteArray::fromStdString(written.text);
        if (!policies.error.empty()) {
            QVERIFY2(error.contains(QString::fromStdString(policies.error)), where.constData());
            continue;
        }
        QVERIFY2(data, where.constData());
        ++opened;
        const RowAccount &account = data->account;
        const std::size_t rows_of_file = written.rows.size() + written.bad_lines;
        QVERIFY2(account.bad_lines == written.bad_lines, where.constData());
        QVERIFY2(account.filtered == policies.filtered, where.constData());
        QVERIFY2(account.dropped_missing == policies.dropped, where.constData());
        QVERIFY2(data->table.rows() + account.left_out() == rows_of_file, where.constData());
        QVERIFY2(data->table.rows() == policies.rows().size(), where.constData());
        std::size_t all_imputed = 0, all_grouped = 0;
        for (std::size_t c = 0; c < written.names.size(); ++c) {
            std::size_t imputed = 0, grouped = 0;
            check_column(written, policies, *data, c, imputed, grouped);
            if (QTest::currentTestFailed())
                QFAIL(where.constData());
            all_imputed += imputed;
            all_grouped += grouped;
        }
        QVERIFY2(account.imputed_values == all_imputed, where.constData());
        QVERIFY2(account.grouped_values == all_grouped, where.constData());

        options.schema = data->schema;
        const auto again = open_dataset(path, options, progress, {});
        QVERIFY2(spelled(again->table) == spelled(data->table), where.constData());
        QVERIFY2(again->account.left_out() == account.left_out(), where.constData());
    }
    QVERIFY(opened > 1000);
}

void TestRowAccount::threads_read_alike()
{
    NoProgress progress;
    std::size_t errors = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        const Written written = write(seed, 120, seed % 3 == 0);
        CsvHeader header;
        header.present = true;
        header.names = written.names;
        const bool skip = seed % 2 == 0;
        const auto read = [&](int threads, std::size_t stretch, RawTable &table) {
            return complaint([&] {
                table = read_delimited(written.text, "r.csv", written.dialect, header, skip, threads, progress, {},
                                       stretch);
            });
        };
        RawTable expected;
        const QString error = read(1, written.text.size() + 1, expected);
        errors += error != "(no error)";
        const QByteArray where =
            "seed " + QByteArray::number(qulonglong(seed)) + "\n" + QByteArray::fromStdString(written.text);
        if (skip)
            QVERIFY2(expected.rows() == written.rows.size() && expected.bad_lines == written.bad_lines,
                     where.constData());
        for (const int threads : {2, 3, 7})
            for (const std::size_t stretch : {1, 13, 200}) {
                RawTable table;
                QCOMPARE(read(threads, stretch, table), error);
                QVERIFY2(table.bad_lines == expected.bad_lines && table.first_bad.size() == expected.first_bad.size(),
                         where.constData());
                for (std::size_t i = 0; i < table.first_bad.size(); ++i)
                    QVERIFY2(table.first_bad[i].line == expected.first_bad[i].line &&
                                 table.first_bad[i].fields == expected.first_bad[i].fields,
                             where.constData());
                QVERIFY2(table.columns.size() == expected.columns.size(), where.constData());
                for (std::size_t c = 0; c < table.columns.size();
                     ++c) // values come in order of first appearance whoever read them
                    QVERIFY2(table.columns[c].values == expected.columns[c].values &&
                                 table.columns[c].codes == expected.columns[c].codes,
                             where.constData());
            }
    }
    QVERIFY(errors > 20); // and errors were among what was compared
}

/// From 32,768 different values on a column is kept as numbers, by each stretch for itself.
void TestRowAccount::threads_read_numbers_alike()
{
    NoProgress progress;
    for (const bool with_text : {false, true}) {
        Dice dice(with_text ? 5 : 6);
        std::string text = "a,b,c\n";
        for (int row = 0; row < 110000; ++row) {
            const bool gap = dice.one_in(50);
            text += (gap ? "?" : QByteArray::number(row * 7).toStdString()) + ',' +
                    (with_text && row == 80000 ? "x" : QByteArray::number(row * 0.25, 'f', 2).toStdString()) +
                    (dice.one_in(100) ? ",\"q\nq\"\n" : ",r\n");
        }
        CsvHeader header;
        header.present = true;
        header.names = {"a", "b", "c"};
        CsvDialect dialect;
        const RawTable expected = read_delimited(text, "r.csv", dialect, header, false, 1, progress, {});
        QCOMPARE(expected.rows(), std::size_t{110000});
        QCOMPARE(expected.columns[1].numbers.has_value(), !with_text);
        for (const int threads : {2, 3, 7}) {
            const RawTable table = read_delimited(text, "r.csv", dialect, header, false, threads, progress, {}, 1);
            for (std::size_t c = 0; c < 3; ++c) {
                QCOMPARE(table.columns[c].rows(), expected.columns[c].rows());
                for (std::size_t row = 0; row < table.rows(); ++row)
                    QCOMPARE(cell(table.columns[c], row), cell(expected.columns[c], row));
            }
        }
    }
}

void TestRowAccount::many_numbers_keep_their_spelling_data()
{
    QTest::addColumn<QByteArray>(
        "odd"); ///< stands among 40,000 numbers, before a text comes that makes all of them texts
    for (const char *odd :
         {"1.50", "+5", "1e5", ".5", "5.", "-0", "-0.00", "0.1234567890123456789", "007", "12345678901234567"})
        QTest::newRow(odd) << QByteArray(odd);
}

void TestRowAccount::many_numbers_keep_their_spelling()
{
    QFETCH(QByteArray, odd);
    NoProgress progress;
    std::string text = "a,b\n";
    for (int row = 0; row < 40000; ++row)
        text += QByteArray::number(row + 0.5, 'f', 1).toStdString() + ",r\n";
    text += odd.toStdString() + ",r\n";
    text += "x,r\n";
    CsvHeader header;
    header.present = true;
    header.names = {"a", "b"};
    const RawTable table = read_delimited(text, "r.csv", CsvDialect(), header, false, 1, progress, {});
    QVERIFY(!table.columns[0].numbers);
    QCOMPARE(cell(table.columns[0], 7), std::string("7.5"));
    QCOMPARE(cell(table.columns[0], 40000), odd.toStdString());
    QCOMPARE(cell(table.columns[0], 40001), std::string("x"));
}

QTEST_GUILESS_MAIN(TestRowAccount)
#include "test_row_account.moc"
