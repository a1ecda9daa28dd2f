// A training that was interrupted and goes on from its checkpoint ends as one that was not, bit by bit.
#include "core/training/generator_trainer.h"
#include "core/training/student_trainer.h"
#include "core/training/teacher_trainer.h"

#include "core/base/error.h"
#include "core/data/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <vector>

using namespace fairloom;

namespace {

/// What a training leaves behind.
struct Trace {
    std::vector<torch::Tensor> parameters;
    std::vector<float> losses; ///< of every step, in order
    std::vector<double> points;
    int epochs = 0;
};

bool operator==(const Trace &a, const Trace &b)
{
    if (a.epochs != b.epochs || a.losses != b.losses || a.points != b.points || a.parameters.size() != b.parameters.size())
        return false;
    for (std::size_t i = 0; i < a.parameters.size(); ++i)
        if (!torch::equal(a.parameters[i], b.parameters[i]))
            return false;
    return true;
}

} // namespace

class TestTrainingCheckpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesOn_data();
    void goesOn();
    void passesOver_data();
    void passesOver();
    void aFullDiskIsNoReasonToStop();

private:
    Trace train(const QString &kind, const CheckpointPlace &place, int stop_after = 0);
    std::shared_ptr<FairModel> fresh() const;
    void train_stage(const QString &kind, FairModel &model, const TrainingHooks &hooks, Trace &trace);

    QTemporaryDir folder_;
    Problem problem_;
    EncodedRows rows_;
};

void TestTrainingCheckpoint::initTestCase()
{
    torch::set_num_threads(1);
    const Dataset data = make_sample("hiring", 1, 1, 3000);
    problem_ = make_problem(data, {data.suggested_sensitive, data.suggested_target, data.suggested_positive}, 1);
    rows_ = fresh()->encode(problem_.train);
}

std::shared_ptr<FairModel> TestTrainingCheckpoint::fresh() const
{
    return std::make_shared<FairModel>(ModelSchema::from(problem_, "", TableEncoder::fit(problem_.train.table, problem_.features)), 5);
}

void TestTrainingCheckpoint::train_stage(const QString &kind, FairModel &model, const TrainingHooks &hooks, Trace &trace)
{
    TeacherSettings teacher;
    teacher.epochs = kind.startsWith("teacher") ? 9 : 3;
    teacher.batch = 512;
    teacher.hidden = 24;
    teacher.log10_beta = 6;
    if (kind == "teacher, balanced") // its batches take turns from epoch to epoch
        teacher.balance = "both";
    if (kind == "teacher, patient")
        teacher.patience = 2;
    StudentSettings student;
    student.epochs = 9;
    student.batch = 512;
    if (kind.startsWith("teacher")) {
        trace.epochs = train_teacher(model, rows_, teacher, hooks).epochs;
        trace.parameters = model.teacher->parameters();
        for (const torch::Tensor &parameter : model.decoder->parameters())
            trace.parameters.push_back(parameter);
        return;
    }
    TrainingHooks quiet;
    RunMonitor unseen;
    quiet.monitor = &unseen;
    train_teacher(model, rows_, teacher, quiet);
    if (kind == "generator") {
        trace.epochs = train_generator(model, rows_, student, hooks).epochs;
        trace.parameters = model.generator->parameters();
    } else {
        trace.epochs = train_student(model, rows_, student, hooks).epochs;
        trace.parameters = model.student->parameters();
    }
}

/// stop_after: epochs; 0 = to the end.
Trace TestTrainingCheckpoint::train(const QString &kind, const CheckpointPlace &place, int stop_after)
{
    const auto model = fresh();
    RunMonitor monitor;
    std::stop_source stop;
    Trace trace;
    TrainingHooks hooks;
    hooks.monitor = &monitor;
    hooks.stop = stop.get_token();
    hooks.checkpoint = place;
    hooks.on_step = [&](const StepLosses &step) {
        for (const std::span<const double> values : {step.raw, step.weighted})
            for (const double value : values)
                trace.losses.push_back(static_cast<float>(value));
        for (const LossPart &part : step.parts)
            trace.losses.push_back(static_cast<float>(part.raw));
        if (stop_after > 0 && step.epoch > stop_after)
            stop.request_stop(); // in the middle of an epoch
    };
    try {
        train_stage(kind, *model, hooks, trace);
    } catch (const Cancelled &) {
    }
    for (const CurveStage stage : {CurveStage::teacher, CurveStage::student})
        for (const CurvePoint &point : monitor.points_since(stage, 0))
            trace.points.insert(trace.points.end(), point.raw.begin(), point.raw.end());
    return trace;
}

void TestTrainingCheckpoint::goesOn_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("stopped");
    for (const char *kind : {"teacher", "teacher, balanced", "teacher, patient", "student", "generator"})
        for (const int stopped : {1, 4, 7})
            QTest::addRow("%s, stopped in epoch %d", kind, stopped + 1) << kind << stopped;
}

void TestTrainingCheckpoint::goesOn()
{
    QFETCH(QString, kind);
    QFETCH(int, stopped);
    const Trace whole = train(kind, {});
    CheckpointPlace place{folder_.filePath("state.safetensors").toStdString(), "the same", 0, false};
    train(kind, place, stopped);
    QVERIFY(std::filesystem::exists(place.file));
    place.resume = true;
    place.seconds_between = 1e9;
    const Trace resumed = train(kind, place);
    QCOMPARE(resumed.epochs, whole.epochs);
    QCOMPARE(resumed.losses.size(), whole.losses.size());
    QVERIFY(resumed == whole);
}

void TestTrainingCheckpoint::passesOver_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"another fingerprint", "another training", "cut off", "garbage", "empty", "not there", "not asked for"})
        QTest::newRow(what) << what;
}

/// The training begins anew, and ends as ever.
void TestTrainingCheckpoint::passesOver()
{
    QFETCH(QString, what);
    const Trace whole = train("student", {});
    const QString path = folder_.filePath("state.safetensors");
    CheckpointPlace place{path.toStdString(), "the same", 0, false};
    train(what == "another training" ? "teacher" : "student", place, 4);
    QFile file(path);
    if (what == "cut off") {
        QVERIFY(file.resize(file.size() / 2));
    } else if (what == "garbage" || what == "empty") {
        QVERIFY(file.open(QIODevice::WriteOnly));
        if (what == "garbage")
            file.write(QByteArray(5000, 'x'));
        file.close();
    } else if (what == "not there") {
        QVERIFY(file.remove());
    }
    place.resume = what != "not asked for";
    place.seconds_between = 1e9;
    if (what == "another fingerprint")
        place.fingerprint = "another";
    QVERIFY(train("student", place) == whole);
}

void TestTrainingCheckpoint::aFullDiskIsNoReasonToStop()
{
    const Trace whole = train("student", {});
    QVERIFY(train("student", {"/dev/null/state.safetensors", "the same", 0, true}) == whole); // a place that cannot be written
}

QTEST_GUILESS_MAIN(TestTrainingCheckpoint)
#include "test_training_checkpoint.moc"
