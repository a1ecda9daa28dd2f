#include "core/base/file_output.h"

#include "core/base/error.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace fairloom;

class TestFileOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAndReplaces();
    void namesOfAnyLength();
    void severalWriteOnePlace();
    void aKilledOneLeavesAWholeFile();
    void refuses_data();
    void refuses();
    void aFullDiskLeavesTheOldFile();

private:
    std::filesystem::path path(const QString &name) const { return folder_.filePath(name).toStdString(); }
    static QByteArray content(const std::filesystem::path &path)
    {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    QStringList entries(const QString &folder) const
    {
        return QDir(folder_.filePath(folder)).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    QTemporaryDir folder_;
};

namespace {

QByteArray error_of(const std::filesystem::path &file, std::string_view content)
{
    try {
        write_file(file, content);
    } catch (const InputError &error) {
        return error.what();
    }
    return "no error";
}

/// Forks a process that writes the file over and over, each time with many times the same letter.
pid_t start_writer(const std::filesystem::path &file)
{
    const pid_t child = fork();
    if (child == 0) {
        for (int round = 0;; ++round)
            write_file(file, std::string(100000 + 50000 * (round % 5), static_cast<char>('a' + round % 26)));
    }
    return child;
}

bool is_whole(const QByteArray &content)
{
    return content.size() >= 100000 && content.size() % 50000 == 0 && content.count(content.at(0)) == content.size();
}

} // namespace

void TestFileOutput::writesAndReplaces()
{
    QDir(folder_.path()).mkdir(QStringLiteral("a"));
    const auto file = path(QStringLiteral("a/file.txt"));
    write_file(file, "first");
    QCOMPARE(content(file), QByteArray("first"));
    write_file(file, std::string_view("\0second", 7));
    QCOMPARE(content(file), QByteArray("\0second", 7));
    write_file(file, "");
    QCOMPARE(content(file), QByteArray());
    QCOMPARE(entries(QStringLiteral("a")), QStringList{QStringLiteral("file.txt")});
    const QString before = QDir::currentPath();
    QDir::setCurrent(folder_.filePath(QStringLiteral("a")));
    write_file("relative", "here");
    QDir::setCurrent(before);
    QCOMPARE(content(path(QStringLiteral("a/relative"))), QByteArray("here"));
}

void TestFileOutput::namesOfAnyLength()
{
    const auto file = path(QString(255, QLatin1Char('n')));
    write_file(file, "long");
    QCOMPARE(content(file), QByteArray("long"));
    QVERIFY(error_of(path(QString(256, QLatin1Char('n'))), "x").contains("File name too long"));
}

void TestFileOutput::severalWriteOnePlace()
{
    QDir(folder_.path()).mkdir(QStringLiteral("b"));
    const auto file = path(QStringLiteral("b/file"));
    write_file(file, std::string(100000, 'x'));
    std::vector<pid_t> writers;
    for (int i = 0; i < 3; ++i)
        writers.push_back(start_writer(file));
    int looked = 0, broken = 0;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 1000; ++looked)
        broken += is_whole(content(file)) ? 0 : 1;
    int alive = 0;
    for (const pid_t writer : writers) {
        alive += waitpid(writer, nullptr, WNOHANG) == 0 ? 1 : 0;
        kill(writer, SIGKILL);
        waitpid(writer, nullptr, 0);
    }
    QCOMPARE(broken, 0);
    QCOMPARE(alive, 3);
    QVERIFY2(looked > 20, QByteArray::number(looked));
}

void TestFileOutput::aKilledOneLeavesAWholeFile()
{
    const auto file = path(QStringLiteral("killed"));
    write_file(file, std::string(100000, 'x'));
    for (int round = 0; round < 30; ++round) {
        const pid_t writer = start_writer(file);
        QTest::qSleep(round * 2);
        kill(writer, SIGKILL);
        waitpid(writer, nullptr, 0);
        QVERIFY(is_whole(content(file)));
    }
    write_file(file, "afterwards");
    QCOMPARE(content(file), QByteArray("afterwards"));
}

void TestFileOutput::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("no folder") << QStringLiteral("no/such/file") << QByteArray("The file cannot be written (No such file or directory)");
    QTest::newRow("in a file") << QStringLiteral("plain/file") << QByteArray("The file cannot be written (Not a directory)");
    QTest::newRow("a folder") << QStringLiteral("folder") << QByteArray("The file cannot be written (Is a directory)");
}

void TestFileOutput::refuses()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, sentence);
    write_file(path(QStringLiteral("plain")), "x");
    QDir(folder_.path()).mkdir(QStringLiteral("folder"));
    const QStringList before = entries(QStringLiteral("."));
    const QByteArray error = error_of(path(name), "content");
    QVERIFY2(error.startsWith(path(name).string().c_str() + (": " + sentence)), error);
    QCOMPARE(entries(QStringLiteral(".")), before); // nothing is left beside it
}

void TestFileOutput::aFullDiskLeavesTheOldFile()
{
    QDir(folder_.path()).mkdir(QStringLiteral("c"));
    const auto file = path(QStringLiteral("c/file"));
    write_file(file, "old");
    rlimit before{}, small{};
    getrlimit(RLIMIT_FSIZE, &before);
    small = before;
    small.rlim_cur = 10000;
    const auto ignored = signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    const QByteArray error = error_of(file, std::string(100000, 'n'));
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, ignored);
    QVERIFY2(error.contains("The file cannot be written (File too large). Choose another place, or make room and check the permissions."), error);
    QCOMPARE(content(file), QByteArray("old"));
    QCOMPARE(entries(QStringLiteral("c")), QStringList{QStringLiteral("file")});
}

QTEST_GUILESS_MAIN(TestFileOutput)
#include "test_file_output.moc"
