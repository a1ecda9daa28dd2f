#include "core/study/picture_tools.h"
#include "core/study/pipeline.h"

#include "core/base/error.h"
#include "core/data/picture_set.h"
#include "core/data/samples.h"
#include "core/study/model_export.h"
#include "core/study/presets.h"
#include "core/study/rows_output.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace fairloom;

namespace {

RunRequest request_for(std::uint64_t seed = 1)
{
    auto data = std::make_shared<Dataset>(make_sample("shapes", 1, 1.0, 700));
    RunRequest request;
    request.name = "test";
    request.task = {data->suggested_sensitive, data->suggested_target, data->suggested_positive};
    request.data = data;
    adapt_settings(request.settings, data->table);
    request.settings.seed = seed;
    request.settings.teacher_epochs = 5;
    request.settings.student_epochs = 3;
    request.settings.hidden = 32;
    request.settings.quality_rows = 300;
    request.settings.evaluation = "student"; // judging takes longer than all the rest
    request.settings.threads = 2;
    return request;
}

const PictureSet &pictures(const Table &table)
{
    return *table.picture_column()->pictures;
}

} // namespace

class TestPictureRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRun_data()
    {
        QTest::addColumn<QString>("student");
        QTest::addColumn<QString>("sampler");
        QTest::newRow("encoder, posterior") << "encoder" << "posterior";
        QTest::newRow("encoder, mixture") << "encoder" << "mixture";
        QTest::newRow("generator") << "generator" << "posterior";
    }
    void wholeRun()
    {
        QFETCH(QString, student);
        QFETCH(QString, sampler);
        RunRequest request = request_for();
        request.settings.student = student.toStdString();
        request.settings.sampler = sampler.toStdString();
        request.settings.controls = sampler == "mixture";
        request.settings.evaluation = sampler == "mixture" ? "full" : "student";
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        QCOMPARE(outcome.result.state, std::string("done"));
        QCOMPARE(outcome.result.settings.kind, std::string("pictures"));
        QCOMPARE(outcome.synthetic->rows(), outcome.problem->train.rows());
        QCOMPARE(pictures(*outcome.synthetic).size(), outcome.synthetic->rows());
        QCOMPARE(pictures(*outcome.synthetic).width, 32);
        QVERIFY(outcome.result.source("student")->quality);
        QVERIFY(outcome.result.source("student")->protocols.contains("tstr_counterpart"));
        QCOMPARE(outcome.result.source("control_joint") != nullptr, sampler == "mixture");
        QVERIFY(outcome.result.student.parameters * 4 <= outcome.result.teacher.encoder_parameters);

        const auto strip = monitor.strip();
        QVERIFY(strip);
        QCOMPARE(strip->epoch, 5.0);
        QCOMPARE(strip->rows.size(), 2 + outcome.problem->groups.size());
        QCOMPARE(strip->pictures.size(), strip->rows.size() * static_cast<std::size_t>(strip->columns));
    }

    void sameSeedSameBytes()
    {
        const auto bytes = [](std::uint64_t seed) {
            RunRequest request = request_for(seed);
            request.settings.teacher_epochs = 2;
            request.watch = false;
            RunMonitor monitor;
            return pictures(*run_pipeline(request, monitor, {}).synthetic).bytes;
        };
        QVERIFY(bytes(5) == bytes(5));
        QVERIFY(bytes(5) != bytes(6));
    }

    void toolsOfASavedModel()
    {
        const QTemporaryDir folder;
        RunRequest request = request_for();
        request.out = folder.path().toStdString();
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        const auto model = load_model(request.out);
        QVERIFY(generates_pictures(*model));
        const Problem &problem = *outcome.problem;
        const std::size_t groups = problem.groups.size();

        const std::vector<std::size_t> which{4, 0, 9};
        const PictureSet seen = reconstruct_pictures(*model, problem.test, which, 2), flips = flip_groups(*model, problem.test, which, 2);
        QCOMPARE(seen.size(), std::size_t(3));
        QCOMPARE(flips.size(), 3 * groups);
        for (std::size_t i = 0; i < which.size(); ++i) { // its own group's is the reconstruction, another's is not
            const std::size_t own = static_cast<std::size_t>(problem.test.group[which[i]]);
            QVERIFY(std::ranges::equal(flips.picture(i * groups + own), seen.picture(i)));
            QVERIFY(!std::ranges::equal(flips.picture(i * groups + (own + 1) % groups), seen.picture(i)));
        }

        const PictureSet line = interpolate_pictures(*model, problem.test, 4, 0, problem.test.group[4], 7, 2);
        QCOMPARE(line.size(), std::size_t(7));
        QVERIFY(std::ranges::equal(line.picture(0), seen.picture(0)));

        // generated rows can be asked the same
        const LabelledTable made = label_table(problem, *outcome.synthetic);
        QCOMPARE(flip_groups(*model, made, {0, 1}, 2).size(), 2 * groups);

        NoProgress progress;
        PictureWish wish;
        wish.count = 30;
        wish.group = 1;
        wish.target = problem.positive;
        const Table wished = generate_pictures(*model, wish, progress, {});
        const LabelledTable labelled = label_table(problem, wished);
        QCOMPARE(labelled.rows(), std::size_t(30));
        QVERIFY(std::ranges::all_of(labelled.group, [](std::int32_t group) { return group == 1; }));
        QVERIFY(std::ranges::all_of(labelled.label, [](std::uint8_t label) { return label == 1; }));
        QVERIFY(pictures(wished).bytes == pictures(generate_pictures(*model, wish, progress, {})).bytes);
        wish.group = 0; // the same latents, another group
        QVERIFY(pictures(wished).bytes != pictures(generate_pictures(*model, wish, progress, {})).bytes);

        // rows in parts are the rows in one
        GenerateRequest wanted;
        wanted.rows = 150;
        const Table again = generate_rows(*model, wanted, &problem, progress, {});
        QCOMPARE(pictures(again).size(), std::size_t(150));
        write_generated(again, request.out);
        write_generated(again, request.out); // replaces what was there
        QVERIFY(QFile::exists(folder.filePath("synthetic/labels.csv")));
        QCOMPARE(QDir(folder.filePath("synthetic")).entryList({"*.png"}).size(), 150);
        QVERIFY(QFile::exists(folder.filePath("synthetic.png")));
    }

    void tablesHaveNoPictures()
    {
        auto data = std::make_shared<Dataset>(make_sample("hiring", 1, 1.0, 1000));
        RunRequest request;
        request.data = data;
        request.task = {data->suggested_sensitive, data->suggested_target, data->suggested_positive};
        request.settings.teacher_epochs = request.settings.student_epochs = 1;
        request.settings.evaluation = "student";
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        QVERIFY(!monitor.strip());
        QVERIFY_THROWS_EXCEPTION(InputError, flip_groups(*outcome.model, outcome.problem->test, {0}, 1));
        NoProgress progress;
        QVERIFY_THROWS_EXCEPTION(InputError, generate_pictures(*outcome.model, {}, progress, {}));
    }

    void settingsFollowTheData()
    {
        const Dataset shapes = make_sample("shapes", 1, 1.0, 300), hiring = make_sample("hiring", 1, 1.0, 300);
        RunSettings settings;
        settings.lambda = 0.3;
        settings.seed = 7;
        adapt_settings(settings, shapes.table);
        QCOMPARE(settings.kind, std::string("pictures"));
        QCOMPARE(settings.smoothing, 1.0);
        QCOMPARE(settings.lambda, 0.3); // chosen by somebody
        QCOMPARE(settings.seed, std::uint64_t(7));
        check_settings(settings);
        for (const char *preset : {"balanced", "strict-parity", "equal-odds", "faithful"}) {
            RunSettings other;
            apply_preset(other, preset);
            adapt_settings(other, shapes.table);
            QCOMPARE(other.preset, std::string(preset));
            QCOMPARE(matching_preset(other), std::string(preset));
            check_settings(other);
            adapt_settings(other, hiring.table);
            RunSettings table;
            apply_preset(table, preset);
            QVERIFY(other == table);
        }
    }
};

QTEST_GUILESS_MAIN(TestPictureRuns)
#include "test_picture_runs.moc"
