#include "ui/views/samples_view.h"

#include "ui/style/theme.h"
#include "ui/views/presentation.h"
#include "ui/views/rows_export.h"
#include "ui/views/shown_run.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/view_scroll.h"

#include <QVBoxLayout>

#include <utility>

namespace fairloom::ui {

SamplesView::SamplesView(Session &session, QWidget *parent) : QWidget(parent), session_(session), run_(new ElidedLabel), place_(new QVBoxLayout)
{
    setObjectName(QStringLiteral("samplesView"));
    run_->setObjectName(QStringLiteral("samplesRun"));
    run_->setProperty("look", "muted");
    auto *scroll = new ViewScroll(this);
    scroll->content()->setSpacing(Theme::space);
    scroll->content()->addWidget(run_);
    scroll->content()->addLayout(place_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(&session_, &Session::currentRunChanged, this, &SamplesView::showCurrentRun);
    connect(&session_, &Session::runsChanged, this, &SamplesView::showCurrentRun);
    connect(&session_, &Session::problemChanged, this, &SamplesView::showCurrentRun);
    showCurrentRun();
}

void SamplesView::showCurrentRun()
{
    const RunEntry *run = session_.currentRun();
    shownRun_ = run ? run->id : -1;
    run_->setVisible(run);
    run_->setText(run ? shownRun(*run, session_) : QString());
    if (run && run->outcome && run->outcome == outcome_)
        return;
    showOutcome(run ? run->outcome : nullptr);
}

void SamplesView::showOutcome(std::shared_ptr<const RunOutcome> outcome)
{
    outcome_ = std::move(outcome);
    const RunEntry *run = session_.run(shownRun_);
    ShownSamples shown;
    shown.outcome = outcome_;
    if (outcome_ && outcome_->problem)
        shown.problem = outcome_->problem;
    else
        shown.problem = !run || usesOpenProblem(*run, session_) ? session_.problem() : nullptr;
    shown.byStudent = !outcome_ || outcome_->synthetic || !outcome_->teacher_synthetic;
    shown.generated = !outcome_ ? nullptr : shown.byStudent ? outcome_->synthetic : outcome_->teacher_synthetic;
    showPage(Presentation::of(shown.problem      ? &shown.problem->train.table
                              : session_.dataset() ? &session_.dataset()->table
                                                   : nullptr));
    page_->showSamples(shown);
}

void SamplesView::showPage(const Presentation &presentation)
{
    if (presentation_ == &presentation)
        return;
    presentation_ = &presentation;
    delete std::exchange(page_, nullptr);
    page_ = presentation.makeSamples(session_);
    place_->addWidget(page_);
    connect(page_, &SamplesPage::exportRequested, this, [this] {
        if (const RunEntry *run = session_.run(shownRun_))
            exportRows(this, session_, *run);
    });
}

} // namespace fairloom::ui
