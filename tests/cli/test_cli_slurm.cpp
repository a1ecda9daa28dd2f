#include "cli/cli_process.h"
#include "cli/one_machine_slurm.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// A study as a job array of Slurm, on a Slurm of one machine that the test sets up itself.
class TestCliSlurm : public QObject {
    Q_OBJECT
private slots:
    void saysThatSlurmIsNotThere();
    void initTestCase();
    void runsAStudyAsAnArray();
    void collectsAfterItWasKilled();
    void interruptCancels();
    void passesOnARefusal();

private:
    CliResult call(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(slurm_.environment());
        process.start(cli_program(), arguments);
        CliResult out;
        if (!process.waitForFinished(240000)) {
            process.kill();
            process.waitForFinished();
            return out;
        }
        out.status = process.exitCode();
        out.out = process.readAllStandardOutput();
        out.err = process.readAllStandardError();
        return out;
    }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(dir_.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(text);
        return file.fileName();
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList arrays(const QString &out) const { return QDir(out + QStringLiteral("/slurm")).entryList({QStringLiteral("trials-*.txt")}); }
    bool nothingQueued() const { return slurm_.call("squeue", {"--noheader"}).isEmpty(); }

    OneMachineSlurm slurm_;
    QString missing_; ///< why there is no Slurm
    QTemporaryDir dir_;
};

#define NEEDS_SLURM                                                                                                                                            \
    if (!missing_.isEmpty())                                                                                                                                   \
    QSKIP(qPrintable(missing_))

void TestCliSlurm::initTestCase() { missing_ = slurm_.start(); }

void TestCliSlurm::saysThatSlurmIsNotThere()
{
    QProcess process;
    QProcessEnvironment without = QProcessEnvironment::systemEnvironment();
    without.insert(QStringLiteral("PATH"), QStringLiteral("/nowhere"));
    process.setProcessEnvironment(without);
    const QString study = write(QStringLiteral("small.json"), R"({"data": {"hiring": {"data": "sample:hiring"}}})");
    process.start(cli_program(), {"sweep", study, "--executor", "slurm", "--out", dir_.filePath(QStringLiteral("none"))});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 2);
    QVERIFY2(said.contains("sbatch") && said.contains("local"), said.constData());
    QCOMPARE(said.count('\n'), 1);
}

void TestCliSlurm::runsAStudyAsAnArray()
{
    NEEDS_SLURM;
    const QString study = write(QStringLiteral("array.json"), R"({
        "data": {"hiring": {"data": "sample:hiring"}, "missing": {"data": "no-such-file.csv"}},
        "settings": {"evaluation": "student", "teacher_epochs": 1, "student_epochs": 1}, "seeds": [1, 2]})");
    const QString out = dir_.filePath(QStringLiteral("it's an array")); // a name that a shell has to be told of
    const CliResult result = call({"sweep", study, "--executor", "slurm", "--out", out});
    QVERIFY2(result.status == 3, result.err.constData());
    QVERIFY2(result.out.startsWith("2 runs finished, 2 failed, 0 left"), result.out.constData());
    QVERIFY2(result.err.contains("no-such-file.csv"), result.err.constData());
    QCOMPARE(content(out + QStringLiteral("/results.csv")).count('\n'), 3);
    QCOMPARE(arrays(out).size(), 1); // bad input is not tried again
    QVERIFY(content(out + QStringLiteral("/runs/hiring.default.seed-1/log.txt")).contains("training the teacher"));
    QVERIFY(nothingQueued());

    const CliResult again = call({"sweep", study, "--executor", "slurm", "--resume", "--out", out});
    QCOMPARE(again.status, 3);
    const QStringList lists = arrays(out);
    QCOMPARE(lists.size(), 2);
    QCOMPARE(content(out + QStringLiteral("/slurm/") + lists[1]).count('\n'), 2); // only what is missing
}

void TestCliSlurm::collectsAfterItWasKilled()
{
    NEEDS_SLURM;
    const QString study = write(QStringLiteral("killed.json"), R"({
        "data": {"hiring": {"data": "sample:hiring"}},
        "settings": {"evaluation": "student", "teacher_epochs": 30, "student_epochs": 1}, "seeds": [1, 2, 3, 4]})");
    const QString out = dir_.filePath(QStringLiteral("killed"));
    QProcess queue;
    queue.setProcessEnvironment(slurm_.environment());
    queue.start(cli_program(), {"sweep", study, "--executor", "slurm", "--out", out});
    QVERIFY(OneMachineSlurm::wait([&] { return QFile::exists(out + QStringLiteral("/runs/hiring.default.seed-1/.lock")); }, 60));
    queue.kill();
    QVERIFY(queue.waitForFinished(10000));
    QVERIFY(!nothingQueued()); // the tasks go on without it
    const CliResult result = call({"sweep", study, "--executor", "slurm", "--resume", "--out", out});
    QVERIFY2(result.status == 0, result.err.constData());
    QVERIFY2(result.out.startsWith("4 runs finished, 0 failed, 0 left"), result.out.constData());
    QCOMPARE(arrays(out).size(), 1); // none was handed in twice
    QCOMPARE(content(out + QStringLiteral("/results.csv")).count('\n'), 5);
}

void TestCliSlurm::interruptCancels()
{
    NEEDS_SLURM;
    const QString study = write(QStringLiteral("long.json"), R"({
        "data": {"hiring": {"data": "sample:hiring"}}, "settings": {"evaluation": "student", "teacher_epochs": 2000}, "seeds": [1, 2, 3, 4, 5, 6]})");
    const QString out = dir_.filePath(QStringLiteral("long"));
    QProcess queue;
    queue.setProcessEnvironment(slurm_.environment());
    queue.start(cli_program(), {"sweep", study, "--executor", "slurm", "--out", out});
    QVERIFY(OneMachineSlurm::wait([&] { return content(out + QStringLiteral("/runs/hiring.default.seed-1/log.txt")).contains("training the teacher"); }, 60));
    ::kill(static_cast<pid_t>(queue.processId()), SIGINT);
    QVERIFY(queue.waitForFinished(60000));
    QCOMPARE(queue.exitCode(), 130);
    QVERIFY(nothingQueued());
    QVERIFY(queue.readAllStandardOutput().startsWith("0 runs finished, 0 failed, 6 left"));
}

void TestCliSlurm::passesOnARefusal()
{
    NEEDS_SLURM;
    const QString study = write(QStringLiteral("refused.json"), R"({"data": {"hiring": {"data": "sample:hiring"}}})");
    const CliResult result = call({"sweep", study, "--executor", "slurm", "--threads", "5000", "--out", dir_.filePath(QStringLiteral("refused"))});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("Slurm has not taken the study"), result.err.constData());
    QCOMPARE(result.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestCliSlurm)
#include "test_cli_slurm.moc"
