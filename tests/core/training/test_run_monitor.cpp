#include "core/training/run_monitor.h"

#include <QtTest>

#include <thread>

using namespace fairloom;
using namespace std::chrono_literals;

class TestRunMonitor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPointIsSeenOnce()
    {
        RunMonitor monitor;
        constexpr int count = 5000;
        std::jthread writer([&] {
            monitor.set_stage(RunStage::teacher, count);
            monitor.set_terms(CurveStage::teacher, {"reconstruction", "kl"}, count);
            for (int i = 1; i <= count; ++i) {
                monitor.add_point(CurveStage::teacher, {static_cast<double>(i), {1.0 * i, 2.0}, {1.0, 2.0}});
                monitor.add_leakage({static_cast<double>(i), 0.6, 0.45, 0.55});
                monitor.set_epoch(i, 0.1);
                monitor.report("working", static_cast<double>(i) / count);
            }
            monitor.set_stage(RunStage::finished);
        });
        std::size_t seen = 0;
        double last = 0;
        while (seen < count) {
            for (const CurvePoint &point : monitor.points_since(CurveStage::teacher, seen)) {
                QCOMPARE(point.epoch, last + 1);
                last = point.epoch;
                ++seen;
            }
            const RunStatus status = monitor.status();
            QVERIFY(status.fraction >= 0 && status.fraction <= 1);
        }
        writer.join();
        QCOMPARE(monitor.leakage_since(0).size(), std::size_t(count));
        QCOMPARE(monitor.points_since(CurveStage::teacher, 10 * count).size(), std::size_t(0));
        QCOMPARE(monitor.status().stage, RunStage::finished);
        QCOMPARE(monitor.status().fraction, 1.0);
    }

    void pausesAndResumes()
    {
        RunMonitor monitor;
        monitor.set_stage(RunStage::teacher, 1);
        monitor.pause();
        std::atomic<bool> passed = false;
        std::jthread run([&](std::stop_token stop) {
            monitor.checkpoint(stop);
            passed = true;
        });
        std::this_thread::sleep_for(100ms);
        QVERIFY(!passed);
        QVERIFY(monitor.paused());
        const double before = monitor.status().seconds_elapsed;
        std::this_thread::sleep_for(50ms);
        QVERIFY(monitor.status().seconds_elapsed - before < 0.02); // a pause costs no time
        monitor.resume();
        run.join();
        QVERIFY(passed);
    }

    void stopEndsAPause()
    {
        RunMonitor monitor;
        monitor.set_stage(RunStage::teacher, 1);
        monitor.pause();
        std::atomic<bool> cancelled = false;
        std::jthread run([&](std::stop_token stop) {
            try {
                monitor.checkpoint(stop);
            } catch (const Cancelled &) {
                cancelled = true;
            }
        });
        std::this_thread::sleep_for(50ms);
        run.request_stop();
        run.join();
        QVERIFY(cancelled);
    }

    void advancesByEpochs()
    {
        RunMonitor monitor;
        monitor.set_stage(RunStage::teacher, 100);
        std::atomic<int> epochs = 0;
        monitor.pause();
        std::jthread run([&](std::stop_token stop) {
            try {
                for (;;) {
                    monitor.checkpoint(stop);
                    monitor.set_epoch(++epochs, 0.01);
                    std::this_thread::sleep_for(1ms);
                }
            } catch (const Cancelled &) {
            }
        });
        for (const int count : {1, 1, 5}) {
            const int before = epochs;
            monitor.advance(count);
            QTRY_VERIFY(monitor.paused());
            std::this_thread::sleep_for(30ms);
            QCOMPARE(epochs.load(), before + count);
        }
        monitor.advance(3);
        monitor.resume(); // not slow motion any more
        QTRY_VERIFY(epochs > 30);
        QVERIFY(!monitor.paused());
    }

    void keepsPicturesOfThePast()
    {
        RunMonitor monitor;
        QVERIFY(!monitor.cloud() && !monitor.cloud_at(0));
        for (int epoch = 1; epoch <= 1000; ++epoch) {
            auto cloud = std::make_shared<LatentCloud>();
            cloud->epoch = epoch;
            monitor.set_cloud(cloud);
            QCOMPARE(monitor.cloud()->epoch, double(epoch));
            QVERIFY(monitor.cloud_count() <= 256);
        }
        QCOMPARE(monitor.cloud_at(0)->epoch, 1.0);
        for (std::size_t i = 1; i < monitor.cloud_count(); ++i)
            QVERIFY(monitor.cloud_at(i)->epoch > monitor.cloud_at(i - 1)->epoch);
        QCOMPARE(monitor.cloud_at(monitor.cloud_count() - 1)->epoch, 1000.0);
    }

    void spansMapProgress()
    {
        RunMonitor monitor;
        monitor.set_stage(RunStage::teacher, 10);
        monitor.set_span(0.2, 0.6);
        monitor.report("half", 0.5);
        QVERIFY(std::abs(monitor.status().fraction - 0.4) < 1e-12);
        monitor.report("too much", 7);
        QVERIFY(std::abs(monitor.status().fraction - 0.6) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestRunMonitor)
#include "test_run_monitor.moc"
