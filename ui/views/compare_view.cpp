#include "ui/views/compare_view.h"

#include "ui/models/compare_groups_model.h"
#include "ui/models/compare_model.h"
#include "ui/models/compare_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/compare/curves_card.h"
#include "ui/views/compare/export_menu.h"
#include "ui/views/compare/filter_bar.h"
#include "ui/views/compare/scatter_card.h"
#include "ui/views/compare/tables_card.h"
#include "ui/views/run_prompt.h"
#include "ui/widgets/card.h"
#include "ui/widgets/view_scroll.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace fairloom::ui {

namespace {

constexpr int redraw_after = 500; // milliseconds between redraws of the curves while a run goes on

}

CompareView::CompareView(Session &session, QWidget *parent) : QWidget(parent), session_(session)
{
    setObjectName(QStringLiteral("compareView"));
    refresh_.setSingleShot(true);
    refresh_.setInterval(0);
    buildHead(); // first: Tab follows the order in which things were made
    scatter_ = new ScatterCard(runs_);
    curves_ = new CurvesCard(runs_);
    tables_ = new TablesCard(runs_);
    for (Card *card : {scatter_->card(), curves_->card(), tables_->card()})
        connectPrompt(card, session_);
    layOut();

    connect(scatter_, &ScatterCard::emptied, this, [this] {
        promptForRun(scatter_->card(), session_, tr("Every finished run as a point: how fair and how useful its rows are."));
    });
    connect(curves_, &CurvesCard::emptied, this, [this] { promptForRun(curves_->card(), session_, tr("The loss curves of all runs over each other.")); });
    connect(tables_, &TablesCard::emptied, this,
            [this] { promptForRun(tables_->card(), session_, tr("A table of all runs with their settings and results.")); });
    connect(scatter_, &ScatterCard::runChosen, &session_, &Session::selectRun);
    connect(tables_, &TablesCard::runChosen, &session_, &Session::selectRun);
    connect(scatter_, &ScatterCard::figuresChanged, this, &CompareView::showFinding);
    connect(&runs_, &CompareRuns::reset, this, &CompareView::showFinding);
    connect(&runs_, &CompareRuns::referenceChanged, this, &CompareView::showFinding);
    connect(export_, &ExportMenu::saved, &session_, &Session::jobFinished);
    connect(export_, &ExportMenu::failed, &session_, &Session::jobFailed);
    connect(study_, &QPushButton::clicked, this, &CompareView::studyRequested);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, &runs_, &CompareRuns::clearSelection);

    connect(&refresh_, &QTimer::timeout, this, [this] {
        if (stale_ && isVisible())
            showSession();
    });
    connect(&session_, &Session::runsChanged, this, &CompareView::sessionChanged);
    connect(&session_, &Session::problemChanged, this, &CompareView::sessionChanged);
    connect(&session_, &Session::currentRunChanged, this, [this] {
        const RunEntry *current = session_.currentRun();
        runs_.setCurrent(current ? current->id : -1);
    });
    connect(&session_, &Session::tick, this, &CompareView::showTick);
    showSession();
}

/// The cards look at the runs until they are gone, and would otherwise outlive them.
CompareView::~CompareView()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

void CompareView::buildHead()
{
    finding_ = new QLabel;
    finding_->setObjectName(QStringLiteral("compareFinding"));
    finding_->setProperty("look", "finding");
    finding_->setAccessibleDescription(tr("Main finding"));
    finding_->setWordWrap(true);
    finding_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    finding_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    study_ = new QPushButton(tr("Run a study…"));
    study_->setObjectName(QStringLiteral("runStudy"));
    study_->setToolTip(tr("Queues many runs at once: losses, seeds and settings, each in a process of its own."));
    export_ = new ExportMenu(
        runs_, [this] { return tables_->model().listed(); },
        [this] {
            ExportMenu::Pictures pictures{{scatter_->plot(), QStringLiteral("fairness-utility")}};
            if (!curves_->isEmpty())
                for (const auto &picture : curves_->pictures())
                    pictures.push_back(picture);
            return pictures;
        });
    filters_ = new FilterBar(runs_);
}

void CompareView::layOut()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::space);
    head->addWidget(finding_, 1);
    head->addWidget(study_, 0, Qt::AlignTop);
    head->addWidget(export_, 0, Qt::AlignTop);

    auto *grid = new QGridLayout;
    grid->setSpacing(Theme::wide);
    grid->addWidget(scatter_, 0, 0);
    grid->addWidget(curves_, 0, 1);
    grid->addWidget(tables_, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(0, 6);
    grid->setRowStretch(1, 5);
    auto *scroll = new ViewScroll(this);
    scroll->content()->setSpacing(Theme::space);
    scroll->content()->addLayout(head);
    scroll->content()->addWidget(filters_);
    scroll->content()->addLayout(grid, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

const CompareModel &CompareView::model() const
{
    return tables_->model();
}

const CompareGroupsModel &CompareView::groupsModel() const
{
    return tables_->groupsModel();
}

void CompareView::showEvent(QShowEvent *event)
{
    if (stale_)
        showSession();
    QWidget::showEvent(event);
}

void CompareView::sessionChanged()
{
    // A queue of hundreds of runs says often that something has changed: once for all of it, and not at all while nobody looks.
    stale_ = true;
    refresh_.start();
}

void CompareView::showSession()
{
    stale_ = false;
    const RunEntry *current = session_.currentRun();
    showRuns(session_.runs(), current ? current->id : -1);
}

void CompareView::showRuns(const std::vector<const RunEntry *> &runs, int current)
{
    runs_.setRuns(runs, current);
    const bool any = !runs.empty();
    filters_->setVisible(any);
    export_->setEnabled(any);
    takeWish();
}

// --- what is kept with the project

QString CompareView::viewState() const
{
    if (wished_)
        return wished_->text();
    CompareState state;
    state.filter = runs_.filter();
    state.choice = runs_.choice();
    state.x = scatter_->xFigure();
    state.y = scatter_->yFigure();
    state.colours = runs_.colours();
    state.reference = runs_.chosenReference();
    for (const std::size_t run : runs_.selected())
        state.selected << toQString(runs_.record(run).name);
    return state.text();
}

void CompareView::setViewState(const QString &state)
{
    wished_ = CompareState::read(state);
    if (!stale_)
        takeWish();
}

void CompareView::takeWish()
{
    if (!wished_ || runs_.runs().empty())
        return;
    const CompareState state = *std::exchange(wished_, std::nullopt);
    filters_->choose(state.filter, state.choice);
    scatter_->setFigures(state.x, state.y);
    scatter_->setColours(state.colours);
    runs_.setReference(state.reference);
    std::vector<std::size_t> selected;
    for (std::size_t run = 0; run < runs_.runs().size(); ++run)
        if (state.selected.contains(toQString(runs_.record(run).name)))
            selected.push_back(run);
    runs_.select(std::move(selected), CompareRuns::Origin::plot);
}

void CompareView::showTick()
{
    if (!isVisible() || (lastCurves_.isValid() && lastCurves_.elapsed() < redraw_after))
        return;
    lastCurves_.start();
    runs_.refreshLive();
}

void CompareView::showFinding()
{
    const QString sentence = CompareWords::finding(runs_, scatter_->xFigure(), scatter_->yFigure());
    finding_->setText(sentence);
    scatter_->card()->setAccessibleDescription(sentence);
}

} // namespace fairloom::ui
