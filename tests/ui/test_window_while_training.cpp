// The window while a run is in progress: it stays quick, the curves move, and Pause, Stop and closing do what they say.
#include "ui/window_driver.h"

#include "core/base/system.h"
#include "core/study/run_settings.h"
#include "real_data.h"

#include <QEventLoop>
#include <QMessageBox>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

using namespace fairloom;
using namespace fairloom::ui;
using State = RunEntry::State;

namespace {

constexpr int longest_stop = 500; // milliseconds

RunSettings endless()
{
    RunSettings settings;
    settings.teacher_epochs = 2000;
    return settings;
}

RunSettings brief()
{
    RunSettings settings;
    settings.teacher_epochs = 2;
    settings.student_epochs = 1;
    return settings;
}

/// Measures how late the event loop is: at every tenth millisecond, how long somebody who pressed a key then would have waited.
class Lateness {
public:
    explicit Lateness(int interval) : interval_(interval)
    {
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(interval);
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] {
            const double gap = double(clock_.nsecsElapsed()) / 1e6;
            clock_.restart();
            delays_.push_back(std::max(0.0, gap - interval_));
            for (double missed = gap - 2 * interval_; missed > 0; missed -= interval_)
                delays_.push_back(missed);
        });
        clock_.start();
        timer_.start();
    }
    std::size_t count() const { return delays_.size(); }
    double quantile(double share) const
    {
        std::vector<double> sorted = delays_;
        std::sort(sorted.begin(), sorted.end());
        return sorted[std::size_t(share * double(sorted.size() - 1))];
    }

private:
    double interval_;
    QTimer timer_;
    QElapsedTimer clock_;
    std::vector<double> delays_;
};

} // namespace

class TestWindowWhileTraining : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void eventLoopStaysAlive();
    void curvesMove();
    void stopKeepsWhatIsThere();
    void pauseHoldsAndResumeGoesOn();
    void stopActsAtOnce_data();
    void stopActsAtOnce();
    void closingAsks();

private:
    void open(const QString &source, const RunSettings &settings);
    QString adult() const;

    QTemporaryDir folder_;
    std::unique_ptr<WindowDriver> driver_;
};

void TestWindowWhileTraining::initTestCase()
{
    WindowDriver::prepareApplication(QStringLiteral("test_window_while_training"), folder_.path());
}

void TestWindowWhileTraining::init()
{
    driver_ = std::make_unique<WindowDriver>();
    QVERIFY(QTest::qWaitForWindowExposed(&driver_->window));
}

void TestWindowWhileTraining::cleanup()
{
    driver_.reset();
}

void TestWindowWhileTraining::open(const QString &source, const RunSettings &settings)
{
    driver_->window.openSource(source);
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.canTrain(), 60000);
    driver_->session.setSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.canTrain(), 60000);
    driver_->click(QStringLiteral("trainButton"));
    QVERIFY(driver_->session.activeRun());
}

QString TestWindowWhileTraining::adult() const
{
    return QString::fromStdString(test::real_data("adult/adult.data").string());
}

void TestWindowWhileTraining::eventLoopStaysAlive()
{
    open(QStringLiteral("sample:hiring"), endless());
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) > 0, 60000);

    const int pointsBefore = driver_->points(QStringLiteral("teacherPlot"));
    int steps = 0;
    QTimer person;
    connect(&person, &QTimer::timeout, &person, [&] {
        driver_->clickView(++steps % 5);
        if (steps % 3 == 0)
            driver_->window.resize(steps % 2 ? QSize(1440, 900) : QSize(1280, 720));
    });
    person.start(100);
    // a loop of its own: QTest::qWait sleeps between its looks
    QEventLoop loop;
    QTimer::singleShot(4000, &loop, &QEventLoop::quit);
    Lateness lateness(10);
    loop.exec();
    person.stop();
    qInfo("event loop late by: median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, at most %.1f ms (%zu moments, %d changes of view)",
          lateness.quantile(0.5), lateness.quantile(0.95), lateness.quantile(0.99), lateness.quantile(1), lateness.count(), steps);
    QCOMPARE(driver_->session.activeRun()->state, State::running);
    driver_->clickView(MainWindow::TrainingPage);
    QTRY_VERIFY(driver_->points(QStringLiteral("teacherPlot")) > pointsBefore);
    if (!times_count)
        QSKIP("delays are measured in optimised builds without sanitizers");
    QVERIFY(steps >= 20);
    QVERIFY(lateness.quantile(0.95) < 100);
}

void TestWindowWhileTraining::curvesMove()
{
    open(QStringLiteral("sample:hiring"), endless());
    QCOMPARE(driver_->window.view(), MainWindow::TrainingPage);
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) > 0, 60000);
    auto *plot = driver_->find<Plot>(QStringLiteral("teacherPlot"));
    for (int second = 0; second < 3; ++second) {
        const int before = driver_->points(QStringLiteral("teacherPlot"));
        const QImage pictureBefore = plot->grab().toImage();
        if (times_count)
            QTest::qWait(1000);
        else
            QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) > before, 60000);
        QCOMPARE(driver_->session.activeRun()->state, State::running);
        QVERIFY2(driver_->points(QStringLiteral("teacherPlot")) > before, qPrintable(QString::number(second)));
        QVERIFY(plot->grab().toImage() != pictureBefore);
    }
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("cloudPlot")) > 0, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("leakagePlot")) > 0, 60000);
}

void TestWindowWhileTraining::stopKeepsWhatIsThere()
{
    open(QStringLiteral("sample:hiring"), endless());
    const RunEntry *run = driver_->session.activeRun();
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) >= 4 * 5, 60000);
    QVERIFY(!driver_->find<QPushButton>(QStringLiteral("trainButton"))->isEnabled());

    const qint64 time = driver_->timeToEnd([&] { driver_->click(QStringLiteral("stopButton")); });
    qInfo("stopped after %lld ms", static_cast<long long>(time));
    QCOMPARE(run->state, State::stopped);
    if (times_count)
        QVERIFY2(time >= 0 && time < longest_stop, qPrintable(QString::number(time)));

    const int curve = int(run->monitor->points_since(CurveStage::teacher, 0).size());
    QVERIFY(curve >= 5);
    QCOMPARE(driver_->points(QStringLiteral("teacherPlot")), 4 * curve);
    QVERIFY(driver_->find<Plot>(QStringLiteral("teacherPlot"))->isVisible());
    QCOMPARE(driver_->session.currentRun(), run);
    const auto *runs = driver_->find<QTableView>(QStringLiteral("runsTable"));
    QCOMPARE(runs->model()->rowCount(), 1);
    QVERIFY(!driver_->find<QPushButton>(QStringLiteral("stopButton"))->isEnabled());

    // and the next one can begin
    QVERIFY(driver_->session.canTrain());
    driver_->click(QStringLiteral("trainButton"));
    QVERIFY(driver_->session.activeRun() && driver_->session.activeRun() != run);
    QCOMPARE(runs->model()->rowCount(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) > 0, 60000);
}

void TestWindowWhileTraining::pauseHoldsAndResumeGoesOn()
{
    open(QStringLiteral("sample:hiring"), endless());
    const RunEntry *run = driver_->session.activeRun();
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) >= 4 * 3, 60000);
    const auto count = [&] { return run->monitor->points_since(CurveStage::teacher, 0).size(); };

    driver_->click(QStringLiteral("pauseButton"));
    const std::size_t atPause = count();
    QCOMPARE(run->state, State::paused);
    QTest::qWait(300);
    const std::size_t held = count();
    QVERIFY2(held <= atPause + 1, qPrintable(QStringLiteral("%1 points before, %2 after").arg(atPause).arg(held)));
    QTest::qWait(300);
    QCOMPARE(count(), held);
    QCOMPARE(driver_->points(QStringLiteral("teacherPlot")), 4 * int(held));
    QCOMPARE(driver_->find<QPushButton>(QStringLiteral("pauseButton"))->text(), QStringLiteral("Resume"));

    driver_->click(QStringLiteral("pauseButton"));
    QCOMPARE(run->state, State::running);
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) >= 4 * int(held + 3), 60000);
    QCOMPARE(driver_->find<QPushButton>(QStringLiteral("pauseButton"))->text(), QStringLiteral("Pause"));
}

void TestWindowWhileTraining::stopActsAtOnce_data()
{
    QTest::addColumn<bool>("adult");
    QTest::addColumn<RunStage>("stage");
    QTest::addColumn<QString>("activity"); // within the stage; empty = from its beginning
    QTest::addColumn<int>("later");        // milliseconds after that
    QTest::newRow("hiring, just started") << false << RunStage::waiting << "" << 0;
    QTest::newRow("hiring, student") << false << RunStage::student << "Student" << 0;
    QTest::newRow("hiring, control") << false << RunStage::control << "" << 100;
    QTest::newRow("hiring, evaluating real rows") << false << RunStage::evaluating << "" << 0;
    QTest::newRow("hiring, evaluating synthetic rows") << false << RunStage::evaluating << "Evaluating synthetic rows" << 50;
    if (!times_count)
        return; // Adult takes minutes there
    QTest::newRow("Adult, just started") << true << RunStage::waiting << "" << 100;
    QTest::newRow("Adult, teacher") << true << RunStage::teacher << "Teacher" << 300;
    QTest::newRow("Adult, student") << true << RunStage::student << "Student" << 300;
    QTest::newRow("Adult, XGBoost") << true << RunStage::evaluating << "Evaluating real rows: classifiers" << 200;
    QTest::newRow("Adult, leakage of real rows") << true << RunStage::evaluating << "Evaluating real rows: leakage" << 0;
    QTest::newRow("Adult, neighbours of real rows") << true << RunStage::evaluating << "Evaluating real rows: density" << 0;
    QTest::newRow("Adult, TSTR and TSTS") << true << RunStage::evaluating << "Evaluating synthetic rows: classifiers" << 0;
    QTest::newRow("Adult, neighbours") << true << RunStage::evaluating << "Evaluating synthetic rows: density" << 0;
    QTest::newRow("Adult, latent probe") << true << RunStage::evaluating << "Evaluating synthetic rows: density" << 400;
}

void TestWindowWhileTraining::stopActsAtOnce()
{
    QFETCH(bool, adult);
    QFETCH(RunStage, stage);
    QFETCH(QString, activity);
    QFETCH(int, later);
    if (adult && this->adult().isEmpty())
        QSKIP("the Adult data are not here: set FAIRLOOM_DATA_DIR");
    RunSettings settings = brief();
    settings.controls = stage == RunStage::control;
    if (stage == RunStage::teacher)
        settings.teacher_epochs = 2000;
    if (stage == RunStage::student)
        settings.student_epochs = 500;
    open(adult ? this->adult() : QStringLiteral("sample:hiring"), settings);
    const RunEntry *run = driver_->session.activeRun();
    if (stage != RunStage::waiting)
        QVERIFY2(driver_->waitForStage(stage, activity), qPrintable(run->error));
    QTest::qWait(later);
    QVERIFY2(driver_->session.activeRun(), "the run ended before it could be stopped");
    const std::string stopped = run->monitor->status().activity.english();

    const qint64 time = driver_->timeToEnd([&] { driver_->click(QStringLiteral("stopButton")); });
    qInfo("%s: stopped after %lld ms", stopped.c_str(), static_cast<long long>(time));
    QCOMPARE(run->state, State::stopped);
    QVERIFY(run->outcome);
    QCOMPARE(run->outcome->result.state, std::string("stopped"));
    if (stage != RunStage::waiting)
        QVERIFY(run->outcome->problem);
    QCOMPARE(run->outcome->model != nullptr, stage > RunStage::teacher);
    if (stage == RunStage::evaluating || stage == RunStage::control) {
        QVERIFY(run->outcome->synthetic);
        QCOMPARE(run->outcome->synthetic->rows(), run->outcome->problem->train.rows());
        driver_->clickView(MainWindow::SamplesPage);
        QCOMPARE(std::size_t(driver_->find<QTableView>(QStringLiteral("generatedTable"))->model()->rowCount()),
                 run->outcome->synthetic->rows());
        QVERIFY(driver_->find<QAction>(QStringLiteral("exportRowsAction"))->isEnabled());
    }
    QVERIFY(driver_->session.canTrain());
    if (times_count)
        QVERIFY2(time >= 0 && time < longest_stop, qPrintable(QStringLiteral("%1 ms").arg(time)));
}

void TestWindowWhileTraining::closingAsks()
{
    open(QStringLiteral("sample:hiring"), endless());
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) > 0, 60000);
    const auto answer = [&](QMessageBox::ButtonRole role) {
        auto *box = driver_->find<QMessageBox>(QStringLiteral("confirmQuit"));
        QVERIFY(box && box->isVisible());
        for (QAbstractButton *button : box->buttons())
            if (box->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL("no such answer");
    };

    QVERIFY(!driver_->window.close());
    answer(QMessageBox::RejectRole);
    QTRY_VERIFY(!driver_->find<QMessageBox>(QStringLiteral("confirmQuit")));
    QVERIFY(driver_->window.isVisible());
    QCOMPARE(driver_->session.activeRun()->state, State::running);
    const int before = driver_->points(QStringLiteral("teacherPlot"));
    QTRY_VERIFY_WITH_TIMEOUT(driver_->points(QStringLiteral("teacherPlot")) > before, 60000);

    QVERIFY(!driver_->window.close());
    QElapsedTimer time;
    time.start();
    answer(QMessageBox::AcceptRole);
    QTRY_VERIFY_WITH_TIMEOUT(!driver_->window.isVisible(), 60000);
    qInfo("closed after %lld ms", static_cast<long long>(time.elapsed()));
    if (times_count)
        QVERIFY(time.elapsed() < 1000);
    QVERIFY(!driver_->session.activeRun());
    QCOMPARE(driver_->session.runs().front()->state, State::stopped);
}

int main(int argc, char **argv)
{
    fairloom::system::keep_freed_memory(); // as the program does
    QApplication application(argc, argv);
    TestWindowWhileTraining test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "test_window_while_training.moc"
