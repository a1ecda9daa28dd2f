#include "core/study/store_examples.h"

#include "core/base/random.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <csignal>
#include <cstdio>
#include <map>
#include <set>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

using namespace fairloom;

// Processes that write to a project are killed in the midst of it.

namespace {

/// Makes runs one after the other, and says the id of each once finish() has returned.
[[noreturn]] void write_runs(const std::filesystem::path &project, int first, int out)
{
    RunStore store(project);
    const auto say = [out](std::int64_t id, int number) {
        const std::string line = std::to_string(id) + " " + std::to_string(number) + "\n";
        if (write(out, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            _exit(2);
    };
    say(0, 0);
    for (int number = first;; ++number) {
        const RunResult run = numbered_run(number);
        const std::int64_t id = store.begin(beginning(run.name));
        const std::filesystem::path folder = store.folder_of(*store.find(id));
        write_curves_file(numbered_curves(number), folder / "curves.bin");
        write_run_json(run, folder);
        store.finish(id, record_of(run), numbered_curves(number));
        say(id, number);
        store.set_note(id, "note of " + run.name);
    }
}

class Writer {
public:
    Writer(const std::filesystem::path &project, int first)
    {
        int ends[2] = {};
        if (pipe(ends) != 0)
            return;
        process_ = fork();
        if (process_ == 0) {
            close(ends[0]);
            try {
                write_runs(project, first, ends[1]);
            } catch (const std::exception &error) {
                std::fprintf(stderr, "%s\n", error.what());
                _exit(1);
            }
        }
        close(ends[1]);
        out_ = ends[0];
        std::array<char, 4> opened{};
        started_ = process_ > 0 && read(out_, opened.data(), opened.size()) == 4;
    }
    ~Writer()
    {
        if (process_ > 0) {
            kill(process_, SIGKILL);
            waitpid(process_, nullptr, 0);
        }
        close(out_);
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    bool started() const { return started_; }
    /// Whether it was at work until then; what it has said: id -> number of the run.
    bool kill_it(std::map<std::int64_t, int> &said)
    {
        kill(process_, SIGKILL);
        int status = 0;
        waitpid(std::exchange(process_, 0), &status, 0);
        std::string text;
        std::array<char, 4096> block{};
        for (ssize_t size = 0; (size = read(out_, block.data(), block.size())) > 0;)
            text.append(block.data(), static_cast<std::size_t>(size));
        for (const QByteArray &line : QByteArray::fromStdString(text).split('\n'))
            if (const QList<QByteArray> words = line.split(' '); words.size() == 2)
                said[words[0].toLongLong()] = words[1].toInt();
        return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    }

private:
    pid_t process_ = 0;
    int out_ = -1;
    bool started_ = false;
};

/// The number of a run whose record is whole, negative if it is not.
int number_of(const RunRecord &record, const RunStore &store)
{
    const int number = static_cast<int>(record.settings.seed);
    const RunRecord wanted = record_of(numbered_run(number));
    const RecordedCurves curves = store.curves(record.id);
    const bool whole = record.name == wanted.name && sources_text(record) == sources_text(wanted) && details_text(record) == details_text(wanted) &&
                       record.finished == wanted.finished && curves.teacher.epochs == number && curves.teacher.points.size() == 200 &&
                       (record.note.empty() || record.note == "note of " + record.name) && record.problem.empty();
    return whole ? number : -1;
}

} // namespace

class TestRunStoreKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrHalf();
};

void TestRunStoreKills::nothingIsLostOrHalf()
{
    constexpr int rounds = 40;
    QTemporaryDir folder;
    const std::filesystem::path project = folder.filePath(QStringLiteral("project")).toStdString();
    Random random(7);
    std::map<std::int64_t, int> said; // by all of them
    int interrupted = 0, unsaid = 0;
    for (int round = 0; round < rounds; ++round) {
        // Two at once, each with numbers of its own.
        Writer first(project, 1000 + 1000 * round), second(project, 100000 + 1000 * round);
        QVERIFY(first.started() && second.started());
        QTest::qSleep(static_cast<int>(random.uniform() * 250));
        QVERIFY(first.kill_it(said));
        QTest::qSleep(static_cast<int>(random.uniform() * 30));
        QVERIFY(second.kill_it(said));

        RunStore store(project);
        std::set<std::string> names, folders;
        std::set<int> done;
        for (const RunRecord &record : store.records()) {
            QVERIFY2(names.insert(record.name).second && folders.insert(record.folder).second, record.name.c_str());
            if (record.state == "stopped") {
                QVERIFY2(record.sources.empty() && !record.problem.empty(), record.name.c_str());
                QVERIFY2(!said.contains(record.id), record.name.c_str());
                ++interrupted;
                continue;
            }
            QVERIFY2(record.state == "done", record.state.c_str());
            const int number = number_of(record, store);
            QVERIFY2(number >= 0, record.name.c_str());
            QVERIFY2(done.insert(number).second, record.name.c_str());
            QVERIFY(!said.contains(record.id) || said.at(record.id) == number);
        }
        for (const auto &[id, number] : said)
            QVERIFY2(done.contains(number), qPrintable(QStringLiteral("run %1 is lost").arg(number)));
        unsaid = static_cast<int>(done.size() - said.size());
        QVERIFY(unsaid <= 2 * (round + 1)); // one a process may have ended without having said so
    }
    QVERIFY2(said.size() > rounds, QByteArray::number(int(said.size())));
    QVERIFY(interrupted > 0); // else it was never in the midst of anything
    qInfo("%d runs finished, %d of them unsaid, %d times one was interrupted", int(said.size()), unsaid, interrupted);

    // And the same from the folders alone.
    std::size_t finished = 0;
    {
        RunStore store(project);
        for (const RunRecord &record : store.records())
            finished += record.state == "done" ? 1 : 0;
    }
    for (const char *name : {"index.sqlite", "index.sqlite-wal", "index.sqlite-shm"})
        std::filesystem::remove(project / name);
    RunStore store(project);
    QCOMPARE(store.rescan(), finished);
    for (const RunRecord &record : store.records())
        QVERIFY2(number_of(record, store) >= 0, record.name.c_str());
}

QTEST_GUILESS_MAIN(TestRunStoreKills)
#include "test_run_store_kills.moc"
