#include "ui/window/main_window.h"

// The part of the window that opens data and projects, and is found as it was left.

#include "ui/lessons/lesson_control.h"
#include "ui/text.h"
#include "ui/views/welcome_view.h"
#include "ui/window/judge_rows_dialog.h"
#include "ui/window/notice_bar.h"
#include "ui/window/open_data_dialog.h"
#include "ui/window/opening.h"
#include "ui/window/project_control.h"
#include "ui/window/window_actions.h"
#include "ui/workers/session.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonObject>
#include <QStackedWidget>
#include <QVariant>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr int quiet_loading = 300; ///< milliseconds; shorter loading needs no notice

} // namespace

// --- data

void MainWindow::start(const QString &source)
{
    projects_->start(source);
}

void MainWindow::openSource(const QString &source)
{
    if (source.startsWith(u"sample:"))
        return openFile({source});
    if (const QString folder = projectFolderOf(source); !folder.isEmpty())
        return projects_->open(folder);
    if (QFileInfo(source).isDir()) // what is in it takes a while to find out, and a look before it is opened
        return showOpenDialog({})->choose(QFileInfo(source).absoluteFilePath());
    const RecentFile file = recognised(QFileInfo(source).absoluteFilePath());
    openFile(file);
    sayRecipe_ = !file.recipe.isEmpty() || !file.schema.isEmpty();
}

void MainWindow::openFile(const RecentFile &file)
{
    opening_ = file;
    sayRecipe_ = false;
    loadingSince_.start();
    if (notice_->isVisible())
        notice_->hide();
    try {
        session_.openDataset(file.source, toOptions(file));
    } catch (const InputError &error) { // of the schema
        showError(translated(error), tr("Open differently…"), [this] { showOpenDialog(opening_); });
    }
}

OpenDataDialog *MainWindow::showOpenDialog(const RecentFile &start)
{
    auto *dialog = new OpenDataDialog(start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        RecentFile file = dialog->chosen();
        file.source = QFileInfo(file.source).absoluteFilePath();
        openFile(file);
    });
    dialog->open();
    return dialog;
}

void MainWindow::showJudgeDialog()
{
    if (!session_.canTrain())
        return;
    auto *dialog = new JudgeRowsDialog(session_.problem(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (session_.judgeRows(QFileInfo(dialog->file()).absoluteFilePath()) >= 0)
            showView(AuditPage);
    });
    dialog->open();
}

void MainWindow::showLoading()
{
    if (!session_.isLoading() || session_.isRereading()) { // the editor that asked for it shows how far reading again is
        if (notice_->kind() == NoticeBar::Kind::progress)
            notice_->hide();
        return;
    }
    if (!loadingSince_.isValid() || loadingSince_.elapsed() < quiet_loading)
        return;
    notice_->showNotice(NoticeBar::Kind::progress, session_.loadingText(), tr("Stop"));
    notice_->setFraction(session_.loadingFraction());
    noticeAction_ = [this] {
        sayRecipe_ = false;
        session_.stopLoading();
    };
}

void MainWindow::showProjectWork()
{
    const auto [text, fraction] = session_.projectProgress();
    if (text.isEmpty()) {
        if (notice_->kind() == NoticeBar::Kind::progress && !session_.isLoading())
            notice_->hide();
        return;
    }
    notice_->showNotice(NoticeBar::Kind::progress, text, tr("Stop"));
    notice_->setFraction(fraction);
    noticeAction_ = [this] { session_.stopProjectWork(); };
}

void MainWindow::showLoadFailure(const QString &sentence)
{
    sayRecipe_ = false;
    if (session_.isRestoring())
        showError(sentence, tr("Find it…"), [this] { findProjectData(); });
    else if (session_.loadingSource() != opening_.source || opening_.source.startsWith(u"sample:"))
        showError(sentence);
    else
        showError(sentence, tr("Open differently…"), [this] { showOpenDialog(opening_); });
}

/// The project's file or folder may have another place now.
void MainWindow::findProjectData()
{
    const QString name = QFileInfo(fileOf(session_.loadingSource())).fileName();
    const QString title = tr("Where is %1?").arg(name);
    const bool isFolder = QFileInfo(name).suffix().isEmpty();
    const QString place = isFolder ? QFileDialog::getExistingDirectory(this, title, preferences::lastFolder())
                                   : QFileDialog::getOpenFileName(this, title, QDir(preferences::lastFolder()).filePath(name));
    if (!place.isEmpty())
        session_.findData(place);
}

void MainWindow::showLoaded()
{
    if (session_.isRestoring() || !session_.dataset()) {
        if (session_.dataset() && notice_->kind() == NoticeBar::Kind::error)
            notice_->hide(); // that something else could not be opened
        return showPage();
    }
    if (!opening_.source.isEmpty() && !opening_.source.startsWith(u"sample:")) {
        preferences::addRecentFile(opening_);
        preferences::setLastFolder(QFileInfo(opening_.source).absolutePath());
        welcome_->showRecent();
    }
    showView(DataPage);
    if (sayRecipe_) {
        sayRecipe_ = false;
        QString sentence = opening_.schema.isEmpty()
                               ? tr("Read with the recipe “%1”, which fits this file.").arg(opening_.recipe)
                               : tr("Read with the schema %1, which lies beside this file.").arg(QFileInfo(opening_.schema).fileName());
        if (!opening_.test.isEmpty())
            sentence += u' ' + tr("Test rows are those of %1.").arg(QFileInfo(opening_.test).fileName());
        notice_->showNotice(NoticeBar::Kind::note, sentence, tr("Open differently…"));
        noticeAction_ = [this] { showOpenDialog(opening_); };
    }
}

// --- what is kept with the project

QJsonObject MainWindow::viewState() const
{
    QJsonObject views;
    for (int i = 0; i < pages_->count(); ++i) // of the views that have choices of their own to keep
        if (const QVariant state = pages_->widget(i)->property("viewState"); state.isValid())
            views.insert(pages_->widget(i)->objectName(), state.toString());
    return {{QStringLiteral("view"), int(view_)},
            {QStringLiteral("layout"), layout_version},
            {QStringLiteral("docks"), QString::fromLatin1(saveState(layout_version).toBase64())},
            {QStringLiteral("views"), views}};
}

void MainWindow::restoreViewState(const QJsonObject &state)
{
    if (state.value(QStringLiteral("layout")).toInt() == layout_version)
        restoreState(QByteArray::fromBase64(state.value(QStringLiteral("docks")).toString().toLatin1()), layout_version);
    lessonDock_->setVisible(lessons_->lesson());
    const QJsonObject views = state.value(QStringLiteral("views")).toObject();
    for (int i = 0; i < pages_->count(); ++i)
        if (const QJsonValue kept = views.value(pages_->widget(i)->objectName()); kept.isString())
            pages_->widget(i)->setProperty("viewState", kept.toString());
    showView(static_cast<View>(std::clamp(state.value(QStringLiteral("view")).toInt(), int(DataPage), int(ComparePage))));
}

} // namespace fairloom::ui
