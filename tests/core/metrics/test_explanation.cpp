#include "core/metrics/explanation.h"

#include "column_support.h"
#include "core/data/picture_set.h"
#include "core/downstream/classifier.h"
#include "core/downstream/small_pictures.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

/// One made-up person.
struct Person {
    int group, kind;
    double number;
};

/// Columns number (a standard normal, in steps of 0.1: a threshold inside one of XGBoost's bins would leave rows to be learned by their
/// noise), kind (4 values), noise and group, all independent, and what `favourable` makes of them as outcome.
Dataset people(std::size_t n, int groups, const std::function<bool(const Person &)> &favourable)
{
    Dataset data;
    data.name = "people";
    Column number = random_numbers("number", n, 1);
    for (double &value : number.numbers)
        value = std::round(value * 10) / 10;
    const Column noise = random_numbers("noise", n, 2);
    const Codes kind = random_codes(n, 4, 3), group = random_codes(n, groups, 4);
    Codes outcome(n);
    for (std::size_t i = 0; i < n; ++i)
        outcome[i] = favourable({group[i], kind[i], number.numbers[i]});
    data.table.name = "people";
    data.table.columns = {number, coded("kind", 4, kind), noise, coded("group", groups, group), coded("outcome", 2, outcome)};
    return data;
}

Problem problem_with(const Dataset &data)
{
    return make_problem(data, {{"group"}, "outcome", "1"}, 1);
}

/// A problem with a classifier that learned its training rows.
struct Learned {
    Problem problem;
    std::unique_ptr<Classifier> classifier;
    ClassifierFeatures features;

    Learned(Problem problem_, std::unique_ptr<Classifier> classifier_)
        : problem(std::move(problem_)), classifier(std::move(classifier_)),
          features(ClassifierFeatures::fit(problem, problem.train.table, classifier->representation()))
    {
        classifier->fit(features.transform(problem.train.table), problem.train.label, {});
    }
    Learned(Problem problem_, const QString &kind) : Learned(std::move(problem_), make_classifier(kind.toStdString(), 1, 1)) {}

    Explanation explained(const ExplanationSettings &settings = {}) const
    {
        return explain(problem, *classifier, features, problem.test, settings, {});
    }
};

const ColumnInfluence &column(const Explanation &e, const std::string &name)
{
    return *std::ranges::find(e.columns, name, &ColumnInfluence::column);
}

const GroupCounterfactual &pair(const Explanation &e, const std::string &group, const std::string &as)
{
    return *std::ranges::find_if(e.counterfactuals, [&](const GroupCounterfactual &c) { return c.group == group && c.as == as; });
}

/// Says yes to everybody, and keeps what it was asked about. For one thread.
class Recorder final : public Classifier {
public:
    explicit Recorder(Representation representation) : representation_(representation) {}
    std::string name() const override { return "recorder"; }
    Representation representation() const override { return representation_; }
    void fit(const ClassifierRows &, std::span<const std::uint8_t>, std::stop_token) override {}
    std::vector<float> predict(const ClassifierRows &rows) const override
    {
        asked.push_back(rows);
        if (asked.size() == stop_at)
            stop.request_stop();
        return std::vector<float>(rows.rows(), 1);
    }

    mutable std::vector<ClassifierRows> asked;
    mutable std::stop_source stop;
    std::size_t stop_at = 0;

private:
    Representation representation_;
};

/// Every figure and reason of an explanation.
std::vector<std::string> texts(const Explanation &e)
{
    std::vector<std::string> out;
    const auto add = [&](const Metric &m) {
        out.push_back(m ? QString::number(*m.value, 'g', 17).toStdString() : m.undefined.english());
        if (m.interval)
            out.push_back(QString::number(m.interval->low, 'g', 17).toStdString() + " " + QString::number(m.interval->high, 'g', 17).toStdString());
    };
    for (const ColumnInfluence &c : e.columns) {
        out.push_back(c.column + (c.sensitive ? " sensitive " : " ") + std::to_string(c.proxy));
        for (const Metric &m : {c.shap, c.shap_share, c.accuracy_drop, c.parity_change})
            add(m);
    }
    for (const GroupCounterfactual &c : e.counterfactuals) {
        out.push_back(c.group + " as " + c.as + ": " + std::to_string(c.n));
        for (const Metric &m : {c.gained, c.lost, c.probability_change})
            add(m);
    }
    add(e.changed);
    out.push_back(std::to_string(e.rows));
    return out;
}

/// A metric without a value says why, one with a value is a number.
bool sound(const Metric &m)
{
    return m ? std::isfinite(*m.value) : !m.undefined.empty();
}

bool sound(const Explanation &e)
{
    const auto influence = [](const ColumnInfluence &c) {
        return sound(c.shap) && sound(c.shap_share) && sound(c.accuracy_drop) && sound(c.parity_change) && c.proxy >= 0 && c.proxy <= 1;
    };
    const auto counterfactual = [](const GroupCounterfactual &c) { return sound(c.gained) && sound(c.lost) && sound(c.probability_change); };
    return std::ranges::all_of(e.columns, influence) && std::ranges::all_of(e.counterfactuals, counterfactual) && sound(e.changed);
}

void each_classifier()
{
    QTest::addColumn<QString>("kind");
    for (const std::string &name : classifier_names())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

} // namespace

class TestExplanation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void one_column_decides_data()
    {
        QTest::addColumn<QString>("classifier");
        QTest::addColumn<QString>("decides");
        for (const std::string &name : classifier_names())
            for (const char *decides : {"number", "kind"})
                QTest::addRow("%s, %s", name.c_str(), decides) << QString::fromStdString(name) << decides;
    }
    void one_column_decides()
    {
        QFETCH(QString, classifier);
        QFETCH(QString, decides);
        const bool number = decides == "number";
        const Learned learned(problem_with(people(6000, 2, [&](const Person &p) { return number ? p.number > 0 : p.kind % 3 == 0; })), classifier);
        const Explanation e = learned.explained();
        QVERIFY(sound(e));
        QCOMPARE(e.columns.size(), std::size_t{4});
        QCOMPARE(e.columns.front().column, decides.toStdString());
        double shares = 0;
        for (const ColumnInfluence &c : e.columns) {
            const bool it = c.column == decides.toStdString();
            QVERIFY2(it ? *c.shap_share.value > 0.95 : *c.shap_share.value < 0.03, qPrintable(QString::number(*c.shap_share.value)));
            QVERIFY2(it ? *c.accuracy_drop.value > 0.4 : std::abs(*c.accuracy_drop.value) < 0.01, c.column.c_str());
            QVERIFY2(std::abs(*c.parity_change.value) < 0.1, c.column.c_str());
            QCOMPARE(c.sensitive, c.column == "group");
            shares += *c.shap_share.value;
        }
        QVERIFY(std::abs(shares - 1) < 1e-9);
        // the group decides nothing, so that another one changes nothing
        QVERIFY(*e.changed.value < 0.01);
        QCOMPARE(e.changed.interval->method, std::string("Wilson"));
        for (const GroupCounterfactual &c : e.counterfactuals)
            QVERIFY(*c.gained.value < 0.01 && *c.lost.value < 0.01 && std::abs(*c.probability_change.value) < 0.02);
    }

    void the_group_decides_data() { each_classifier(); }
    void the_group_decides()
    {
        QFETCH(QString, kind);
        const Learned learned(problem_with(people(3000, 2, [](const Person &p) { return p.group == 1; })), kind);
        const Explanation e = learned.explained();
        QVERIFY(sound(e));
        QCOMPARE(e.columns.front().column, std::string("group"));
        QVERIFY(*e.columns.front().shap_share.value > 0.95);
        QVERIFY(*e.columns.front().accuracy_drop.value > 0.4);
        QVERIFY(*e.columns.front().parity_change.value > 0.8); // from 0 to nearly 1
        QCOMPARE(*e.changed.value, 1.0);
        QVERIFY(e.changed.interval->low > 0.99);
        QCOMPARE(e.counterfactuals.size(), std::size_t{2});
        const GroupCounterfactual &up = pair(e, "0", "1"), &down = pair(e, "1", "0");
        QCOMPARE(*up.gained.value, 1.0);
        QCOMPARE(*up.lost.value, 0.0);
        QCOMPARE(*down.gained.value, 0.0);
        QCOMPARE(*down.lost.value, 1.0);
        QVERIFY(*up.probability_change.value > 0.9 && *down.probability_change.value < -0.9);
        QCOMPARE(up.gained.interval->method, std::string("Wilson"));
        QCOMPARE(up.n + down.n, e.rows);
    }

    /// Part of the rows: those whose number alone does not decide.
    void the_group_decides_some()
    {
        const Learned learned(problem_with(people(8000, 2, [](const Person &p) { return p.number > (p.group == 1 ? -0.5 : 0.5); })), "xgboost");
        const Explanation e = learned.explained({.rows = 0});
        QCOMPARE(e.rows, learned.problem.test.rows());
        const double between = std::erf(0.5 / std::sqrt(2)); // of a standard normal, -0.5 to 0.5
        QVERIFY(std::abs(*e.changed.value - between) < 0.05);
        QVERIFY(std::abs(*pair(e, "0", "1").gained.value - between) < 0.05);
        QVERIFY(std::abs(*pair(e, "1", "0").lost.value - between) < 0.05);
        QVERIFY(*pair(e, "0", "1").lost.value < 0.01);
        QCOMPARE(e.columns[0].column, std::string("number"));
        QCOMPARE(e.columns[1].column, std::string("group"));
    }

    /// The threshold is the caller's.
    void threshold()
    {
        const Learned learned(problem_with(people(3000, 2, [](const Person &p) { return p.group == 1; })), "xgboost");
        QCOMPARE(*learned.explained({.threshold = 0}).changed.value, 0.0); // all are selected
        QVERIFY(!column(learned.explained({.threshold = 1.1}), "kind").parity_change); // nobody is, and the ratio is 0/0
    }

    /// Its parts may cancel each other out: they are added up before the absolute value is taken.
    void shap_of_a_column_by_hand()
    {
        const Learned learned(problem_with(people(1000, 2, [](const Person &p) { return p.kind > 1 || p.number > 1; })), "logistic");
        const Matrix values = *learned.classifier->contributions(learned.features.transform(learned.problem.test.table));
        std::map<std::string, double> expected;
        for (std::size_t row = 0; row < values.rows; ++row) {
            std::map<std::string, double> of_row;
            for (std::size_t j = 0; j + 1 < values.columns; ++j)
                of_row[learned.problem.train.table.columns[learned.features.columns()[j]].name] += static_cast<double>(values.row(row)[j]);
            for (const auto &[name, value] : of_row)
                expected[name] += std::abs(value) / static_cast<double>(values.rows);
        }
        const Explanation e = learned.explained({.rows = 0});
        QCOMPARE(expected.size(), e.columns.size());
        for (const ColumnInfluence &c : e.columns)
            QVERIFY(std::abs(*c.shap.value - expected[c.column]) < 1e-9);
    }

    /// What the classifier is asked about is what it would be given of a table with the values exchanged.
    void rows_that_are_asked_about()
    {
        Dataset data = people(400, 2, [](const Person &p) { return p.number > 0; });
        Column age = numbers("age", {}); // sensitive, a number with few values, some missing
        age.missing_spelling = "?";
        for (std::size_t i = 0; i < 400; ++i)
            age.numbers.push_back(i % 5 == 0 ? std::nan("") : 20.0 + 10.0 * static_cast<double>(i % 3));
        data.table.columns.push_back(age);
        data.table.columns[0].numbers[7] = std::nan("");
        const Problem problem = make_problem(data, {{"group", "age"}, "outcome", "1"}, 1);
        QCOMPARE(problem.groups.size(), std::size_t{8});
        Recorder classifier(Representation::standardised);
        const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, classifier.representation());
        explain(problem, classifier, features, problem.test, {.rows = 0, .repeats = 1}, {});
        const Table &table = problem.test.table;
        std::vector<std::string> columns = {"number", "kind", "noise", "group", "age"};
        QCOMPARE(classifier.asked.size(), 1 + columns.size() + problem.groups.size());
        const Matrix &before = classifier.asked[0].values;
        QCOMPARE(before.values, features.transform(table).values.values);

        for (std::size_t c = 0; c < columns.size(); ++c) {
            const Matrix &after = classifier.asked[1 + c].values;
            std::multiset<std::vector<float>> was, is;
            std::size_t moved = 0;
            for (std::size_t row = 0; row < before.rows; ++row) {
                std::vector<float> old_values, new_values;
                for (std::size_t j = 0; j < before.columns; ++j) {
                    if (problem.train.table.columns[features.columns()[j]].name == columns[c]) {
                        old_values.push_back(before.row(row)[j]);
                        new_values.push_back(after.row(row)[j]);
                    } else {
                        QCOMPARE(after.row(row)[j], before.row(row)[j]);
                    }
                }
                moved += old_values != new_values;
                was.insert(old_values);
                is.insert(new_values);
            }
            QCOMPARE(is, was);
            QVERIFY(moved > before.rows / 4);
        }
        for (std::size_t g = 0; g < problem.groups.size(); ++g) {
            Table as = table;
            for (const auto &[name, value] : problem.groups[g].values) {
                Column &sensitive = as.columns[as.index_of(name)];
                const auto code = std::ranges::find(sensitive.categories, value) - sensitive.categories.begin();
                std::ranges::fill(sensitive.codes, static_cast<std::int32_t>(code));
            }
            QCOMPARE(classifier.asked[1 + columns.size() + g].values.values, features.transform(as).values.values);
            for (const std::int32_t placed : label_table(problem, std::move(as)).group)
                QCOMPARE(placed, static_cast<std::int32_t>(g));
        }
    }

    void without_shap_values()
    {
        Learned learned(problem_with(people(500, 2, [](const Person &p) { return p.number > 0; })), std::make_unique<Recorder>(Representation::raw));
        const Explanation e = learned.explained();
        QVERIFY(sound(e));
        QCOMPARE(e.columns.front().shap.undefined.english(), std::string("the classifier “recorder” gives no SHAP values"));
        QVERIFY(!e.columns.front().shap_share && e.columns.front().accuracy_drop);
    }

    /// A fair-by-unawareness classifier is not shown the group.
    void a_column_that_is_not_seen()
    {
        const Problem problem = problem_with(people(2000, 2, [](const Person &p) { return p.group == 1 && p.number > 0; }));
        const auto classifier = make_classifier("xgboost", 1, 1);
        const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, Representation::raw, problem.features);
        classifier->fit(features.transform(problem.train.table), problem.train.label, {});
        const Explanation e = explain(problem, *classifier, features, problem.test, {}, {});
        QCOMPARE(*e.changed.value, 0.0);
        QCOMPARE(*column(e, "group").shap.value, 0.0);
        QCOMPARE(*column(e, "group").accuracy_drop.value, 0.0);
        QCOMPARE(*column(e, "group").parity_change.value, 0.0);
    }

    void a_constant_classifier_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("label");
        for (const std::string &name : classifier_names())
            for (const int label : {0, 1})
                QTest::addRow("%s %d", name.c_str(), label) << QString::fromStdString(name) << label;
    }
    void a_constant_classifier()
    {
        QFETCH(QString, kind);
        QFETCH(int, label);
        Learned learned(problem_with(people(500, 2, [](const Person &p) { return p.number > 0; })), kind);
        const ClassifierRows rows = learned.features.transform(learned.problem.train.table);
        learned.classifier->fit(rows, std::vector<std::uint8_t>(rows.rows(), static_cast<std::uint8_t>(label)), {});
        const Explanation e = learned.explained();
        QVERIFY(sound(e));
        for (const ColumnInfluence &c : e.columns) {
            QCOMPARE(*c.shap.value, 0.0);
            QCOMPARE(c.shap_share.undefined.english(), std::string("no column changes what the classifier says"));
            QCOMPARE(*c.accuracy_drop.value, 0.0);
            QCOMPARE(bool(c.parity_change), label == 1); // 0/0 if nobody is selected
        }
        QCOMPARE(*e.changed.value, 0.0);
        QCOMPARE(*pair(e, "0", "1").gained.value, 0.0);
    }

    void one_group_among_the_test_rows()
    {
        const Learned learned(problem_with(people(1000, 2, [](const Person &p) { return p.group == 1; })), "xgboost");
        std::vector<std::size_t> which;
        for (std::size_t row = 0; row < learned.problem.test.rows(); ++row)
            if (learned.problem.test.group[row] == 0)
                which.push_back(row);
        const Explanation e = explain(learned.problem, *learned.classifier, learned.features, select_rows(learned.problem.test, which), {}, {});
        QVERIFY(sound(e));
        QCOMPARE(*e.changed.value, 1.0);
        QCOMPARE(*pair(e, "0", "1").gained.value, 1.0);
        const GroupCounterfactual &nobody = pair(e, "1", "0");
        QCOMPARE(nobody.n, std::size_t{0});
        QVERIFY(!nobody.gained && !nobody.lost && !nobody.probability_change);
        QCOMPARE(nobody.gained.undefined.english(), std::string("group “1” has no row"));
    }

    void few_rows_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("two") << 2;
    }
    void few_rows()
    {
        QFETCH(int, rows);
        for (const QString kind : {"xgboost", "logistic"}) {
            const Learned learned(problem_with(people(300, 3, [](const Person &p) { return p.kind == 1; })), kind);
            std::vector<std::size_t> which(static_cast<std::size_t>(rows));
            std::iota(which.begin(), which.end(), std::size_t(0));
            const Explanation e = explain(learned.problem, *learned.classifier, learned.features, select_rows(learned.problem.test, which), {}, {});
            QCOMPARE(e.rows, which.size());
            QVERIFY(sound(e));
            QCOMPARE(bool(e.changed), rows > 0);
            QCOMPARE(bool(e.columns.front().accuracy_drop), rows > 0);
        }
    }

    /// One person alone in a group, once among the training rows and once among the test rows as well.
    void a_group_of_one_row()
    {
        Dataset data = people(600, 2, [](const Person &p) { return p.number > 0; });
        Column &group = data.table.columns[3];
        group.categories.push_back("2");
        group.codes[10] = 2;
        const Problem alone = problem_with(data);
        QCOMPARE(alone.groups.size(), std::size_t{3});
        const Explanation untested = Learned(alone, "xgboost").explained();
        QVERIFY(sound(untested));
        QCOMPARE(untested.counterfactuals.size(), std::size_t{6});
        QCOMPARE(pair(untested, "2", "0").n, std::size_t{0});

        data.test = data.table.select_rows({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        const Explanation tested = Learned(problem_with(data), "xgboost").explained();
        QVERIFY(sound(tested));
        QCOMPARE(pair(tested, "2", "0").n, std::size_t{1});
        QVERIFY(pair(tested, "2", "0").gained.interval->high > 0.5);
    }

    void pairs_of_many_groups_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<std::size_t>("pairs");
        QTest::newRow("6, all") << 6 << std::size_t{30};
        QTest::newRow("8, with the largest") << 8 << std::size_t{14};
    }
    void pairs_of_many_groups()
    {
        QFETCH(int, groups);
        QFETCH(std::size_t, pairs);
        Dataset data = people(4000, groups, [&](const Person &p) { return p.group == groups - 1; });
        for (std::size_t row = 0; row < 500; ++row)
            data.table.columns[3].codes[row] = 3; // the largest
        for (std::size_t row = 0; row < 500; ++row)
            data.table.columns[4].codes[row] = groups - 1 == 3;
        const Explanation e = Learned(problem_with(data), "xgboost").explained({.rows = 0});
        QVERIFY(sound(e));
        QCOMPARE(e.counterfactuals.size(), pairs);
        std::set<std::pair<std::string, std::string>> seen;
        for (const GroupCounterfactual &c : e.counterfactuals) {
            QVERIFY(c.group != c.as);
            QVERIFY(groups <= 6 || c.group == "3" || c.as == "3");
            QVERIFY(seen.emplace(c.group, c.as).second);
            QVERIFY(c.n > 0);
        }
        // whoever is not of the last group would be selected as a member of it, also where that pair is not listed
        QCOMPARE(*e.changed.value, 1.0);
    }

    void proxies()
    {
        Dataset data = people(3000, 2, [](const Person &p) { return p.number > 0; });
        Column twin = data.table.columns[3];
        twin.name = "twin";
        data.table.columns.push_back(twin);
        const Explanation e = Learned(problem_with(data), "logistic").explained();
        QCOMPARE(column(e, "group").proxy, 1.0);
        QVERIFY(column(e, "twin").proxy > 0.999);
        QVERIFY(column(e, "noise").proxy < 0.06 && column(e, "kind").proxy < 0.06);
    }

    void same_for_any_number_of_threads_data() { each_classifier(); }
    void same_for_any_number_of_threads()
    {
        QFETCH(QString, kind);
        const Learned learned(problem_with(people(3000, 3, [](const Person &p) { return p.number + p.group + p.kind > 3; })), kind);
        const auto one = texts(learned.explained());
        for (const int threads : {2, 5})
            QCOMPARE(texts(learned.explained({.threads = threads})), one);
        QVERIFY(texts(learned.explained({.rows = 500})) != texts(learned.explained({.rows = 500, .seed = 2})));
    }

    void settings()
    {
        const Learned learned(problem_with(people(1000, 2, [](const Person &p) { return p.number > 0; })), "xgboost");
        QCOMPARE(learned.explained({.rows = 100}).rows, std::size_t{100});
        QCOMPARE(learned.explained().rows, std::size_t{300}); // there are no more
        const Explanation unshuffled = learned.explained({.repeats = 0});
        QVERIFY(sound(unshuffled));
        QVERIFY(!column(unshuffled, "number").accuracy_drop && !column(unshuffled, "number").parity_change);
    }

    void stops_when_asked_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("at once") << 0;
        QTest::newRow("before the shuffles") << 1;
        QTest::newRow("between two shuffles") << 5;
        QTest::newRow("after the shuffles") << 13;
        QTest::newRow("between two groups") << 14;
    }
    void stops_when_asked()
    {
        QFETCH(int, call);
        const Problem problem = problem_with(people(400, 2, [](const Person &p) { return p.number > 0; }));
        Recorder classifier(Representation::raw);
        const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, classifier.representation());
        classifier.stop_at = static_cast<std::size_t>(call);
        if (call == 0)
            classifier.stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(explain(problem, classifier, features, problem.test, {}, classifier.stop.get_token()), Cancelled);
        QCOMPARE(classifier.asked.size(), classifier.stop_at);
    }

    void a_picture_counts_as_one_column()
    {
        const Learned learned(shapes_problem({.rows = 500}), "xgboost");
        const Explanation e = learned.explained();
        QVERIFY(sound(e));
        QCOMPARE(e.columns.size(), std::size_t{2});
        QCOMPARE(e.columns.front().column, std::string("picture"));
        QVERIFY(*e.columns.front().shap_share.value > 0.9);
        QVERIFY(*e.columns.front().accuracy_drop.value > 0.3);
        QVERIFY(std::abs(*e.columns.back().accuracy_drop.value) < 0.05);
    }

    void pictures_that_are_handed_on()
    {
        const Problem problem = shapes_problem({.rows = 200});
        Recorder classifier(Representation::pixels);
        const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, classifier.representation());
        QVERIFY(sound(explain(problem, classifier, features, problem.test, {.repeats = 1}, {})));
        QCOMPARE(classifier.asked.size(), std::size_t{1 + 2 + 2});
        const ClassifierRows &before = classifier.asked[0], &shuffled = classifier.asked[1];
        QCOMPARE(shuffled.values.values, before.values.values);
        QVERIFY(shuffled.pictures.index != before.pictures.index);
        QVERIFY(std::ranges::is_permutation(shuffled.pictures.index, before.pictures.index));
        for (const std::size_t call : {2, 3, 4}) {
            QCOMPARE(classifier.asked[call].pictures.index, before.pictures.index);
            QVERIFY(classifier.asked[call].values.values != before.values.values);
        }
    }
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "test_explanation.moc"
