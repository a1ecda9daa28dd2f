// The tour and the lessons: their files, what they point at, and each of them from beginning to end in the real window, by keyboard alone.
#include "core/base/error.h"
#include "core/study/lesson_file.h"
#include "ui/lessons/lesson_control.h"
#include "ui/lessons/spotlight.h"
#include "ui/views/data_view.h"
#include "ui/window/preferences.h"
#include "window_driver.h"

#include <QDockWidget>
#include <QLabel>
#include <QSlider>
#include <QTemporaryDir>

using namespace fairloom;
using namespace fairloom::ui;

class TestLessons : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();
    void wholeInBothLanguages();
    void refuses_data();
    void refuses();
    void byKeyboard_data();
    void byKeyboard();
    void leftAndTakenUpAgain();
    void ownWorkStays();
    void biasSliderDrawsAnew();
    void slowMotionAndLookingBack();
    void presentation();

private:
    static Lesson shortened(Lesson lesson);
    static void activate(WindowDriver &driver);
    static void trainQuickly(WindowDriver &driver);
    QTemporaryDir folder_;
};

void TestLessons::initTestCase()
{
    WindowDriver::prepareApplication(QStringLiteral("test_lessons"), folder_.path());
}

void TestLessons::cleanup()
{
    setLanguage(QStringLiteral("en"));
    Theme::instance().setScale(1);
    for (const Lesson &lesson : builtin_lessons())
        preferences::setLessonStep(toQString(lesson.name), 0);
}

void TestLessons::wholeInBothLanguages()
{
    QCOMPARE(builtin_lessons().size(), std::size_t(5));
    QCOMPARE(builtin_lessons().front().name, std::string("tour"));
    const auto whole = [](const LessonText &text) {
        QCOMPARE(text.by_language.size(), std::size_t(2));
        QVERIFY(!text.in("en").empty() && !text.in("sv").empty() && text.in("sv") != text.in("en"));
        QCOMPARE(text.in("fi"), text.in("en"));
    };
    for (const Lesson &lesson : builtin_lessons()) {
        whole(lesson.title);
        whole(lesson.about);
        QVERIFY(lesson.minutes > 0);
        for (const LessonStep &step : lesson.steps) {
            whole(step.text);
            QVERIFY(step.title.by_language.size() == 2);
            QVERIFY2(step.until.empty() || !step.acts.empty() || step.until.run == "done", lesson.name.c_str()); // nobody is left helpless
        }
    }
}

void TestLessons::refuses_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("says");
    QTest::newRow("a file of the reader's") << QByteArray(R"("do": [{"open": "/etc/passwd"}])") << "built-in samples only";
    QTest::newRow("an unknown sample") << QByteArray(R"("do": [{"open": "sample:secrets"}])") << "built-in samples only";
    QTest::newRow("any button") << QByteArray(R"("do": [{"press": "quitAction"}])") << "not among the choices";
    QTest::newRow("a file in a setting") << QByteArray(R"("do": [{"settings": {"graph": "/etc/passwd"}}])") << "no setting";
    QTest::newRow("a setting out of range") << QByteArray(R"("do": [{"settings": {"teacher_epochs": -1}}])") << "teacher_epochs";
    QTest::newRow("two acts in one") << QByteArray(R"("do": [{"train": true, "view": "data"}])") << "exactly one key";
    QTest::newRow("an unknown act") << QByteArray(R"("do": [{"delete": "runs"}])") << "no such key";
    QTest::newRow("an unknown view") << QByteArray(R"("view": "secrets")") << "not among the choices";
    QTest::newRow("a bias of 7") << QByteArray(R"("until": {"bias_most": 7})") << "0 to 1";
    QTest::newRow("no list") << QByteArray(R"("do": 7)") << "list";
    QTest::newRow("epochs without end") << QByteArray(R"("until": {"epoch": 1e30})") << "whole number";
    QTest::newRow("an unknown key") << QByteArray(R"("colour": "red")") << "no such key";
}

void TestLessons::refuses()
{
    QFETCH(QByteArray, step);
    QFETCH(QString, says);
    const QByteArray text = R"({"format": "fairloom-lesson", "name": "mine", "title": {"en": "t"}, "about": {"en": "a"}, "minutes": 1,
        "steps": [{"title": {"en": "t"}, "text": {"en": "x"}, )" + step + "}]}";
    try {
        parse_lesson(text.toStdString(), "mine.json");
    } catch (const InputError &error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
        QVERIFY2(QString::fromUtf8(error.what()).contains("mine.json, step 1"), error.what());
        return;
    }
    QFAIL("it was read");
}

void TestLessons::byKeyboard_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("lesson");
    for (const char *language : {"en", "sv"})
        for (const Lesson &lesson : builtin_lessons())
            QTest::addRow("%s, %s", lesson.name.c_str(), language) << language << toQString(lesson.name);
}

void TestLessons::byKeyboard()
{
    QFETCH(QString, language);
    QFETCH(QString, lesson);
    setLanguage(language);
    WindowDriver driver;
    driver.window.resize(1280, 720);
    auto *control = driver.window.findChild<LessonControl *>();
    activate(driver);
    auto *begin = driver.find<QPushButton>(QStringLiteral("lesson_") + lesson);
    QVERIFY(begin && begin->isVisible());
    if (language == u"en" && lesson == u"tour") { // as it is
        begin->setFocus();
        QTest::keyClick(begin, Qt::Key_Space);
    } else {
        for (const Lesson &one : builtin_lessons())
            if (toQString(one.name) == lesson)
                control->start(shortened(one));
    }
    QTRY_VERIFY(control->lesson());
    auto *dock = driver.find<QDockWidget>(QStringLiteral("lessonDock"));
    QVERIFY(dock->isVisible());

    const std::size_t steps = control->lesson()->steps.size();
    std::size_t seen = 0;
    for (; control->lesson() && seen <= steps; ++seen) {
        const LessonStep &step = control->currentStep();
        const QString where = QStringLiteral("step %1").arg(control->step() + 1);
        QCOMPARE(driver.find<QLabel>(QStringLiteral("lessonTitle"))->text(), toQString(step.title.in(language.toStdString())));
        if (!step.point_at.empty())
            QTRY_VERIFY2(driver.window.findChild<Spotlight *>()->target(), qPrintable(where + QStringLiteral(": ") + toQString(step.point_at)));
        if (!control->isReached() && !step.acts.empty()) {
            QTRY_VERIFY(control->canDoIt());
            QTest::keyClick(&driver.window, Qt::Key_Return, Qt::ControlModifier);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(control->isReached(), qPrintable(where + QStringLiteral(": ") + control->waitingFor()), 90000);
        QVERIFY2(!control->stepText().contains(u'{'), qPrintable(control->stepText()));
        if (control->stepText() != toQString(step.text.in(language.toStdString()))) // it has figures, and they are known by now
            QVERIFY2(!control->stepText().contains(QStringLiteral("–")), qPrintable(control->stepText()));
        QTest::keyClick(&driver.window, Qt::Key_PageDown);
    }
    QCOMPARE(seen, steps);
    QVERIFY(!control->lesson());
    QVERIFY(!dock->isVisible());
    QCOMPARE(preferences::lessonStep(lesson), 0); // the next time from the beginning
}

/// The same steps with trainings of a few epochs.
Lesson TestLessons::shortened(Lesson lesson)
{
    const auto shorten = [](std::vector<std::pair<std::string, std::string>> &settings) {
        for (auto &[key, value] : settings)
            if (key == "teacher_epochs" || key == "student_epochs")
                value = key == "teacher_epochs" ? "8" : "3";
    };
    for (LessonStep &step : lesson.steps) {
        for (LessonAct &act : step.acts) {
            shorten(act.values);
            if (act.kind == LessonAct::Kind::settings)
                act.values.emplace_back("train_rows", "3000");
        }
        shorten(step.until.settings);
    }
    return lesson;
}

/// Keys are the active window's.
void TestLessons::activate(WindowDriver &driver)
{
    driver.window.activateWindow();
    QTRY_VERIFY(driver.window.isActiveWindow());
}

void TestLessons::trainQuickly(WindowDriver &driver)
{
    RunSettings settings = driver.session.settings();
    settings.teacher_epochs = 30;
    settings.student_epochs = 2;
    settings.evaluation = "student";
    settings.controls = false;
    driver.session.setSettings(settings);
    QTest::keyClick(&driver.window, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(driver.session.activeRun());
}

void TestLessons::leftAndTakenUpAgain()
{
    {
        WindowDriver driver;
        activate(driver);
        driver.click(QStringLiteral("lesson_tour"));
        auto *control = driver.window.findChild<LessonControl *>();
        QTest::keyClick(&driver.window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(control->isReached());
        QTest::keyClick(&driver.window, Qt::Key_PageDown);
        QTest::keyClick(&driver.window, Qt::Key_PageDown);
        QCOMPARE(control->step(), 2);
        QTest::keyClick(&driver.window, Qt::Key_PageUp);
        QCOMPARE(control->step(), 1);
        driver.click(QStringLiteral("lessonLeave"));
        QVERIFY(!control->lesson());
    }
    WindowDriver driver;
    auto *tour = driver.find<QPushButton>(QStringLiteral("lesson_tour"));
    QVERIFY2(tour->text().contains(QStringLiteral("step 2 of 8")), qPrintable(tour->text()));
    QTest::mouseClick(tour, Qt::LeftButton);
    QCOMPARE(driver.window.findChild<LessonControl *>()->step(), 1);
}

/// What a lesson sets is taken back when it is left.
void TestLessons::ownWorkStays()
{
    WindowDriver driver;
    driver.session.openDataset(QStringLiteral("sample:hiring"));
    QTRY_VERIFY(driver.session.problem());
    const RunSettings before = driver.session.settings();
    auto *action = driver.find<QAction>(QStringLiteral("lessonAction_fair-representation"));
    QVERIFY(action);
    action->trigger();
    auto *control = driver.window.findChild<LessonControl *>();
    QVERIFY(control->isReached());
    control->next();
    control->doIt();
    QCOMPARE(driver.session.settings().log10_beta, 0.0);
    QVERIFY(driver.find<QSlider>(QStringLiteral("lesson_slider_log10_beta"))->isVisible());
    control->leave();
    QVERIFY(driver.session.settings() == before);
}

void TestLessons::biasSliderDrawsAnew()
{
    WindowDriver driver;
    driver.session.openDataset(QStringLiteral("sample:hiring"));
    QTRY_VERIFY(driver.session.problem());
    auto *view = driver.window.findChild<DataView *>();
    view->showPage(DataView::CausalPage);
    QCOMPARE(view->page(), DataView::CausalPage);
    auto *slider = driver.find<QSlider>(QStringLiteral("biasSlider"));
    QVERIFY(slider->isVisible());
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QTRY_COMPARE_WITH_TIMEOUT(driver.session.dataset()->source, std::string("sample:hiring?bias=0"), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing(), 30000);
    QCOMPARE(view->page(), DataView::CausalPage); // one stays where one was
    const auto *plot = driver.find<Plot>(QStringLiteral("effectPlot"));
    QTRY_VERIFY_WITH_TIMEOUT(plot->accessibleDescription().contains(QStringLiteral("truth of the model is 0")), 20000);
    driver.click(QStringLiteral("drawAnewButton"));
    QTRY_COMPARE_WITH_TIMEOUT(driver.session.dataset()->source, std::string("sample:hiring?bias=0&seed=2"), 10000);
    driver.session.openDataset(QStringLiteral("sample:shapes"));
    QTRY_COMPARE_WITH_TIMEOUT(driver.session.dataset()->name, std::string("sample:shapes"), 20000);
    QTRY_COMPARE(view->page(), DataView::OverviewPage); // pictures have no such graph
}

void TestLessons::slowMotionAndLookingBack()
{
    WindowDriver driver;
    driver.session.openDataset(QStringLiteral("sample:hiring"));
    QTRY_VERIFY(driver.session.canTrain());
    activate(driver);
    trainQuickly(driver);
    QTest::keyClick(&driver.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *run = driver.session.activeRun();
    QTRY_COMPARE_WITH_TIMEOUT(run->state, WindowDriver::State::paused, 20000);
    const int epoch = run->monitor->status().epoch;
    QVERIFY(epoch >= 1);
    for (int i = 1; i <= 3; ++i) {
        QTest::keyClick(&driver.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(run->state, WindowDriver::State::paused, 20000);
        QCOMPARE(run->monitor->status().epoch, epoch + i);
        QTest::qWait(200); // a picture of each
    }
    auto *slider = driver.find<QSlider>(QStringLiteral("cloudEpochSlider"));
    QTRY_VERIFY(slider->isVisible() && slider->maximum() >= 2);
    const auto *text = driver.find<QLabel>(QStringLiteral("cloudEpoch"));
    const QString newest = text->text();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QVERIFY(text->text() != newest);
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(text->text(), newest);
    QTest::keyClick(&driver.window, Qt::Key_P, Qt::ControlModifier); // on to the end
    QTRY_VERIFY_WITH_TIMEOUT(!driver.session.activeRun(), 60000);

    trainQuickly(driver); // and the first is a ghost behind the second
    QTRY_VERIFY_WITH_TIMEOUT(!driver.session.activeRun(), 60000);
    const int without = driver.find<Plot>(QStringLiteral("teacherPlot"))->graphCount();
    driver.click(QStringLiteral("ghostsButton"));
    QVERIFY(driver.find<Plot>(QStringLiteral("teacherPlot"))->graphCount() > without);
}

void TestLessons::presentation()
{
    WindowDriver driver;
    driver.session.openDataset(QStringLiteral("sample:hiring"));
    QTRY_VERIFY(driver.session.problem());
    activate(driver);
    auto *setup = driver.find<QDockWidget>(QStringLiteral("setupDock"));
    QVERIFY(setup->isVisible());
    const int before = driver.find<QLabel>(QStringLiteral("datasetName"))->fontInfo().pixelSize();
    QTest::keyClick(&driver.window, Qt::Key_F11);
    QVERIFY(!setup->isVisible() && !driver.find<QListWidget>(QStringLiteral("navigation"))->isVisible());
    QTRY_VERIFY(driver.find<QLabel>(QStringLiteral("datasetName"))->fontInfo().pixelSize() > before);
    QTest::keyClick(&driver.window, Qt::Key_F11);
    QVERIFY(setup->isVisible() && driver.find<QListWidget>(QStringLiteral("navigation"))->isVisible());
    QTRY_COMPARE(driver.find<QLabel>(QStringLiteral("datasetName"))->fontInfo().pixelSize(), before);
}

QTEST_MAIN(TestLessons)
#include "test_lessons.moc"
