#include "core/study/store/store_database.h"

#include "core/base/error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <memory>
#include <thread>

using namespace fairloom;

class TestStoreDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsValues();
    void isSafe();
    void transactionsAreWhole();
    void makesTablesOnce();
    void manyOpenItAtOnce();
    void refusesFiles_data();
    void refusesFiles();
    void fullDisk();
    void lockedByAnother();
    void damagedInTheMidst();
};

namespace {

template <typename Work>
QByteArray error_of(Work work)
{
    try {
        work();
    } catch (const InputError &error) {
        return error.what();
    }
    return "no error";
}

/// A database as any program makes it.
void make_plain(const std::filesystem::path &file, const char *sql)
{
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
}

std::int64_t count(StoreDatabase &database)
{
    StoreDatabase::Statement statement = database.prepare("SELECT count(*) FROM t");
    return statement.step() ? statement.integer(0) : -1;
}

} // namespace

void TestStoreDatabase::keepsValues()
{
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("we?ird #%name.sqlite")).toStdString();
    const std::string text("quotes ' \" and \0 and Ωmega", 27), bytes("\0\xff\x01", 3);
    {
        StoreDatabase database(file);
        database.run("CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, n)");
        StoreDatabase::Statement insert = database.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)");
        insert.bind(1, std::numeric_limits<std::int64_t>::min()).bind(2, 0.1).bind(3, text).bind_bytes(4, bytes).bind_null(5).run();
        QCOMPARE(database.last_id(), std::int64_t(1));
        insert.bind(1, 7U).bind(3, std::string_view()).bind_bytes(4, {}).run(); // what is not bound anew stays
        QCOMPARE(database.last_id(), std::int64_t(2));
        database.run("UPDATE t SET n = NULL");
        QCOMPARE(database.changed(), std::int64_t(2));
    }
    QVERIFY(std::filesystem::exists(file));
    StoreDatabase database(file);
    StoreDatabase::Statement select = database.prepare("SELECT * FROM t");
    QVERIFY(select.step());
    QCOMPARE(select.integer(0), std::numeric_limits<std::int64_t>::min());
    QCOMPARE(select.number(1), 0.1);
    QCOMPARE(select.text(2), std::string_view(text));
    QCOMPARE(select.bytes(3), std::string_view(bytes));
    QVERIFY(select.null(4));
    QVERIFY(select.step());
    QCOMPARE(select.integer(0), std::int64_t(7));
    QCOMPARE(select.number(1), 0.1);
    QVERIFY(select.text(2).empty() && !select.null(2));
    QVERIFY(!select.step());
    QVERIFY(select.step()); // again from the front
}

void TestStoreDatabase::isSafe()
{
    QTemporaryDir folder;
    StoreDatabase database(folder.filePath(QStringLiteral("a")).toStdString());
    const auto setting = [&](const char *name) {
        StoreDatabase::Statement statement = database.prepare(std::string("PRAGMA ") + name);
        statement.step();
        return QByteArray(std::string(statement.text(0)).c_str());
    };
    QCOMPARE(setting("journal_mode"), QByteArray("wal"));
    QCOMPARE(setting("synchronous"), QByteArray("2")); // full
    QCOMPARE(setting("foreign_keys"), QByteArray("1"));
    QCOMPARE(setting("user_version"), QByteArray("1"));
    QVERIFY(setting("application_id") != "0");
}

void TestStoreDatabase::transactionsAreWhole()
{
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
    StoreDatabase database(file), other(file);
    database.run("CREATE TABLE t (i INTEGER PRIMARY KEY)");
    {
        StoreDatabase::Transaction transaction(database);
        database.run("INSERT INTO t VALUES (1)");
        QCOMPARE(count(database), std::int64_t(1));
        QCOMPARE(count(other), std::int64_t(0));
    }
    QCOMPARE(count(database), std::int64_t(0));
    {
        StoreDatabase::Transaction transaction(database);
        database.run("INSERT INTO t VALUES (1)");
        transaction.commit();
        QCOMPARE(count(other), std::int64_t(1));
    }
    QVERIFY(error_of([&] {
                StoreDatabase::Transaction transaction(database);
                database.run("INSERT INTO t VALUES (2)");
                database.run("INSERT INTO t VALUES (1)"); // there already
                transaction.commit();
            }).contains("The project's index is not as it should be (UNIQUE constraint failed: t.i)"));
    QCOMPARE(count(other), std::int64_t(1));
    StoreDatabase::Transaction again(database); // nothing is left open
}

void TestStoreDatabase::makesTablesOnce()
{
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
    StoreDatabase database(file), other(file);
    const char *const tables = "CREATE TABLE t (i INTEGER); CREATE TABLE u (i INTEGER); INSERT INTO t VALUES (1);";
    database.make_tables("t", tables);
    other.make_tables("t", tables);
    QCOMPARE(count(other), std::int64_t(1));
    QVERIFY(error_of([&] { database.make_tables("v", "CREATE TABLE v (i INTEGER); CREATE TABLE u (i INTEGER);"); }).contains("already exists"));
    QVERIFY(error_of([&] { other.prepare("SELECT * FROM v"); }).contains("no such table")); // all or none
}

void TestStoreDatabase::manyOpenItAtOnce()
{
    for (int round = 0; round < 10; ++round) {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
        std::vector<std::string> errors(8);
        {
            std::vector<std::jthread> threads;
            for (std::string &error : errors)
                threads.emplace_back([&file, &error] {
                    try {
                        StoreDatabase database(file);
                        database.make_tables("t", "CREATE TABLE t (i INTEGER)");
                        for (int i = 0; i < 5; ++i) {
                            StoreDatabase::Transaction transaction(database);
                            database.run("INSERT INTO t VALUES (1)");
                            transaction.commit();
                        }
                    } catch (const InputError &failure) {
                        error = failure.what();
                    }
                });
        }
        for (const std::string &error : errors)
            QCOMPARE(error, std::string());
        StoreDatabase database(file);
        QCOMPARE(count(database), std::int64_t(40));
    }
}

void TestStoreDatabase::refusesFiles_data()
{
    QTest::addColumn<std::function<void(const std::filesystem::path &)>>("make");
    QTest::addColumn<QByteArray>("sentence");
    using Make = std::function<void(const std::filesystem::path &)>;
    const auto row = [](const char *name, Make make, const char *sentence) { QTest::newRow(name) << make << QByteArray(sentence); };
    const auto text = [](const QByteArray &content) {
        return [content](const std::filesystem::path &path) {
            QFile file(QString::fromStdString(path.string()));
            file.open(QIODevice::WriteOnly);
            file.write(content);
        };
    };
    row("nonsense", text(QByteArray(10000, 'x')), "This is no index of a project. Move the file away; its runs are found again by their folders.");
    row("short nonsense", text("xyz"), "This is no index of a project");
    row("cut", text(QByteArray("SQLite format 3\0", 16)), "This is no index of a project");
    row("another program's", [](const auto &file) { make_plain(file, "CREATE TABLE t (i)"); },
        "This is another program's database. Choose another folder for the project.");
    row("another program's with a number", [](const auto &file) { make_plain(file, "PRAGMA application_id = 7"); }, "This is another program's database");
    row("newer", [](const auto &file) {
        StoreDatabase(file).run("PRAGMA user_version = 2");
    }, "The project was written by a newer version of Fairloom. Open it with that version.");
    row("a folder", [](const auto &file) { std::filesystem::create_directory(file); }, "The project's index cannot be written (");
    row("in no folder", [](const auto &file) { std::filesystem::remove(file.parent_path()); }, "The project's index cannot be written (");
}

void TestStoreDatabase::refusesFiles()
{
    QFETCH(std::function<void(const std::filesystem::path &)>, make);
    QFETCH(QByteArray, sentence);
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
    make(file);
    const QByteArray error = error_of([&] { StoreDatabase database(file); });
    QVERIFY2(error.startsWith(file.string().c_str() + (": " + sentence)), error);
}

void TestStoreDatabase::fullDisk()
{
    QTemporaryDir folder;
    StoreDatabase database(folder.filePath(QStringLiteral("a")).toStdString());
    database.run("CREATE TABLE t (b BLOB); PRAGMA max_page_count = 20");
    const QByteArray error = error_of([&] {
        StoreDatabase::Transaction transaction(database);
        database.prepare("INSERT INTO t VALUES (?1)").bind_bytes(1, std::string(1000, 'x')).run();
        database.prepare("INSERT INTO t VALUES (?1)").bind_bytes(1, std::string(1'000'000, 'x')).run();
        transaction.commit();
    });
    QVERIFY2(error.endsWith("The disk is full. Make room and try again."), error);
    QCOMPARE(count(database), std::int64_t(0));
    QVERIFY(error_of([&] { database.prepare("SELECT ?1").bind_bytes(1, std::string(64'000'001, 'x')); }).contains("more than 64 MB"));
}

void TestStoreDatabase::lockedByAnother()
{
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
    StoreDatabase database(file), other(file);
    database.run("CREATE TABLE t (i)");
    auto transaction = std::make_unique<StoreDatabase::Transaction>(other);
    QElapsedTimer timer;
    timer.start();
    std::thread writer([&] {
        QTest::qSleep(300);
        transaction.reset();
    });
    database.run("INSERT INTO t VALUES (1)"); // waits
    writer.join();
    QVERIFY(timer.elapsed() >= 250);
    StoreDatabase::Transaction forgotten(other);
    QCOMPARE(count(database), std::int64_t(1)); // reading goes on
    const QByteArray error = error_of([&] { database.run("INSERT INTO t VALUES (2)"); });
    QVERIFY2(error.contains("Another program has kept the project's index locked. Wait until it has finished, or close it."), error);
}

void TestStoreDatabase::damagedInTheMidst()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    {
        StoreDatabase database(path.toStdString());
        database.run("CREATE TABLE t (s TEXT)");
        for (int i = 0; i < 200; ++i)
            database.prepare("INSERT INTO t VALUES (?1)").bind(1, std::string(1000, 'x')).run();
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.size() > 100000);
    QVERIFY(file.seek(4096));
    file.write(QByteArray(int(file.size()) - 4096, '\x5a'));
    file.close();
    const QByteArray error = error_of([&] {
        StoreDatabase database(path.toStdString());
        StoreDatabase::Statement statement = database.prepare("SELECT s FROM t");
        while (statement.step()) {
        }
    });
    QVERIFY2(error.endsWith("The project's index is damaged. Move the file away; its runs are found again by their folders."), error);
}

QTEST_GUILESS_MAIN(TestStoreDatabase)
#include "test_store_database.moc"
