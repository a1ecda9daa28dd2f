#include "core/downstream/classifier.h"

#include "core/base/error.h"
#include "core/base/random.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <thread>

using namespace fairloom;

namespace {

struct Rows {
    Matrix x;
    std::vector<std::uint8_t> y;
};

/// y = 1 where the first feature is above 0.3, with `noise` of the labels turned round; other features say nothing.
Rows step_function(std::size_t n, double noise, std::uint64_t seed)
{
    Random random(seed);
    Rows out{Matrix(n, 4), {}};
    for (std::size_t i = 0; i < n; ++i) {
        for (float &v : out.x.row(i))
            v = static_cast<float>(random.normal());
        const bool above = out.x.row(i)[0] > 0.3f;
        out.y.push_back(random.uniform() < noise ? !above : above);
    }
    return out;
}

/// n rows of three features of which two are 0 or 1, each pair as often as every other, and the third is always 1; y = a or b.
Rows either(std::size_t n)
{
    Rows out{Matrix(n, 3), {}};
    for (std::size_t i = 0; i < n; ++i) {
        const bool a = i % 2 != 0, b = i / 2 % 2 != 0;
        std::ranges::copy(std::array{a ? 1.0f : 0.0f, b ? 1.0f : 0.0f, 1.0f}, out.x.row(i).begin());
        out.y.push_back(a || b);
    }
    return out;
}

double sum(std::span<const float> values)
{
    double out = 0;
    for (const float v : values)
        out += static_cast<double>(v);
    return out;
}

double accuracy(const std::vector<float> &p, const std::vector<std::uint8_t> &y)
{
    double right = 0;
    for (std::size_t i = 0; i < y.size(); ++i)
        right += (p[i] >= 0.5f) == (y[i] != 0);
    return right / static_cast<double>(y.size());
}

void each_classifier()
{
    QTest::addColumn<QString>("kind");
    for (const std::string &name : classifier_names())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

} // namespace

class TestClassifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learns_a_step_data() { each_classifier(); }
    void learns_a_step()
    {
        QFETCH(QString, kind);
        const Rows train = step_function(3000, 0.05, 1), test = step_function(3000, 0, 2);
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        QCOMPARE(classifier->name(), kind.toStdString());
        classifier->fit(train.x, train.y, {});
        const std::vector<float> p = classifier->predict(test.x);
        QCOMPARE(p.size(), test.y.size());
        for (const float v : p)
            QVERIFY(v >= 0 && v <= 1);
        QVERIFY(accuracy(p, test.y) > 0.95);
    }

    void shuffled_labels_teach_nothing_data() { each_classifier(); }
    void shuffled_labels_teach_nothing()
    {
        QFETCH(QString, kind);
        Rows train = step_function(3000, 0, 1);
        const Rows test = step_function(3000, 0, 2);
        Random random(3);
        random.shuffle(train.y);
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        classifier->fit(train.x, train.y, {});
        QVERIFY(std::abs(accuracy(classifier->predict(test.x), test.y) - 0.5) < 0.15);
    }

    void a_constant_label_is_learned_as_that_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("label");
        for (const std::string &name : classifier_names())
            for (const int label : {0, 1})
                QTest::newRow((name + " " + std::to_string(label)).c_str()) << QString::fromStdString(name) << label;
    }
    void a_constant_label_is_learned_as_that()
    {
        QFETCH(QString, kind);
        QFETCH(int, label);
        Rows train = step_function(50, 0, 1);
        train.y.assign(50, static_cast<std::uint8_t>(label));
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        classifier->fit(train.x, train.y, {});
        QCOMPARE(classifier->predict(train.x), std::vector<float>(50, static_cast<float>(label)));
    }

    void same_seed_same_predictions_data() { each_classifier(); }
    void same_seed_same_predictions()
    {
        QFETCH(QString, kind);
        const Rows train = step_function(1000, 0.1, 1);
        const auto first = make_classifier(kind.toStdString(), 5, 2), second = make_classifier(kind.toStdString(), 5, 2);
        first->fit(train.x, train.y, {});
        second->fit(train.x, train.y, {});
        QCOMPARE(first->predict(train.x), second->predict(train.x));
    }

    void fitting_again_forgets_data() { each_classifier(); }
    void fitting_again_forgets()
    {
        QFETCH(QString, kind);
        Rows train = step_function(500, 0, 1);
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        classifier->fit(train.x, std::vector<std::uint8_t>(500, 1), {});
        classifier->fit(train.x, train.y, {});
        QVERIFY(accuracy(classifier->predict(train.x), train.y) > 0.9);
    }

    void xgboost_takes_missing_numbers()
    {
        Rows train = step_function(2000, 0, 1);
        for (std::size_t i = 0; i < train.x.rows; i += 2) { // missing says yes
            train.x.row(i)[0] = NAN;
            train.y[i] = 1;
        }
        const auto classifier = make_classifier("xgboost", 1, 1);
        QCOMPARE(classifier->representation(), Representation::raw);
        classifier->fit(train.x, train.y, {});
        QVERIFY(accuracy(classifier->predict(train.x), train.y) > 0.99);
        QVERIFY(classifier->predict(Matrix(0, 4)).empty());
    }

    void stops_when_asked_data() { each_classifier(); }
    void stops_when_asked()
    {
        QFETCH(QString, kind);
        std::stop_source source;
        source.request_stop();
        const Rows train = step_function(200, 0, 1);
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        QVERIFY_EXCEPTION_THROWN(classifier->fit(train.x, train.y, source.get_token()), Cancelled);
    }

    void contributions_add_up_to_the_log_odds_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("favourable"); // share of the training rows with label 1
        for (const std::string &name : classifier_names())
            for (const double share : {0.5, 0.1})
                QTest::addRow("%s %g", name.c_str(), share) << QString::fromStdString(name) << share;
    }
    void contributions_add_up_to_the_log_odds()
    {
        QFETCH(QString, kind);
        QFETCH(double, favourable);
        Rows train = step_function(1500, 0.2, 1), test = step_function(500, 0, 2);
        Random random(3);
        for (std::uint8_t &y : train.y)
            y = y != 0 && random.uniform() < 2 * favourable;
        if (kind == "xgboost")
            for (std::size_t i = 0; i < test.x.rows; i += 3)
                test.x.row(i)[i % 4] = NAN;
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        classifier->fit(train.x, train.y, {});
        const std::vector<float> p = classifier->predict(test.x);
        const std::optional<Matrix> parts = classifier->contributions(test.x);
        QVERIFY(parts);
        QCOMPARE(parts->rows, std::size_t{500});
        QCOMPARE(parts->columns, std::size_t{5});
        std::set<float> common;
        for (std::size_t i = 0; i < parts->rows; ++i) {
            const double log_odds = sum(parts->row(i)), likely = static_cast<double>(p[i]);
            // a probability is a float, and its rounding weighs more in the log odds the nearer it is to 0 or 1
            const double rounding = 6e-8 / (likely * (1 - likely));
            QVERIFY2(std::abs(log_odds - std::log(likely / (1 - likely))) < 1e-4 + rounding,
                     qPrintable(QStringLiteral("row %1: %2, not %3").arg(i).arg(log_odds).arg(std::log(likely / (1 - likely)))));
            common.insert(parts->row(i)[4]);
        }
        QCOMPARE(common.size(), std::size_t{1});
        QCOMPARE(classifier->contributions(Matrix(0, 4))->columns, std::size_t{5});
    }

    /// What Shapley values are defined by, beside the sum: features that do the same count the same, one that does nothing counts nothing.
    void contributions_are_shapley_values_data() { each_classifier(); }
    void contributions_are_shapley_values()
    {
        QFETCH(QString, kind);
        const Rows train = either(4000);
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        classifier->fit(train.x, train.y, {});
        const Matrix parts = *classifier->contributions(train.x);
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(parts.row(i)[2], 0.0f);
        const auto alike = [](float a, float b) { return std::abs(a - b) < 0.02f * (std::abs(a) + std::abs(b)); };
        QVERIFY(alike(parts.row(0)[0], parts.row(0)[1]) && parts.row(0)[0] < -1); // neither
        QVERIFY(alike(parts.row(3)[0], parts.row(3)[1]) && parts.row(3)[0] > 0.5f); // both
        QVERIFY(alike(parts.row(1)[0], parts.row(2)[1]) && alike(parts.row(1)[1], parts.row(2)[0])); // one or the other
    }

    /// Of a linear model, a feature's values are worth w (x - mean): nothing on the average of the training rows, and in proportion.
    void contributions_of_a_linear_model()
    {
        const Rows train = step_function(2000, 0.1, 1);
        const auto classifier = make_classifier("logistic", 1, 1);
        classifier->fit(train.x, train.y, {});
        const Matrix parts = *classifier->contributions(train.x);
        for (std::size_t j = 0; j < 4; ++j) {
            double mean = 0;
            for (std::size_t i = 0; i < parts.rows; ++i)
                mean += static_cast<double>(parts.row(i)[j]) / static_cast<double>(parts.rows);
            QVERIFY(std::abs(mean) < 1e-6);
            const float weight = (parts.row(1)[j] - parts.row(0)[j]) / (train.x.row(1)[j] - train.x.row(0)[j]);
            for (std::size_t i = 2; i < 50; ++i)
                QVERIFY(std::abs(parts.row(i)[j] - parts.row(0)[j] - weight * (train.x.row(i)[j] - train.x.row(0)[j])) < 1e-4f);
            QVERIFY(j == 0 ? weight > 1 : std::abs(weight) < 0.3f);
        }
    }

    void a_constant_has_no_contributions_data() { each_classifier(); }
    void a_constant_has_no_contributions()
    {
        QFETCH(QString, kind);
        const Rows train = step_function(50, 0, 1);
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        classifier->fit(train.x, std::vector<std::uint8_t>(50, 1), {});
        const Matrix parts = *classifier->contributions(train.x);
        QCOMPARE(parts.columns, std::size_t{5});
        QCOMPARE(parts.values, std::vector<float>(250, 0));
    }

    void may_be_asked_from_several_threads_data() { each_classifier(); }
    void may_be_asked_from_several_threads()
    {
        QFETCH(QString, kind);
        const Rows train = step_function(300, 0.1, 1);
        const auto classifier = make_classifier(kind.toStdString(), 1, 1);
        classifier->fit(train.x, train.y, {});
        const std::vector<float> p = classifier->predict(train.x), parts = classifier->contributions(train.x)->values;
        std::vector<int> same(4);
        {
            std::vector<std::jthread> threads;
            for (int &s : same)
                threads.emplace_back([&] {
                    for (int i = 0; i < 5; ++i)
                        s += classifier->predict(train.x) == p && classifier->contributions(train.x)->values == parts;
                });
        }
        QCOMPARE(same, std::vector<int>(4, 5));
    }

    void bad_input_is_refused()
    {
        QVERIFY_EXCEPTION_THROWN(make_classifier("oracle", 1, 1), InputError);
        const auto classifier = make_classifier("xgboost", 1, 1);
        QVERIFY_EXCEPTION_THROWN(classifier->fit(Matrix(0, 2), {}, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(classifier->fit(Matrix(3, 2), std::vector<std::uint8_t>{1}, {}), InputError);
    }
};

QTEST_GUILESS_MAIN(TestClassifier)
#include "test_classifier.moc"
