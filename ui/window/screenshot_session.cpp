#include "ui/window/screenshot_session.h"

#include "core/data/csv_writer.h"
#include "core/data/pictures/picture_export.h"
#include "ui/lessons/lesson_control.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/data_view.h"
#include "ui/views/samples_view.h"
#include "ui/widgets/pictures/picture_grid.h"
#include "ui/window/judge_rows_dialog.h"
#include "ui/window/open_data_dialog.h"
#include "ui/workers/session.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>

#include <cstdio>
#include <numeric>

namespace fairloom::ui {

namespace {

constexpr qint64 longest_step = 20 * 60 * 1000;
constexpr int settling = 500; ///< milliseconds for layouts and plots to come to rest

void press(const QWidget *in, const char *button)
{
    if (auto *found = in->findChild<QPushButton *>(QLatin1StringView(button)))
        found->click();
}

} // namespace

ScreenshotSession::ScreenshotSession(MainWindow &window, Session &session, const QString &folder, QSize size)
    : QObject(&window), window_(window), session_(session), folder_(folder)
{
    timer_.setInterval(30);
    connect(&timer_, &QTimer::timeout, this, &ScreenshotSession::next);

    const auto runEnded = [this] { return !session_.activeRun(); };

    waitFor([this] { return session_.hasProject(); });
    then([this, size] { window_.resize(size.boundedTo(window_.screen()->availableSize())); });
    waitMilliseconds(settling);
    then([this] { window_.findChild<QAction *>(QStringLiteral("resetLayoutAction"))->trigger(); }); // docks as high as this size wants them
    picture(QStringLiteral("welcome"));
    lookIntoAnError();
    then([this] { window_.openSource(QStringLiteral("sample:hiring")); });
    waitFor([this] { return session_.problem() != nullptr; });
    picture(MainWindow::DataPage, QStringLiteral("data"));
    lookIntoEmptyViews();
    lookIntoData();
    then([this] {
        if (session_.startRun() < 0)
            fail(session_.cannotTrainReason());
        window_.showView(MainWindow::TrainingPage);
    });
    waitFor(teacherShare(0.4));
    picture(MainWindow::TrainingPage, QStringLiteral("training_midway"));
    waitFor(runEnded);
    picture(MainWindow::TrainingPage, QStringLiteral("training"));
    picture(MainWindow::SamplesPage, QStringLiteral("samples"));
    picture(MainWindow::AuditPage, QStringLiteral("audit"));
    then([this] {
        RunSettings settings = session_.settings();
        settings.loss = "huber";
        session_.setSettings(settings);
        if (session_.startRun() < 0)
            fail(session_.cannotTrainReason());
    });
    waitFor(runEnded);
    picture(MainWindow::ComparePage, QStringLiteral("compare"));
    trainPictures();
    then([] { QCoreApplication::exit(0); });
}

void ScreenshotSession::lookIntoEmptyViews()
{
    picture(MainWindow::TrainingPage, QStringLiteral("empty_training"));
    picture(MainWindow::SamplesPage, QStringLiteral("empty_samples"));
    picture(MainWindow::AuditPage, QStringLiteral("empty_audit"));
    picture(MainWindow::ComparePage, QStringLiteral("empty_compare"));
    then([this] { window_.showView(MainWindow::DataPage); });
}

void ScreenshotSession::lookIntoAnError()
{
    const QString file = files_.filePath(QStringLiteral("nonsense.csv"));
    then([this, file] {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(QByteArray("\x00\x01\x02\xff\xfe", 5).repeated(1000)) < 0)
            return fail(tr("%1 cannot be written.").arg(file));
        out.close();
        window_.showView(MainWindow::DataPage);
        window_.openSource(file);
    });
    waitFor([this] { return !session_.isLoading(); });
    picture(QStringLiteral("error_opening"));
    then([this] {
        if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
            dialog->reject();
        connect(&session_, &Session::loadFailed, this, &ScreenshotSession::fail); // from here on none is wanted
    });
}

std::function<bool()> ScreenshotSession::teacherShare(double share)
{
    return [this, share] {
        const RunEntry *run = session_.activeRun();
        if (!run)
            return true;
        const RunStatus status = run->monitor->status();
        return status.stage > RunStage::teacher || (status.stage == RunStage::teacher && status.epoch >= share * status.epochs);
    };
}

void ScreenshotSession::trainPictures()
{
    const auto runEnded = [this] { return !session_.activeRun(); };
    then([this] { window_.openSource(QStringLiteral("sample:shapes")); });
    waitFor([this] { return !session_.isLoading() && session_.dataset()->name == "sample:shapes" && session_.problem(); });
    waitFor([this] { return !window_.findChild<DataView *>()->isComputing(); });
    picture(MainWindow::DataPage, QStringLiteral("pictures_data"));
    then([this] {
        auto *grid = window_.findChild<PictureGrid *>(QStringLiteral("pictureGrid"));
        grid->setCurrentIndex(grid->model()->index(4, 0));
        emit grid->opened(4);
    });
    picture(QStringLiteral("pictures_details"));

    // the sample as somebody's own folder
    const QString folder = files_.filePath(QStringLiteral("shapes"));
    then([this, folder] {
        std::vector<std::size_t> some(300);
        std::iota(some.begin(), some.end(), std::size_t(0));
        NoProgress quiet;
        write_pictures(toPath(folder), session_.dataset()->table.select_rows(some), quiet, {});
        window_.openSource(folder);
        window_.findChild<OpenDataDialog *>()->findChild<QPushButton *>(QStringLiteral("correctDialectButton"))->click();
    });
    waitFor([this] { return !window_.findChild<OpenDataDialog *>()->isComputing(); });
    picture(QStringLiteral("pictures_open_dialog"));
    then([this] {
        window_.findChild<OpenDataDialog *>()->reject();
        if (session_.startRun() < 0)
            fail(session_.cannotTrainReason());
        window_.showView(MainWindow::TrainingPage);
    });
    waitFor(teacherShare(0.4));
    picture(MainWindow::TrainingPage, QStringLiteral("pictures_training_midway"));
    waitFor(runEnded);
    picture(MainWindow::TrainingPage, QStringLiteral("pictures_training"));
    then([this] { window_.showView(MainWindow::SamplesPage); });
    waitFor([this] { return !window_.findChild<SamplesView *>()->isComputing(); });
    picture(MainWindow::SamplesPage, QStringLiteral("pictures_samples"));
    picture(MainWindow::AuditPage, QStringLiteral("pictures_audit"));
    picture(MainWindow::ComparePage, QStringLiteral("pictures_compare"));
}

/// A step that is done, at the desk and as a class sees it.
void ScreenshotSession::lookIntoALesson()
{
    auto *lessons = window_.findChild<LessonControl *>();
    then([this, lessons] {
        window_.findChild<QAction *>(QStringLiteral("lessonAction_where-bias-hides"))->trigger();
        for (int step = 0; step < 4; ++step)
            lessons->next();
        lessons->doIt();
    });
    waitFor([lessons] { return lessons->isReached(); });
    waitFor([this] { return !window_.findChild<DataView *>()->isComputing(); });
    picture(QStringLiteral("lesson"));
    then([this] { window_.findChild<QAction *>(QStringLiteral("presentAction"))->setChecked(true); });
    waitMilliseconds(500);
    picture(QStringLiteral("lesson_presented"));
    then([this, lessons] {
        window_.findChild<QAction *>(QStringLiteral("presentAction"))->setChecked(false);
        lessons->leave();
        window_.openSource(QStringLiteral("sample:hiring"));
    });
    waitFor([this] { return !session_.isLoading() && session_.dataset()->source == "sample:hiring" && session_.problem(); });
}

void ScreenshotSession::lookIntoData()
{
    auto *view = window_.findChild<DataView *>();
    const auto done = [view] { return !view->isComputing(); };
    then([view] { view->showPage(DataView::AssociationsPage); });
    waitFor(done);
    picture(QStringLiteral("associations"));
    then([view] {
        view->showPage(DataView::SubgroupsPage);
        press(view, "searchSubgroupsButton");
    });
    waitFor(done);
    picture(QStringLiteral("subgroups"));
    then([view] { view->showPage(DataView::CausalPage); });
    waitFor(done);
    picture(QStringLiteral("causal_model"));
    lookIntoALesson();

    // the sample as somebody's own file, with a schema
    then([this, view] {
        view->showPage(DataView::OverviewPage);
        const QString file = files_.filePath(QStringLiteral("applicants.csv"));
        task_ = session_.task();
        write_csv(session_.dataset()->table, toPath(file));
        window_.openSource(file);
    });
    waitFor([this] { return !session_.isLoading() && !session_.dataset()->source.starts_with("sample:"); });
    then([this] { session_.setTask(task_); });
    waitFor([this, view] { return session_.problem() && !view->isComputing(); });
    then([this, view] {
        const Table &table = session_.dataset()->table;
        for (std::size_t c = 0; c < table.columns.size(); ++c) // one with values to merge, if there is one
            if (table.columns[c].categories.size() > 3)
                view->chooseColumn(c);
        view->editSchema();
    });
    waitFor(done);
    picture(QStringLiteral("schema_column"));
    then([view] { view->findChild<QWidget *>(QStringLiteral("schemaTabs"))->findChildren<QPushButton *>().at(1)->click(); });
    picture(QStringLiteral("schema_file"));
    then([view] { view->editSchema(false); });
    lookIntoDialogs();
    then([this] {
        window_.openSource(QStringLiteral("sample:hiring"));
    });
    waitFor([this] { return session_.problem() && session_.dataset()->source.starts_with("sample:"); });
}

void ScreenshotSession::lookIntoDialogs()
{
    const QString file = files_.filePath(QStringLiteral("applicants.csv"));
    then([this, file] {
        window_.findChild<QAction *>(QStringLiteral("openDataAction"))->trigger();
        auto *dialog = window_.findChild<OpenDataDialog *>();
        dialog->findChild<QLineEdit *>(QStringLiteral("dataPathEdit"))->setText(file);
        dialog->findChild<QPushButton *>(QStringLiteral("correctDialectButton"))->click();
    });
    waitFor([this] { return !window_.findChild<OpenDataDialog *>()->isComputing(); });
    picture(QStringLiteral("open_dialog"));
    then([this] { window_.findChild<OpenDataDialog *>()->reject(); });

    // the real rows in the place of generated ones
    then([this, file] {
        window_.findChild<QAction *>(QStringLiteral("judgeRowsAction"))->trigger();
        window_.findChild<JudgeRowsDialog *>()->findChild<QLineEdit *>(QStringLiteral("judgePathEdit"))->setText(file);
    });
    waitFor([this] { return !window_.findChild<JudgeRowsDialog *>()->isComputing(); });
    picture(QStringLiteral("judge_dialog"));
    then([this] { window_.findChild<JudgeRowsDialog *>()->accept(); });
    waitFor([this] { return !session_.activeRun() && !session_.runs().empty(); });
    picture(MainWindow::AuditPage, QStringLiteral("audit_imported"));
}

void ScreenshotSession::start()
{
    if (!QDir().mkpath(folder_))
        return fail(tr("The folder %1 cannot be made.").arg(folder_));
    Theme::instance().setMode(Theme::Mode::light);
    stepTime_.start();
    timer_.start();
}

void ScreenshotSession::waitFor(std::function<bool()> ready)
{
    steps_.push_back({std::move(ready), {}});
}

void ScreenshotSession::waitMilliseconds(int milliseconds)
{
    waitFor([this, milliseconds] { return stepTime_.elapsed() >= milliseconds; });
}

void ScreenshotSession::then(std::function<void()> act)
{
    steps_.push_back({{}, std::move(act)});
}

void ScreenshotSession::picture(const QString &name)
{
    waitMilliseconds(settling);
    then([this, name] { save(name + QStringLiteral("_light")); });
    then([] { Theme::instance().setMode(Theme::Mode::dark); });
    waitMilliseconds(settling);
    then([this, name] { save(name + QStringLiteral("_dark")); });
    then([] { Theme::instance().setMode(Theme::Mode::light); });
}

void ScreenshotSession::picture(MainWindow::View view, const QString &name)
{
    then([this, view] { window_.showView(view); });
    picture(name);
}

void ScreenshotSession::next()
{
    if (steps_.empty())
        return timer_.stop();
    const Step step = steps_.front();
    if (step.ready && !step.ready()) {
        if (stepTime_.elapsed() > longest_step)
            fail(tr("A step took longer than 20 minutes."));
        return;
    }
    steps_.pop_front();
    if (step.act)
        step.act();
    stepTime_.restart();
}

void ScreenshotSession::save(const QString &name)
{
    const QString file = QDir(folder_).filePath(name + QStringLiteral(".png"));
    QWidget *dialog = QApplication::activeModalWidget();
    if (!(dialog ? dialog : &window_)->grab().save(file))
        fail(tr("%1 cannot be written.").arg(file));
}

void ScreenshotSession::fail(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    timer_.stop();
    steps_.clear();
    QCoreApplication::exit(1);
}

} // namespace fairloom::ui
