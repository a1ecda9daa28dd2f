#include "core/study/evaluation.h"

#include "core/data/pictures/picture_export.h"
#include "core/downstream/small_pictures.h"
#include "core/study/generated_file.h"
#include "core/study/metric_json.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace fairloom;
using namespace fairloom::test;

namespace {

EvaluationSettings settings()
{
    EvaluationSettings out;
    out.threads = 2;
    return out;
}

/// Rows that a model would have generated for a problem: other shapes, colours that say nothing.
LabelledTable fair_rows(const Problem &problem, std::size_t rows)
{
    Table table = shapes_table({.rows = rows, .seed = 700000});
    table.columns.resize(3);
    return label_table(problem, std::move(table));
}

double dpr(const SourceResult &source, const char *protocol, const char *classifier)
{
    return source.protocols.at(protocol).at(classifier).fairness.dpr.value.value();
}

} // namespace

/// Image sets judged as a run judges them.
class TestPictureEvaluation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The bias is known because it was built in: on rows without it, who learned from biased pictures is unfair and who did not is not.
    void the_counterpart_test_shows_the_bias()
    {
        const Problem problem = shapes_problem({.rows = 900, .bias = 0.99});
        QVERIFY(problem.counterpart_test);
        QCOMPARE(problem.counterpart_test->rows(), problem.test.rows());
        NoProgress progress;
        Evaluator evaluator(problem, settings(), {});
        const SourceResult real = evaluator.real(progress), fair = evaluator.synthetic(fair_rows(problem, 900), nullptr, progress);

        for (const char *classifier : {"xgboost", "cnn"}) {
            QVERIFY2(dpr(real, "trtr", classifier) < 0.2, classifier); // colour is shape there
            const double biased = dpr(real, "trtr_counterpart", classifier), unbiased = dpr(fair, "tstr_counterpart", classifier);
            qInfo("%s: %.3f and %.3f", classifier, biased, unbiased);
            QVERIFY2(biased < 0.7, classifier);
            QVERIFY2(unbiased > 0.75, classifier); // of some 135 rows a group: base rates alone differ by a tenth
            QVERIFY(fair.protocols.at("tstr").contains(classifier) && fair.protocols.at("tsts").contains(classifier));
            QVERIFY(fair.protocols.at("tstr").at(classifier).utility.accuracy.value.value() > 0.9);
        }
        QVERIFY(!real.protocols.contains("tsts_counterpart") && !fair.protocols.contains("tsts_counterpart"));

        // Colours can be seen in pictures, and shapes do not give them away.
        QVERIFY(fair.leakage.features->auroc.value.value() > 0.95);
        QVERIFY(!fair.leakage.source);
        QVERIFY(fair.quality && fair.quality->train.coverage > 0.4);
        QVERIFY(!real.memorisation && fair.memorisation);
        QCOMPARE(fair.memorisation->copies, 0.0);

        const Json json = source_to_json(fair, true);
        QVERIFY(json["protocols"]["tstr_counterpart"]["classifiers"]["cnn"]["fairness"]["dpr"].is_number());
        QCOMPARE(json["privacy"]["exact_copies"].get<double>(), 0.0);
        QVERIFY(json["privacy"]["pictures"]["near_copies_holdout"].get<double>() <= 0.01);
        QVERIFY(!json["privacy"].contains("dcr_median_undefined"));
        QVERIFY(source_to_json(real, true)["privacy"].contains("dcr_median_undefined"));
    }

    void no_counterpart_no_protocol()
    {
        Problem problem = shapes_problem({.rows = 120});
        problem.counterpart_test.reset();
        EvaluationSettings quick = settings();
        quick.classifiers = {"xgboost"};
        quick.leakage = false;
        NoProgress progress;
        const SourceResult fair = evaluate_source(problem, fair_rows(problem, 120), quick, progress, {});
        QCOMPARE(fair.protocols.size(), std::size_t{2});
        QVERIFY(!fair.memorisation); // part of the leakage figures
    }

    /// The source row's group is guessed from generated pictures: pictures that keep it give it away.
    void source_rows_are_found_again()
    {
        const Problem problem = shapes_problem({.rows = 600});
        std::vector<std::size_t> source(problem.train.rows());
        for (std::size_t row = 0; row < source.size(); ++row)
            source[row] = row;
        EvaluationSettings quick = settings();
        quick.classifiers = {"xgboost"};
        NoProgress progress;
        Evaluator evaluator(problem, quick, {});
        const SourceResult copied = evaluator.synthetic(problem.train, &source, progress);
        QVERIFY(copied.leakage.source->auroc.value.value() > 0.95);
        QCOMPARE(copied.memorisation->copies, 1.0);
        const SourceResult fresh = evaluator.synthetic(fair_rows(problem, source.size()), &source, progress);
        QVERIFY2(std::abs(fresh.leakage.source->auroc.value.value() - 0.5) < 0.15, qPrintable(QString::number(*fresh.leakage.source->auroc.value)));
    }

    /// Pictures that another tool made, as a folder with their labels.
    void a_folder_of_generated_pictures_is_read()
    {
        Dataset data;
        data.name = "shapes";
        data.table = shapes_table({.rows = 120});
        const Problem problem = make_problem(data, {{"colour"}, "shape", "circle"}, 1);
        const LabelledTable rows = fair_rows(problem, 50);
        QTemporaryDir folder;
        const std::string place = folder.filePath(QStringLiteral("made")).toStdString();
        NoProgress progress;
        write_pictures(place, rows.table, progress, {});
        const LabelledTable read = label_table(problem, read_generated_rows(data, problem, place, progress, {}));
        QCOMPARE(read.rows(), rows.rows());
        const Column &before = *rows.table.picture_column(), &after = *read.table.picture_column();
        for (std::size_t row = 0; row < read.rows(); ++row) {
            const auto found = std::ranges::find(before.categories, after.text(row)) - before.categories.begin();
            const auto own = static_cast<std::size_t>(std::ranges::find(before.codes, static_cast<std::int32_t>(found)) - before.codes.begin());
            QVERIFY(own < rows.rows());
            QCOMPARE(read.label[row], rows.label[own]);
            QCOMPARE(read.group[row], rows.group[own]);
            QVERIFY(std::ranges::equal(after.pictures->picture(static_cast<std::size_t>(after.codes[row])),
                                       before.pictures->picture(static_cast<std::size_t>(found))));
        }
    }

    void same_figures_with_one_thread()
    {
        const Problem problem = shapes_problem({.rows = 100});
        EvaluationSettings one = settings();
        one.threads = 1;
        NoProgress progress;
        const LabelledTable rows = fair_rows(problem, 60);
        const Json alone = source_to_json(evaluate_source(problem, rows, one, progress, {}), true),
                   together = source_to_json(evaluate_source(problem, rows, settings(), progress, {}), true);
        QVERIFY2(alone == together, Json::diff(alone, together).dump().substr(0, 2000).c_str());
    }
};

QTEST_GUILESS_MAIN(TestPictureEvaluation)
#include "test_picture_evaluation.moc"
