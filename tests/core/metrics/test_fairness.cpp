#include "core/metrics/fairness.h"

#include "core/base/error.h"
#include "golden_values.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace fairloom;

namespace {

std::vector<Group> named(const std::vector<std::string> &names)
{
    std::vector<Group> out;
    for (const std::string &name : names)
        out.push_back(Group{name, {{"s", name}}});
    return out;
}

/// null = undefined.
bool agrees(const std::optional<double> &value, const nlohmann::json &expected)
{
    if (expected.is_null() || !value)
        return expected.is_null() && !value;
    return std::abs(*value - expected.get<double>()) <= 1e-12;
}

bool agrees(const Metric &metric, const nlohmann::json &expected)
{
    return agrees(metric.value, expected) && metric.undefined.empty() == metric.value.has_value();
}

} // namespace

class TestFairness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<int>("index");
        const nlohmann::json cases = golden_values("fairness.json").at("cases");
        QVERIFY(cases.size() >= 10);
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i].at("name").get<std::string>().c_str()) << static_cast<int>(i);
    }

    void golden()
    {
        QFETCH(int, index);
        const nlohmann::json c = golden_values("fairness.json").at("cases").at(static_cast<std::size_t>(index));
        const auto sensitive = c.at("sensitive").get<std::vector<std::string>>();
        std::vector<std::string> names = sensitive;
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        std::vector<std::int32_t> group;
        for (const std::string &s : sensitive)
            group.push_back(static_cast<std::int32_t>(std::lower_bound(names.begin(), names.end(), s) - names.begin()));

        const Fairness f = compute_fairness(c.at("y_true").get<std::vector<std::uint8_t>>(),
                                            c.at("y_pred").get<std::vector<std::uint8_t>>(), group, named(names));
        const nlohmann::json &expected = c.at("expected"), &fairlearn = c.at("fairlearn");
        QVERIFY(agrees(f.dpr, expected.at("dpr")));
        QVERIFY(agrees(f.dpd, expected.at("dpd")));
        QVERIFY(agrees(f.eor, expected.at("eor")));
        QVERIFY(agrees(f.eod, expected.at("eod")));
        QVERIFY(agrees(f.fairlearn.dpr, fairlearn.at("dpr")));
        QVERIFY(agrees(f.fairlearn.dpd, fairlearn.at("dpd")));
        QVERIFY(agrees(f.fairlearn.eor, fairlearn.at("eor")));
        QVERIFY(agrees(f.fairlearn.eod, fairlearn.at("eod")));
        QCOMPARE(f.groups.size(), names.size());
        for (const GroupRates &g : f.groups) {
            const nlohmann::json &rates = expected.at("groups").at(g.group.name);
            QCOMPARE(g.n, rates.at("n").get<std::size_t>());
            QVERIFY(agrees(g.base_rate, rates.at("base_rate")));
            QVERIFY(agrees(g.selection_rate, rates.at("selection_rate")));
            QVERIFY(agrees(g.tpr, rates.at("tpr")));
            QVERIFY(agrees(g.fpr, rates.at("fpr")));
        }
    }

    void rates_of_a_group_come_from_its_counts()
    {
        // group a: 2 TP, 1 FP, 3 TN, 1 FN
        const std::vector<std::uint8_t> label = {1, 1, 0, 0, 0, 0, 1, 1}, decision = {1, 1, 1, 0, 0, 0, 0, 1};
        const std::vector<std::int32_t> group = {0, 0, 0, 0, 0, 0, 0, 1};
        const Fairness f = compute_fairness(label, decision, group, named({"a", "b"}));
        QCOMPARE(*f.groups[0].precision.value, 2.0 / 3);
        QCOMPARE(*f.groups[0].accuracy.value, 5.0 / 7);
        QCOMPARE(*f.groups[0].tpr.value, 2.0 / 3);
        QCOMPARE(*f.groups[0].fpr.value, 0.25);
        QCOMPARE(*f.groups[0].base_rate.value, 3.0 / 7);
    }

    void reasons_name_the_group()
    {
        const std::vector<std::uint8_t> label = {0, 0, 1, 0}, decision = {1, 0, 1, 0};
        const std::vector<std::int32_t> group = {0, 0, 1, 1};
        const Fairness f = compute_fairness(label, decision, group, named({"Female", "Male"}));
        QCOMPARE(f.groups[0].tpr.undefined.english(),
                 std::string("no row of group “Female” has the positive label, so its true-positive rate is undefined"));
        QCOMPARE(f.eor.undefined.english(), f.groups[0].tpr.undefined.english());
        QCOMPARE(f.eod.undefined.english(), f.groups[0].tpr.undefined.english());
    }

    void empty_groups_take_no_part()
    {
        const std::vector<std::uint8_t> label = {1, 0, 1, 0}, decision = {1, 0, 1, 1};
        const std::vector<std::int32_t> group = {0, 0, 2, 2};
        const Fairness f = compute_fairness(label, decision, group, named({"a", "nobody", "c"}));
        QCOMPARE(f.groups[1].n, std::size_t{0});
        QCOMPARE(f.groups[1].selection_rate.undefined.english(), std::string("group “nobody” has no row"));
        QCOMPARE(*f.dpr.value, 0.5);
        QCOMPARE(*f.eod.value, 1.0);
        QCOMPARE(*f.fairlearn.dpr, 0.5);
    }

    void one_row_groups()
    {
        const Fairness f = compute_fairness(std::vector<std::uint8_t>{1, 0}, std::vector<std::uint8_t>{1, 0},
                                            std::vector<std::int32_t>{0, 1}, named({"a", "b"}));
        QCOMPARE(*f.dpr.value, 0.0);
        QCOMPARE(*f.dpd.value, 1.0);
        QVERIFY(!f.eor.value);
    }

    void no_rows_at_all()
    {
        const Fairness f = compute_fairness({}, {}, {}, named({"a", "b"}));
        QVERIFY(!f.dpr.value && !f.dpd.value && !f.eor.value && !f.eod.value);
        QCOMPARE(f.dpr.undefined.english(), std::string("there are no rows"));
        QVERIFY(!f.fairlearn.dpr && !f.fairlearn.eod);
    }

    void lists_of_different_length_are_refused()
    {
        const std::vector<std::uint8_t> two = {1, 0}, three = {1, 0, 1};
        const std::vector<std::int32_t> group = {0, 0}, outside = {0, 1};
        QVERIFY_EXCEPTION_THROWN(compute_fairness(two, three, group, named({"a"})), InputError);
        QVERIFY_EXCEPTION_THROWN(compute_fairness(two, two, outside, named({"a"})), InputError);
    }
};

QTEST_GUILESS_MAIN(TestFairness)
#include "test_fairness.moc"
