#include "ui/views/training_view.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/curve_card.h"
#include "ui/views/latent_card.h"
#include "ui/views/leakage_card.h"
#include "ui/views/pictures/strip_card.h"
#include "ui/views/shown_run.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/view_scroll.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_ghosts = 3;

}

TrainingView::TrainingView(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), teacher_(new CurveCard(CurveStage::teacher, tr("Teacher"))),
      student_(new CurveCard(CurveStage::student, tr("Student"))), latent_(new LatentCard), leakage_(new LeakageCard),
      strip_(new StripCard), run_(new ElidedLabel)
{
    setObjectName(QStringLiteral("trainingView"));
    teacher_->plot()->setObjectName(QStringLiteral("teacherPlot"));
    student_->plot()->setObjectName(QStringLiteral("studentPlot"));
    auto *grid = new QGridLayout;
    grid->setSpacing(Theme::wide);
    grid->addWidget(teacher_, 0, 0);
    grid->addWidget(student_, 0, 1);
    grid->addWidget(latent_, 1, 0);
    grid->addWidget(leakage_, 1, 1);
    for (int i = 0; i < 2; ++i) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i, 1);
    }
    run_->setObjectName(QStringLiteral("trainingRun"));
    run_->setProperty("look", "muted");
    auto *scroll = new ViewScroll(this);
    scroll->content()->setSpacing(Theme::space);
    ghosts_ = new QPushButton(tr("earlier runs"));
    ghosts_->setObjectName(QStringLiteral("ghostsButton"));
    ghosts_->setProperty("look", "chip");
    ghosts_->setCheckable(true);
    ghosts_->hide(); // until there are earlier runs
    ghosts_->setToolTip(tr("Draws the curves of up to three earlier runs behind those of this one."));
    auto *head = new QHBoxLayout;
    head->addWidget(run_, 1);
    head->addWidget(ghosts_, 0, Qt::AlignRight);
    scroll->content()->addLayout(head);
    scroll->content()->addWidget(strip_);
    scroll->content()->addLayout(grid, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    for (Card *card : {teacher_->card(), student_->card(), latent_->card(), leakage_->card()})
        connect(card, &Card::actionRequested, &session_, [this] { session_.startRun(); });
    connect(ghosts_, &QPushButton::toggled, this, &TrainingView::showGhosts);
    connect(latent_, &LatentCard::lookedBackAt, this, [this](double epoch) {
        teacher_->setMark(epoch);
        leakage_->setMark(epoch);
    });
    connect(&session_, &Session::tick, this, &TrainingView::refresh);
    connect(&session_, &Session::currentRunChanged, this, &TrainingView::showRun);
    connect(&session_, &Session::runsChanged, this, &TrainingView::refresh);
    connect(&session_, &Session::problemChanged, this, [this] {
        updateEmptyStates();
        updateRunLine();
    });
    showRun();
}

void TrainingView::showRun()
{
    const RunEntry *run = session_.currentRun();
    updateEmptyStates();
    updateRunLine();
    const int id = run ? run->id : -1;
    if (id == shownRun_) {
        refresh(); // the same run ended
        return;
    }
    shownRun_ = id;
    const std::vector<const RunEntry *> ghosts = run ? runsBefore(*run) : std::vector<const RunEntry *>();
    ghosts_->setVisible(!ghosts.empty());
    teacher_->setRun(run, ghosts);
    student_->setRun(run, ghosts);
    latent_->setRun(run, run ? groupNames(*run) : QStringList());
    leakage_->setRun(run, ghosts);
    strip_->setRun(run);
}

void TrainingView::refresh()
{
    const RunEntry *run = session_.currentRun();
    if (!run || run->id != shownRun_ || !isVisible())
        return;
    teacher_->refresh(*run);
    student_->refresh(*run);
    latent_->refresh(*run);
    leakage_->refresh(*run);
    strip_->refresh(*run);
}

void TrainingView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TrainingView::updateRunLine()
{
    const RunEntry *run = session_.currentRun();
    run_->setVisible(run);
    run_->setText(run ? shownRun(*run, session_) : QString());
}

void TrainingView::updateEmptyStates()
{
    const bool filled = session_.currentRun() != nullptr;
    const QString action = session_.canTrain() ? tr("Train") : QString();
    const auto show = [&](Card *card, const QString &hint) {
        if (filled)
            card->setFilled();
        else
            card->setEmpty(hint, action);
    };
    show(teacher_->card(), tr("The teacher’s loss curves appear here once a run trains."));
    show(student_->card(), tr("The student’s loss curves appear here once a run trains."));
    show(latent_->card(), tr("The latent space appears here once a run trains, and moves while it learns."));
    show(leakage_->card(), tr("How well the group can be guessed from the latent space appears here once a run trains."));
}

std::vector<const RunEntry *> TrainingView::runsBefore(const RunEntry &run) const
{
    std::vector<const RunEntry *> out;
    for (const RunEntry *other : session_.runs()) // newest first
        if (out.size() < most_ghosts && other->id < run.id && other->monitor && other->monitor->epochs(CurveStage::student) > 0)
            out.push_back(other);
    return out;
}

void TrainingView::showGhosts(bool shown)
{
    teacher_->setGhostsKept(shown);
    student_->setGhostsKept(shown);
    leakage_->setGhostsKept(shown);
}

QStringList TrainingView::groupNames(const RunEntry &run)
{
    std::shared_ptr<const Problem> problem = run.outcome ? run.outcome->problem : nullptr;
    if (!problem && session_.problem() && session_.problem()->task == run.request.task)
        problem = session_.problem();
    if (problem) {
        QStringList names;
        for (const Group &group : problem->groups)
            names << toQString(group.name);
        groupNames_.insert(run.id, names);
    }
    return groupNames_.value(run.id);
}

} // namespace fairloom::ui
