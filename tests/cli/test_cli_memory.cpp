#include "cli/cli_process.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// What happens where there is too little memory: a run is refused before it begins, or fails with a sentence; it never takes what it may not.
class TestCliMemory : public QObject {
    Q_OBJECT
private slots:
    void refusesBeforeItBegins();
    void failsWithinItsLimit_data();
    void failsWithinItsLimit();
    void needsWhatItSays();
    void aStudyGoesOn();

private:
    QStringList run(const QString &out, const QStringList &options = {}) const
    {
        return QStringList{"run", "--data", "sample:hiring", "--evaluation", "student", "--teacher-epochs", "1", "--student-epochs", "1", "--out", dir_.filePath(out)} + options;
    }

    QTemporaryDir dir_;
};

void TestCliMemory::refusesBeforeItBegins()
{
    const CliResult limited = call_cli(run(QStringLiteral("refused"), {"--memory-limit", "50"}));
    QCOMPARE(limited.status, 2);
    QVERIFY2(limited.err.contains("is allowed 50 MB"), limited.err.constData());
    QCOMPARE(limited.err.count('\n'), 1);
    QVERIFY(!QFile::exists(dir_.filePath(QStringLiteral("refused"))));

    // more rows than any machine has room for
    const CliResult huge = call_cli(run(QStringLiteral("huge"), {"--rows", "10000000", "--noise-columns", "2000"}));
    QCOMPARE(huge.status, 2);
    QVERIFY2(huge.err.contains("The run needs about") && huge.err.contains("are free"), huge.err.constData());
    QVERIFY2(huge.err.contains("--ignore-memory"), huge.err.constData());
}

void TestCliMemory::failsWithinItsLimit_data()
{
    QTest::addColumn<QString>("megabytes");
    for (const char *megabytes : {"1", "5", "10", "20"})
        QTest::newRow(megabytes) << megabytes;
}

/// Wherever in its course the memory runs out.
void TestCliMemory::failsWithinItsLimit()
{
    QFETCH(QString, megabytes);
    const CliResult result = call_cli(run(QStringLiteral("limited"), {"--force", "--ignore-memory", "--memory-limit", megabytes}));
    QVERIFY2(result.status == 3, QByteArray::number(result.status) + ": " + result.err);
    const QList<QByteArray> lines = result.err.trimmed().split('\n'); // the stages that it came to, and one sentence
    QVERIFY2(lines.last().contains("more than the " + megabytes.toUtf8() + " MB of memory that it was allowed"), result.err.constData());
    QCOMPARE(result.err.count("fairloom-cli: "), 1);
}

/// The estimate against what the run really takes.
void TestCliMemory::needsWhatItSays()
{
    static const QRegularExpression number(QStringLiteral("needs about (\\d+) MB"));
    const CliResult refused = call_cli(run(QStringLiteral("said"), {"--memory-limit", "1"}));
    const auto found = number.match(QString::fromUtf8(refused.err));
    QVERIFY2(found.hasMatch(), refused.err.constData());
    const double said = found.captured(1).toDouble() * 1e6;
    const QString a_little_more = QString::number(found.captured(1).toInt() + 1); // what is said is rounded
    QCOMPARE(call_cli(run(QStringLiteral("done"), {"--memory-limit", a_little_more})).status, 0);
    QFile file(dir_.filePath(QStringLiteral("done/run.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const double peak = nlohmann::json::parse(file.readAll().toStdString())["cost"]["peak_memory_bytes"].get<double>();
    const QByteArray figures = QByteArray::number(said / 1e6) + " MB said, " + QByteArray::number(peak / 1e6) + " MB taken";
    QVERIFY2(said > peak && said < 2 * peak, figures.constData());
}

void TestCliMemory::aStudyGoesOn()
{
    QFile study(dir_.filePath(QStringLiteral("study.json")));
    QVERIFY(study.open(QIODevice::WriteOnly));
    study.write(R"({"data": {"hiring": {"data": "sample:hiring"}}, "settings": {"evaluation": "student", "teacher_epochs": 1, "student_epochs": 1},
        "variants": {"small": {}, "large": {"rows": 10000000, "noise_columns": 2000}, "other": {"loss": "mse"}}})");
    study.close();
    const CliResult result = call_cli({"sweep", study.fileName(), "--memory", "1000", "--out", dir_.filePath(QStringLiteral("study"))});
    QCOMPARE(result.status, 3);
    QVERIFY2(result.out.startsWith("2 runs finished, 1 failed, 0 left"), result.out.constData());
    QVERIFY2(result.err.contains("hiring.large.seed-1: The run needs about") && result.err.contains("is allowed 1.0 GB"), result.err.constData());
}

QTEST_GUILESS_MAIN(TestCliMemory)
#include "test_cli_memory.moc"
