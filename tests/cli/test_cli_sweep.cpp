#include "cli/cli_process.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// A study through the command line: processes, tables, resuming, failures and interruption.
class TestCliSweep : public QObject {
    Q_OBJECT
private slots:
    void runsAStudy();
    void aFailureStopsNothing();
    void interruptKeepsWhatIsFinished();

private:
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(dir_.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(text);
        return file.fileName();
    }
    static QStringList lines(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char('\n')) : QStringList();
    }

    QTemporaryDir dir_;
};

void TestCliSweep::runsAStudy()
{
    const QString study = write(QStringLiteral("study.json"), R"({
        "data": {"hiring": {"data": "sample:hiring"}},
        "settings": {"evaluation": "student", "teacher_epochs": 1, "student_epochs": 1},
        "grid": {"loss": ["l1", "mse"]}, "seeds": [1, 2]})");
    const QString out = dir_.filePath(QStringLiteral("out"));
    const CliResult first = call_cli({"sweep", study, "--out", out});
    QCOMPARE(first.status, 0);
    QVERIFY(first.out.startsWith("4 runs finished, 0 failed, 0 left"));
    const QStringList results = lines(out + QStringLiteral("/results.csv")), summary = lines(out + QStringLiteral("/summary.csv"));
    QCOMPARE(results.size(), 5);
    QVERIFY(results[0].startsWith(QStringLiteral("data,variant,seed,source,tstr_accuracy")));
    QVERIFY(results[1].startsWith(QStringLiteral("hiring,\"loss=l1\",1,student,0.")));
    QCOMPARE(summary.size(), 3);
    QVERIFY(summary[1].startsWith(QStringLiteral("hiring,\"loss=l1\",student,2,0.")));
    const QString run = out + QStringLiteral("/runs/hiring.loss=mse.seed-2");
    QVERIFY(QFile::exists(run + QStringLiteral("/run.json")));
    QVERIFY(!QFile::exists(run + QStringLiteral("/synthetic.csv"))); // personal data, and large

    // a folder with a study is not overwritten by accident; --resume makes only what is missing
    QCOMPARE(call_cli({"sweep", study, "--out", out}).status, 2);
    const QDateTime before = QFileInfo(run + QStringLiteral("/run.json")).lastModified();
    QVERIFY(QDir(out + QStringLiteral("/runs/hiring.loss=l1.seed-1")).removeRecursively());
    QCOMPARE(call_cli({"sweep", study, "--resume", "--out", out}).status, 0);
    QCOMPARE(QFileInfo(run + QStringLiteral("/run.json")).lastModified(), before);
    const QStringList again = lines(out + QStringLiteral("/results.csv"));
    for (qsizetype line = 0; line < results.size(); ++line) // the same seeds, the same figures; the last three are times
        QCOMPARE(again[line].section(QLatin1Char(','), 0, -4), results[line].section(QLatin1Char(','), 0, -4));
}

void TestCliSweep::aFailureStopsNothing()
{
    const QString study = write(QStringLiteral("failing.json"), R"({
        "data": {"missing": {"data": "no-such-file.csv"}, "hiring": {"data": "sample:hiring"}},
        "settings": {"evaluation": "student", "teacher_epochs": 1, "student_epochs": 1}})");
    const QString out = dir_.filePath(QStringLiteral("failing"));
    const CliResult result = call_cli({"sweep", study, "--out", out});
    QCOMPARE(result.status, 3);
    QVERIFY2(result.out.startsWith("1 runs finished, 1 failed, 0 left"), result.out.constData());
    QVERIFY(lines(out + QStringLiteral("/runs/missing.default.seed-1/log.txt")).join(QLatin1Char(' ')).contains(QStringLiteral("no-such-file.csv")));
    QCOMPARE(lines(out + QStringLiteral("/results.csv")).size(), 2);
}

void TestCliSweep::interruptKeepsWhatIsFinished()
{
    const QString study = write(QStringLiteral("long.json"), R"({
        "data": {"hiring": {"data": "sample:hiring"}},
        "settings": {"evaluation": "student", "student_epochs": 1},
        "variants": {"short": {"teacher_epochs": 1}, "long": {"teacher_epochs": 2000}}})");
    const QString out = dir_.filePath(QStringLiteral("long"));
    QProcess process;
    process.start(cli_program(), {"sweep", study, "--workers", "1", "--out", out});
    QTRY_VERIFY_WITH_TIMEOUT(lines(out + QStringLiteral("/results.csv")).size() == 2, 60000);
    // before it trains there is nothing to save
    QTRY_VERIFY_WITH_TIMEOUT(lines(out + QStringLiteral("/runs/hiring.long.seed-1/log.txt"))
                                 .join(QLatin1Char(' '))
                                 .contains(QStringLiteral("training the teacher")),
                             60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(lines(out + QStringLiteral("/results.csv")).size(), 2);
    // Stop reached the process, which saved what it had
    QFile file(out + QStringLiteral("/runs/hiring.long.seed-1/run.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(nlohmann::json::parse(file.readAll().toStdString())["state"].get<std::string>(), std::string("stopped"));
}

QTEST_GUILESS_MAIN(TestCliSweep)
#include "test_cli_sweep.moc"
