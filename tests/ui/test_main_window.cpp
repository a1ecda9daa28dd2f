// The window as a person uses it: menus, keys, fields and dialogs, without a display.
#include "core/study/run_settings.h"
#include "ui/small_file.h"
#include "ui/style/theme.h"
#include "ui/window/judge_rows_dialog.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"
#include "ui/workers/session.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

using namespace fairloom;
using namespace fairloom::ui;

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void welcomeBeforeData();
    void opensByDialog();
    void dialogSaysWhatIsMissing();
    void failedOpenIsSaidInPlace();
    void opensByDrop();
    void keysChooseViews();
    void narrowWindowKeepsTheIcons();
    void everySettingHasAField();
    void setupCanBeTakenBack();
    void settingsOfOtherMethods();
    void wheelScrollsThePage();
    void presetFollowsItsValues();
    void problemIsSaidAtItsField();
    void severalSensitiveColumns();
    void languageSwitchKeepsEverything();
    void appearance();
    void docksComeBack();
    void personalRowsAreAskedAbout();
    void generatedRowsAreJudged();
    void quittingAsks();
    void everythingHasAName();

private:
    void openSmall();
    template <typename Type>
    Type *find(const char *name) const
    {
        return window_->findChild<Type *>(QLatin1StringView(name));
    }

    QTemporaryDir folder_;
    QString file_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<MainWindow> window_;
};

void TestMainWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("FairloomTest"));
    QCoreApplication::setApplicationName(QStringLiteral("test_main_window"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    file_ = writeSmallFile(folder_);
    fairloom::ui::setLanguage(QStringLiteral("en"));
    Theme::instance().setMode(Theme::Mode::light);
}

void TestMainWindow::init()
{
    QSettings().clear();
    session_ = std::make_unique<Session>();
    window_ = std::make_unique<MainWindow>(*session_);
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
}

void TestMainWindow::cleanup()
{
    window_.reset();
    session_.reset();
}

void TestMainWindow::openSmall()
{
    window_->openSource(file_);
    QTRY_VERIFY_WITH_TIMEOUT(session_->dataset() != nullptr, 20000);
    session_->setTask({{"group"}, "granted", "yes"});
    QTRY_VERIFY_WITH_TIMEOUT(session_->canTrain(), 20000);
}

void TestMainWindow::welcomeBeforeData()
{
    QVERIFY(find<QWidget>("welcomeView")->isVisible());
    QVERIFY(!find<QPushButton>("trainButton")->isEnabled());
    QVERIFY(!find<QAction>("exportRowsAction")->isEnabled());
    QTest::mouseClick(find<QPushButton>("openSample_hiring"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(session_->canTrain(), 20000);
    QVERIFY(!find<QWidget>("welcomeView")->isVisible());
    QCOMPARE(find<QLabel>("datasetName")->text(), QStringLiteral("hiring"));
    QVERIFY(find<QPushButton>("trainButton")->isEnabled());
    QVERIFY(preferences::recentFiles().isEmpty());
}

void TestMainWindow::opensByDialog()
{
    find<QAction>("openDataAction")->trigger();
    auto *dialog = find<QDialog>("openDataDialog");
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->findChild<QPushButton *>("openDataButton")->isEnabled());
    dialog->findChild<QLineEdit *>("dataPathEdit")->setText(file_);
    QVERIFY(dialog->findChild<QLabel *>("recognisedRecipe")->text().isEmpty());
    QTest::mouseClick(dialog->findChild<QPushButton *>("openDataButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(session_->dataset() != nullptr, 20000);
    QCOMPARE(find<QLabel>("datasetName")->text(), QStringLiteral("small.csv"));
    QCOMPARE(preferences::recentFiles().size(), 1);
    QCOMPARE(preferences::recentFiles().first().source, file_);
}

void TestMainWindow::dialogSaysWhatIsMissing()
{
    find<QAction>("openDataAction")->trigger();
    auto *dialog = find<QDialog>("openDataDialog");
    dialog->findChild<QLineEdit *>("dataPathEdit")->setText(QStringLiteral("/no/such.csv"));
    auto *error = dialog->findChild<QLabel *>("openDataError");
    QVERIFY(error->text().contains(QStringLiteral("/no/such.csv")));
    QVERIFY(!dialog->findChild<QPushButton *>("openDataButton")->isEnabled());
    dialog->findChild<QLineEdit *>("dataPathEdit")->setText(file_);
    QVERIFY(error->text().isEmpty());
    dialog->findChild<QLineEdit *>("testPathEdit")->setText(QStringLiteral("/no/test.csv"));
    QVERIFY(error->text().contains(QStringLiteral("/no/test.csv")));
    dialog->reject();
}

void TestMainWindow::failedOpenIsSaidInPlace()
{
    const QString bad = QDir(folder_.path()).filePath(QStringLiteral("bad.csv"));
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b,c\n1,2,3\n1,2\n");
    file.close();
    openSmall();
    window_->openSource(bad);
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("noticeBar")->isVisible(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("noticeText")->text().contains(QStringLiteral("3")), 20000);
    QCOMPARE(session_->dataset()->source, file_.toStdString());
}

void TestMainWindow::opensByDrop()
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(file_)});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_VERIFY_WITH_TIMEOUT(session_->dataset() != nullptr, 20000);
}

void TestMainWindow::keysChooseViews()
{
    openSmall();
    window_->activateWindow();
    QTRY_VERIFY(window_->isActiveWindow());
    auto *navigation = find<QListWidget>("navigation");
    for (int i = 4; i >= 0; --i) {
        QTest::keyClick(window_.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(static_cast<int>(window_->view()), i);
        QCOMPARE(navigation->currentRow(), i);
    }
    navigation->setFocus();
    QTest::keyClick(navigation, Qt::Key_Down);
    QCOMPARE(window_->view(), MainWindow::TrainingPage);
}

void TestMainWindow::narrowWindowKeepsTheIcons()
{
    openSmall();
    auto *navigation = find<QListWidget>("navigation");
    window_->resize(1280, 720);
    QTRY_VERIFY(navigation->width() >= 144);
    QCOMPARE(navigation->item(0)->toolTip(), QString());
    window_->resize(window_->minimumSize());
    QTRY_VERIFY(navigation->width() <= 60);
    QVERIFY(navigation->item(1)->toolTip().contains(navigation->item(1)->text()));
    QTest::mouseClick(navigation->viewport(), Qt::LeftButton, {}, navigation->visualItemRect(navigation->item(1)).center());
    QCOMPARE(navigation->currentRow(), 1);
    auto *pages = find<QWidget>("dataPages");
    navigation->setCurrentRow(0);
    for (const QPushButton *chip : pages->findChildren<QPushButton *>())
        QTRY_VERIFY2(chip->width() >= chip->fontMetrics().horizontalAdvance(chip->text()), qPrintable(chip->text()));
    window_->resize(1280, 720);
    QTRY_VERIFY(navigation->width() >= 144);
}

void TestMainWindow::everySettingHasAField()
{
    for (const Setting &setting : run_setting_descriptions()) {
        const QString name = QStringLiteral("setting_") + QLatin1StringView(setting.key);
        QVERIFY2(window_->findChild<QWidget *>(name), qPrintable(name));
    }
    // each kind of field reaches the settings, and the settings reach it
    find<QSpinBox>("setting_teacher_epochs")->setValue(37);
    QCOMPARE(session_->settings().teacher_epochs, 37);
    find<QDoubleSpinBox>("setting_lambda")->setValue(0.5);
    QCOMPARE(session_->settings().lambda, 0.5);
    find<QSlider>("slider_log10_beta")->setValue(900);
    QCOMPARE(session_->settings().log10_beta, 14.6); // 20 x 0.9^3, in steps of 0.1
    find<QPushButton>("setting_loss_md")->click();
    QCOMPARE(session_->settings().loss, std::string("md"));
    find<QAbstractButton>("setting_controls")->setChecked(true);
    QCOMPARE(session_->settings().controls, true);
    find<QComboBox>("setting_sampler")->setCurrentIndex(1);
    QCOMPARE(session_->settings().sampler, std::string("mixture"));

    find<QAction>("resetSettingsAction")->trigger();
    QVERIFY(session_->settings() == RunSettings());
    QCOMPARE(find<QSpinBox>("setting_teacher_epochs")->value(), RunSettings().teacher_epochs);
    QVERIFY(find<QPushButton>("setting_loss_l1")->isChecked());
}

void TestMainWindow::setupCanBeTakenBack()
{
    openSmall();
    auto *undo = find<QAction>("undoAction"), *redo = find<QAction>("redoAction");
    QVERIFY(!undo->isEnabled());
    const RunSettings before = session_->settings();
    const Task task = session_->task();

    // a slider's way is one step, the next field another
    for (int value = 700; value < 760; value += 20)
        find<QSlider>("slider_log10_beta")->setValue(value);
    const double beta = session_->settings().log10_beta;
    find<QPushButton>("setting_loss_md")->click();
    QVERIFY2(undo->text().contains("loss", Qt::CaseInsensitive), qPrintable(undo->text()));
    undo->trigger();
    QCOMPARE(session_->settings().loss, before.loss);
    QVERIFY(find<QPushButton>("setting_loss_l1")->isChecked());
    QCOMPARE(session_->settings().log10_beta, beta);
    undo->trigger();
    QVERIFY(session_->settings() == before);
    QVERIFY(!undo->isEnabled());
    redo->trigger();
    QCOMPARE(session_->settings().log10_beta, beta);
    find<QAction>("resetSettingsAction")->trigger();
    QVERIFY(session_->settings() == before);
    undo->trigger();
    QCOMPARE(session_->settings().log10_beta, beta);

    // the task, as long as the data are the same
    auto *positive = find<QComboBox>("positiveBox");
    positive->setCurrentIndex(1 - positive->currentIndex());
    QVERIFY(!(session_->task() == task));
    undo->trigger();
    QVERIFY(session_->task() == task);
    redo->trigger();
    window_->openSource(QStringLiteral("sample:hiring"));
    QTRY_VERIFY_WITH_TIMEOUT(session_->canTrain() && session_->dataset()->source != file_.toStdString(), 20000);
    const Task other = session_->task();
    undo->trigger();
    QVERIFY(session_->task() == other);
}

void TestMainWindow::settingsOfOtherMethods()
{
    const auto isOffered = [this](const char *name) { return !find<QWidget>(name)->parentWidget()->isHidden(); };
    const QString before = find<QPushButton>("moreSettings")->text();
    QVERIFY(!isOffered("setting_rival_epochs") && !isOffered("setting_graph") && isOffered("setting_lambda"));
    auto *method = find<QComboBox>("setting_method");
    QStringList names;
    for (int i = 0; i < method->count(); ++i)
        names << method->itemText(i);
    QCOMPARE(names, (QStringList{"Fairloom", "Plain VAE", "Teacher alone (FairDisCo)", "TabFairGAN", "DECAF", "Correlation remover", "Reweighing"}));
    method->setCurrentIndex(method->findData(QStringLiteral("decaf")));
    QCOMPARE(session_->settings().method, std::string("decaf"));
    QVERIFY(isOffered("setting_rival_epochs") && isOffered("setting_graph"));
    QVERIFY(find<QPushButton>("moreSettings")->text() != before); // there are more

    auto *graph = find<QLineEdit>("setting_graph");
    graph->setText(QStringLiteral("/data/edges.json "));
    emit graph->editingFinished();
    QCOMPARE(session_->settings().graph, std::string("/data/edges.json"));
    QVERIFY(find<QWidget>("choose_graph"));
    method->setCurrentIndex(method->findData(QStringLiteral("fairloom")));
    QVERIFY(!isOffered("setting_graph"));
    QCOMPARE(find<QPushButton>("moreSettings")->text(), before);
}

void TestMainWindow::wheelScrollsThePage()
{
    openSmall();
    find<QPushButton>("moreSettings")->setChecked(true);
    const RunSettings settings = session_->settings();
    const Task task = session_->task();
    const auto wheel = [](QWidget *field) {
        const QPointF at = field->rect().center();
        QWheelEvent down(at, field->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(field, &down);
    };
    auto *epochs = find<QSpinBox>("setting_teacher_epochs");
    const QList<QWidget *> fields{epochs, find<QDoubleSpinBox>("setting_log10_beta"), find<QSlider>("slider_log10_beta"),
                                  find<QComboBox>("setting_preset"), find<QComboBox>("setting_sampler"),
                                  find<QComboBox>("targetBox"), find<QComboBox>("positiveBox")};
    for (QWidget *field : fields) {
        QVERIFY(field && field->isVisible() && !field->hasFocus());
        wheel(field);
        QVERIFY2(!field->hasFocus(), qPrintable(field->objectName()));
        QVERIFY2(session_->settings() == settings && session_->task() == task, qPrintable(field->objectName()));
    }
    window_->activateWindow();
    QTRY_VERIFY(window_->isActiveWindow());
    epochs->setFocus();
    wheel(epochs);
    QVERIFY(session_->settings().teacher_epochs < settings.teacher_epochs);
}

void TestMainWindow::presetFollowsItsValues()
{
    auto *preset = find<QComboBox>("setting_preset");
    auto *beta = find<QDoubleSpinBox>("setting_log10_beta");
    QCOMPARE(preset->currentData().toString(), QStringLiteral("balanced"));
    beta->setValue(RunSettings().log10_beta - 1);
    QCOMPARE(preset->currentData().toString(), QStringLiteral("custom"));
    preset->setCurrentIndex(preset->findData(QStringLiteral("balanced")));
    QCOMPARE(beta->value(), RunSettings().log10_beta);
    QCOMPARE(session_->settings().preset, std::string("balanced"));
}

void TestMainWindow::problemIsSaidAtItsField()
{
    openSmall();
    QCOMPARE(find<QComboBox>("targetBox")->currentText(), QStringLiteral("granted"));
    find<QComboBox>("targetBox")->setCurrentText(QStringLiteral("district"));
    QTRY_VERIFY(find<QLabel>("positiveError")->isVisible());
    QVERIFY(!find<QPushButton>("trainButton")->isEnabled());
    QCOMPARE(find<QPushButton>("trainButton")->toolTip(), find<QLabel>("positiveError")->text());
    find<QComboBox>("positiveBox")->setCurrentText(QStringLiteral("north"));
    QTRY_VERIFY_WITH_TIMEOUT(session_->canTrain(), 20000);
    QVERIFY(!find<QLabel>("positiveError")->isVisible());
    QVERIFY(find<QLabel>("positiveShare")->text().contains(u'%'));
}

void TestMainWindow::severalSensitiveColumns()
{
    openSmall();
    auto *menu = find<QMenu>("sensitiveMenu");
    for (QAction *action : menu->actions())
        if (action->text() == u"district")
            action->trigger();
    QCOMPARE(session_->task().sensitive.size(), std::size_t(2));
    QTRY_VERIFY_WITH_TIMEOUT(session_->canTrain(), 20000);
    QCOMPARE(session_->problem()->groups.size(), std::size_t(4));
    QVERIFY(find<QPushButton>("sensitiveBox")->accessibleDescription().contains(u'4'));
    // a number with many values is neither a group nor a label
    for (QAction *action : menu->actions())
        QVERIFY(action->text() != u"income");
}

void TestMainWindow::languageSwitchKeepsEverything()
{
    openSmall();
    window_->showView(MainWindow::AuditPage);
    find<QSpinBox>("setting_seed")->setValue(5);
    find<QDockWidget>("runsDock")->hide();
    const QString english = find<QListWidget>("navigation")->item(1)->text();
    const int width = find<QDockWidget>("setupDock")->width();
    find<QAction>("languageAction_sv")->trigger();
    QTRY_VERIFY(find<QListWidget>("navigation")->item(1)->text() != english);
    QCOMPARE(preferences::language(), QStringLiteral("sv"));
    QCOMPARE(window_->view(), MainWindow::AuditPage);
    QCOMPARE(find<QListWidget>("navigation")->currentRow(), 3);
    QCOMPARE(find<QSpinBox>("setting_seed")->value(), 5);
    QCOMPARE(find<QComboBox>("targetBox")->currentText(), QStringLiteral("granted"));
    QVERIFY(!find<QDockWidget>("runsDock")->isVisible());
    QTest::qWait(50);
    QCOMPARE(find<QDockWidget>("setupDock")->width(), width);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("trainButton")->isEnabled(), 20000);
    QCOMPARE(window_->findChildren<QListWidget *>(QStringLiteral("navigation")).size(), 1);

    find<QAction>("languageAction_en")->trigger();
    QTRY_COMPARE(find<QListWidget>("navigation")->item(1)->text(), english);
}

void TestMainWindow::appearance()
{
    QVERIFY(!Theme::instance().isDark());
    Theme::instance().setMode(Theme::Mode::dark);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 60);
    QCOMPARE(Theme::instance().window(), QColor(0x1b1e23));
    Theme::instance().setMode(Theme::Mode::light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xf4f5f7));
}

void TestMainWindow::docksComeBack()
{
    auto *dock = find<QDockWidget>("setupDock");
    QVERIFY(dock->isVisible());
    dock->toggleViewAction()->trigger();
    QVERIFY(!dock->isVisible());
    window_->close();
    window_ = std::make_unique<MainWindow>(*session_);
    window_->show();
    QVERIFY(!find<QDockWidget>("setupDock")->isVisible());
    find<QDockWidget>("setupDock")->toggleViewAction()->trigger();
    QVERIFY(find<QDockWidget>("setupDock")->isVisible());
}

void TestMainWindow::personalRowsAreAskedAbout()
{
    openSmall();
    RunSettings settings;
    settings.teacher_epochs = 2;
    settings.student_epochs = 1;
    session_->setSettings(settings);
    QCOMPARE(settings.sampler, std::string("posterior"));
    QTest::mouseClick(find<QPushButton>("trainButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!session_->activeRun(), 120000);
    QVERIFY(session_->currentRun()->outcome && session_->currentRun()->outcome->synthetic);
    QCOMPARE(find<QLabel>("trainingRun")->text(), QStringLiteral("balanced-1 · small.csv · group"));
    QCOMPARE(find<QLabel>("auditRun")->text(), QStringLiteral("balanced-1 · small.csv · group"));
    // what classifiers make of both latents, once the run has been judged
    QTRY_VERIFY(find<QLabel>("representationText")->text().contains(QRegularExpression(QStringLiteral("teacher: accuracy 0\\.\\d+, DPR .*; student: accuracy"))));

    // the menu and the view's button ask the same, and a refusal saves nothing
    window_->showView(MainWindow::SamplesPage);
    for (const bool byMenu : {true, false}) {
        int questions = 0, fileDialogs = 0;
        QTimer person;
        connect(&person, &QTimer::timeout, &person, [&] {
            if (auto *dialog = window_->findChild<QFileDialog *>()) {
                ++fileDialogs;
                dialog->reject();
            }
            for (auto *box : window_->findChildren<QMessageBox *>(QStringLiteral("confirmRows"))) {
                ++questions;
                box->reject();
            }
        });
        person.start(20);
        if (byMenu)
            find<QAction>("exportRowsAction")->trigger();
        else
            find<QPushButton>("exportButton")->click();
        QCOMPARE(questions, 1);
        QCOMPARE(fileDialogs, 0);
    }

    session_->openDataset(QStringLiteral("sample:hiring"));
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("auditRun")->text().endsWith(QStringLiteral("(not open)")), 20000);
    QCOMPARE(find<QLabel>("trainingRun")->text(), find<QLabel>("auditRun")->text());
    QCOMPARE(find<QLabel>("samplesRun")->text(), find<QLabel>("auditRun")->text());
}

void TestMainWindow::generatedRowsAreJudged()
{
    openSmall();
    // columns that are missing are said in one sentence
    const QString short_ = QDir(folder_.path()).filePath(QStringLiteral("short.csv"));
    QFile file(short_);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("group,granted,extra\na,yes,1\nb,no,2\na,no,3\n");
    file.close();
    find<QAction>("judgeRowsAction")->trigger();
    auto *dialog = window_->findChild<JudgeRowsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *judge = dialog->findChild<QPushButton *>("judgeButton");
    dialog->findChild<QLineEdit *>("judgePathEdit")->setText(short_);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isComputing(), 20000);
    QVERIFY(dialog->findChild<QLabel *>("matchMissing")->text() == u"district, income");
    QVERIFY(dialog->findChild<QLabel *>("matchExtra")->text() == u"extra");
    QVERIFY(dialog->findChild<QLabel *>("judgeError")->text().contains(u"no column district"));
    QVERIFY(!judge->isEnabled());

    // the real rows as if they had been generated
    const QString copy = QDir(folder_.path()).filePath(QStringLiteral("generated.csv"));
    QVERIFY(QFile::copy(file_, copy));
    dialog->findChild<QLineEdit *>("judgePathEdit")->setText(copy);
    QTRY_VERIFY_WITH_TIMEOUT(judge->isEnabled(), 20000);
    QTest::mouseClick(judge, Qt::LeftButton);
    QCOMPARE(window_->view(), MainWindow::AuditPage);
    QTRY_VERIFY_WITH_TIMEOUT(!session_->activeRun(), 120000);
    const RunEntry *run = session_->currentRun();
    QVERIFY2(run && run->outcome, run ? qPrintable(run->error) : "no run");
    QCOMPARE(run->judgedFile, copy);
    QVERIFY(run->outcome->result.source("imported") && run->outcome->result.source("real"));
    QVERIFY(find<QLabel>("auditRun")->text().startsWith(u"imported-1"));
}

void TestMainWindow::quittingAsks()
{
    openSmall();
    RunSettings settings;
    settings.teacher_epochs = 2000;
    settings.batch = 128;
    settings.threads = 1;
    session_->setSettings(settings);
    QTest::mouseClick(find<QPushButton>("trainButton"), Qt::LeftButton);
    const RunEntry *run = session_->activeRun();
    QVERIFY(run);
    QCOMPARE(window_->view(), MainWindow::TrainingPage);
    QTRY_VERIFY_WITH_TIMEOUT(run->monitor->status().epoch >= 1, 60000);

    QTest::mouseClick(find<QPushButton>("pauseButton"), Qt::LeftButton);
    QCOMPARE(run->state, RunEntry::State::paused);
    QTest::mouseClick(find<QPushButton>("pauseButton"), Qt::LeftButton);
    QCOMPARE(run->state, RunEntry::State::running);

    QVERIFY(!window_->close());
    auto *box = find<QMessageBox>("confirmQuit");
    QVERIFY(box && box->isVisible());
    QTest::mouseClick(box->buttons().at(box->buttonRole(box->buttons().at(0)) == QMessageBox::RejectRole ? 0 : 1), Qt::LeftButton);
    QTRY_VERIFY(!find<QMessageBox>("confirmQuit"));
    QVERIFY(session_->activeRun() && window_->isVisible());

    QVERIFY(!window_->close());
    box = find<QMessageBox>("confirmQuit");
    QTest::mouseClick(box->buttons().at(box->buttonRole(box->buttons().at(0)) == QMessageBox::AcceptRole ? 0 : 1), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!window_->isVisible(), 20000);
    QVERIFY(!session_->activeRun());
}

void TestMainWindow::everythingHasAName()
{
    openSmall();
    for (const QWidget *widget : window_->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_") || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool inside = qobject_cast<const QLineEdit *>(widget)
                            && (qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
                                || qobject_cast<const QComboBox *>(widget->parentWidget()));
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || inside
                           || widget->inherits("QScrollArea") || widget->inherits("QLabel") || widget->inherits("QHeaderView");
        QVERIFY2(named, qPrintable(QStringLiteral("%1 \"%2\" in %3").arg(QLatin1StringView(widget->metaObject()->className()),
                                                                      widget->objectName(),
                                                                      widget->parentWidget()->objectName())));
    }
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
