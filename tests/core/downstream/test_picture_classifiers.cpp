#include "core/base/error.h"
#include "core/downstream/classifier.h"
#include "core/downstream/pictures/random_network.h"
#include "core/downstream/small_pictures.h"

#include <QtTest>

#include <thread>

using namespace fairloom;
using namespace fairloom::test;

namespace {

std::vector<float> learn(const std::string &kind, const Problem &problem, const LabelledTable &test, std::uint64_t seed = 1)
{
    const auto classifier = make_classifier(kind, seed, 2);
    const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, classifier->representation());
    classifier->fit(features.transform(problem.train.table), problem.train.label, {});
    return classifier->predict(features.transform(test.table));
}

double accuracy(const std::vector<float> &p, const std::vector<std::uint8_t> &y)
{
    double right = 0;
    for (std::size_t i = 0; i < y.size(); ++i)
        right += (p[i] >= 0.5f) == (y[i] != 0);
    return right / static_cast<double>(y.size());
}

double selection_rate(const std::vector<float> &p, const LabelledTable &rows, std::int32_t group)
{
    double selected = 0, all = 0;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (rows.group[i] == group) {
            selected += p[i] >= 0.5f;
            ++all;
        }
    return selected / all;
}

} // namespace

class TestPictureClassifiers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_depend_on_the_problem()
    {
        const Problem problem = shapes_problem({.rows = 60});
        QCOMPARE(classifier_names(problem), (std::vector<std::string>{"xgboost", "cnn"}));
        Problem table = problem;
        table.features = {problem.train.table.index_of("shape")};
        QCOMPARE(classifier_names(table), classifier_names());
    }

    void learns_shapes_data() { each(); }
    void learns_shapes()
    {
        QFETCH(QString, kind);
        const Problem problem = shapes_problem({.rows = 1500});
        const double right = accuracy(learn(kind.toStdString(), problem, problem.test), problem.test.label);
        QVERIFY2(right > 0.95, qPrintable(QString::number(right)));
    }

    /// Of a classifier that learns from biased pictures, colour is known to decide on pictures without the bias.
    void picks_up_a_bias_data() { each(); }
    void picks_up_a_bias()
    {
        QFETCH(QString, kind);
        const Problem biased = shapes_problem({.rows = 1200, .bias = 0.98}), unbiased = shapes_problem({.rows = 1200, .seed = 2});
        const std::vector<float> p = learn(kind.toStdString(), biased, unbiased.test);
        const auto group = [&](const char *name) {
            return static_cast<std::int32_t>(std::ranges::find(unbiased.groups, name, &Group::name) - unbiased.groups.begin());
        };
        const double green = selection_rate(p, unbiased.test, group("green")), red = selection_rate(p, unbiased.test, group("red"));
        QVERIFY2(green / red < 0.8, qPrintable(QStringLiteral("green %1, red %2").arg(green).arg(red)));
    }

    void same_seed_same_predictions()
    {
        const Problem problem = shapes_problem({.rows = 40});
        const std::vector<float> p = learn("cnn", problem, problem.test, 3);
        QCOMPARE(learn("cnn", problem, problem.test, 3), p);
        QVERIFY(learn("cnn", problem, problem.test, 4) != p);
    }

    void stops_while_it_trains()
    {
        const Problem problem = shapes_problem({.rows = 200});
        const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, Representation::pixels);
        const auto classifier = make_classifier("cnn", 1, 1);
        std::stop_source source;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            source.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(classifier->fit(features.transform(problem.train.table), problem.train.label, source.get_token()), Cancelled);
    }

    void a_constant_label_is_learned_as_that()
    {
        const Problem problem = shapes_problem({.rows = 60});
        const ClassifierRows rows = ClassifierFeatures::fit(problem, problem.train.table, Representation::pixels).transform(problem.train.table);
        const auto classifier = make_classifier("cnn", 1, 1);
        classifier->fit(rows, std::vector<std::uint8_t>(rows.rows(), 1), {});
        QCOMPARE(classifier->predict(rows), std::vector<float>(rows.rows(), 1.0f));
    }

    void few_rows_are_enough_to_run()
    {
        const Problem problem = shapes_problem({.rows = 12});
        for (const float p : learn("cnn", problem, problem.test))
            QVERIFY(p >= 0 && p <= 1);
    }

private:
    static void each()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"xgboost", "cnn"})
            QTest::newRow(kind) << QString(kind);
    }
};

QTEST_GUILESS_MAIN(TestPictureClassifiers)
#include "test_picture_classifiers.moc"
