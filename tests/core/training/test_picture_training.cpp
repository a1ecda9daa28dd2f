#include "core/training/generator_trainer.h"
#include "core/training/student_trainer.h"
#include "core/training/teacher_trainer.h"

#include "core/base/error.h"
#include "core/data/samples.h"
#include "core/model/generator.h"
#include "core/model/model_file.h"
#include "core/model/pictures/decoded_pictures.h"
#include "core/model/row_decoder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <thread>

using namespace fairloom;
using torch::Tensor;

namespace {

struct Fixture {
    Problem problem;
    std::shared_ptr<FairModel> model;
    EncodedRows rows;
    RunMonitor monitor;

    explicit Fixture(std::size_t count = 900)
    {
        torch::set_num_threads(1);
        const Dataset data = make_sample("shapes", 1, 1.0, count);
        problem = make_problem(data, {data.suggested_sensitive, data.suggested_target, data.suggested_positive}, 1);
        const TableEncoder encoder = TableEncoder::fit(problem.train.table, problem.features);
        model = std::make_shared<FairModel>(ModelSchema::from(problem, "", encoder), 8);
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
        settings.batch = 128;
        settings.hidden = 32;
        settings.depth = 1;
        settings.kl_weight = 1;
        settings.log10_beta = 3;
        settings.smoothing = 1;
        settings.balance = "both";
        settings.threads = 2;
        return settings;
    }

    static StudentSettings student(const std::string &loss, int epochs)
    {
        StudentSettings settings;
        settings.loss = loss;
        settings.epochs = epochs;
        settings.batch = 128;
        settings.threads = 2;
        return settings;
    }
};

PictureSet generated(const FairModel &model, int threads)
{
    NoProgress progress;
    DecodeRequest request;
    request.seed = 4;
    request.threads = threads;
    return *decode_rows(model, prior_latents(model, 3).next(150).z, request, progress, {}).picture_column()->pictures;
}

} // namespace

class TestPictureTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void teacherLearnsPicturesAndTheirColours()
    {
        Fixture f;
        std::vector<double> reconstruction;
        TrainingHooks hooks = f.hooks();
        hooks.on_step = [&](const StepLosses &losses) { reconstruction.push_back(losses.raw[0]); };
        const TeacherOutcome outcome = train_teacher(*f.model, f.rows, Fixture::teacher(25), hooks);
        QVERIFY(!outcome.collapsed);
        QVERIFY2(reconstruction.back() < 0.9 * reconstruction.front(),
                 qPrintable(QString("%1 -> %2").arg(reconstruction.front()).arg(reconstruction.back())));

        // Held-out pictures come out nearer to themselves than the mean picture does, and a group's flip has that group's mean colour.
        const EncodedRows test = f.model->encode(f.problem.test);
        const Tensor z = f.model->latent_means(*f.model->teacher, test.input(), 2);
        const Tensor original = test.pixels.pool.index_select(0, test.pixels.which).to(torch::kFloat);
        const auto decoded = [&](const Tensor &group) { return f.model->decoder->decode(z, group, 2).pixels.to(torch::kFloat); };
        const double error = (decoded(test.group) - original).square().mean().item<double>();
        const double spread = (original.mean(0) - original).square().mean().item<double>();
        QVERIFY2(error < 0.7 * spread, qPrintable(QString("%1 of %2").arg(error).arg(spread)));
        for (std::int32_t group = 0; group < f.model->shape.groups; ++group) {
            const Tensor flipped = decoded(torch::full_like(test.group, group)).mean({0, 1, 2});
            const Tensor wanted = original.index_select(0, torch::nonzero(test.group == group).squeeze(1)).mean({0, 1, 2});
            std::int32_t nearest = -1;
            double least = 1e30;
            for (std::int32_t other = 0; other < f.model->shape.groups; ++other) {
                const Tensor colour = original.index_select(0, torch::nonzero(test.group == other).squeeze(1)).mean({0, 1, 2});
                const double distance = (flipped - colour).square().sum().item<double>();
                if (distance < least) {
                    least = distance;
                    nearest = other;
                }
            }
            QCOMPARE(nearest, group);
        }
    }

    void studentsFollow_data()
    {
        QTest::addColumn<QString>("loss");
        QTest::addColumn<bool>("generator");
        for (const char *loss : {"l1", "huber", "mse", "md"}) {
            QTest::addRow("encoder, %s", loss) << loss << false;
            QTest::addRow("generator, %s", loss) << loss << true;
        }
    }
    void studentsFollow()
    {
        QFETCH(QString, loss);
        QFETCH(bool, generator);
        Fixture f(500);
        train_teacher(*f.model, f.rows, Fixture::teacher(8), f.hooks());
        std::vector<double> kl;
        TrainingHooks hooks = f.hooks();
        hooks.on_step = [&](const StepLosses &losses) { kl.push_back(losses.raw[1]); };
        const StudentSettings settings = Fixture::student(loss.toStdString(), 12);
        if (generator)
            train_generator(*f.model, f.rows, settings, hooks);
        else
            train_student(*f.model, f.rows, settings, hooks);
        if (generator) // it starts with the teacher's moments
            QVERIFY2(kl.back() < 1, qPrintable(QString::number(kl.back())));
        else
            QVERIFY2(kl.back() < 0.5 * kl.front(), qPrintable(QString("%1 -> %2").arg(kl.front()).arg(kl.back())));
        QVERIFY(f.model->student_parameters() * 4 <= parameter_count(*f.model->teacher));
    }

    void sameSeedSameWeights()
    {
        std::vector<Tensor> first;
        for (int run = 0; run < 2; ++run) {
            Fixture f(400);
            TeacherSettings settings = Fixture::teacher(2);
            settings.mirror = true;
            train_teacher(*f.model, f.rows, settings, f.hooks());
            std::vector<Tensor> weights = f.model->teacher->parameters();
            for (const Tensor &parameter : f.model->decoder->parameters())
                weights.push_back(parameter);
            if (run == 0)
                first = weights;
            for (std::size_t i = 0; i < weights.size(); ++i)
                QVERIFY(torch::equal(weights[i], first[i]));
        }
    }

    void modelComesBackAndGeneratesTheSameBytes()
    {
        Fixture f(400);
        train_teacher(*f.model, f.rows, Fixture::teacher(2), f.hooks());
        train_student(*f.model, f.rows, Fixture::student("l1", 2), f.hooks());
        const QTemporaryDir folder;
        write_model(*f.model, folder.path().toStdString());
        const auto back = read_model(folder.path().toStdString());
        QCOMPARE(back->schema.picture->size, 32);
        QVERIFY(generated(*back, 2).bytes == generated(*f.model, 2).bytes);
        QVERIFY(generated(*back, 1).bytes == generated(*f.model, 2).bytes); // nor does it matter how they were shared among threads
        const EncoderInput input = f.rows.input();
        QVERIFY(torch::equal(back->posterior(*back->student, input, 2).mean, f.model->posterior(*f.model->student, input, 2).mean));
    }

    void otherSizesAreRefused()
    {
        Fixture f(200);
        Problem other = f.problem;
        for (Column &column : other.train.table.columns)
            if (column.pictures) {
                auto small = std::make_shared<PictureSet>();
                small->width = small->height = 28;
                small->bytes.resize(column.pictures->size() * small->picture_bytes());
                column.pictures = small;
            }
        QVERIFY_THROWS_EXCEPTION(InputError, f.model->encode(other.train));
    }

    void stopsQuickly()
    {
        Fixture f(2000);
        TeacherSettings settings = Fixture::teacher(2000);
        settings.batch = 256;
        settings.hidden = 128;
        std::stop_source source;
        std::chrono::steady_clock::time_point asked;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(400));
            asked = std::chrono::steady_clock::now();
            source.request_stop();
        });
        QVERIFY_THROWS_EXCEPTION(Cancelled, train_teacher(*f.model, f.rows, settings, f.hooks(source.get_token())));
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - asked).count();
        QVERIFY2(seconds < 1, qPrintable(QString::number(seconds)));
    }
};

QTEST_GUILESS_MAIN(TestPictureTraining)
#include "test_picture_training.moc"
