#include "cli/cli_process.h"
#include "core/study/queue/queue_state.h"
#include "core/study/store/run_store.h"
#include "window_process.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <set>

using namespace fairloom;

/// kill -9 of the queue, as the command line or the window runs it, and of its workers at random moments of a study. What is finished stays as it is,
/// byte for byte; nothing is there twice; nothing half-written is taken for a run; and the study comes to its end, with the figures of one that
/// nobody disturbed. Eight kills; with FAIRLOOM_SLOW_TESTS (./dev test --slow) fifty.
class TestStudyCrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survives();

private:
    using Files = QMap<QString, QByteArray>; ///< run.json of finished runs, by folder

    QString write_study(int seeds) const;
    void start(QProcess &queue, const QString &study, const QString &out, bool window) const;
    static bool has_more_to_do(const QString &out);
    static QList<qint64> children_of(qint64 parent);
    static Files finished(const QString &out);
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList figures(const QString &out);
    void check(const QString &out, Files &known, int trials) const;

    QTemporaryDir dir_;
};

QString TestStudyCrash::write_study(int seeds) const
{
    QByteArray list;
    for (int seed = 1; seed <= seeds; ++seed)
        list += (seed == 1 ? "" : ", ") + QByteArray::number(seed);
    QFile file(dir_.filePath(QStringLiteral("study.json")));
    file.open(QIODevice::WriteOnly);
    file.write(R"({"name": "crashes", "data": {"hiring": {"data": "sample:hiring"}},
        "settings": {"evaluation": "student", "teacher_epochs": 2, "student_epochs": 2, "train_rows": 4000, "quality_rows": 500},
        "grid": {"loss": ["l1", "mse"]}, "seeds": [)" +
               list + "]}");
    return file.fileName();
}

/// window: it goes on with the study, which must be in the project's queue.
void TestStudyCrash::start(QProcess &queue, const QString &study, const QString &out, bool window) const
{
    queue.setProcessChannelMode(QProcess::MergedChannels);
    queue.setStandardOutputFile(dir_.filePath(QStringLiteral("queue.txt")));
    if (window) {
        queue.setProcessEnvironment(window_environment(dir_.path()));
        queue.start(window_program(), {QStringLiteral("--go-on"), out});
    } else {
        queue.start(cli_program(), {"sweep", study, "--resume", "--workers", "2", "--out", out});
    }
    queue.waitForStarted();
}

/// Something that waits or runs, so that the window does something.
bool TestStudyCrash::has_more_to_do(const QString &out)
{
    const std::filesystem::path project = out.toStdString();
    if (!std::filesystem::exists(project / "index.sqlite"))
        return false;
    const std::vector<StoredTrial> trials = QueueState(project).trials();
    return std::any_of(trials.begin(), trials.end(), [](const StoredTrial &trial) {
        return trial.shown.state == TrialState::waiting || trial.shown.state == TrialState::running;
    });
}

QList<qint64> TestStudyCrash::children_of(qint64 parent)
{
    QList<qint64> out;
    for (const QString &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QByteArray stat = content(QStringLiteral("/proc/") + process + QStringLiteral("/stat"));
        const QList<QByteArray> words = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // state, parent, ...
        if (words.size() > 1 && words[1].toLongLong() == parent && words[0] != "Z")
            out << process.toLongLong();
    }
    return out;
}

TestStudyCrash::Files TestStudyCrash::finished(const QString &out)
{
    Files found;
    QDirIterator runs(out + QStringLiteral("/runs"), QDir::Dirs | QDir::NoDotAndDotDot);
    while (runs.hasNext()) {
        const QString folder = runs.next();
        const QByteArray text = content(folder + QStringLiteral("/run.json"));
        const auto json = nlohmann::json::parse(text.toStdString(), nullptr, false);
        if (json.is_object() && json.value("state", "") == "done")
            found[folder] = text;
    }
    return found;
}

/// Lines of results.csv as far as they do not tell times.
QStringList TestStudyCrash::figures(const QString &out)
{
    QStringList lines = QString::fromUtf8(content(out + QStringLiteral("/results.csv"))).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const qsizetype times = lines.value(0).split(QLatin1Char(',')).indexOf(QStringLiteral("teacher_s"));
    for (QString &line : lines)
        line = line.section(QLatin1Char(','), 0, static_cast<int>(times) - 1);
    return lines;
}

/// While nobody is at work on the study.
void TestStudyCrash::check(const QString &out, Files &known, int trials) const
{
    // what was finished before is there and is the same
    const Files now = finished(out);
    for (auto file = known.cbegin(); file != known.cend(); ++file)
        QVERIFY2(now.value(file.key()) == file.value(), qPrintable(file.key()));
    known = now;

    const std::filesystem::path project = out.toStdString();
    if (!std::filesystem::exists(project / "index.sqlite"))
        return; // killed before it had begun
    // every trial once; those that are done have a whole run
    QueueState state(project);
    const std::vector<StoredTrial> stored = state.trials();
    QVERIFY(stored.empty() || static_cast<int>(stored.size()) == trials);
    std::set<std::string> identities;
    for (const StoredTrial &trial : stored) {
        QVERIFY2(identities.insert(trial.trial().name()).second, trial.shown.name.c_str());
        if (trial.shown.state == TrialState::done)
            QVERIFY2(now.contains(out + QStringLiteral("/runs/") + QString::fromStdString(trial.shown.name)), trial.shown.name.c_str());
    }
    // every run once, and none that is not finished is shown as if it were
    const RunStore store(project);
    std::set<std::string> folders;
    for (const RunRecord &record : store.records()) {
        QVERIFY2(folders.insert(record.folder).second, record.folder.c_str());
        QCOMPARE(record.state, std::string("done"));
        QVERIFY2(now.contains(out + QLatin1Char('/') + QString::fromStdString(record.folder)), record.folder.c_str());
    }
}

void TestStudyCrash::survives()
{
    const bool slow = std::getenv("FAIRLOOM_SLOW_TESTS") != nullptr;
    const int kills = slow ? 50 : 8, seeds = slow ? 12 : 3, trials = 2 * seeds;
    const QString study = write_study(seeds), calm = dir_.filePath(QStringLiteral("calm"));
    QRandomGenerator random(20240817); // moments are random all the same: processes are never equally fast

    int killed = 0, killed_queues = 0, killed_windows = 0, killed_workers = 0, rounds = 0;
    bool window = false;
    QStringList first_figures;
    while (killed < kills) {
        const QString out = dir_.filePath(QStringLiteral("round-%1").arg(++rounds));
        Files known;
        bool over = false;
        while (!over && killed < kills) {
            QProcess queue;
            window = !window && has_more_to_do(out); // every second time
            start(queue, study, out, window);
            while (killed < kills && queue.state() == QProcess::Running) {
                if (queue.waitForFinished(static_cast<int>(random.bounded(200, slow ? 4000 : 2500))))
                    break;
                const QList<qint64> workers = children_of(queue.processId());
                ++killed;
                if (!workers.isEmpty() && random.bounded(2) == 0) {
                    ++killed_workers;
                    ::kill(static_cast<pid_t>(workers[static_cast<qsizetype>(random.bounded(static_cast<quint32>(workers.size())))]), SIGKILL);
                    continue;
                }
                ++(window ? killed_windows : killed_queues);
                queue.kill();
                QVERIFY(queue.waitForFinished(20000));
                for (const qint64 worker : workers) // they do not outlive it
                    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(QStringLiteral("/proc/%1/cmdline").arg(worker)) ||
                                                 content(QStringLiteral("/proc/%1/cmdline").arg(worker)).isEmpty(),
                                             5000);
                check(out, known, trials);
                if (QTest::currentTestFailed())
                    return;
            }
            over = queue.state() == QProcess::NotRunning && queue.exitStatus() == QProcess::NormalExit && queue.exitCode() == 0;
            if (queue.state() == QProcess::Running && window) { // all kills are spent, but it stays open for good
                QTRY_VERIFY_WITH_TIMEOUT(!has_more_to_do(out), 300000);
                queue.terminate();
                QVERIFY(queue.waitForFinished(20000));
            } else if (queue.state() == QProcess::Running) { // it goes on to its end
                QVERIFY(queue.waitForFinished(300000));
            }
        }
        // What was killed twice in a row was marked; asked for again, everything comes to its end.
        const CliResult last = call_cli({"sweep", study, "--resume", "--workers", "2", "--out", out});
        QVERIFY2(last.status == 0, last.err.constData());
        QVERIFY2(last.out.startsWith(QByteArray::number(trials) + " runs finished, 0 failed, 0 left"), last.out.constData());
        check(out, known, trials);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(known.size(), trials);
        QCOMPARE(RunStore(out.toStdString()).records().size(), std::size_t(trials));
        if (rounds == 1)
            first_figures = figures(out);
        QCOMPARE(figures(out), first_figures);
    }
    qInfo("%d kills: %d of the queue, %d of the window, %d of a worker, in %d studies", killed, killed_queues, killed_windows, killed_workers, rounds);
    QVERIFY(killed_queues > 0 && killed_windows > 0 && killed_workers > 0);

    QCOMPARE(call_cli({"sweep", study, "--workers", "2", "--out", calm}).status, 0);
    QCOMPARE(first_figures, figures(calm));
}

QTEST_GUILESS_MAIN(TestStudyCrash)
#include "test_study_crash.moc"
