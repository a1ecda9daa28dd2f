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

/// A study through the command line: processes, tables, resuming, failures, interruption and data that are given with it.
class TestCliSweep : public QObject {
    Q_OBJECT
private slots:
    void runsAStudy();
    void aFailureStopsNothing();
    void interruptKeepsWhatIsFinished();
    void takesOpenData();
    void namesWhatIsMissing_data();
    void namesWhatIsMissing();
    void readyStudies_data();
    void readyStudies();
    void refusesAFolderInUse();

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
    static nlohmann::json run_json(const QString &folder)
    {
        QFile file(folder + QStringLiteral("/run.json"));
        return file.open(QIODevice::ReadOnly) ? nlohmann::json::parse(file.readAll().toStdString()) : nlohmann::json();
    }

    QTemporaryDir dir_;
};

void TestCliSweep::runsAStudy()
{
    const QString study = write(QStringLiteral("study.json"), R"({
        "data": {"hiring": {"data": "sample:hiring"}},
        "settings": {"evaluation": "student", "teacher_epochs": 1, "student_epochs": 1, "train_rows": 3000, "quality_rows": 500},
        "grid": {"loss": ["l1", "mse"]}, "seeds": [1, 2]})");
    const QString out = dir_.filePath(QStringLiteral("out"));
    const CliResult first = call_cli({"sweep", study, "--out", out});
    QVERIFY2(first.status == 0, first.err.constData());
    QVERIFY(first.out.startsWith("4 runs finished, 0 failed, 0 left"));
    QVERIFY2(first.err.contains("hiring.loss=mse.seed-2: done in"), first.err.constData()); // a line a run
    QVERIFY2(first.err.contains("4 of 4 runs"), first.err.constData());
    const QStringList results = lines(out + QStringLiteral("/results.csv")), summary = lines(out + QStringLiteral("/summary.csv"));
    QCOMPARE(results.size(), 5);
    QVERIFY(results[0].startsWith(QStringLiteral("data,variant,seed,source,tstr_accuracy")));
    QVERIFY(results[1].startsWith(QStringLiteral("hiring,\"loss=l1\",1,student,0.")));
    QCOMPARE(summary.size(), 3);
    QVERIFY(summary[1].startsWith(QStringLiteral("hiring,\"loss=l1\",student,2,0.")));
    const QString run = out + QStringLiteral("/runs/hiring.loss=mse.seed-2");
    for (const char *kept : {"run.json", "config.json", "curves.bin", "log.txt"})
        QVERIFY2(QFile::exists(run + QLatin1Char('/') + QLatin1String(kept)), kept);
    for (const char *dropped : {"synthetic.csv", "teacher.safetensors", "losses.csv"}) // personal data, and large
        QVERIFY2(!QFile::exists(run + QLatin1Char('/') + QLatin1String(dropped)), dropped);
    QVERIFY(!QFile::exists(out + QStringLiteral("/teachers")));
    QVERIFY(QFile::exists(out + QStringLiteral("/index.sqlite"))); // the window opens the folder as a project

    // its settings against one another
    const CliResult compared = call_cli({"compare", out, "--reference", "loss=mse"});
    QVERIFY2(compared.status == 0, compared.err.constData());
    QVERIFY2(compared.out.contains("| MSE-KL (reference) | 2 | "), compared.out.constData());
    QVERIFY2(compared.out.contains("| L1-KL | 2 | "), compared.out.constData());
    const QString table = dir_.filePath(QStringLiteral("table.csv"));
    QCOMPARE(call_cli({"compare", out, "--format", "csv", "--out", table}).status, 0);
    QCOMPARE(lines(table).size(), 3);
    const CliResult unknown = call_cli({"compare", out, "--reference", "loss=l2"});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.err.contains("“loss=l2”") && unknown.err.contains("“L1-KL”"), unknown.err.constData());
    const CliResult none = call_cli({"compare", dir_.path()});
    QCOMPARE(none.status, 2);
    QVERIFY2(none.err.contains("index.sqlite"), none.err.constData());

    // a folder with a study is not overwritten by accident; --resume makes only what is missing
    QCOMPARE(call_cli({"sweep", study, "--out", out}).status, 2);
    const QDateTime before = QFileInfo(run + QStringLiteral("/run.json")).lastModified();
    QVERIFY(QDir(out + QStringLiteral("/runs/hiring.loss=l1.seed-1")).removeRecursively());
    QCOMPARE(call_cli({"sweep", study, "--resume", "--out", out}).status, 0);
    QCOMPARE(QFileInfo(run + QStringLiteral("/run.json")).lastModified(), before);
    const QStringList again = lines(out + QStringLiteral("/results.csv"));
    QCOMPARE(again.size(), results.size());
    const int figures = static_cast<int>(results[0].split(QLatin1Char(',')).indexOf(QStringLiteral("teacher_s"))) - 1;
    for (qsizetype line = 0; line < results.size(); ++line) // the same seeds, the same figures; what follows are times
        QCOMPARE(again[line].section(QLatin1Char(','), 0, figures), results[line].section(QLatin1Char(','), 0, figures));

    // --force makes all of it anew
    QCOMPARE(call_cli({"sweep", study, "--force", "--out", out}).status, 0);
    QVERIFY(QFileInfo(run + QStringLiteral("/run.json")).lastModified() > before);
}

void TestCliSweep::aFailureStopsNothing()
{
    const QString study = write(QStringLiteral("failing.json"), R"({
        "data": {"missing": {"data": "no-such-file.csv"}, "hiring": {"data": "sample:hiring"}},
        "settings": {"evaluation": "student", "teacher_epochs": 1, "student_epochs": 1, "train_rows": 3000, "quality_rows": 500}})");
    const QString out = dir_.filePath(QStringLiteral("failing"));
    const CliResult result = call_cli({"sweep", study, "--out", out});
    QCOMPARE(result.status, 3);
    QVERIFY2(result.out.startsWith("1 runs finished, 1 failed, 0 left"), result.out.constData());
    QVERIFY2(result.err.contains("missing.default.seed-1: ") && result.err.contains("no-such-file.csv"), result.err.constData()); // says why
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
    QCOMPARE(run_json(out + QStringLiteral("/runs/hiring.long.seed-1"))["state"].get<std::string>(), std::string("stopped"));
    QVERIFY2(process.readAllStandardOutput().startsWith("1 runs finished, 0 failed, 1 left"), "");
}

void TestCliSweep::takesOpenData()
{
    const QString study = write(QStringLiteral("open.json"), R"({
        "title": "Each attribute", "description": "For any data.",
        "settings": {"evaluation": "student", "teacher_epochs": 1, "student_epochs": 1, "train_rows": 3000, "quality_rows": 500},
        "grid": {"sensitive": "subsets"}})");
    const QString out = dir_.filePath(QStringLiteral("open"));
    const CliResult result = call_cli({"sweep", study, "--data", "sample:hiring", "--sensitive", "gender,referral", "--out", out});
    QVERIFY2(result.status == 0, result.err.constData());
    const QString both = out + QStringLiteral("/runs/hiring.sensitive=gender+referral.seed-1");
    QCOMPARE(run_json(both)["config"]["sensitive"].dump(), std::string(R"(["gender","referral"])"));
    QCOMPARE(run_json(out + QStringLiteral("/runs/hiring.sensitive=gender.seed-1"))["config"]["sensitive"].dump(), std::string(R"(["gender"])"));
    QCOMPARE(lines(out + QStringLiteral("/results.csv")).size(), 4);

    // data given with it take the place of the study's own
    const QString own = write(QStringLiteral("own.json"), R"({"data": {"nowhere": {"data": "$FAIRLOOM_DATA_DIR/nothing.csv"}},
        "settings": {"evaluation": "student", "teacher_epochs": 1, "student_epochs": 1, "train_rows": 3000, "quality_rows": 500}})");
    QCOMPARE(call_cli({"sweep", own, "--data", "sample:hiring", "--out", dir_.filePath(QStringLiteral("own"))}).status, 0);
}

void TestCliSweep::namesWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("study");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("says");
    const QByteArray open = R"({"settings": {"teacher_epochs": 1}})", folder = R"({"data": {"a": {"data": "$FAIRLOOM_DATA_DIR/people.csv"}}})";
    QTest::newRow("no data") << open << QStringList() << QStringList{QStringLiteral("--data")};
    QTest::newRow("options without data") << open << QStringList{QStringLiteral("--target"), QStringLiteral("x")} << QStringList{QStringLiteral("--data")};
    QTest::newRow("data that are not there") << open << QStringList{QStringLiteral("--data"), QStringLiteral("nothing.csv")} << QStringList{QStringLiteral("nothing.csv")};
    QTest::newRow("folder of the data sets") << folder << QStringList() << QStringList{QStringLiteral("--data-dir"), QStringLiteral("FAIRLOOM_DATA_DIR")};
}

void TestCliSweep::namesWhatIsMissing()
{
    QFETCH(QByteArray, study);
    QFETCH(QStringList, options);
    QFETCH(QStringList, says);
    const QByteArray folder = qgetenv("FAIRLOOM_DATA_DIR");
    qunsetenv("FAIRLOOM_DATA_DIR");
    const QString out = dir_.filePath(QStringLiteral("refused"));
    const CliResult result = call_cli(QStringList{QStringLiteral("sweep"), write(QStringLiteral("missing.json"), study), QStringLiteral("--out"), out} + options);
    if (!folder.isNull())
        qputenv("FAIRLOOM_DATA_DIR", folder);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.err.count('\n'), 1);
    for (const QString &part : says)
        QVERIFY2(result.err.contains(part.toUtf8()), result.err.constData());
    QVERIFY(!QFile::exists(out)); // nothing is touched
}

void TestCliSweep::readyStudies_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(FAIRLOOM_SOURCE_DIR "/resources/studies"));
    QTest::newRow("none of that name") << "no-such-study";
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}))
        if (!file.startsWith(QStringLiteral("tuning-")) && !file.startsWith(QStringLiteral("presets-")))
            QTest::newRow(qPrintable(file)) << file.section(QLatin1Char('.'), 0, 0);
}

/// A ready study is found by its name alone; here as far as a folder that is in use, which comes after reading it.
void TestCliSweep::readyStudies()
{
    QFETCH(QString, name);
    const QString out = dir_.filePath(QStringLiteral("ready"));
    QVERIFY(QDir().mkpath(out + QStringLiteral("/runs/something")));
    const CliResult result = call_cli({"sweep", name, "--data", "sample:hiring", "--sensitive", "gender,referral", "--data-dir", "/nowhere", "--out", out});
    QCOMPARE(result.status, 2);
    if (name == QStringLiteral("no-such-study"))
        QVERIFY2(result.err.contains("no ready study of that name"), result.err.constData());
    else
        QVERIFY2(result.err.contains("already holds a study"), result.err.constData());
}

void TestCliSweep::refusesAFolderInUse()
{
    const QString study = write(QStringLiteral("busy.json"), R"({"data": {"hiring": {"data": "sample:hiring"}},
        "settings": {"evaluation": "student", "teacher_epochs": 2000}})");
    const QString out = dir_.filePath(QStringLiteral("busy"));
    QProcess process;
    process.start(cli_program(), {"sweep", study, "--out", out});
    const QString run = out + QStringLiteral("/runs/hiring.default.seed-1");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(run + QStringLiteral("/.lock")), 60000);
    for (const char *how : {"--resume", "--force"}) {
        const CliResult second = call_cli({"sweep", study, "--out", out, QString::fromLatin1(how)});
        QCOMPARE(second.status, 2);
        QVERIFY2(second.err.contains("Another process"), second.err.constData());
    }
    // nor can the run be replaced under the process that makes it
    const CliResult alone = call_cli({"run", "--data", "sample:hiring", "--force", "--out", run});
    QCOMPARE(alone.status, 2);
    QVERIFY2(alone.err.contains("Another process"), alone.err.constData());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 130);
}

QTEST_GUILESS_MAIN(TestCliSweep)
#include "test_cli_sweep.moc"
