#include "ui/workers/async_value.h"

#include "core/base/error.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace fairloom;
using namespace fairloom::ui;

class TestAsyncValue : public QObject {
    Q_OBJECT
private slots:
    void valueArrivesInTheGuiThread();
    void newerJobReplacesOlder();
    void errorsAreSentences();
    void cancelledIsSilent();
    void callbackMayStartAgain();
    void destructionStopsTheJob();
};

void TestAsyncValue::valueArrivesInTheGuiThread()
{
    int value = 0;
    std::thread::id worker, receiver;
    AsyncValue<int> async([&](int &v) {
        value = v;
        receiver = std::this_thread::get_id();
    });
    async.start([&](std::stop_token) {
        worker = std::this_thread::get_id();
        return 42;
    });
    QVERIFY(async.isRunning());
    QCOMPARE(value, 0);
    QTRY_COMPARE(value, 42);
    QVERIFY(!async.isRunning());
    QVERIFY(receiver == std::this_thread::get_id());
    QVERIFY(worker != receiver);
}

void TestAsyncValue::newerJobReplacesOlder()
{
    std::atomic<bool> stopped = false;
    QList<int> values;
    AsyncValue<int> async([&](int &v) { values << v; });
    async.start([&](std::stop_token stop) {
        while (!stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        stopped = true;
        return 1;
    });
    QElapsedTimer timer;
    timer.start();
    async.start([](std::stop_token) { return 2; });
    QVERIFY2(timer.elapsed() < 50, "start waited for the older job");
    QTRY_COMPARE(values.size(), 1);
    QTRY_VERIFY(stopped);
    QTest::qWait(80);
    QCOMPARE(values, QList<int>{2});
}

void TestAsyncValue::errorsAreSentences()
{
    QStringList sentences;
    AsyncValue<int> async([](int &) { QFAIL("no value was expected"); }, [&](const QString &sentence) { sentences << sentence; });
    async.start([](std::stop_token) -> int {
        throw InputError(Message("14 fields where the header has 15"), "line 812", Message("Correct the line"));
    });
    QTRY_COMPARE(sentences.size(), 1);
    QCOMPARE(sentences.first(), QString("line 812: 14 fields where the header has 15. Correct the line."));
    async.start([](std::stop_token) -> int { throw std::runtime_error("surprise"); });
    QTRY_COMPARE(sentences.size(), 2);
    QVERIFY(sentences.last().contains("surprise"));
}

void TestAsyncValue::cancelledIsSilent()
{
    bool called = false;
    AsyncValue<int> async([&](int &) { called = true; }, [&](const QString &) { called = true; });
    async.start([](std::stop_token) -> int { throw Cancelled(); });
    QTRY_VERIFY(!async.isRunning());
    QTest::qWait(60);
    QVERIFY(!called);
}

void TestAsyncValue::callbackMayStartAgain()
{
    int last = 0;
    std::unique_ptr<AsyncValue<int>> async;
    async = std::make_unique<AsyncValue<int>>([&](int &v) {
        last = v;
        if (v < 3)
            async->start([next = v + 1](std::stop_token) { return next; });
    });
    async->start([](std::stop_token) { return 1; });
    QTRY_COMPARE(last, 3);
}

void TestAsyncValue::destructionStopsTheJob()
{
    std::atomic<bool> ended = false;
    QElapsedTimer timer;
    {
        AsyncValue<int> async([](int &) {});
        async.start([&](std::stop_token stop) {
            while (!stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            ended = true;
            return 0;
        });
        timer.start();
    }
    QVERIFY(ended);
    QVERIFY(timer.elapsed() < 300);
}

QTEST_GUILESS_MAIN(TestAsyncValue)
#include "test_async_value.moc"
