// A run that is killed (-9) at random moments and continued ends with the same rows, byte for byte, as one that was not. Three
// kills; with FAIRLOOM_SLOW_TESTS (./dev test --slow) ten.
#include "cli/cli_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

class TestRunCrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsTheSame();

private:
    QStringList run(const QString &name) const
    {
        return {"run", "--data", "sample:hiring", "--teacher-epochs", "40", "--student-epochs", "25", "--threads", "1", "--seed", "3", "--evaluation", "basic",
                "--controls", "--checkpoint-seconds", "0", "--out", dir_.filePath(name)};
    }
    QByteArray content(const QString &run, const QString &file) const
    {
        QFile in(dir_.filePath(run + u'/' + file));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    QTemporaryDir dir_;
};

void TestRunCrash::endsTheSame()
{
    QElapsedTimer time;
    time.start();
    QCOMPARE(call_cli(run("whole")).status, 0);
    const qint64 whole = time.elapsed();
    const QByteArray rows = content("whole", "synthetic.csv"), losses = content("whole", "losses.csv");
    QVERIFY(rows.size() > 100000);
    QVERIFY(!QFile::exists(dir_.filePath("whole/checkpoints"))); // of no use any more

    QRandomGenerator random(20261127);
    const int kills = qEnvironmentVariableIsSet("FAIRLOOM_SLOW_TESTS") ? 10 : 3;
    int in_training = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QString name = QStringLiteral("killed-%1").arg(kill);
        QProcess process;
        process.start(cli_program(), run(name));
        QVERIFY(process.waitForStarted());
        const bool ended = process.waitForFinished(int(random.bounded(whole)));
        process.kill();
        process.waitForFinished();
        if (!ended)
            in_training += QFile::exists(dir_.filePath(name + "/checkpoints"));
        QStringList again = run(name);
        again << "--resume";
        const CliResult result = call_cli(again);
        QVERIFY2(result.status == 0, result.err);
        QVERIFY2(content(name, "synthetic.csv") == rows, qPrintable(name));
        QVERIFY2(content(name, "losses.csv") == losses, qPrintable(name));
    }
    QVERIFY2(in_training > 0, "no kill fell into a training");
}

QTEST_GUILESS_MAIN(TestRunCrash)
#include "test_run_crash.moc"
