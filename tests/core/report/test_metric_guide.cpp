#include "core/report/metric_guide.h"
#include "core/study/policy.h"

#include <QSet>
#include <QTest>

using namespace fairloom;

class TestMetricGuide : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyGuideSaysSomething();
    void isFoundByItsKey();
    void knowsWhatPoliciesLimit();
    void warnsOfWhatMisleads_data();
    void warnsOfWhatMisleads();
};

void TestMetricGuide::everyGuideSaysSomething()
{
    QSet<QString> keys, names;
    for (const MetricGuide &guide : metric_guides()) {
        const QString key = QString::fromLatin1(guide.key);
        QVERIFY2(!keys.contains(key), guide.key);
        keys.insert(key);
        QVERIFY2(!names.contains(QString::fromStdString(guide.name.text)), guide.key);
        names.insert(QString::fromStdString(guide.name.text));
        QVERIFY2(!guide.name.empty() && guide.definition.text.size() > 20, guide.key);
        for (const Message *sentence : {&guide.definition, &guide.caveat})
            QVERIFY2(!sentence->text.ends_with('.'), guide.key); // whoever shows it sets the full stop
        for (const char c : std::string(guide.key))
            QVERIFY2((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_', guide.key); // it is part of an anchor
    }
    QVERIFY(keys.size() > 50);
}

void TestMetricGuide::isFoundByItsKey()
{
    QCOMPARE(metric_guide("dpr")->name.text, std::string("Demographic parity ratio (DPR)"));
    QVERIFY(!metric_guide("nothing"));
    for (const MetricGuide &guide : metric_guides())
        QCOMPARE(metric_guide(guide.key), &guide);
}

void TestMetricGuide::knowsWhatPoliciesLimit()
{
    for (const PolicyFigure &figure : policy_figures())
        QVERIFY2(metric_guide(figure.key), figure.key);
}

void TestMetricGuide::warnsOfWhatMisleads_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("dpr") << "biased downwards";
    QTest::newRow("eor") << "biased downwards";
    QTest::newRow("selection_log_ratio") << "Not biased";
    QTest::newRow("density") << "half samples";
    QTest::newRow("coverage") << "half samples";
    QTest::newRow("beta_recall") << "about 0.5";
    QTest::newRow("two_sample_auroc") << "Copies throw it off";
    QTest::newRow("dcr_median") << "does not bound";
    QTest::newRow("attack_advantage") << "does not bound";
    QTest::newRow("intervals") << "TSTS";
    QTest::newRow("calibration_error") << "Biased upwards";
}

void TestMetricGuide::warnsOfWhatMisleads()
{
    QFETCH(QString, says);
    const QString caveat = QString::fromStdString(metric_guide(QTest::currentDataTag())->caveat.text);
    QVERIFY2(caveat.contains(says), qPrintable(caveat));
}

QTEST_GUILESS_MAIN(TestMetricGuide)
#include "test_metric_guide.moc"
