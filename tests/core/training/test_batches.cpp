#include "core/training/batches.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace fairloom;

class TestBatches : public QObject {
    Q_OBJECT

private:
    static std::vector<std::int64_t> epoch(BatchPlan &plan)
    {
        plan.start_epoch();
        std::vector<std::int64_t> out;
        for (int step = 0; step < plan.steps_per_epoch(); ++step) {
            const torch::Tensor rows = plan.rows(step);
            out.insert(out.end(), rows.data_ptr<std::int64_t>(), rows.data_ptr<std::int64_t>() + rows.size(0));
        }
        return out;
    }

private Q_SLOTS:
    void everyRowOnceAnEpoch()
    {
        BatchPlan plan(1000, 128, 0, 1, "test");
        std::vector<std::int64_t> rows = epoch(plan);
        std::sort(rows.begin(), rows.end());
        for (std::size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(rows[i], static_cast<std::int64_t>(i));
    }

    void strataHaveEqualShares()
    {
        std::vector<std::int32_t> strata(1000, 0);
        std::fill(strata.begin() + 900, strata.begin() + 990, 1);
        std::fill(strata.begin() + 990, strata.end(), 7); // ten rows; numbers need not follow each other
        BatchPlan plan(1000, 128, 0, 1, "test", strata);
        std::map<std::int64_t, int> seen;
        for (int i = 0; i < 3; ++i) {
            std::map<std::int32_t, int> counts;
            for (const std::int64_t row : epoch(plan)) {
                ++counts[strata[static_cast<std::size_t>(row)]];
                ++seen[row];
            }
            QCOMPARE(counts.size(), std::size_t{3});
            for (const auto &[stratum, count] : counts)
                QVERIFY(count == 333 || count == 334);
        }
        // Three epochs take 1,000 of the large stratum's 900 rows: every one of them, none more than twice.
        for (std::int64_t row = 0; row < 900; ++row)
            QVERIFY(seen[row] >= 1 && seen[row] <= 2);
        for (std::int64_t row = 990; row < 1000; ++row)
            QVERIFY(seen[row] >= 99 && seen[row] <= 101);
    }

    void sameSeedSameBatches()
    {
        const std::vector<std::int32_t> strata{0, 1, 1, 1, 1, 1, 1, 1};
        BatchPlan a(8, 4, 0, 3, "test", strata), b(8, 4, 0, 3, "test", strata);
        QCOMPARE(epoch(a), epoch(b));
    }
};

QTEST_GUILESS_MAIN(TestBatches)
#include "test_batches.moc"
