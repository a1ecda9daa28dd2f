#include "ui/window/queue_panel.h"

#include "ui/models/queue_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/elided_label.h"
#include "ui/window/run_state_delegate.h"
#include "ui/window/study_words.h"
#include "ui/workers/study_runner.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

QueuePanel::QueuePanel(StudyRunner &runner, QWidget *parent)
    : QWidget(parent), runner_(runner), model_(new QueueModel(this)), table_(new QTableView), pages_(new QStackedWidget), line_(new ElidedLabel),
      problem_(new ElidedLabel), progress_(new QProgressBar)
{
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    setObjectName(QStringLiteral("queuePanel"));

    table_->setObjectName(QStringLiteral("queueTable"));
    table_->setAccessibleName(tr("Runs of studies"));
    table_->setModel(model_);
    table_->setItemDelegateForColumn(QueueModel::State, new RunStateDelegate(table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(24);
    table_->verticalHeader()->setMinimumSectionSize(24);
    QHeaderView *header = table_->horizontalHeader();
    table_->setMinimumHeight(header->sizeHint().height() + 3 * table_->verticalHeader()->defaultSectionSize() + 2); // what runs, and what comes next
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(QueueModel::Problem, QHeaderView::Stretch);
    const int widths[] = {130, 280, 230, 80, 72, 0};
    for (int column = 0; column < QueueModel::ColumnCount; ++column)
        if (widths[column] > 0)
            header->resizeSection(column, std::max(widths[column], header->sectionSizeHint(column)));

    buildActions();
    auto *filled = new QWidget;
    auto *filledLayout = new QVBoxLayout(filled);
    filledLayout->setContentsMargins(6, 0, 6, 0);
    filledLayout->setSpacing(Theme::gap);
    filledLayout->addWidget(buildHead());
    filledLayout->addWidget(table_, 1);
    pages_->addWidget(filled);
    pages_->addWidget(buildEmpty());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages_);

    connect(table_, &QWidget::customContextMenuRequested, this, &QueuePanel::showMenu);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QueuePanel::updateActions);
    connect(&runner_, &StudyRunner::changed, this, &QueuePanel::showQueue);
    showQueue();
}

QSize QueuePanel::sizeHint() const
{
    return {640, 168};
}

QAction *QueuePanel::add(const char *name, const QString &text, const QString &iconName, const QString &tip, const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setToolTip(shortcut.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(action);
    return action;
}

void QueuePanel::buildActions()
{
    pause_ = add("queuePauseAction", tr("Pause"), QStringLiteral("media-playback-pause"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    up_ = add("queueUpAction", tr("Up"), QStringLiteral("go-up"), tr("Run the chosen waiting runs one place earlier"),
              QKeySequence(Qt::ALT | Qt::Key_Up));
    down_ = add("queueDownAction", tr("Down"), QStringLiteral("go-down"), tr("Run the chosen waiting runs one place later"),
                QKeySequence(Qt::ALT | Qt::Key_Down));
    first_ = add("queueFirstAction", tr("First"), QStringLiteral("go-top"), tr("Run the chosen waiting runs before all others"),
                 QKeySequence(Qt::ALT | Qt::Key_Home));
    cancel_ = add("queueCancelAction", tr("Cancel"), QStringLiteral("dialog-cancel"),
                  tr("Take the chosen runs out of the queue; one that runs is stopped"), QKeySequence::Delete);
    cancelStudy_ = add("queueCancelStudyAction", tr("Cancel the whole study…"), QStringLiteral("dialog-cancel"), {}, {});
    retry_ = add("queueRetryAction", tr("Try again"), QStringLiteral("view-refresh"), tr("Run the chosen failed or cancelled runs again"),
                 QKeySequence(Qt::Key_F5));
    clear_ = add("queueClearAction", tr("Clear ended"), QStringLiteral("edit-clear-history"),
                 tr("Take what has ended off this list; the runs stay in the project"), {});
    study_ = add("queueStudyAction", tr("Run a study…"), {}, tr("Choose a ready study or write one"), {});

    connect(pause_, &QAction::triggered, this, [this] {
        if (runner_.isRunning() && !runner_.isPaused())
            runner_.pause();
        else
            runner_.goOn();
    });
    const std::vector<TrialState> waiting{TrialState::waiting}, going{TrialState::waiting, TrialState::running},
        failed{TrialState::failed, TrialState::cancelled};
    connect(up_, &QAction::triggered, this, [this, waiting] { runner_.move(chosen(waiting), -1); });
    connect(down_, &QAction::triggered, this, [this, waiting] { runner_.move(chosen(waiting), 1); });
    connect(first_, &QAction::triggered, this, [this, waiting] { runner_.moveToFront(chosen(waiting)); });
    connect(cancel_, &QAction::triggered, this, [this, going] { runner_.cancel(chosen(going)); });
    connect(cancelStudy_, &QAction::triggered, this, &QueuePanel::confirmCancelStudy);
    connect(retry_, &QAction::triggered, this, [this, failed] { runner_.retry(chosen(failed)); });
    connect(clear_, &QAction::triggered, this, [this] { runner_.clearEnded(); });
    connect(study_, &QAction::triggered, this, &QueuePanel::studyRequested);
}

/// A button that is what the action is.
QPushButton *QueuePanel::buttonOf(QAction *action)
{
    auto *button = new QPushButton;
    button->setObjectName(action->objectName().replace(QStringLiteral("Action"), QStringLiteral("Button")));
    button->setProperty("look", "chip");
    const auto take = [button, action] {
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    take();
    connect(action, &QAction::changed, button, take);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

QWidget *QueuePanel::buildHead()
{
    line_->setObjectName(QStringLiteral("queueLine"));
    problem_->setObjectName(QStringLiteral("queueProblem"));
    problem_->setProperty("look", "warning");
    progress_->setObjectName(QStringLiteral("queueProgress"));
    progress_->setAccessibleName(tr("Progress of all studies"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedWidth(112);

    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(Theme::space, 0, Theme::gap, 0);
    layout->setSpacing(Theme::space - 2);
    layout->addWidget(progress_);
    layout->addWidget(line_, 2);
    layout->addWidget(problem_, 3);
    for (QAction *action : {pause_, up_, down_, first_, cancel_, retry_, clear_, study_})
        layout->addWidget(buttonOf(action));
    return head;
}

QWidget *QueuePanel::buildEmpty()
{
    auto *hint = new QLabel(tr("A study makes many runs one after the other: losses, methods, seeds, values of β or λ. They wait here, each runs in a "
                               "process of its own, and finished ones come into Runs and Compare."));
    hint->setObjectName(QStringLiteral("queueHint"));
    hint->setProperty("look", "hint");
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    auto *button = new QPushButton(tr("Run a study…"));
    button->setObjectName(QStringLiteral("queueEmptyStudyButton"));
    button->setToolTip(study_->toolTip());
    connect(button, &QPushButton::clicked, this, &QueuePanel::studyRequested);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(Theme::page, 0, Theme::page, Theme::space);
    layout->addStretch(1);
    layout->addWidget(hint);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return page;
}

void QueuePanel::showQueue()
{
    const QueueSnapshot &now = runner_.snapshot();
    model_->setTrials(now.trials, runner_.isPaused());
    pages_->setCurrentIndex(now.trials.empty() ? 1 : 0);
    showLine();
    updateActions();
}

void QueuePanel::showLine()
{
    const QueueSnapshot &now = runner_.snapshot();
    const auto n = [&](TrialState state) { return static_cast<int>(now.count(state)); };
    QStringList parts{tr("%1 of %2 runs done").arg(n(TrialState::done)).arg(now.trials.size())};
    if (n(TrialState::failed) > 0)
        parts << tr("%1 failed").arg(n(TrialState::failed));
    if (runner_.isPaused())
        parts << tr("paused");
    else if (runner_.isRunning() && now.seconds_left > 0)
        parts << timeLeft(now.seconds_left);
    else if (runner_.isRunElsewhere())
        parts << tr("another process makes them");
    else if (!runner_.isRunning() && runner_.left() > 0)
        parts << tr("not going on");
    line_->setText(parts.join(QStringLiteral(" · ")));
    progress_->setValue(qRound(1000 * std::clamp(now.fraction, 0.0, 1.0)));
    problem_->setText(runner_.problem());
    problem_->setVisible(!problem_->text().isEmpty());
}

QStringList QueuePanel::chosen(const std::vector<TrialState> &states) const
{
    QModelIndexList rows = table_->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QStringList out;
    for (const QModelIndex &row : rows)
        if (std::find(states.begin(), states.end(), static_cast<TrialState>(row.data(QueueModel::StateRole).toInt())) != states.end())
            out << row.data(QueueModel::NameRole).toString();
    return out;
}

void QueuePanel::updateActions()
{
    const bool goes = runner_.isRunning() && !runner_.isPaused();
    pause_->setText(goes ? tr("Pause") : tr("Go on"));
    pause_->setIcon(icon(goes ? QStringLiteral("media-playback-pause") : QStringLiteral("media-playback-start")));
    pause_->setToolTip(QStringLiteral("%1 (%2)").arg(goes ? tr("Let running processes stand still, and start no others")
                                                          : tr("Go on with what waits and with what stands still"),
                                                     pause_->shortcut().toString(QKeySequence::NativeText)));
    pause_->setEnabled(runner_.left() > 0);
    const bool waits = !chosen({TrialState::waiting}).isEmpty();
    for (QAction *action : {up_, down_, first_})
        action->setEnabled(waits);
    const QStringList going = chosen({TrialState::waiting, TrialState::running});
    cancel_->setEnabled(!going.isEmpty());
    cancelStudy_->setEnabled(!going.isEmpty());
    retry_->setEnabled(!chosen({TrialState::failed, TrialState::cancelled}).isEmpty());
    clear_->setEnabled(runner_.left() < runner_.snapshot().trials.size());
}

void QueuePanel::showMenu(const QPoint &at)
{
    if (!table_->indexAt(at).isValid())
        return;
    QMenu menu;
    menu.setObjectName(QStringLiteral("queueMenu"));
    menu.addActions({up_, down_, first_});
    menu.addSeparator();
    menu.addActions({cancel_, cancelStudy_, retry_});
    menu.exec(table_->viewport()->mapToGlobal(at));
}

void QueuePanel::confirmCancelStudy()
{
    const QStringList going = chosen({TrialState::waiting, TrialState::running});
    if (going.isEmpty())
        return;
    const auto &trials = model_->trials();
    const auto found = std::find_if(trials.begin(), trials.end(), [&](const QueuedTrial &trial) { return toQString(trial.name) == going.first(); });
    if (found == trials.end())
        return;
    const QString study = toQString(found->study);
    const QString question = tr("Take all runs of “%1” that have not ended out of the queue?").arg(study);
    auto *box = new QMessageBox(QMessageBox::Question, tr("Cancel the study"), question, QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("confirmCancelStudy"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(tr("Cancel the study"), QMessageBox::AcceptRole);
    box->addButton(tr("Keep it"), QMessageBox::RejectRole);
    connect(yes, &QPushButton::clicked, this, [this, study] { runner_.cancelStudy(study); });
    box->open();
}

} // namespace fairloom::ui
