#include "core/base/parallel.h"

#include <QtTest>

#include <atomic>
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

QTEST_GUILESS_MAIN(TestParallel)
#include "test_parallel.moc"
