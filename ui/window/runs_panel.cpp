#include "ui/window/runs_panel.h"

#include "ui/models/runs_filter.h"
#include "ui/models/runs_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/window/run_commands.h"
#include "ui/window/run_notes_dialog.h"
#include "ui/window/run_state_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

/// As a shell takes it.
QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

} // namespace

RunsPanel::RunsPanel(Session &session, QUndoStack &undo, QWidget *parent)
    : QWidget(parent), session_(session), undo_(undo), model_(new RunsModel(session, this)), filter_(new RunsFilter(this)), table_(new QTableView)
{
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    filter_->setSourceModel(model_);

    table_->setObjectName(QStringLiteral("runsTable"));
    table_->setAccessibleName(tr("Runs"));
    table_->setModel(filter_);
    table_->setItemDelegateForColumn(RunsModel::State, new RunStateDelegate(table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers); // by the action alone, so that a second click does not begin it
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(24);
    table_->verticalHeader()->setMinimumSectionSize(24);

    QHeaderView *header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(RunsModel::State, QHeaderView::Stretch);
    header->setSortIndicatorClearable(true); // back to the newest first
    table_->setSortingEnabled(true);
    table_->sortByColumn(-1, Qt::AscendingOrder);
    const int widths[] = {160, 140, 100, 0, 104, 104, 84, 84, 64, 96};
    for (int column = 0; column < RunsModel::ColumnCount; ++column)
        if (widths[column] > 0)
            header->resizeSection(column, std::max(widths[column], header->sectionSizeHint(column)));

    buildTools();
    buildActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->addWidget(table_);

    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid() && !selecting_)
            session_.selectRun(now.data(RunsModel::IdRole).toInt());
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::updateActions);
    connect(table_, &QWidget::customContextMenuRequested, this, &RunsPanel::showMenu);
    connect(model_, &RunsModel::renameRequested, this, &RunsPanel::renameTo, Qt::QueuedConnection); // the editor closes first
    connect(&session_, &Session::currentRunChanged, this, &RunsPanel::showCurrent);
    connect(&session_, &Session::runsChanged, this, [this] {
        showStudies();
        showCount();
        showCurrent();
        updateActions();
    });
    connect(&session_, &Session::problemChanged, this, &RunsPanel::updateActions);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(filter_, signal, this, &RunsPanel::showCount);
    showStudies();
    showCount();
    showCurrent();
    updateActions();
}

QSize RunsPanel::sizeHint() const
{
    return {640, 136};
}

void RunsPanel::buildTools()
{
    tools_ = new QWidget;
    search_ = new QLineEdit;
    search_->setObjectName(QStringLiteral("runsSearch"));
    search_->setAccessibleName(tr("Search runs"));
    search_->setPlaceholderText(tr("Search runs"));
    search_->setToolTip(tr("Words of the name, the data, the loss or method, tags, note or study"));
    search_->setClearButtonEnabled(true);
    search_->setMaximumWidth(220);
    study_ = new QComboBox;
    study_->setObjectName(QStringLiteral("runsStudy"));
    study_->setAccessibleName(tr("Study whose runs are shown"));
    study_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    study_->setMaximumWidth(200);
    count_ = new QLabel;
    count_->setObjectName(QStringLiteral("runsCount"));
    count_->setProperty("look", "muted");
    auto *layout = new QHBoxLayout(tools_);
    layout->setContentsMargins(Theme::wide, 0, Theme::wide, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(count_);
    layout->addStretch(1);
    layout->addWidget(study_);
    layout->addWidget(search_);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString &words) {
        filter_->setSearch(words);
        showCount();
        showCurrent();
    });
    connect(study_, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant study = study_->currentData();
        filter_->setStudy(study.isValid() ? std::optional(study.toString()) : std::nullopt);
        showCount();
        showCurrent();
    });
}

void RunsPanel::buildActions()
{
    const auto add = [this](const char *name, const QString &text, const QString &iconName, const QKeySequence &shortcut, void (RunsPanel::*act)()) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setObjectName(QLatin1StringView(name));
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        table_->addAction(action);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    goOn_ = add("goOnRunAction", tr("&Go on with it"), QStringLiteral("media-playback-start"), {}, &RunsPanel::goOn);
    goOn_->setToolTip(tr("A stopped or interrupted run goes on from what it had finished, as a new run"));
    rename_ = add("renameRunAction", tr("&Rename"), QStringLiteral("edit-rename"), Qt::Key_F2, &RunsPanel::rename);
    describe_ = add("describeRunsAction", tr("&Tags and note…"), QStringLiteral("tag"), QKeySequence(Qt::CTRL | Qt::Key_T), &RunsPanel::describe);
    remove_ = add("removeRunsAction", tr("&Delete"), QStringLiteral("edit-delete"), QKeySequence::Delete, &RunsPanel::remove);
    folder_ = add("runFolderAction", tr("&Open folder"), QStringLiteral("folder-open"), {}, &RunsPanel::openFolder);
    command_ = add("runCommandAction", tr("&Copy command that repeats the run"), QStringLiteral("edit-copy"), {}, &RunsPanel::copyCommand);
}

void RunsPanel::addRunActions(const QList<QAction *> &actions)
{
    more_ = actions;
}

// --- what is shown

void RunsPanel::showCurrent()
{
    const RunEntry *run = session_.currentRun();
    const QModelIndex row = filter_->mapFromSource(model_->index(run ? model_->rowOf(run->id) : -1, 0));
    if (!row.isValid() || table_->currentIndex().row() == row.row())
        return;
    selecting_ = true; // alone, whatever key is held down, as that of a shortcut is
    table_->selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table_->scrollTo(row);
    selecting_ = false;
}

void RunsPanel::showStudies()
{
    QStringList names;
    bool others = false;
    for (const RunEntry *run : session_.runs()) {
        const QString study = run->record ? toQString(run->record->study) : QString();
        if (study.isEmpty())
            others = true;
        else if (!names.contains(study))
            names << study;
    }
    names.sort(Qt::CaseInsensitive);
    QStringList shown;
    for (int i = 1; i < study_->count(); ++i)
        shown << study_->itemData(i).toString();
    if (others && !names.isEmpty())
        names << QString();
    if (names == shown && study_->count() > 0)
        return;
    const QVariant before = study_->currentData();
    {
        const QSignalBlocker quiet(study_);
        study_->clear();
        study_->addItem(tr("All runs"));
        for (const QString &name : names)
            study_->addItem(name.isEmpty() ? tr("Without a study") : name, name);
        study_->setCurrentIndex(before.isValid() ? std::max(0, study_->findData(before)) : 0);
        study_->setVisible(!names.isEmpty());
    }
    if (study_->currentData() != before)
        emit study_->currentIndexChanged(study_->currentIndex());
}

void RunsPanel::showCount()
{
    const int all = model_->rowCount(), some = filter_->rowCount();
    count_->setText(all == 0 ? QString() : some == all ? count(qulonglong(all)) : tr("%1 of %2").arg(count(qulonglong(some)), count(qulonglong(all))));
    search_->setEnabled(all > 0);
}

// --- what is done

QList<int> RunsPanel::chosen() const
{
    QList<int> ids;
    for (const QModelIndex &row : table_->selectionModel()->selectedRows())
        ids << row.data(RunsModel::IdRole).toInt();
    return ids;
}

QList<int> RunsPanel::changeable() const
{
    QList<int> ids = chosen();
    ids.removeIf([this](int id) {
        const RunEntry *run = session_.run(id);
        return !run || !run->record || run->active();
    });
    return ids;
}

void RunsPanel::updateActions()
{
    const QList<int> ids = changeable();
    const RunEntry *one = ids.size() == 1 ? session_.run(ids.first()) : nullptr;
    const QString folder = one ? session_.folderOf(*one) : QString();
    goOn_->setEnabled(one && session_.canGoOnWith(*one));
    rename_->setEnabled(one);
    describe_->setEnabled(!ids.isEmpty());
    describe_->setText(one ? tr("&Tags and note…") : tr("&Tags…"));
    remove_->setEnabled(!ids.isEmpty());
    folder_->setEnabled(!folder.isEmpty());
    // rows that came from elsewhere are judged by the window alone
    command_->setEnabled(!folder.isEmpty() && one->judgedFile.isEmpty() && one->state == RunEntry::State::done);
}

void RunsPanel::showMenu(const QPoint &at)
{
    if (chosen().isEmpty())
        return;
    QMenu menu;
    menu.setObjectName(QStringLiteral("runsMenu"));
    menu.addAction(goOn_);
    menu.addSeparator();
    menu.addActions({rename_, describe_, remove_});
    menu.addSeparator();
    menu.addActions({folder_, command_});
    if (chosen().size() == 1) {
        menu.addSeparator();
        menu.addActions(more_);
    }
    menu.exec(table_->viewport()->mapToGlobal(at));
}

void RunsPanel::goOn()
{
    const QList<int> ids = changeable();
    if (ids.size() == 1 && session_.goOnWith(ids.first()) >= 0)
        emit trainingBegun();
}

void RunsPanel::rename()
{
    const QList<int> ids = changeable();
    if (ids.size() == 1)
        table_->edit(filter_->mapFromSource(model_->index(model_->rowOf(ids.first()), RunsModel::Name)));
}

void RunsPanel::renameTo(int id, const QString &name)
{
    const RunEntry *run = session_.run(id);
    const QString given = name.trimmed();
    if (!run || given.isEmpty())
        return;
    const QString before = run->name;
    if (!session_.renameRun(id, given))
        emit refused(tr("Another run is called %1. Choose another name.").arg(given));
    else if (before != given)
        undo_.push(new RenameRun(session_, id, before, given));
}

void RunsPanel::describe()
{
    const QList<int> ids = changeable();
    if (ids.isEmpty())
        return;
    auto *dialog = new RunNotesDialog(session_, {ids.begin(), ids.end()}, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const DescribeRuns::Tags tags = dialog->tags();
        const DescribeRuns::Note note = dialog->note();
        if (!tags.empty() || note.id >= 0)
            undo_.push(new DescribeRuns(session_, tags, note));
    });
    dialog->open();
}

void RunsPanel::remove()
{
    const QList<int> ids = changeable();
    if (ids.isEmpty())
        return;
    QStringList names;
    for (const int id : ids)
        names << session_.run(id)->name;
    showNextTo(ids);
    undo_.push(new RemoveRuns(session_, {ids.begin(), ids.end()}, names));
    showCurrent();
    emit removed(int(ids.size()));
}

/// Of the rows that are seen, the next one below those that go, or above them.
void RunsPanel::showNextTo(const QList<int> &going)
{
    const RunEntry *shown = session_.currentRun();
    if (!shown || !going.contains(shown->id))
        return;
    const auto idAt = [this](int row) { return filter_->index(row, 0).data(RunsModel::IdRole).toInt(); };
    int last = filter_->rowCount() - 1;
    while (last >= 0 && !going.contains(idAt(last)))
        --last;
    int next = last + 1;
    if (next >= filter_->rowCount())
        for (next = last; next >= 0 && going.contains(idAt(next));)
            --next;
    if (next >= 0)
        session_.selectRun(idAt(next));
}

void RunsPanel::openFolder()
{
    const QList<int> ids = changeable();
    const RunEntry *run = ids.size() == 1 ? session_.run(ids.first()) : nullptr;
    const QString folder = run ? session_.folderOf(*run) : QString();
    if (!QFileInfo(folder).isDir())
        emit refused(tr("%1 is not there any more.").arg(QDir::toNativeSeparators(folder)));
    else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        emit refused(tr("No program opens folders here. The run’s files are in %1.").arg(QDir::toNativeSeparators(folder)));
}

void RunsPanel::copyCommand()
{
    const QList<int> ids = changeable();
    const RunEntry *run = ids.size() == 1 ? session_.run(ids.first()) : nullptr;
    if (!run)
        return;
    const QString config = QDir(session_.folderOf(*run)).filePath(QStringLiteral("run.json"));
    QGuiApplication::clipboard()->setText(
        QStringLiteral("fairloom-cli run --config %1 --out %2").arg(shellQuoted(QDir::toNativeSeparators(config)), shellQuoted(run->name + QStringLiteral("-again"))));
}

} // namespace fairloom::ui
