#include "core/downstream/classifier.h"

#include "core/base/error.h"
#include "core/base/random.h"

#include <QTest>

#include <cmath>

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
