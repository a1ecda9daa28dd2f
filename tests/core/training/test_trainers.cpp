#include "core/training/generator_trainer.h"
#include "core/training/loss_terms.h"
#include "core/training/student_trainer.h"
#include "core/training/teacher_trainer.h"

#include "core/base/error.h"
#include "core/data/samples.h"
#include "core/model/generator.h"
#include "core/model/model_file.h"
#include "core/model/row_decoder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <numeric>
#include <set>
#include <thread>

using namespace fairloom;

namespace {

struct Fixture {
    Problem problem;
    std::shared_ptr<FairModel> model;
    EncodedRows rows;
    RunMonitor monitor;

    explicit Fixture(int latent = 6)
    {
        torch::set_num_threads(1);
        const Dataset data = make_sample("hiring", 1);
        problem = make_problem(data, {data.suggested_sensitive, data.suggested_target, data.suggested_positive}, 1);
        const TableEncoder encoder = TableEncoder::fit(problem.train.table, problem.features);
        model = std::make_shared<FairModel>(ModelSchema::from(problem, "", encoder), latent);
        rows = model->encode(problem.train);
    }

    TrainingHooks hooks(std::stop_token stop = {})
    {
        TrainingHooks out;
        out.monitor = &monitor;
        out.stop = stop;
        return out;
    }

    static TeacherSettings teacher(int epochs)
    {
        TeacherSettings settings;
        settings.epochs = epochs;
        settings.batch = 1024;
        settings.hidden = 48;
        settings.log10_beta = 6;
        settings.threads = 2;
        return settings;
    }

    static StudentSettings student(const std::string &loss, int epochs)
    {
        StudentSettings settings;
        settings.loss = loss;
        settings.epochs = epochs;
        settings.batch = 1024;
        settings.threads = 2;
        return settings;
    }
};

/// Sum over columns of the entropy of their states, in nats: the reconstruction loss of a decoder that knows nothing of the row.
double marginal_entropy(const EncodedRows &rows)
{
    double total = 0;
    for (std::int64_t c = 0; c < rows.states.size(1); ++c) {
        const torch::Tensor share = torch::bincount(rows.states.select(1, c).to(torch::kLong)).to(torch::kDouble) /
                                    static_cast<double>(rows.rows());
        total -= torch::xlogy(share, share).sum().item<double>();
    }
    return total;
}

} // namespace

class TestTrainers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void teacherLearns()
    {
        Fixture f;
        std::vector<std::array<double, 4>> steps;
        TrainingHooks hooks = f.hooks();
        hooks.on_step = [&](const StepLosses &losses) {
            QCOMPARE(losses.raw.size(), teacher_terms().size());
            steps.push_back({losses.raw[0], losses.raw[1], losses.raw[2], losses.raw[3]});
        };
        const TeacherOutcome outcome = train_teacher(*f.model, f.rows, Fixture::teacher(12), hooks);
        QCOMPARE(outcome.epochs, 12);
        QVERIFY(!outcome.collapsed);
        QVERIFY(outcome.kl_per_row > 0.5);
        // Better than the columns' own frequencies: the latent says something about the row.
        QVERIFY2(steps.back()[0] < marginal_entropy(f.rows) - 0.3,
                 qPrintable(QString("%1, entropy %2").arg(steps.back()[0]).arg(marginal_entropy(f.rows))));
        QVERIFY(steps.back()[2] < steps.front()[2]);       // label
        QCOMPARE(f.monitor.points_since(CurveStage::teacher, 0).back().epoch, 12.0);
        QVERIFY(f.model->teacher_finished);
    }

    void hugeBetaCollapsesAndIsFound()
    {
        Fixture f;
        TeacherSettings settings = Fixture::teacher(8);
        settings.log10_beta = 10;
        settings.kl_weight = 8;
        settings.ramp_share = 0;
        QVERIFY(train_teacher(*f.model, f.rows, settings, f.hooks()).collapsed);
    }

    void divergenceIsASentence()
    {
        Fixture f;
        TeacherSettings settings = Fixture::teacher(30);
        settings.learning_rate = 1e36;
        QVERIFY_THROWS_EXCEPTION(ComputationError, train_teacher(*f.model, f.rows, settings, f.hooks()));
    }

    void studentFollowsTheTeacher_data()
    {
        QTest::addColumn<QString>("loss");
        for (const char *loss : {"l1", "huber", "mse", "md"})
            QTest::newRow(loss) << loss;
    }
    void studentFollowsTheTeacher()
    {
        QFETCH(QString, loss);
        Fixture f;
        train_teacher(*f.model, f.rows, Fixture::teacher(6), f.hooks());
        std::vector<double> kl;
        TrainingHooks hooks = f.hooks();
        hooks.on_step = [&](const StepLosses &losses) { kl.push_back(losses.raw[1]); };
        train_student(*f.model, f.rows, Fixture::student(loss.toStdString(), 6), hooks);
        QVERIFY2(kl.back() < 0.35 * kl.front(), qPrintable(QString("%1 -> %2").arg(kl.front()).arg(kl.back())));
        QVERIFY(parameter_count(*f.model->student) * 4 <= parameter_count(*f.model->teacher));
    }

    void generatorFollowsTheTeacher_data() { studentFollowsTheTeacher_data(); }
    void generatorFollowsTheTeacher()
    {
        QFETCH(QString, loss);
        Fixture f;
        train_teacher(*f.model, f.rows, Fixture::teacher(6), f.hooks());
        std::vector<double> quality, kl;
        TrainingHooks hooks = f.hooks();
        hooks.on_step = [&](const StepLosses &losses) {
            quality.push_back(losses.raw[0]);
            kl.push_back(losses.raw[1]);
        };
        train_generator(*f.model, f.rows, Fixture::student(loss.toStdString(), 60), hooks);
        // It starts as the Gaussian with the teacher's moments. Epochs against epochs: single steps are noisy.
        const auto mean = [](auto from) { return std::accumulate(from, from + 5, 0.0) / 5; };
        QVERIFY2(mean(quality.end() - 5) < 0.95 * mean(quality.begin()),
                 qPrintable(QString("%1 -> %2").arg(mean(quality.begin())).arg(mean(quality.end() - 5))));
        QVERIFY2(mean(kl.begin()) < 0.1 && mean(kl.end() - 5) < 0.1, qPrintable(QString("%1 -> %2").arg(mean(kl.begin())).arg(mean(kl.end() - 5))));
        QVERIFY(f.model->student_parameters() * 4 <= parameter_count(*f.model->teacher));
        QVERIFY(!f.model->student && f.model->has_student());

        // it comes back from its file and makes the same latents, in whatever parts they are asked for
        const QTemporaryDir folder;
        write_model(*f.model, folder.path().toStdString());
        const auto back = read_model(folder.path().toStdString());
        LatentStream parts = generator_latents(*back, 5, 1);
        const torch::Tensor first = parts.next(3).z, second = parts.next(9000).z;
        QVERIFY(torch::equal(torch::cat({first, second}), generator_latents(*f.model, 5, 2).next(9003).z));
    }

    void sameSeedSameWeights()
    {
        std::vector<torch::Tensor> first;
        for (int run = 0; run < 2; ++run) {
            Fixture f;
            train_teacher(*f.model, f.rows, Fixture::teacher(2), f.hooks());
            train_student(*f.model, f.rows, Fixture::student("md", 2), f.hooks());
            std::vector<torch::Tensor> weights = f.model->teacher->parameters();
            for (const torch::Tensor &p : f.model->student->parameters())
                weights.push_back(p);
            if (run == 0)
                first = weights;
            else
                for (std::size_t i = 0; i < weights.size(); ++i)
                    QVERIFY(torch::equal(weights[i], first[i]));
        }
    }

    void stopsQuickly()
    {
        Fixture f;
        std::stop_source source;
        std::chrono::steady_clock::time_point asked;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            asked = std::chrono::steady_clock::now();
            source.request_stop();
        });
        QVERIFY_THROWS_EXCEPTION(Cancelled, train_teacher(*f.model, f.rows, Fixture::teacher(2000), f.hooks(source.get_token())));
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - asked).count();
        QVERIFY2(seconds < 0.5, qPrintable(QString::number(seconds)));
    }

    void modelComesBackAndGeneratesTheSame()
    {
        Fixture f;
        train_teacher(*f.model, f.rows, Fixture::teacher(3), f.hooks());
        train_student(*f.model, f.rows, Fixture::student("l1", 3), f.hooks());
        f.model->mixture = LatentMixture::fit(posterior_latents(*f.model, *f.model->student, f.rows, 2000, 1, 2).next(2000).z, 8, 20, 1, 2, {});
        const QTemporaryDir folder;
        write_model(*f.model, folder.path().toStdString());
        const auto back = read_model(folder.path().toStdString());
        NoProgress progress;
        const auto texts = [&](const FairModel &model, int threads) {
            DecodeRequest request;
            request.seed = 4;
            request.threads = threads;
            const Table table = decode_rows(model, mixture_latents(model, 3).next(500).z, request, progress, {});
            QStringList out;
            for (const Column &column : table.columns)
                for (std::size_t row = 0; row < column.rows(); ++row)
                    out << QString::fromStdString(column.text(row));
            return out;
        };
        QCOMPARE(texts(*back, 2), texts(*f.model, 2));
        QCOMPARE(texts(*back, 1), texts(*f.model, 2)); // rows do not depend on how they were shared among threads
    }

    void sharesAndBalanceAreKept()
    {
        Fixture f;
        train_teacher(*f.model, f.rows, Fixture::teacher(3), f.hooks());
        const LatentDraw draw = prior_latents(*f.model, 1).next(4000);
        NoProgress progress;
        DecodeRequest request;
        request.positive_share = 0.5;
        request.group_shares.assign(f.problem.groups.size(), 0.0);
        request.group_shares[0] = 1;
        const LabelledTable rows = label_table(f.problem, decode_rows(*f.model, draw.z, request, progress, {}));
        QCOMPARE(std::count(rows.label.begin(), rows.label.end(), 1), std::ptrdiff_t(2000));
        QCOMPARE(std::set<std::int32_t>(rows.group.begin(), rows.group.end()), std::set<std::int32_t>{0});
    }

    void labelMaskHidesTheLabel()
    {
        Fixture f;
        EncodedRows other = f.rows;
        other.indices = f.rows.indices.clone();
        other.indices.select(1, other.indices.size(1) - 1).copy_(
            torch::where(f.rows.target == 0, torch::full_like(f.rows.target, f.model->shape.target_state(1)),
                         torch::full_like(f.rows.target, f.model->shape.target_state(0))));
        QVERIFY(!torch::equal(f.rows.indices, other.indices));
        QVERIFY(torch::equal(f.model->mask_labels(f.rows.input()).indices, f.model->mask_labels(other.input()).indices));
    }
};

QTEST_GUILESS_MAIN(TestTrainers)
#include "test_trainers.moc"
