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

    void against_the_reference_group()
    {
        // the larger group is the reference unless another is named
        std::vector<std::uint8_t> label, decision;
        std::vector<std::int32_t> group;
        const auto add = [&](int g, int y, int d, int rows) {
            for (int i = 0; i < rows; ++i) {
                group.push_back(g);
                label.push_back(static_cast<std::uint8_t>(y));
                decision.push_back(static_cast<std::uint8_t>(d));
            }
        };
        add(0, 1, 1, 10), add(0, 1, 0, 10), add(0, 0, 1, 5), add(0, 0, 0, 25);
        add(1, 1, 1, 60), add(1, 1, 0, 20), add(1, 0, 1, 20), add(1, 0, 0, 100);
        const Fairness f = compute_fairness(label, decision, group, named({"a", "b"}));
        QCOMPARE(f.reference, std::size_t{1});
        QVERIFY(!f.groups[1].against);
        const AgainstReference &against = *f.groups[0].against;
        QCOMPARE(*against.selection_difference.value, 0.3 - 0.4);
        QVERIFY(std::abs(*against.selection_log_ratio.value - std::log(0.3 / 0.4)) < 1e-12);
        QVERIFY(std::abs(*against.tpr_difference.value - (0.5 - 0.75)) < 1e-12);
        QVERIFY(against.tpr_difference.interval->high < 0 && against.tpr_difference.interval->low > -0.5);
        QCOMPARE(against.fpr_log_ratio.interval->method, std::string("MOVER"));
        QCOMPARE(*f.groups[0].fnr.value, 0.5);
        QCOMPARE(*f.eopr.value, 0.5 / 0.75);
        QCOMPARE(*f.eopd.value, 0.25);
        QCOMPARE(f.groups[0].selection_rate.interval->method, std::string("Wilson"));
        QVERIFY(!f.groups[0].small);

        FairnessOptions options;
        options.reference = 0;
        options.level = 0;
        options.minimum_rows = 60;
        const Fairness turned = compute_fairness(label, decision, group, named({"a", "b"}), options);
        QVERIFY(!turned.groups[0].against && turned.groups[0].small && !turned.groups[1].small);
        QVERIFY(std::abs(*turned.groups[1].against->selection_log_ratio.value - std::log(0.4 / 0.3)) < 1e-12);
        QVERIFY(!turned.groups[1].against->selection_log_ratio.interval && !turned.groups[1].tpr.interval);
    }

    void thresholds_and_scores()
    {
        const ScoredRows rows{{0.1f, 0.4f, 0.6f, 0.9f, 0.2f, 0.8f}, {0, 1, 0, 1, 0, 1}, {0, 0, 0, 0, 1, 1}};
        FairnessOptions options;
        for (const auto &[threshold, selected] : {std::pair{0.0, 4}, {0.4, 3}, {0.5, 2}, {0.95, 0}}) {
            options.threshold = threshold;
            const Fairness f = compute_fairness(rows, named({"a", "b"}), options);
            QCOMPARE(*f.groups[0].selection_rate.value, selected / 4.0);
            QCOMPARE(f.threshold, threshold);
        }
        const Fairness f = compute_fairness(rows, named({"a", "b"}));
        QCOMPARE(*f.groups[0].auroc.value, 0.75);
        QCOMPARE(*f.groups[1].auroc.value, 1.0);
        QVERIFY(std::abs(*f.groups[0].calibration.value) < 1e-6);
        QVERIFY(std::abs(*f.groups[0].calibration_error.value - (0.1 + 0.6 + 0.6 + 0.1) / 4) < 1e-6);
        QVERIFY(!compute_fairness(rows.label, rows.label, rows.group, named({"a", "b"})).groups[0].auroc);
    }

    void four_fifths_rule()
    {
        Metric ratio(0.85);
        QCOMPARE(four_fifths(ratio), FourFifths::met);
        ratio.interval.emplace();
        ratio.interval->low = 0.78;
        ratio.interval->high = 0.9;
        QCOMPARE(four_fifths(ratio), FourFifths::unsettled);
        ratio.interval->low = 0.8;
        QCOMPARE(four_fifths(ratio), FourFifths::met);
        ratio.interval->high = 0.79;
        ratio.interval->low = 0.7;
        QCOMPARE(four_fifths(ratio), FourFifths::missed);
        QCOMPARE(four_fifths(Metric(0.7)), FourFifths::missed);
        QCOMPARE(four_fifths(Metric::undefined_because("reason")), FourFifths::undefined);
    }

    void groups_of_one_column()
    {
        std::vector<Group> groups;
        for (const char *sex : {"Female", "Male"})
            for (const char *race : {"B", "A", "C"})
                if (std::string(sex) != "Male" || std::string(race) != "C")
                    groups.push_back({std::string(sex) + " & " + race, {{"sex", sex}, {"race", race}}});
        const std::vector<GroupMarginal> marginals = group_marginals(groups);
        QCOMPARE(marginals.size(), std::size_t{2});
        QCOMPARE(marginals[1].column, std::string("race"));
        QCOMPARE(marginals[1].groups[0].name, std::string("A"));
        QVERIFY((marginals[1].of_group == std::vector<std::int32_t>{1, 0, 2, 1, 0}));
        QVERIFY((marginals[0].of_group == std::vector<std::int32_t>{0, 0, 0, 1, 1}));
        QVERIFY(group_marginals(named({"a", "b"})).empty());
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
