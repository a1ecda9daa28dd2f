#include "core/base/parallel.h"

#include <QtTest>

#include <atomic>
#include <csignal>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace fairloom;

class TestParallel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void covers_every_index_once_data();
    void covers_every_index_once();
    void first_part_runs_on_the_caller();
    void passes_exceptions_on_after_all_ended();
    void loops_inside_loops_cover_everything();
    void many_short_loops_of_several_callers();
    void helpers_handle_no_signal();
};

void TestParallel::covers_every_index_once_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("parts");
    QTest::newRow("nothing") << 0 << 4 << 0;
    QTest::newRow("one") << 1 << 4 << 1;
    QTest::newRow("fewer than threads") << 3 << 8 << 3;
    QTest::newRow("uneven") << 1001 << 3 << 3;
    QTest::newRow("zero threads count as one") << 10 << 0 << 1;
}

void TestParallel::covers_every_index_once()
{
    QFETCH(int, count);
    QFETCH(int, threads);
    QFETCH(int, parts);
    std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
    std::mutex mutex;
    std::set<int> seen;
    parallel_for(visits.size(), threads, [&](std::size_t begin, std::size_t end, int part) {
        for (std::size_t i = begin; i < end; ++i)
            ++visits[i];
        const std::lock_guard lock(mutex);
        seen.insert(part);
    });
    for (const auto &visit : visits)
        QCOMPARE(visit.load(), 1);
    QCOMPARE(static_cast<int>(seen.size()), parts);
}

void TestParallel::first_part_runs_on_the_caller()
{
    std::thread::id id;
    parallel_for(4, 2, [&](std::size_t, std::size_t, int part) {
        if (part == 0)
            id = std::this_thread::get_id();
    });
    QVERIFY(id == std::this_thread::get_id());
}

void TestParallel::helpers_handle_no_signal()
{
    std::vector<sigset_t> held(2);
    parallel_for(2, 2, [&](std::size_t, std::size_t, int part) { pthread_sigmask(SIG_BLOCK, nullptr, &held[static_cast<std::size_t>(part)]); });
    for (const int signal : {SIGINT, SIGTERM, SIGCHLD, SIGUSR1}) {
        QCOMPARE(sigismember(&held[0], signal), 0); // the caller's own affair
        QCOMPARE(sigismember(&held[1], signal), 1);
    }
    QCOMPARE(sigismember(&held[1], SIGSEGV), 0);
}

void TestParallel::passes_exceptions_on_after_all_ended()
{
    std::atomic<int> ended = 0;
    const auto run = [&] {
        parallel_for(4, 4, [&](std::size_t, std::size_t, int part) {
            if (part == 2)
                throw std::runtime_error("part 2");
            ++ended;
        });
    };
    QVERIFY_EXCEPTION_THROWN(run(), std::runtime_error);
    QCOMPARE(ended.load(), 3);
}

void TestParallel::loops_inside_loops_cover_everything()
{
    std::vector<std::atomic<int>> visits(60);
    parallel_for(6, 3, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i)
            parallel_for(10, 4, [&](std::size_t first, std::size_t last, int) {
                for (std::size_t j = first; j < last; ++j)
                    ++visits[i * 10 + j];
            });
    });
    for (const auto &visit : visits)
        QCOMPARE(visit.load(), 1);
}

void TestParallel::many_short_loops_of_several_callers()
{
    std::vector<long> totals(3, 0);
    {
        std::vector<std::jthread> callers;
        for (std::size_t caller = 0; caller < totals.size(); ++caller)
            callers.emplace_back([&totals, caller] {
                for (int round = 0; round < 400; ++round) {
                    std::vector<long> parts(static_cast<std::size_t>(1 + round % 4), 0);
                    parallel_for(100, static_cast<int>(parts.size()), [&](std::size_t begin, std::size_t end, int part) {
                        for (std::size_t i = begin; i < end; ++i)
                            parts[static_cast<std::size_t>(part)] += static_cast<long>(i);
                    });
                    for (const long part : parts)
                        totals[caller] += part;
                }
            });
    }
    for (const long total : totals)
        QCOMPARE(total, 400L * 4950);
}

QTEST_GUILESS_MAIN(TestParallel)
#include "test_parallel.moc"
