#include "ui/style/theme.h"
#include "ui/view_looks.h"
#include "ui/views/training_view.h"
#include "ui/widgets/plot.h"

#include <QPushButton>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

namespace {

int points(const QWidget &view, const char *plot)
{
    int sum = 0;
    auto *of = view.findChild<Plot *>(QLatin1StringView(plot));
    for (int i = 0; of && i < of->graphCount(); ++i)
        sum += of->graph(i)->dataCount();
    return sum;
}

} // namespace

class TestTrainingView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().setMode(Theme::Mode::light); }
    void showsARunAsItTrains();
};

void TestTrainingView::showsARunAsItTrains()
{
    Session session;
    TrainingView view(session);
    view.resize(860, 520);
    view.show();
    QVERIFY(says(view, "appear here once a run trains"));
    session.openDataset("sample:hiring");
    QTRY_VERIFY_WITH_TIMEOUT(session.canTrain(), 20000);
    RunSettings settings;
    settings.teacher_epochs = 6;
    settings.student_epochs = 3;
    settings.threads = 2;
    session.setSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(session.canTrain(), 20000);

    // the empty view offers what fills it
    QPushButton *train = nullptr;
    for (QPushButton *button : view.findChildren<QPushButton *>())
        if (button->text() == "Train" && button->isVisible())
            train = button;
    QVERIFY(train);
    QTest::mouseClick(train, Qt::LeftButton);
    QVERIFY(session.activeRun());

    QTRY_VERIFY_WITH_TIMEOUT(points(view, "teacherPlot") >= 4 * 2, 60000);
    auto *teacher = view.findChild<Plot *>("teacherPlot");
    QCOMPARE(teacher->graphCount(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(points(view, "cloudPlot") > 100, 60000);
    keepPictures(view, "training_early");
    QTRY_VERIFY_WITH_TIMEOUT(!session.activeRun(), 300000);
    const RunEntry *run = session.currentRun();
    QVERIFY2(run->outcome, qPrintable(run->error));

    // every point of the monitor is drawn, once
    const std::vector<CurvePoint> curve = run->monitor->points_since(CurveStage::teacher, 0);
    QCOMPARE(teacher->graph(0)->dataCount(), int(curve.size()));
    QCOMPARE(teacher->graph(0)->data()->at(int(curve.size()) - 1)->key, 6.0);
    QCOMPARE(teacher->graph(0)->data()->at(0)->value, curve.front().weighted[0]);
    QVERIFY(points(view, "studentPlot") > 0);
    QVERIFY(points(view, "leakagePlot") > 0);
    QVERIFY(says(view, "AUROC"));
    QVERIFY(says(view, "s/epoch"));
    QVERIFY(teacher->accessibleDescription().startsWith("Epoch 6 of 6"));
    keepPictures(view, "training_done");

    // the switches redraw what is there
    for (QPushButton *button : view.findChildren<QPushButton *>())
        if (button->text() == "raw" || button->text() == "smooth")
            button->setChecked(true);
    QCOMPARE(teacher->graph(0)->dataCount(), int(curve.size()));
    QCOMPARE(teacher->graph(0)->data()->at(0)->value, curve.front().raw[0]);

    // the next run starts with an empty teacher and the student of this one behind
    settings.teacher_epochs = 200;
    session.setSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(session.canTrain(), 20000);
    QVERIFY(session.startRun() >= 0);
    auto *student = view.findChild<Plot *>("studentPlot");
    QCOMPARE(student->graphCount(), 2);
    QCOMPARE(student->graph(0)->pen().style(), Qt::DashLine);
    QTRY_VERIFY_WITH_TIMEOUT(points(view, "teacherPlot") >= 4, 60000);
    keepPictures(view, "training_ghost");
    session.stopRun();
    QTRY_VERIFY_WITH_TIMEOUT(!session.activeRun(), 20000);
}

QTEST_MAIN(TestTrainingView)
#include "test_training_view.moc"
