#include "core/data/readers/sqlite_reader.h"
#include "raw_table_support.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace fairloom;
using namespace fairloom::test;

class TestSqliteReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tables();
    void reads_data();
    void reads();
    void complains_data();
    void complains();
    void complains_about_files();
    void leaves_the_file_alone();
    void write_ahead_log();
    void locked();
    void stops_in_a_query();
    void speed();

private:
    /// A database made by the statements.
    QString made(const QByteArray &sql);
    RawTable read(const QString &file, const QString &what = {})
    {
        NoProgress progress;
        return read_sqlite(file.toStdString(), what.toStdString(), progress, {});
    }

    QTemporaryDir folder_;
    int count_ = 0;
};

QString TestSqliteReader::made(const QByteArray &sql)
{
    const QString file = folder_.filePath(QString("%1/t.db").arg(++count_));
    QDir(folder_.path()).mkpath(QString::number(count_));
    sqlite3 *database = nullptr;
    char *error = nullptr;
    if (sqlite3_open(file.toUtf8().constData(), &database) != SQLITE_OK || sqlite3_exec(database, sql.constData(), nullptr, nullptr, &error) != SQLITE_OK)
        qFatal("%s", error ? error : "cannot make the database");
    sqlite3_close(database);
    return file;
}

void TestSqliteReader::tables()
{
    const QString file = made("CREATE TABLE \"b \"\"c\" (x); INSERT INTO \"b \"\"c\" VALUES (1), (2); CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);"
                              "CREATE VIEW v AS SELECT x FROM \"b \"\"c\"; CREATE VIEW broken AS SELECT absent FROM nowhere;");
    const std::vector<SqliteTable> found = sqlite_tables(file.toStdString());
    QCOMPARE(found.size(), std::size_t{4});
    QCOMPARE(found[0].name, std::string("b \"c"));
    QCOMPARE(found[0].rows, std::int64_t{2});
    QVERIFY(!found[0].is_view);
    QCOMPARE(found[1].name, std::string("a"));
    QCOMPARE(found[1].rows, std::int64_t{0});
    QCOMPARE(found[2].name, std::string("v"));
    QVERIFY(found[2].is_view);
    QCOMPARE(found[2].rows, std::int64_t{-1});
    QCOMPARE(spelled(read(file, "b \"c")), QString("1;2;"));
    QCOMPARE(spelled(read(file, "V")), QString("1;2;"));

    const QString search = made("CREATE VIRTUAL TABLE words USING fts5(word); INSERT INTO words VALUES ('x');");
    QCOMPARE(sqlite_tables(search.toStdString()).size(), std::size_t{1});
    QCOMPARE(spelled(read(search)), QString("x;"));
}

void TestSqliteReader::reads_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("types");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, QByteArray sql, const char *query, const char *names, const char *types, const char *rows) {
        QTest::newRow(name) << sql << QString::fromUtf8(query) << QString::fromUtf8(names) << QString::fromUtf8(types) << QString::fromUtf8(rows);
    };
    const QByteArray people = "CREATE TABLE people (age INTEGER, name TEXT); INSERT INTO people VALUES (1, 'x'), (2, 'y');"
                              "CREATE TABLE towns (name VARCHAR(20)); INSERT INTO towns VALUES ('z');";
    row("the only table", "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'x'), (2, 'y')", "", "a|b", "NT", "1|x;2|y;");
    row("a table by name", people, "towns", "name", "T", "z;");
    row("a query", people, "SELECT name AS n, age + 1 FROM people ORDER BY age DESC", "n|age + 1", "TN", "y|3;x|2;");
    row("a query in other words", people, "  with w as (select 1 as one) select * from w; -- done\n ;", "one", "N", "1;");
    row("same name twice", people, "SELECT people.name, towns.name, age FROM people, towns", "name|name_2|age", "TTN", "x|z|1;y|z|2;");
    row("NULL", "CREATE TABLE t (a INT, b TEXT, c); INSERT INTO t VALUES (NULL, NULL, NULL), (1, '', NULL)", "", "a|b|c", "NT-", "-|-|-;1||-;");
    row("numbers", "CREATE TABLE t (a REAL); INSERT INTO t VALUES (0.1), (4.0), (100000.0), (-2.5e-3), (1e300), (1e-20), (1.0/3), (0)", "", "a", "N",
        "0.1;4;100000;-0.0025;1e+300;1e-20;0.3333333333333333;0;");
    row("large integers", "CREATE TABLE t (a INT); INSERT INTO t VALUES (9223372036854775807), (-9223372036854775808)", "", "a", "N",
        "9223372036854775807;-9223372036854775808;");
    row("declared types", "CREATE TABLE t (a DECIMAL(5,2), b DATETIME, c BOOLEAN, d NCHAR(3), e DATE, f TIMESTAMP);"
                          "INSERT INTO t VALUES (1.5, '2020-01-01 00:00', 1, 'x', '2020-01-01', 1577836800)",
        "", "a|b|c|d|e|f", "NDCTDN", "1.5|2020-01-01 00:00|1|x|2020-01-01|1577836800;");
    row("values other than declared", "CREATE TABLE t (a INT, b); INSERT INTO t VALUES (1, 1), ('many', 'x')", "", "a|b", "--", "1|1;many|x;");
    row("texts in UTF-16", "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (a); INSERT INTO t VALUES ('größe 東京')", "", "a", "T", "größe 東京;");
    row("texts in Latin-1", "CREATE TABLE t (a); INSERT INTO t VALUES (CAST(x'6772f6df65' AS TEXT))", "", "a", "T", "größe;");
    row("colons and quotes", people, "SELECT strftime('%H:%M', '2020-01-01 10:20') AS \"a:b\"", "a:b", "T", "10:20;");
}

void TestSqliteReader::reads()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, query);
    QFETCH(QString, header);
    QFETCH(QString, types);
    QFETCH(QString, rows);
    const RawTable table = read(made(sql), query);
    QCOMPARE(table.name, std::string("t.db"));
    QCOMPARE(names(table), header);
    QCOMPARE(declared(table), types);
    QCOMPARE(spelled(table), rows);
}

void TestSqliteReader::complains_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, QByteArray sql, const char *query, const char *sentence) {
        QTest::newRow(name) << sql << QString::fromUtf8(query) << QString::fromUtf8(sentence);
    };
    const QByteArray two = "CREATE TABLE a (x); INSERT INTO a VALUES (1); CREATE VIEW b AS SELECT x FROM a;";
    row("no tables", "PRAGMA user_version = 1;", "", "t.db: The database has no tables. Choose another file.");
    row("several tables", two, "", "t.db: The database has several tables: a, b. Write t.db:a to choose one.");
    row("no such table", two, "c", "t.db: The database has no table named \"c\". Its tables are a, b.");
    row("no rows", "CREATE TABLE a (x)", "", "t.db: The table has no rows. Choose another one.");
    row("no rows of a query", two, "SELECT * FROM a WHERE x > 1", "t.db: The table has no rows. Choose another one.");
    row("bytes", "CREATE TABLE a (x, y); INSERT INTO a VALUES (1, 2), (3, x'00ff')", "",
        "t.db, row 2: The column y holds bytes instead of texts or numbers. Leave it out with a SELECT of the others.");
    row("wrong query", two, "SELECT absent FROM a", "t.db: SQLite says: no such column: absent. Correct the query.");
    row("no query", two, "not a query", "t.db: SQLite says: near \"not\": syntax error. Correct the query.");
    row("broken view", "CREATE VIEW v AS SELECT absent FROM nowhere", "", "t.db: SQLite says: no such table: main.nowhere. Correct the query.");
    const char *const more = "t.db: The query does not just read rows. Write a single SELECT.";
    row("DELETE", two, "DELETE FROM a", more);
    row("DELETE that returns rows", two, "DELETE FROM a RETURNING x", more);
    row("WITH and DELETE", two, "WITH w AS (SELECT 1) DELETE FROM a", more);
    row("DROP", two, "DROP TABLE a", more);
    row("ATTACH", two, "ATTACH 'other.db' AS other", more);
    row("VACUUM INTO", two, "VACUUM INTO 'other.db'", more);
    row("BEGIN", two, "BEGIN EXCLUSIVE", more);
    row("nothing but a comment", two, "-- SELECT 1", more);
    row("two statements", two, "SELECT x FROM a; SELECT x FROM b", "t.db: The query has more than one statement. Write a single SELECT.");
    row("SELECT, then DELETE", two, "SELECT x FROM a; DELETE FROM a", "t.db: The query has more than one statement. Write a single SELECT.");
}

void TestSqliteReader::complains()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, query);
    QFETCH(QString, sentence);
    const QString file = made(sql);
    QCOMPARE(fault_of([&] { read(file, query); }), sentence);
}

void TestSqliteReader::complains_about_files()
{
    const auto fault = [&](const QString &file) { return fault_of([&] { read(file); }); };
    QCOMPARE(fault("/no/such/file.db"), QString("/no/such/file.db: There is no such file. Check its name and folder."));
    QCOMPARE(fault(folder_.path()), folder_.path() + ": This is a folder, not a file. Name a file inside it.");

    const QString text = folder_.filePath("text.db");
    write_file(text, QByteArray(2000, 'x'));
    const QString none = "text.db: This is no SQLite database, or an encrypted one. Export the table without encryption.";
    QCOMPARE(fault(text), none);
    QCOMPARE(fault_of([&] { sqlite_tables(text.toStdString()); }), none);

    const QString file = made("CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT "
                              "'text number ' || i FROM n;");
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    QByteArray bytes = damaged.readAll();
    damaged.close();
    std::fill(bytes.begin() + 4096, bytes.begin() + 3 * 4096, '\x55');
    write_file(folder_.filePath("damaged.db"), bytes);
    QCOMPARE(fault(folder_.filePath("damaged.db")), QString("damaged.db: The database is damaged. Fetch it again from where it came."));
    write_file(folder_.filePath("short.db"), bytes.left(6000));
    QVERIFY(fault(folder_.filePath("short.db")).startsWith("short.db: The database is damaged"));
}

void TestSqliteReader::leaves_the_file_alone()
{
    const QString file = made("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    QFile before(file);
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray bytes = before.readAll();
    QCOMPARE(spelled(read(file, "SELECT a FROM t")), QString("1;"));
    before.seek(0);
    QCOMPARE(before.readAll(), bytes);
    QCOMPARE(QFileInfo(file).dir().entryList(QDir::Files), QStringList("t.db"));
}

void TestSqliteReader::write_ahead_log()
{
    const QString file = made("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    QCOMPARE(spelled(read(file)), QString("1;"));
    QCOMPARE(QFileInfo(file).dir().entryList(QDir::Files), QStringList("t.db"));

    sqlite3 *writer = nullptr; // what stands in the log alone is part of the table
    QCOMPARE(sqlite3_open(file.toUtf8().constData(), &writer), SQLITE_OK);
    QCOMPARE(sqlite3_exec(writer, "INSERT INTO t VALUES (2)", nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(spelled(read(file)), QString("1;2;"));
    sqlite3_close(writer);

    const QString odd = QFileInfo(file).dir().filePath("a?b#c%20.db");
    QVERIFY(QFile::copy(file, odd));
    QCOMPARE(spelled(read(odd)), QString("1;2;"));
}

void TestSqliteReader::locked()
{
    const QString file = made("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    sqlite3 *writer = nullptr;
    QCOMPARE(sqlite3_open(file.toUtf8().constData(), &writer), SQLITE_OK);
    QCOMPARE(sqlite3_exec(writer, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(fault_of([&] { read(file); }), QString("t.db: Another program is writing to the database. Wait until it has finished, or close it."));
    sqlite3_close(writer);
}

void TestSqliteReader::stops_in_a_query()
{
    const QString file = made("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    std::stop_source source;
    const std::jthread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        source.request_stop();
    });
    NoProgress progress;
    const char *const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
    QElapsedTimer timer;
    timer.start();
    QVERIFY_THROWS_EXCEPTION(Cancelled, read_sqlite(file.toStdString(), endless, progress, source.get_token()));
    QVERIFY(timer.elapsed() < 2000);
}

void TestSqliteReader::speed()
{
    const QString file = made("CREATE TABLE t (a INT, b TEXT, c REAL, d TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
                              "i < 200000) INSERT INTO t SELECT i % 90, 'value ' || (i % 7), (i % 1000) / 8.0, 'x' FROM n;");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(read(file).rows(), std::size_t{200000});
    qInfo("200,000 x 4 in %lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_GUILESS_MAIN(TestSqliteReader)
#include "test_sqlite_reader.moc"
