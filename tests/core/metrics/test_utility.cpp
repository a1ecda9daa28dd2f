#include "core/metrics/utility.h"

#include "core/base/error.h"
#include "core/base/random.h"

#include <QTest>

#include <cmath>

using namespace fairloom;

namespace {

using Labels = std::vector<std::uint8_t>;
using Scores = std::vector<float>;

/// Share of pairs in which the positive scores higher, ties counting half: the definition.
double auroc_by_pairs(const Labels &label, const Scores &score)
{
    double wins = 0, pairs = 0;
    for (std::size_t i = 0; i < label.size(); ++i)
        for (std::size_t j = 0; j < label.size(); ++j)
            if (label[i] && !label[j]) {
                ++pairs;
                wins += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
            }
    return wins / pairs;
}

} // namespace

class TestUtility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void auroc_equals_its_definition_data()
    {
        QTest::addColumn<int>("levels");
        QTest::newRow("two scores") << 2;
        QTest::newRow("many ties") << 5;
        QTest::newRow("few ties") << 1000;
        QTest::newRow("hardly a tie") << 1000000;
    }

    void auroc_equals_its_definition()
    {
        QFETCH(int, levels);
        Random random(7);
        Labels label;
        Scores score;
        for (int i = 0; i < 400; ++i) {
            label.push_back(random.below(3) == 0);
            score.push_back(static_cast<float>(random.below(static_cast<std::uint64_t>(levels))) + (label.back() ? 0.3f * static_cast<float>(levels) : 0));
        }
        QVERIFY(std::abs(*auroc(label, score).value - auroc_by_pairs(label, score)) < 1e-12);
    }

    void auroc_at_the_edges()
    {
        QCOMPARE(*auroc(Labels{0, 0, 1, 1}, Scores{1, 2, 3, 4}).value, 1.0);
        QCOMPARE(*auroc(Labels{1, 1, 0, 0}, Scores{1, 2, 3, 4}).value, 0.0);
        QCOMPARE(*auroc(Labels{1, 0, 1, 0}, Scores{2, 2, 2, 2}).value, 0.5);
        QCOMPARE(*auroc(Labels{0, 0, 1, 1}, Scores{0.1f, 0.4f, 0.35f, 0.8f}).value, 0.75);
        QCOMPARE(auroc(Labels{1, 1}, Scores{1, 2}).undefined.english(), std::string("no row has the negative label, so AUROC is undefined"));
        QCOMPARE(auroc(Labels{0, 0}, Scores{1, 2}).undefined.english(), std::string("no row has the positive label, so AUROC is undefined"));
        QVERIFY(!auroc({}, {}).value);
        QVERIFY_EXCEPTION_THROWN(auroc(Labels{1}, Scores{}), InputError);
    }

    void shuffled_labels_score_one_half()
    {
        Random random(11);
        Labels label(20000);
        Scores score(20000);
        for (std::size_t i = 0; i < label.size(); ++i) {
            label[i] = random.below(4) == 0;
            score[i] = static_cast<float>(random.uniform());
        }
        // deviation of the null is sqrt((n + 1) / (12 n1 n0)) = 0.0047
        QVERIFY(std::abs(*auroc(label, score).value - 0.5) < 4 * 0.0047);
    }

    void counts_by_hand()
    {
        // threshold is inclusive: decisions 1 1 1 0 0 0
        const Utility u = compute_utility(Labels{1, 1, 0, 1, 0, 0}, Scores{0.9f, 0.5f, 0.6f, 0.4f, 0.1f, 0.2f});
        QCOMPARE(*u.accuracy.value, 4.0 / 6);
        QCOMPARE(*u.precision.value, 2.0 / 3);
        QCOMPARE(*u.recall.value, 2.0 / 3);
        QCOMPARE(*u.f1.value, 2.0 / 3);
        QCOMPARE(*u.auroc.value, 7.0 / 9);
        QCOMPARE(u.majority_accuracy, 0.5);
        QCOMPARE(*compute_utility(Labels{1, 0}, Scores{0.4f, 0.2f}, 0.3).accuracy.value, 1.0);
    }

    void constant_classifiers()
    {
        const Labels label = {1, 0, 0, 0};
        const Utility never = compute_utility(label, Scores{0, 0, 0, 0});
        QCOMPARE(*never.accuracy.value, 0.75);
        QCOMPARE(never.majority_accuracy, 0.75);
        QCOMPARE(never.precision.undefined.english(), std::string("no row was predicted positive, so precision is undefined"));
        QCOMPARE(*never.recall.value, 0.0);
        QCOMPARE(*never.f1.value, 0.0);
        QCOMPARE(*never.auroc.value, 0.5);
        const Utility always = compute_utility(label, Scores{1, 1, 1, 1});
        QCOMPARE(*always.recall.value, 1.0);
        QCOMPARE(*always.precision.value, 0.25);
        const Utility nothing = compute_utility(Labels{0, 0}, Scores{0, 0});
        QVERIFY(!nothing.recall.value && !nothing.f1.value && !nothing.auroc.value);
        QVERIFY(!compute_utility({}, {}).accuracy.value);
    }
};

QTEST_GUILESS_MAIN(TestUtility)
#include "test_utility.moc"
