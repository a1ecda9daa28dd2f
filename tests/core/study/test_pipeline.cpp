#include "core/study/pipeline.h"

#include "core/base/error.h"
#include "core/data/csv_writer.h"
#include "core/data/samples.h"
#include "core/study/loss_log.h"
#include "core/study/model_export.h"
#include "core/study/run_json.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <thread>

using namespace fairloom;

namespace {

RunRequest request_for(const std::string &sample, std::uint64_t seed = 1)
{
    auto data = std::make_shared<Dataset>(make_sample(sample, 1));
    RunRequest request;
    request.name = "test";
    request.task = {data->suggested_sensitive, data->suggested_target, data->suggested_positive};
    request.data = data;
    request.settings.seed = seed;
    request.settings.teacher_epochs = 6;
    request.settings.student_epochs = 4;
    request.settings.hidden = 48;
    request.settings.quality_rows = 600;
    request.settings.evaluation = "student"; // all judges take several times as long as the training
    request.settings.train_rows = 1500;
    request.settings.bootstrap = 100;
    request.settings.threads = 2;
    return request;
}

std::string csv(const Table &table)
{
    std::ostringstream out;
    write_csv(table, out);
    return out.str();
}

/// Runs and asks to stop as soon as the given stage is reached and what it is at has the text; returns how long the run then still took, in seconds.
double stop_at(RunStage stage, const std::string &activity, const RunRequest &request, RunOutcome &outcome)
{
    RunMonitor monitor;
    std::stop_source source;
    std::chrono::steady_clock::time_point asked{};
    std::jthread watcher([&](std::stop_token stop) {
        while (!stop.stop_requested()) {
            const RunStatus status = monitor.status();
            if (status.stage == stage && status.activity.text.find(activity) != std::string::npos) {
                std::this_thread::sleep_for(std::chrono::milliseconds(150));
                asked = std::chrono::steady_clock::now();
                source.request_stop();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    });
    outcome = run_pipeline(request, monitor, source.get_token());
    const auto end = std::chrono::steady_clock::now();
    watcher.request_stop();
    watcher.join();
    return asked.time_since_epoch().count() ? std::chrono::duration<double>(end - asked).count() : -1;
}

std::atomic<int> signals_handled = 0;

} // namespace

class TestPipeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRun_data()
    {
        QTest::addColumn<QString>("sampler");
        QTest::addColumn<QString>("loss");
        QTest::newRow("posterior, L1") << "posterior" << "l1";
        QTest::newRow("mixture, Huber") << "mixture" << "huber";
        QTest::newRow("prior, MD") << "prior" << "md";
    }
    void wholeRun()
    {
        QFETCH(QString, sampler);
        QFETCH(QString, loss);
        RunRequest request = request_for("hiring");
        request.settings.sampler = sampler.toStdString();
        request.settings.loss = loss.toStdString();
        request.settings.controls = true;
        const bool all = sampler == "posterior";
        request.settings.evaluation = all ? "full" : "basic";
        request.settings.seeds = all ? 2 : 1;
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        QCOMPARE(outcome.result.state, std::string("done"));
        QCOMPARE(outcome.synthetic->rows(), outcome.problem->train.rows());
        for (const char *name : {"real", "teacher", "student", "control_independent", "control_joint"})
            QVERIFY2(outcome.result.source(name), name);
        QVERIFY(outcome.result.source("student")->leakage.latent);
        QVERIFY(outcome.result.source("student")->representation);
        QCOMPARE(outcome.result.source("student")->leakage.source.has_value(), sampler == "posterior");
        const SourceResult &student = *outcome.result.source("student");
        QCOMPARE(student.privacy.has_value() && student.support && student.two_sample && student.marginals && student.explanation, all);
        QCOMPARE(outcome.result.differences.empty(), !all);
        const ClassifierResult &headline = student.protocols.at("tstr").at("xgboost");
        QCOMPARE(headline.over_seeds.has_value(), all);
        if (all) {
            QCOMPARE(headline.over_seeds->each.size(), std::size_t{2});
            QCOMPARE(headline.over_seeds->dpr.interval->resampled, std::string("test rows and seeds"));
            QVERIFY(*headline.over_seeds->each[0].accuracy.value != *headline.over_seeds->each[1].accuracy.value);
        }
        QCOMPARE(monitor.status().stage, RunStage::finished);
        QCOMPARE(monitor.points_since(CurveStage::teacher, 0).back().epoch, 6.0);
        QCOMPARE(monitor.points_since(CurveStage::student, 0).back().epoch, 4.0);
        QVERIFY(monitor.cloud());
        QVERIFY(!monitor.leakage_since(0).empty());
        QVERIFY(outcome.losses->size() > 0);
    }

    void sIsDrawnIndependently()
    {
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request_for("hiring"), monitor, {});
        const LabelledTable rows = label_table(*outcome.problem, *outcome.synthetic);
        // The label gap between groups is that of chance: both groups have nearly the same base rate.
        double positive[2] = {0, 0}, count[2] = {0, 0};
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            positive[rows.group[i]] += rows.label[i];
            count[rows.group[i]] += 1;
        }
        QVERIFY(std::abs(positive[0] / count[0] - positive[1] / count[1]) < 0.03);
    }

    void sameSeedSameBytes()
    {
        RunMonitor a, b, c;
        const std::string first = csv(*run_pipeline(request_for("hiring", 5), a, {}).synthetic);
        QVERIFY(first == csv(*run_pipeline(request_for("hiring", 5), b, {}).synthetic));
        QVERIFY(first != csv(*run_pipeline(request_for("hiring", 6), c, {}).synthetic));
    }

    void stops_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QString>("activity");
        QTest::addColumn<bool>("modelKept");
        QTest::addColumn<bool>("rowsKept");
        QTest::newRow("in the teacher") << static_cast<int>(RunStage::teacher) << "" << false << false;
        QTest::newRow("in the student") << static_cast<int>(RunStage::student) << "" << true << false;
        QTest::newRow("in the controls") << static_cast<int>(RunStage::control) << "" << true << true;
        QTest::newRow("while evaluating") << static_cast<int>(RunStage::evaluating) << "" << true << true;
        QTest::newRow("while judging quality in depth") << static_cast<int>(RunStage::evaluating) << "depth" << true << true;
        QTest::newRow("while judging privacy") << static_cast<int>(RunStage::evaluating) << "privacy" << true << true;
        QTest::newRow("while training with another seed") << static_cast<int>(RunStage::repeats) << "" << true << true;
    }
    void stops()
    {
        QFETCH(int, stage);
        QFETCH(QString, activity);
        QFETCH(bool, modelKept);
        QFETCH(bool, rowsKept);
        RunRequest request = request_for("lending");
        request.settings.train_rows = 0;
        request.settings.student_epochs = static_cast<RunStage>(stage) == RunStage::student ? 30 : 2;
        const bool repeats = static_cast<RunStage>(stage) == RunStage::repeats;
        request.settings.controls = static_cast<RunStage>(stage) == RunStage::control;
        request.settings.evaluation = repeats ? "basic" : "full";
        request.settings.seeds = repeats ? 2 : 1;
        request.settings.quality_rows = 5000;
        RunOutcome outcome;
        const double seconds = stop_at(static_cast<RunStage>(stage), activity.toStdString(), request, outcome);
        QVERIFY2(seconds >= 0 && seconds < 0.5, qPrintable(QString::number(seconds)));
        QCOMPARE(outcome.result.state, std::string("stopped"));
        QCOMPARE(outcome.model != nullptr, modelKept);
        QCOMPARE(outcome.synthetic != nullptr, rowsKept);
        QVERIFY(outcome.losses->size() > 0);
        QVERIFY(!run_json(outcome.result).empty());
        if (outcome.model) { // a half-trained student must not pass for a finished one
            const QTemporaryDir folder;
            save_model(*outcome.model, folder.path().toStdString());
            if (static_cast<RunStage>(stage) == RunStage::student)
                QVERIFY_THROWS_EXCEPTION(InputError, load_model(folder.path().toStdString()));
            else
                QVERIFY(load_model(folder.path().toStdString()));
        }
    }

    void signalsWaitWhileItTrains()
    {
        std::signal(SIGUSR2, [](int) { ++signals_handled; });
        RunMonitor monitor;
        int sent = 0, handled = -1;
        std::jthread sender([&, trains = pthread_self()](std::stop_token stop) {
            for (RunStage stage = RunStage::waiting; stage < RunStage::generating && !stop.stop_requested(); stage = monitor.status().stage) {
                if (stage == RunStage::teacher || stage == RunStage::student) {
                    pthread_kill(trains, SIGUSR2);
                    ++sent;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            handled = signals_handled;
        });
        const RunOutcome outcome = run_pipeline(request_for("hiring"), monitor, {});
        sender.request_stop();
        sender.join();
        QCOMPARE(outcome.result.state, std::string("done"));
        QVERIFY2(sent > 10, qPrintable(QString::number(sent)));
        QCOMPARE(handled, 0);
        QCOMPARE(signals_handled.load(), 1); // it had waited
        std::signal(SIGUSR2, SIG_DFL);
    }

    void resumesWithTheSavedTeacher()
    {
        const QTemporaryDir folder;
        RunRequest request = request_for("hiring");
        request.out = folder.path().toStdString();
        RunMonitor first_monitor, second_monitor;
        const RunOutcome first = run_pipeline(request, first_monitor, {});
        request.resume = true;
        const RunOutcome second = run_pipeline(request, second_monitor, {});
        QCOMPARE(second.losses->size(), std::size_t(0)); // nothing was trained again
        const auto curve = [](const RunMonitor &monitor, CurveStage stage) {
            std::vector<double> out;
            for (const CurvePoint &point : monitor.points_since(stage, 0))
                out.insert(out.end(), point.weighted.begin(), point.weighted.end());
            return out;
        };
        for (const CurveStage stage : {CurveStage::teacher, CurveStage::student}) // but its curves are there
            QVERIFY(curve(second_monitor, stage) == curve(first_monitor, stage) && !curve(first_monitor, stage).empty());
        QVERIFY(csv(*first.synthetic) == csv(*second.synthetic));
        request.settings.log10_beta = 5; // another teacher: the saved one must not be taken
        RunMonitor third_monitor;
        QVERIFY(run_pipeline(request, third_monitor, {}).losses->size() > 0);
    }

    void runsShareTheirTeachers()
    {
        const QTemporaryDir folder;
        RunRequest request = request_for("hiring");
        request.settings.controls = true;
        request.settings.evaluation = "basic";
        RunMonitor alone_monitor, first_monitor, second_monitor, other_monitor;
        const RunOutcome alone = run_pipeline(request, alone_monitor, {});
        request.teachers = folder.filePath("teachers").toStdString();
        const RunOutcome first = run_pipeline(request, first_monitor, {});
        const auto kept = [&] { return std::distance(std::filesystem::directory_iterator(request.teachers), {}); };
        QCOMPARE(kept(), 2); // its own, and the control's
        const RunOutcome second = run_pipeline(request, second_monitor, {});
        QCOMPARE(kept(), 2);
        QVERIFY(csv(*first.synthetic) == csv(*alone.synthetic));
        QVERIFY(csv(*second.synthetic) == csv(*alone.synthetic));
        for (const char *source : {"control_independent", "control_joint"}) {
            const auto accuracy = [&](const RunOutcome &run) {
                return *run.result.source(source)->protocols.at("tstr").at("xgboost").utility.accuracy.value;
            };
            QCOMPARE(accuracy(second), accuracy(alone));
        }
        QCOMPARE(second_monitor.points_since(CurveStage::teacher, 0).size(), first_monitor.points_since(CurveStage::teacher, 0).size());
        QCOMPARE(second.result.teacher.seconds_per_epoch, first.result.teacher.seconds_per_epoch); // what it took where it was trained
        QVERIFY(second.result.cost->training_s > 0 && second.result.cost->rows_per_s > 0 && second.result.cost->first_row_s > 0);
        request.settings.loss = "mse"; // of the student alone
        run_pipeline(request, other_monitor, {});
        QCOMPARE(kept(), 2);
        request.settings.seed = 2;
        RunMonitor seed_monitor;
        run_pipeline(request, seed_monitor, {});
        QCOMPARE(kept(), 4);
    }

    void rivalsAreJudgedTheSame_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("makesRows");
        for (const char *method : {"vae", "fairdisco", "tabfairgan", "decaf", "reweighing"})
            QTest::newRow(method) << method << true;
        QTest::newRow("correlation-remover") << "correlation-remover" << false;
    }
    void rivalsAreJudgedTheSame()
    {
        QFETCH(QString, method);
        QFETCH(bool, makesRows);
        RunRequest request = request_for("hiring");
        request.settings.method = method.toStdString();
        const bool full = method == "tabfairgan";
        request.settings.evaluation = full ? "full" : "basic";
        request.settings.rival_epochs = 3;
        RunMonitor monitor, again_monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        const RunResult &result = outcome.result;
        QCOMPARE(result.state, std::string("done"));
        QCOMPARE(result.generated_source(), std::string("rival"));
        QCOMPARE(result.rival->method, method.toStdString());
        QVERIFY(result.source("real"));
        QVERIFY(result.source("rival")->protocols.at("tstr").contains("logistic"));
        QCOMPARE(outcome.synthetic != nullptr, makesRows);
        QCOMPARE(result.source("rival")->quality.has_value(), makesRows);
        if (full)
            QCOMPARE(result.differences.front().first, std::string("rival"));
        QCOMPARE(result.differences.empty(), !full);
        if (makesRows) {
            QCOMPARE(outcome.synthetic->rows(), outcome.problem->train.rows());
            QVERIFY(result.cost->training_s > 0);
            QVERIFY(result.cost->rows_per_s > 0);
            request.settings.evaluation = "student";
            QVERIFY(csv(*run_pipeline(request, again_monitor, {}).synthetic) == csv(*outcome.synthetic));
        }
    }

    void rivalsOfTablesRefusePictures()
    {
        RunRequest request = request_for("shapes");
        request.settings.method = "tabfairgan";
        RunMonitor monitor;
        QVERIFY_THROWS_EXCEPTION(InputError, run_pipeline(request, monitor, {}));
    }

    void reshapedRowsAreUsed()
    {
        RunRequest request = request_for("hiring");
        request.settings.train_rows = 800;
        request.settings.noise_columns = 4;
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        QCOMPARE(outcome.problem->train.rows(), std::size_t(800));
        QCOMPARE(outcome.synthetic->rows(), std::size_t(800));
        QVERIFY(outcome.synthetic->find("noise 4") >= 0);
    }

    void rowsOfAShuffledFileMeanTheSame()
    {
        // The order in which a file names groups and target values must not matter to a model made from another file.
        RunRequest request = request_for("hiring");
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        Problem other = *outcome.problem;
        std::swap(other.target_values[0], other.target_values[1]);
        for (std::int32_t &code : other.train.target)
            code = 1 - code;
        NoProgress progress;
        GenerateRequest wanted;
        wanted.rows = 500;
        QVERIFY(csv(generate_rows(*outcome.model, wanted, outcome.problem.get(), progress, {})) ==
                csv(generate_rows(*outcome.model, wanted, &other, progress, {})));
        other.groups[0].name = "nobody";
        QVERIFY_THROWS_EXCEPTION(InputError, generate_rows(*outcome.model, wanted, &other, progress, {}));
    }

    void fewRowsLeaveQualityUndefined()
    {
        RunRequest request = request_for("hiring");
        request.settings.rows = 5;
        request.settings.evaluation = "full";
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        QCOMPARE(outcome.result.state, std::string("done"));
        QVERIFY(!outcome.result.source("student")->quality);
        QVERIFY(outcome.result.source("real")->quality);
    }

    void generatesFromTheSavedModel()
    {
        const QTemporaryDir folder;
        RunRequest request = request_for("hiring");
        request.out = folder.path().toStdString();
        RunMonitor monitor;
        const RunOutcome outcome = run_pipeline(request, monitor, {});
        const auto model = load_model(request.out);
        NoProgress progress;
        GenerateRequest wanted;
        wanted.rows = 700;
        QCOMPARE(generate_rows(*model, wanted, nullptr, progress, {}).rows(), std::size_t(700));
        QCOMPARE(generate_rows(*model, wanted, outcome.problem.get(), progress, {}).rows(), std::size_t(700));
        wanted.sampler = "posterior";
        QVERIFY_THROWS_EXCEPTION(InputError, generate_rows(*model, wanted, nullptr, progress, {}));
        wanted.sampler = "mixture";
        wanted.group_shares = {{"nobody", 1.0}};
        QVERIFY_THROWS_EXCEPTION(InputError, generate_rows(*model, wanted, nullptr, progress, {}));
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "test_pipeline.moc"
