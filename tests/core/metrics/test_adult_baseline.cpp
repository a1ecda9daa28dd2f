#include "core/base/progress.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/downstream/classifier.h"
#include "core/metrics/fairness.h"
#include "core/metrics/utility.h"
#include "real_data.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <filesystem>

using namespace fairloom;

/// Classifiers trained and tested on the real Adult data, with sex visible: published figures that every part from the reader
/// to the metrics has to be right for.
class TestAdultBaseline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void published_figures_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("accuracy");
        QTest::addColumn<double>("tolerance");
        QTest::addColumn<double>("dpr_low");
        QTest::addColumn<double>("dpr_high");
        QTest::newRow("xgboost") << "xgboost" << 0.87 << 0.006 << 0.30 << 0.34;
        QTest::newRow("logistic") << "logistic" << 0.852 << 0.005 << 0.24 << 0.34;
    }

    void published_figures()
    {
        QFETCH(QString, kind);
        QFETCH(double, accuracy);
        QFETCH(double, tolerance);
        QFETCH(double, dpr_low);
        QFETCH(double, dpr_high);
        const std::filesystem::path data = test::real_data("adult");
        if (test::real_data("adult/adult.data").empty())
            QSKIP("the Adult data set is not here: set FAIRLOOM_DATA_DIR");
        NoProgress progress;
        DatasetOptions options;
        options.test = data / "adult.test";
        options.recipe = "adult";
        const auto dataset = open_dataset((data / "adult.data").string(), options, progress, {});
        Task task;
        task.sensitive = {"sex"};
        task.target = dataset->suggested_target;
        task.positive = dataset->suggested_positive;
        const Problem problem = make_problem(*dataset, task, 1);

        const auto classifier = make_classifier(kind.toStdString(), 1, 2);
        const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, classifier->representation());
        const ClassifierRows train = features.transform(problem.train.table), test = features.transform(problem.test.table);
        QElapsedTimer timer;
        timer.start();
        classifier->fit(train, problem.train.label, {});
        const qint64 fit_ms = timer.elapsed();
        const std::vector<float> probability = classifier->predict(test);

        std::vector<std::uint8_t> decision;
        for (const float p : probability)
            decision.push_back(p >= 0.5f);
        const Utility utility = compute_utility(problem.test.label, probability);
        const Fairness fairness = compute_fairness(problem.test.label, decision, problem.test.group, problem.groups);
        qInfo("%zu x %zu, fit %lld ms: accuracy %.4f F1 %.4f AUROC %.4f DPR %.4f EOR %.4f", train.rows(), train.values.columns, fit_ms,
              *utility.accuracy.value, *utility.f1.value, *utility.auroc.value, *fairness.dpr.value, *fairness.eor.value);
        QVERIFY(std::abs(*utility.accuracy.value - accuracy) <= tolerance);
        QVERIFY(*fairness.dpr.value >= dpr_low && *fairness.dpr.value <= dpr_high);
        QVERIFY(std::abs(utility.majority_accuracy - 0.7638) < 0.0005);
    }
};

QTEST_GUILESS_MAIN(TestAdultBaseline)
#include "test_adult_baseline.moc"
