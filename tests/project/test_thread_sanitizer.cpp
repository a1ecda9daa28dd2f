// ./dev tsan is worth something only if a race in our threads would be seen with tests/tsan.supp in force.
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

class TestThreadSanitizer : public QObject {
    Q_OBJECT

    struct Outcome {
        bool started = false;
        int exitCode = -1;
        QString messages;
    };

    static Outcome runPlanted(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TSAN_OPTIONS"),
                           QStringLiteral("suppressions=" FAIRLOOM_SOURCE_DIR "/tests/tsan.supp exitcode=66"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        // Some kernels spread addresses more widely than the sanitizer can follow; setarch -R turns that off.
        QString program = QStringLiteral(FAIRLOOM_BINARY_DIR "/bin/planted_race");
        QStringList all = arguments;
        const QString setarch = QStandardPaths::findExecutable(QStringLiteral("setarch"));
        if (!setarch.isEmpty() && QProcess::execute(setarch, {QStringLiteral("-R"), QStringLiteral("true")}) == 0) {
            all = QStringList{QStringLiteral("-R"), program} + arguments;
            program = setarch;
        }
        process.start(program, all);
        Outcome outcome;
        outcome.started = process.waitForStarted() && process.waitForFinished(60'000);
        outcome.messages = QString::fromUtf8(process.readAll());
        outcome.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return outcome;
    }

private slots:
    void initTestCase()
    {
        const QString program = QStringLiteral(FAIRLOOM_BINARY_DIR "/bin/planted_race");
        if (!QFileInfo::exists(program))
            QSKIP("planted_race is not built together with the address sanitizer");
        if (runPlanted({QStringLiteral("none")}).messages.contains(QStringLiteral("unexpected memory mapping")))
            QSKIP("this kernel's address layout does not let the thread sanitizer start");
    }

    void planted_race_is_reported()
    {
        const Outcome outcome = runPlanted({});
        QVERIFY(outcome.started);
        QVERIFY2(outcome.messages.contains(QStringLiteral("ThreadSanitizer: data race")), qPrintable(outcome.messages));
        QVERIFY2(outcome.messages.contains(QStringLiteral("parallel_for")), qPrintable(outcome.messages));
        QCOMPARE(outcome.exitCode, 66);
    }

    void no_race_no_report()
    {
        const Outcome outcome = runPlanted({QStringLiteral("none")});
        QVERIFY(outcome.started);
        QCOMPARE(outcome.messages.trimmed(), QStringLiteral("200000"));
        QCOMPARE(outcome.exitCode, 0);
    }

    void nothing_of_ours_is_suppressed()
    {
        QFile file(QStringLiteral(FAIRLOOM_SOURCE_DIR "/tests/tsan.supp"));
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
        static const QRegularExpression library(QStringLiteral(R"(^(called_from_lib|race|mutex|deadlock):lib\S+$)"));
        int rules = 0;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).trimmed();
            if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
                continue;
            ++rules;
            QVERIFY2(library.match(line).hasMatch() && !line.contains(QStringLiteral("fairloom")), qPrintable(line));
        }
        QVERIFY(rules > 0);
    }
};

QTEST_GUILESS_MAIN(TestThreadSanitizer)
#include "test_thread_sanitizer.moc"
