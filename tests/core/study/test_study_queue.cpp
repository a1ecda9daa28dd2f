#include "core/study/queue/study_queue.h"

#include "core/base/error.h"
#include "core/base/file_lock.h"
#include "core/study/fake_worker.h"
#include "core/study/queue/queue_estimate.h"
#include "core/study/queue/queue_state.h"
#include "core/study/queue/teacher_key.h"
#include "core/study/store/run_store.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <fstream>
#include <thread>

using namespace fairloom;
namespace fs = std::filesystem;

namespace {

constexpr int soon = 20000; // milliseconds: longer than anything here takes

StudyTrial trial(const std::string &variant, const std::string &settings = "", std::uint64_t seed = 1)
{
    return {"hiring", variant, seed, R"({"data": "sample:hiring", "evaluation": "student", "seed": )" + std::to_string(seed) + settings + "}"};
}

Study study_of(const std::vector<std::string> &variants, const std::string &name = "letters")
{
    Study out;
    out.name = name;
    for (const std::string &variant : variants)
        out.trials.push_back(trial(variant));
    return out;
}

std::string named(const std::string &variant) { return "hiring." + variant + ".seed-1"; }

const QueuedTrial &of(const QueueSnapshot &snapshot, const std::string &variant)
{
    for (const QueuedTrial &one : snapshot.trials)
        if (one.name == named(variant))
            return one;
    throw std::out_of_range(variant);
}

QString text(const Message &message) { return QString::fromStdString(message.english()); }

/// A queue that runs on a thread of its own until it is done or this object goes.
class Running {
public:
    explicit Running(StudyQueue &queue) : thread_([this, &queue](const std::stop_token &stop) {
        queue.run(stop);
        done = true;
    })
    {
    }
    void stop()
    {
        thread_.request_stop();
        thread_.join();
    }

    std::atomic<bool> done = false;

private:
    std::jthread thread_;
};

} // namespace

/// The queue itself; what a trial does is played by a shell script.
class TestStudyQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsInOrderAndRemembers();
    void takesFinishedRunsIn();
    void retriesOnce_data();
    void retriesOnce();
    void pausesAndGoesOn();
    void cancels();
    void stopsAndGoesOnLater();
    void sharesTeachers();
    void trainsTheNextTeacherInTime();
    void keepsWithinMemory();
    void marksWhatNeverFits();
    void findsOutWhatFits();
    void onlyOneQueueRuns();
    void recovers_data();
    void recovers();
    void waitsForALockedFolder();
    void refusesAChangedStudy();
    void keepsStudiesApart();
    void leavesOthersRunsAlone();
    void seesOtherProcessesChanges();
    void dropsWhatIsLarge();
    void estimatesTheTimeLeft();
    void keysOfTeachers();
    void programIsMissing();

private:
    StudyQueue queue(int workers = 1, std::size_t memory = 0) const { return StudyQueue(project_, {worker_->program(), workers, 1, memory, "local"}); }
    void run(StudyQueue &queue) const { queue.run({}); }
    fs::path run_of(const std::string &variant) const { return project_ / "runs" / named(variant); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FakeWorker> worker_;
    fs::path project_;
};

void TestStudyQueue::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    worker_ = std::make_unique<FakeWorker>(folder_->filePath(QStringLiteral("worker")));
    project_ = folder_->filePath(QStringLiteral("project")).toStdString();
}

void TestStudyQueue::runsInOrderAndRemembers()
{
    {
        StudyQueue first = queue();
        first.add(study_of({"a", "b", "c", "d"}));
        first.move_to_front(named("c"));
        first.move(named("a"), 5); // as far as it goes
        first.move(named("d"), -1);
        QCOMPARE(first.snapshot().count(TrialState::waiting), std::size_t(4));
    }
    StudyQueue second = queue(); // another object, as after a restart
    run(second);
    const QStringList order = worker_->started();
    QCOMPARE(order, (QStringList{"hiring.c.seed-1", "hiring.d.seed-1", "hiring.b.seed-1", "hiring.a.seed-1"}));
    QCOMPARE(second.snapshot().count(TrialState::done), std::size_t(4));
    QCOMPARE(second.snapshot().fraction, 1.0);
    QCOMPARE(second.snapshot().seconds_left, 0.0);

    StudyQueue third = queue();
    const QueuedTrial a = of(third.snapshot(), "a");
    QCOMPARE(a.study, std::string("letters"));
    QCOMPARE(a.attempts, 1);
    QVERIFY(a.problem.empty());
    QVERIFY(a.seconds > 0);
    third.add(study_of({"a", "b", "c", "d"}));
    run(third);
    QCOMPARE(worker_->started().size(), 4); // nothing twice
    third.clear_ended();
    QVERIFY(third.snapshot().trials.empty());
    QVERIFY(fs::exists(run_of("a") / "run.json"));
}

void TestStudyQueue::takesFinishedRunsIn()
{
    StudyQueue all = queue(2);
    Study study = study_of({"a", "b"});
    study.trials.push_back(trial("a", "", 2));
    all.add(study);
    run(all);
    const RunStore store(project_);
    const std::vector<RunRecord> records = store.records();
    QCOMPARE(records.size(), std::size_t(3));
    for (const RunRecord &record : records) {
        QCOMPARE(record.study, std::string("letters"));
        QCOMPARE(record.state, std::string("done"));
        QVERIFY(record.variant == "a" || record.variant == "b");
    }
    QFile file(QString::fromStdString((project_ / "results.csv").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + 3 * 2); // two sources each
    QVERIFY(lines[1].startsWith(QStringLiteral("hiring,\"a\",1,real,")));
    QVERIFY(lines[1].endsWith(QStringLiteral(",\"letters\"")));
    QFile summary(QString::fromStdString((project_ / "summary.csv").string()));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    const QByteArray means = summary.readAll();
    QVERIFY2(means.contains("hiring,\"a\",student,2,0.83300,0.00000"), means.constData()); // two seeds, the same figures
    QVERIFY(means.contains("hiring,\"b\",student,1,0.83300,,"));                            // one has no deviation
}

void TestStudyQueue::retriesOnce_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<TrialState>("state");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<QString>("says");
    const QByteArray once = "if [ ! -e \"$dir/again-$name\" ]; then : >\"$dir/again-$name\"; kill -KILL $$; fi\n";
    QTest::newRow("killed once") << once << TrialState::done << 2 << "";
    QTest::newRow("crashes") << QByteArray("kill -SEGV $$\n") << TrialState::failed << 2 << "crashed (signal 11)";
    QTest::newRow("killed") << QByteArray("kill -KILL $$\n") << TrialState::failed << 2 << "most likely because memory had run out";
    QTest::newRow("out of memory") << QByteArray("echo memory >&3; echo 'fairloom-cli: The run needed more than the 1 MB.'; exit 3\n") << TrialState::failed << 2
                                   << "needed more than the 1 MB";
    QTest::newRow("refuses") << QByteArray("echo 'fairloom-cli: people.csv: There is no such file. Check the path.'; exit 2\n") << TrialState::failed << 1
                             << "people.csv: There is no such file. Check the path";
    QTest::newRow("diverges") << QByteArray("echo 'fairloom-cli: warning: small.'; echo 'fairloom-cli: It diverged.'; exit 3\n") << TrialState::failed << 1 << "It diverged";
    QTest::newRow("no result") << QByteArray("exit 0\n") << TrialState::failed << 2 << "without a result";
    QTest::newRow("another status") << QByteArray("exit 7\n") << TrialState::failed << 2 << "status 7";
}

void TestStudyQueue::retriesOnce()
{
    QFETCH(QByteArray, order);
    QFETCH(TrialState, state);
    QFETCH(int, attempts);
    QFETCH(QString, says);
    worker_->order(named("b"), order);
    StudyQueue all = queue();
    all.add(study_of({"a", "b", "c"}));
    run(all);
    const QueueSnapshot now = all.snapshot();
    QCOMPARE(of(now, "b").state, state);
    QCOMPARE(of(now, "b").attempts, attempts);
    QVERIFY2(text(of(now, "b").problem).contains(says), qPrintable(text(of(now, "b").problem)));
    QCOMPARE(of(now, "b").problem.empty(), says.isEmpty());
    for (const char *other : {"a", "c"}) // it takes down itself alone
        QCOMPARE(of(now, other).state, TrialState::done);
    QCOMPARE(RunStore(project_).records().size(), std::size_t(state == TrialState::done ? 3 : 2));

    if (state == TrialState::failed) { // what failed can be had again
        worker_->order(named("b"), "");
        all.retry(named("b"));
        QCOMPARE(of(all.snapshot(), "b").state, TrialState::waiting);
        run(all);
        QCOMPARE(of(all.snapshot(), "b").state, TrialState::done);
        QVERIFY(of(all.snapshot(), "b").problem.empty());
    }
}

void TestStudyQueue::pausesAndGoesOn()
{
    worker_->hold(named("a"));
    StudyQueue all = queue();
    all.add(study_of({"a", "b"}));
    Running running(all);
    QTRY_VERIFY_WITH_TIMEOUT(of(all.snapshot(), "a").fraction == 0.5, soon);
    QVERIFY(all.snapshot().seconds_left > 0);
    all.pause();
    QVERIFY(all.snapshot().paused);
    QTest::qWait(400); // until the signal is there
    const qsizetype before = worker_->ticks(named("a"));
    QTest::qWait(600);
    QCOMPARE(worker_->ticks(named("a")), before); // it stands still
    worker_->release(named("a"));
    all.resume();
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
    QCOMPARE(all.snapshot().count(TrialState::done), std::size_t(2));
    QVERIFY(of(all.snapshot(), "a").seconds < 10); // time that stood still is not counted; the machine may be slow

    // nothing is started while paused
    all.pause();
    all.add(study_of({"x"}, "more"));
    Running again(all);
    QTest::qWait(500);
    QCOMPARE(worker_->started().size(), 2);
    all.resume();
    QTRY_VERIFY_WITH_TIMEOUT(again.done, soon);
    QCOMPARE(worker_->started().size(), 3);
}

void TestStudyQueue::cancels()
{
    worker_->hold(named("a"));
    StudyQueue all = queue();
    all.add(study_of({"a", "b", "c"}));
    all.add(study_of({"x", "y"}, "more"));
    Running running(all);
    QTRY_VERIFY_WITH_TIMEOUT(worker_->ticks(named("a")) > 0, soon);
    all.cancel(named("b"));
    all.cancel_study("more");
    all.cancel(named("a"));
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
    QCOMPARE(worker_->started(), (QStringList{"hiring.a.seed-1", "hiring.c.seed-1"}));
    const QueueSnapshot now = all.snapshot();
    QCOMPARE(of(now, "c").state, TrialState::done);
    for (const char *cancelled : {"a", "b", "x", "y"})
        QCOMPARE(of(now, cancelled).state, TrialState::cancelled);

    // wanted again
    worker_->release(named("a"));
    all.retry(named("a"));
    run(all);
    QCOMPARE(of(all.snapshot(), "a").state, TrialState::done);
    QCOMPARE(of(all.snapshot(), "b").state, TrialState::cancelled);
}

void TestStudyQueue::stopsAndGoesOnLater()
{
    worker_->hold(named("a"));
    {
        StudyQueue all = queue();
        all.add(study_of({"a", "b"}));
        Running running(all);
        QTRY_VERIFY_WITH_TIMEOUT(worker_->ticks(named("a")) > 0, soon);
        running.stop();
        QCOMPARE(all.snapshot().count(TrialState::waiting), std::size_t(2));
    }
    QVERIFY(!is_locked(project_ / "queue.lock"));
    worker_->release(named("a"));
    StudyQueue again = queue();
    run(again);
    QCOMPARE(worker_->started(), (QStringList{"hiring.a.seed-1", "hiring.a.seed-1", "hiring.b.seed-1"}));
    QCOMPARE(of(again.snapshot(), "a").attempts, 2); // the interruption was nobody's failure
    QCOMPARE(again.snapshot().count(TrialState::done), std::size_t(2));
}

void TestStudyQueue::sharesTeachers()
{
    Study study;
    study.name = "teachers";
    study.trials = {trial("l1", R"(, "loss": "l1")"), trial("mse", R"(, "loss": "mse")"), trial("other", R"(, "kl_weight": 0.4)")};
    worker_->hold(named("l1"), "at 0.1 teacher");
    worker_->hold(named("other"), "at 0.1 teacher");
    StudyQueue all = queue(2);
    all.add(study);
    Running running(all);
    QTRY_COMPARE_WITH_TIMEOUT(worker_->started().size(), 2, soon);
    QStringList first = worker_->started();
    first.sort();
    QCOMPARE(first, (QStringList{"hiring.l1.seed-1", "hiring.other.seed-1"}));
    worker_->release(named("l1"));
    worker_->release(named("other"));
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
    QCOMPARE(all.snapshot().count(TrialState::done), std::size_t(3));

    // where there is nothing else to do, they train side by side
    Study same;
    same.name = "same";
    same.trials = {trial("huber", R"(, "loss": "huber")"), trial("md", R"(, "loss": "md")")};
    for (const StudyTrial &one : same.trials)
        worker_->hold(one.name(), "at 0.1 teacher");
    all.add(same);
    Running again(all);
    QTRY_COMPARE_WITH_TIMEOUT(worker_->started().size(), 5, soon);
    for (const StudyTrial &one : same.trials)
        worker_->release(one.name());
    QTRY_VERIFY_WITH_TIMEOUT(again.done, soon);
    QVERIFY(!fs::exists(project_ / "teachers"));
}

void TestStudyQueue::trainsTheNextTeacherInTime()
{
    Study study;
    study.name = "teachers";
    study.trials = {trial("l1", R"(, "loss": "l1")"), trial("quick", R"(, "method": "reweighing")"), trial("mse", R"(, "loss": "mse")"),
                    trial("other", R"(, "kl_weight": 0.4)")};
    worker_->hold(named("l1"), "at 0.5 student"); // its teacher is there
    worker_->order(named("quick"), "sleep 1\n");
    worker_->hold(named("other"), "at 0.1 teacher");
    StudyQueue all = queue(2);
    all.add(study);
    Running running(all);
    // before "mse", which is short; before or after "quick", as soon as is known that the first has its teacher
    QTRY_VERIFY_WITH_TIMEOUT(worker_->started().contains("hiring.other.seed-1"), soon);
    QVERIFY(!worker_->started().contains("hiring.mse.seed-1"));
    worker_->release(named("l1"));
    worker_->release(named("other"));
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
    QCOMPARE(all.snapshot().count(TrialState::done), std::size_t(4));
}

void TestStudyQueue::keepsWithinMemory()
{
    // An estimate for the sample is some 300 MB before its data are open: with 500 MB there is room for one at a time, with 1500 MB for three.
    for (const char *variant : {"a", "b", "c"})
        worker_->order(named(variant), "sleep 0.4\n");
    StudyQueue little = queue(3, 500'000'000);
    little.add(study_of({"a", "b", "c"}));
    run(little);
    QCOMPARE(little.snapshot().count(TrialState::done), std::size_t(3));
    QCOMPARE(worker_->most_at_once(), 1);

    for (const char *variant : {"d", "e", "f"})
        worker_->hold(named(variant));
    StudyQueue more = queue(3, 1'500'000'000);
    more.add(study_of({"d", "e", "f"}, "more"));
    Running running(more);
    QTRY_COMPARE_WITH_TIMEOUT(worker_->most_at_once(), 3, soon);
    for (const char *variant : {"d", "e", "f"})
        worker_->release(named(variant));
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
}

void TestStudyQueue::marksWhatNeverFits()
{
    // A billion rows: its worker says how large the data are and refuses.
    const QByteArray huge = "echo 'size 1000000000 0 20 100 200 0' >&3; echo 'fairloom-cli: The run needs more.'; exit 2\n";
    worker_->order(named("huge"), huge);
    StudyQueue all = queue(1, 2'000'000'000);
    all.add(study_of({"huge", "small"}));
    run(all);
    const QueueSnapshot now = all.snapshot();
    QCOMPARE(of(now, "huge").state, TrialState::failed);
    QVERIFY2(text(of(now, "huge").problem).contains(QStringLiteral("is allowed 2.0 GB")), qPrintable(text(of(now, "huge").problem)));
    QCOMPARE(of(now, "huge").attempts, 1);
    // All data of one name are of one size: the queue knows by now that the other cannot fit either, and does not even start it.
    QCOMPARE(of(now, "small").state, TrialState::failed);
    QVERIFY2(text(of(now, "small").problem).contains(QStringLiteral("is allowed 2.0 GB")), qPrintable(text(of(now, "small").problem)));
    QCOMPARE(worker_->started(), QStringList{"hiring.huge.seed-1"});
}

void TestStudyQueue::findsOutWhatFits()
{
    // Larger than what was free beside the other when nobody knew: it waits until it can have more, and that is no failure.
    const QByteArray large = "if [ ! -e \"$dir/again-$name\" ]; then : >\"$dir/again-$name\"; echo 'size 3000000 0 10 40 100 0' >&3; exit 2; fi\n";
    Study study = study_of({"a"});
    study.trials.push_back({"lending", "b", 1, R"({"data": "sample:lending", "evaluation": "student"})"});
    worker_->hold(named("a"));
    worker_->order("lending.b.seed-1", large);
    StudyQueue all = queue(2, 3'500'000'000);
    all.add(study);
    Running running(all);
    QTRY_COMPARE_WITH_TIMEOUT(worker_->started().size(), 2, soon);
    QTRY_COMPARE_WITH_TIMEOUT(all.snapshot().workers, 1, soon); // together they need more than they may have
    QTest::qWait(800);
    QCOMPARE(worker_->started().size(), 2);
    worker_->release(named("a"));
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
    QCOMPARE(all.snapshot().count(TrialState::done), std::size_t(2));
    QCOMPARE(all.snapshot().trials[1].attempts, 2);
}

void TestStudyQueue::onlyOneQueueRuns()
{
    auto other = FileLock::try_lock((fs::create_directories(project_), project_ / "queue.lock"));
    QVERIFY(other && StudyQueue::at_work(project_));
    StudyQueue all = queue();
    all.add(study_of({"a"}));
    Running running(all);
    QTRY_VERIFY_WITH_TIMEOUT(!all.snapshot().problem.empty(), soon);
    QVERIFY(worker_->started().isEmpty());
    other.reset();
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
    QVERIFY(all.snapshot().problem.empty());
    QCOMPARE(all.snapshot().count(TrialState::done), std::size_t(1));
    QVERIFY(!StudyQueue::at_work(project_));
}

void TestStudyQueue::recovers_data()
{
    QTest::addColumn<bool>("finished");
    QTest::newRow("killed in the midst of a run") << false;
    QTest::newRow("killed before a finished run was recorded") << true;
}

/// What a queue leaves that was killed: a trial that is "running".
void TestStudyQueue::recovers()
{
    QFETCH(bool, finished);
    {
        StudyQueue all = queue();
        all.add(study_of({"a", "b"}));
        if (finished)
            run(all);
    }
    const qsizetype before = worker_->started().size();
    {
        QueueState state(project_);
        StoredTrial a = state.trials().front();
        a.shown.state = TrialState::running;
        a.shown.attempts = 1;
        state.write({&a});
    }
    if (!finished) { // half a run
        fs::create_directories(run_of("a"));
        std::ofstream(run_of("a") / "run.json") << "{\"fairloom\": ";
    }
    StudyQueue again = queue();
    QCOMPARE(of(again.snapshot(), "a").state, TrialState::running);
    run(again);
    QCOMPARE(again.snapshot().count(TrialState::done), std::size_t(2));
    QCOMPARE(worker_->started().size() - before, finished ? 0 : 2);
    QCOMPARE(of(again.snapshot(), "a").attempts, finished ? 1 : 2);
    QCOMPARE(RunStore(project_).records().size(), std::size_t(2));
}

void TestStudyQueue::waitsForALockedFolder()
{
    StudyQueue all = queue();
    all.add(study_of({"a", "b"}));
    fs::create_directories(run_of("a"));
    auto held = FileLock::try_lock(run_of("a") / ".lock");
    QVERIFY(held);
    Running running(all);
    QTRY_COMPARE_WITH_TIMEOUT(all.snapshot().count(TrialState::done), std::size_t(1), soon);
    QTRY_VERIFY_WITH_TIMEOUT(!all.snapshot().problem.empty(), soon);
    QCOMPARE(worker_->started(), QStringList{"hiring.b.seed-1"});
    held.reset();
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
    QCOMPARE(all.snapshot().count(TrialState::done), std::size_t(2));
}

void TestStudyQueue::refusesAChangedStudy()
{
    StudyQueue all = queue();
    Study study = study_of({"a", "b"});
    all.add(study);
    run(all);
    study.trials[1] = trial("b", R"(, "kl_weight": 0.4)");
    QVERIFY_EXCEPTION_THROWN(all.add(study), InputError);
    QCOMPARE(all.snapshot().count(TrialState::done), std::size_t(2));

    // where the data lie may change; more trials may come
    Study moved = study_of({"a", "b", "c"});
    moved.trials[0].config = R"({"data": "/elsewhere/hiring.csv", "evaluation": "student", "seed": 1})";
    all.add(moved);
    QCOMPARE(all.snapshot().count(TrialState::done), std::size_t(2));
    QCOMPARE(all.snapshot().count(TrialState::waiting), std::size_t(1));

    // a run that was deleted by hand is made again when the study is asked for again
    fs::remove_all(run_of("b"));
    all.add(study_of({"a", "b", "c"}));
    QCOMPARE(of(all.snapshot(), "b").state, TrialState::waiting);

    all.replace(study);
    QCOMPARE(all.snapshot().trials.size(), std::size_t(2));
    QVERIFY(!fs::exists(run_of("a")));
    QVERIFY(RunStore(project_).records().empty());
    run(all);
    QCOMPARE(worker_->started().size(), 4);
}

void TestStudyQueue::keepsStudiesApart()
{
    StudyQueue all = queue();
    all.add(study_of({"a"}));
    Study other = study_of({"a"}, "other");
    other.trials[0] = trial("a", R"(, "kl_weight": 0.4)");
    all.add(other);
    run(all);
    QCOMPARE(all.snapshot().trials[1].name, named("a") + "-2");
    QVERIFY(fs::exists(project_ / "runs" / (named("a") + "-2") / "run.json"));
    QFile file(QString::fromStdString((project_ / "summary.csv").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray summary = file.readAll();
    QCOMPARE(summary.count("hiring,\"a\",student,1,"), 2); // not taken together
    QVERIFY(summary.contains(",\"other\"\n"));
}

void TestStudyQueue::leavesOthersRunsAlone()
{
    fs::create_directories(run_of("a"));
    std::ofstream(run_of("a") / "run.json") << "somebody's own";
    StudyQueue all = queue();
    all.replace(study_of({"a"}));
    run(all);
    QCOMPARE(all.snapshot().trials[0].name, named("a") + "-2");
    std::ifstream in(run_of("a") / "run.json");
    std::string still;
    std::getline(in, still);
    QCOMPARE(still, std::string("somebody's own"));
}

void TestStudyQueue::seesOtherProcessesChanges()
{
    worker_->hold(named("a"));
    StudyQueue at_work = queue(), other = queue();
    at_work.add(study_of({"a", "b", "c"}));
    Running running(at_work);
    QTRY_COMPARE_WITH_TIMEOUT(other.snapshot().count(TrialState::running), std::size_t(1), soon);
    other.cancel(named("b"));
    other.add(study_of({"d"}, "more"));
    other.cancel(named("a")); // it runs in the other one
    QTRY_VERIFY_WITH_TIMEOUT(running.done, soon);
    QCOMPARE(worker_->started(), (QStringList{"hiring.a.seed-1", "hiring.c.seed-1", "hiring.d.seed-1"}));
    QCOMPARE(other.snapshot().count(TrialState::cancelled), std::size_t(2));
    QCOMPARE(other.snapshot().count(TrialState::done), std::size_t(2));
}

void TestStudyQueue::dropsWhatIsLarge()
{
    const QByteArray large = "echo x >\"$out/synthetic.csv\"; echo y >\"$out/model.json\"; echo z\n";
    Study kept = study_of({"kept"}, "kept"), dropped = study_of({"dropped"}, "dropped");
    kept.keep_files = true;
    for (const char *variant : {"kept", "dropped"})
        worker_->order(named(variant), large);
    StudyQueue all = queue();
    all.add(kept);
    all.add(dropped);
    run(all);
    QVERIFY(fs::exists(run_of("kept") / "synthetic.csv"));
    QVERIFY(!fs::exists(run_of("dropped") / "synthetic.csv") && !fs::exists(run_of("dropped") / "model.json"));
    for (const char *file : {"run.json", "config.json", "log.txt"})
        QVERIFY2(fs::exists(run_of("dropped") / file), file);
}

void TestStudyQueue::estimatesTheTimeLeft()
{
    const auto stored = [](const char *data, const char *variant, TrialState state, double seconds) {
        StoredTrial out;
        out.data = data;
        out.variant = variant;
        out.shown.name = std::string(data) + variant + std::to_string(static_cast<int>(state));
        out.shown.state = state;
        out.shown.seconds = seconds;
        return out;
    };
    QCOMPARE(estimate_queue({}, {}, 1).seconds_left, 0.0);
    std::vector<StoredTrial> trials{stored("a", "x", TrialState::waiting, 0), stored("a", "y", TrialState::waiting, 0)};
    QVERIFY(estimate_queue(trials, {}, 1).seconds_left < 0); // nobody knows
    trials.push_back(stored("a", "x", TrialState::done, 10));
    QCOMPARE(estimate_queue(trials, {}, 1).seconds_left, 20.0);
    QCOMPARE(estimate_queue(trials, {}, 2).seconds_left, 10.0);
    QCOMPARE(estimate_queue(trials, {}, 8).seconds_left, 10.0); // no shorter than the longest
    trials.push_back(stored("a", "y", TrialState::done, 30));
    trials.push_back(stored("b", "x", TrialState::done, 100));
    QCOMPARE(estimate_queue(trials, {}, 1).seconds_left, 40.0); // each as its own kind took
    trials.push_back(stored("b", "x", TrialState::running, 0));
    QCOMPARE(estimate_queue(trials, {}, 1).seconds_left, 140.0);
    QCOMPARE(estimate_queue(trials, {{trials.back().shown.name, {0.5, 50}}}, 1).seconds_left, 90.0);
    QCOMPARE(estimate_queue(trials, {{trials.back().shown.name, {0.5, 150}}}, 1).seconds_left, 40 + 0.5 * (0.5 * 100 + 150));
    QCOMPARE(estimate_queue(trials, {{trials.back().shown.name, {0.5, 50}}}, 1).fraction, 3.5 / 6);
}

void TestStudyQueue::keysOfTeachers()
{
    const auto key = [](const std::string &settings) { return teacher_key(R"({"data": "x.csv", "seed": 1)" + settings + "}"); };
    for (const char *students : {R"(, "loss": "md")", R"(, "student": "generator")", R"(, "lambda": 2)", R"(, "evaluation": "student")", R"(, "temperature": 0.6)"})
        QCOMPARE(key(students), key(""));
    for (const char *teachers : {R"(, "log10_beta": 7)", R"(, "label_dropout": 0.4)", R"(, "sensitive": ["race"])", R"(, "noise_columns": 10)"})
        QVERIFY2(key(teachers) != key(""), teachers);
    QVERIFY(key(R"(, "method": "tabfairgan")").empty());
    QVERIFY(same_trial(R"({"data": "a", "loss": "l1", "seed": 1})", R"({"seed": 1, "loss": "l1", "data": "b"})"));
    QVERIFY(!same_trial(R"({"loss": "l1"})", R"({"loss": "md"})"));
}

void TestStudyQueue::programIsMissing()
{
    StudyQueue all(project_, {"/nowhere/fairloom-cli", 1, 1, 0, "local"});
    all.add(study_of({"a"}));
    QVERIFY_EXCEPTION_THROWN(all.run({}), InputError);
    QCOMPARE(all.snapshot().count(TrialState::waiting), std::size_t(1));
    StudyQueue strange(project_, {worker_->program(), 1, 1, 0, "moon"});
    QVERIFY_EXCEPTION_THROWN(strange.run({}), InputError);
}

QTEST_GUILESS_MAIN(TestStudyQueue)
#include "test_study_queue.moc"
