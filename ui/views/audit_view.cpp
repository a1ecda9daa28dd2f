#include "ui/views/audit_view.h"

#include "ui/models/audit_csv.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/audit/differences_card.h"
#include "ui/views/audit/explanation_strip.h"
#include "ui/views/audit/figures_card.h"
#include "ui/views/audit/groups_card.h"
#include "ui/views/audit/influence_card.h"
#include "ui/views/audit/policy_card.h"
#include "ui/views/audit/rates_card.h"
#include "ui/views/audit/ratio_card.h"
#include "ui/views/audit/threshold_bar.h"
#include "ui/views/report_file.h"
#include "ui/views/run_prompt.h"
#include "ui/views/shown_run.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/view_scroll.h"
#include "ui/widgets/warning_list.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

AuditView::AuditView(Session &session, QWidget *parent) : QWidget(parent), session_(session), anew_(new AuditAnew(this))
{
    setObjectName(QStringLiteral("auditView"));
    buildCards();
    addButtons();
    layOut();
    offerChoices();
    connectAll();
    showCurrentRun();
}

QHBoxLayout *AuditView::buildChips()
{
    protocol_ = new ChipGroup({});
    protocol_->setObjectName(QStringLiteral("protocolChips"));
    protocol_->setAccessibleName(tr("Protocol"));
    protocol_->setToolTip(tr("Train synthetic, test real: the classifier learns from generated rows and is tested on real rows that "
                             "no model has seen. Paper protocol: it is trained and tested on generated rows. Test without the bias, for data into "
                             "which a bias was put on purpose: tested on the same real rows after it was undone. Real data are always judged real "
                             "on real."));
    classifier_ = new ChipGroup({});
    classifier_->setObjectName(QStringLiteral("classifierChips"));
    classifier_->setAccessibleName(tr("Classifier"));
    classifier_->setToolTip(tr("The classifier whose decisions are judged"));
    auto *chips = new QHBoxLayout;
    chips->setSpacing(Theme::space);
    chips->addWidget(protocol_);
    chips->addSpacing(Theme::page);
    auto *label = new QLabel(tr("Classifier"));
    label->setProperty("look", "muted");
    chips->addWidget(label);
    chips->addWidget(classifier_);
    chips->addSpacing(Theme::page);
    chips->addStretch(1);
    run_ = new ElidedLabel;
    run_->setObjectName(QStringLiteral("auditRun"));
    run_->setProperty("look", "muted");
    chips->addWidget(run_);
    return chips;
}

void AuditView::buildCards()
{
    terms_ = new ThresholdBar;
    warnings_ = new WarningList;
    warnings_->setObjectName(QStringLiteral("auditWarnings"));
    dpr_ = new RatioCard({tr("Demographic parity ratio"), tr("lowest / highest selection rate"), QStringLiteral("dprPlot"), "dpr", &Fairness::dpr});
    eor_ = new RatioCard({tr("Equalized odds ratio"), tr("lowest / highest TPR or FPR, the worse of both"), QStringLiteral("eorPlot"), "eor", &Fairness::eor});
    rates_ = new RatesCard;
    figures_ = new FiguresCard;
    groups_ = new GroupsCard(rates_->sourceBox());
    differences_ = new DifferencesCard;
    influence_ = new InfluenceCard;
    policy_ = new PolicyCard;
    cards_ = {dpr_, eor_, rates_, figures_, groups_, differences_, influence_};
    for (AuditCard *card : cards_)
        connectPrompt(card->card(), session_);
    strip_ = new ExplanationStrip;
}

void AuditView::addButtons()
{
    report_ = new QPushButton(tr("Report…"));
    report_->setObjectName(QStringLiteral("reportButton"));
    report_->setToolTip(tr("Saves this audit as a document that can be read without Fairloom."));
    export_ = new QPushButton(tr("Export figures…"));
    export_->setObjectName(QStringLiteral("exportFiguresButton"));
    export_->setToolTip(tr("Saves every figure of this run as CSV, all sources, protocols and classifiers."));
    for (QPushButton *button : {report_, policy_->button(), export_})
        figures_->buttons()->addWidget(button);
    figures_->buttons()->addStretch(1);
}

void AuditView::layOut()
{
    const auto row = [](AuditCard *left, AuditCard *right) {
        auto *layout = new QHBoxLayout;
        layout->setSpacing(Theme::wide);
        layout->addWidget(left, 1);
        layout->addWidget(right, 1);
        return layout;
    };
    scroll_ = new ViewScroll(this);
    QVBoxLayout *content = scroll_->content();
    content->addLayout(buildChips());
    content->addWidget(terms_);
    content->addWidget(warnings_);
    // Two rows of their own: on a small screen the table takes more than half of the lower one.
    content->addLayout(row(dpr_, eor_), 2);
    content->addLayout(row(rates_, figures_), 3);
    content->addWidget(policy_);
    content->addWidget(groups_);
    content->addWidget(differences_);
    content->addWidget(influence_);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Theme::wide, 0, Theme::wide, Theme::space);
    foot->addWidget(strip_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addWidget(scroll_, 1);
    layout->addLayout(foot);
}

void AuditView::connectAll()
{
    connect(protocol_, &ChipGroup::currentChanged, this, &AuditView::choiceChanged);
    connect(classifier_, &ChipGroup::currentChanged, this, &AuditView::choiceChanged);
    connect(terms_, &ThresholdBar::termsChanged, this, [this] { anew_->setTerms(terms_->terms()); });
    connect(anew_, &AuditAnew::changed, this, &AuditView::showFigures);
    connect(anew_, &AuditAnew::failed, this, [this](const QString &sentence) {
        showFigures();
        emit session_.jobFailed(sentence);
    });
    for (AuditCard *card : cards_)
        connect(card, &AuditCard::explanationChosen, this, [this, card] {
            explaining_ = card;
            explainChosen();
        });
    connect(strip_, &ExplanationStrip::manualRequested, this, [this] {
        if (explaining_)
            emit manualRequested(explaining_->manualPlace());
    });
    connect(strip_, &ExplanationStrip::closed, this, [this] {
        explaining_ = nullptr;
        explainChosen();
    });
    connect(policy_, &PolicyCard::lookedFor, this, [this] {
        // it may have appeared just now, and has no place before the layout has run
        QTimer::singleShot(0, this, [this] { scroll_->ensureWidgetVisible(policy_, 0, Theme::wide); });
    });
    connect(report_, &QPushButton::clicked, this, &AuditView::exportReport);
    connect(export_, &QPushButton::clicked, this, &AuditView::exportFigures);
    connect(&session_, &Session::currentRunChanged, this, &AuditView::showCurrentRun);
    connect(&session_, &Session::runsChanged, this, &AuditView::showCurrentRun);
    connect(&session_, &Session::problemChanged, this, &AuditView::showCurrentRun);
    connect(&Theme::instance(), &Theme::changed, this, &AuditView::showFigures);
}

AuditChoice AuditView::choice() const
{
    return {protocols_[std::size_t(std::max(0, protocol_->current()))], classifiers_[std::size_t(std::max(0, classifier_->current()))]};
}

void AuditView::setChoice(const AuditChoice &choice)
{
    const auto place = [](const std::vector<std::string> &among, const std::string &name) {
        const auto found = std::find(among.begin(), among.end(), name);
        return found == among.end() ? 0 : int(found - among.begin());
    };
    protocol_->setCurrent(place(protocols_, choice.protocol));
    classifier_->setCurrent(place(classifiers_, choice.classifier));
}

/// What the result can be asked for; the choice stays as far as it is among it.
void AuditView::offerChoices()
{
    const AuditChoice before = protocols_.empty() ? AuditChoice() : choice();
    std::vector<const RunResult *> results;
    if (outcome_ && !outcome_->result.sources.empty())
        results.push_back(&outcome_->result);
    protocols_ = AuditFigures::protocols(results);
    classifiers_ = AuditFigures::classifiers(results);
    QStringList protocols, classifiers;
    for (const std::string &protocol : protocols_)
        protocols << AuditFigures::protocolChip(protocol);
    for (const std::string &classifier : classifiers_)
        classifiers << AuditFigures::classifierChip(classifier);
    const QSignalBlocker quietProtocol(protocol_), quietClassifier(classifier_);
    protocol_->setLabels(protocols);
    classifier_->setLabels(classifiers);
    setChoice(wished_.value_or(before));
    if (outcome_)
        wished_.reset();
}

QString AuditView::viewState() const
{
    const AuditChoice now = wished_.value_or(choice());
    return toQString(now.protocol + ' ' + now.classifier);
}

void AuditView::setViewState(const QString &state)
{
    wished_ = {state.section(u' ', 0, 0).toStdString(), state.section(u' ', 1, 1).toStdString()};
    offerChoices();
    choiceChanged();
}

void AuditView::showCurrentRun()
{
    const RunEntry *run = session_.currentRun();
    shownRun_ = run ? run->id : -1;
    run_->setText(run ? shownRun(*run, session_) : QString());
    if (run && run->outcome && run->outcome == outcome_)
        return;
    showOutcome(run ? run->outcome : nullptr);
}

void AuditView::showOutcome(std::shared_ptr<const RunOutcome> outcome)
{
    outcome_ = std::move(outcome);
    offerChoices();
    rates_->setSources(outcome_ ? AuditFigures::sources(outcome_->result) : std::vector<std::string>());
    QStringList warnings;
    if (outcome_)
        for (const Message &warning : outcome_->result.warnings) {
            QString sentence = translated(warning);
            if (!sentence.endsWith(QLatin1Char('.')))
                sentence += QLatin1Char('.');
            warnings << sentence;
        }
    warnings_->setWarnings(warnings, outcome_ && outcome_->result.teacher.collapsed);
    policy_->setRun(outcome_ ? std::shared_ptr<const RunResult>(outcome_, &outcome_->result) : nullptr);
    judge();
    showFigures();
}

void AuditView::choiceChanged()
{
    judge();
    showFigures();
}

/// Settles what is shown for run, protocol, classifier and terms.
void AuditView::judge()
{
    anew_->setRun(outcome_ ? std::shared_ptr<const RunResult>(outcome_, &outcome_->result) : nullptr, choice());
    terms_->setGroups(anew_->groups());
    terms_->setUnavailable(anew_->whyNot());
    anew_->setTerms(terms_->terms());
}

void AuditView::showNothing()
{
    for (AuditCard *card : cards_)
        card->clear();
    if (outcome_) {
        for (AuditCard *card : cards_)
            card->card()->setEmpty(tr("This run was stopped before anything could be judged."));
    } else {
        promptForRun(dpr_->card(), session_, tr("How evenly a classifier selects the groups, for real and for generated rows."));
        promptForRun(eor_->card(), session_, tr("How evenly a classifier errs for the groups, for real and for generated rows."));
        promptForRun(rates_->card(), session_, tr("Selection rate, true and false positive rates and precision of every group."));
        promptForRun(figures_->card(), session_, tr("Accuracy, closeness to the real rows, leakage of the group, and the result in words."));
        groups_->card()->setEmpty(tr("Every group's counts and rates, and how they stand against a reference group."));
        differences_->card()->setEmpty(tr("Which differences between real and generated rows are more than chance."));
        influence_->card()->setEmpty(tr("Which columns a classifier leans on, and how many decisions hang on the group alone."));
    }
    terms_->setRemark({});
}

void AuditView::showFigures()
{
    const bool empty = !anew_->result() || anew_->result()->sources.empty();
    protocol_->setEnabled(!empty);
    classifier_->setEnabled(!empty);
    if (empty) {
        showNothing();
    } else {
        const AuditShown shown{anew_->result(), choice(), anew_->isRunsOwn()};
        for (AuditCard *card : cards_)
            card->card()->setFilled();
        for (AuditCard *card : cards_)
            card->showResult(shown);
        if (anew_->isComputing() && !shown.runsOwn)
            differences_->setWaiting();
        policy_->showResult(shown);
        const AuditTerms &terms = anew_->terms();
        terms_->setRemark(shown.runsOwn ? QString()
                          : terms.threshold == 0.5
                              ? tr("Exported figures and the report hold the others against the largest group, as the run did.")
                              : tr("Shown at a threshold of %1. Exported figures, the report and policy limits stay at the run's own, %2.")
                                    .arg(number(terms.threshold, 2), number(0.5, 2)));
    }
    explainChosen();
}

void AuditView::explainChosen()
{
    strip_->explain(explaining_ ? explaining_->explanation() : QString());
}

void AuditView::exportReport()
{
    if (shownRun_ < 0 || !outcome_)
        return;
    const QString file = askForReportFile(this, toQString(outcome_->result.name));
    if (!file.isEmpty())
        session_.exportReport(shownRun_, file);
}

void AuditView::exportFigures()
{
    if (!outcome_)
        return;
    const QString file = QFileDialog::getSaveFileName(this, tr("Export figures"), toQString(outcome_->result.name) + QStringLiteral("-audit.csv"),
                                                      tr("Tables (*.csv)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(auditCsv(outcome_->result)) >= 0 && out.commit())
        emit session_.jobFinished(tr("The figures were saved as %1.").arg(file));
    else
        emit session_.jobFailed(tr("%1 could not be written: %2.").arg(file, out.errorString()));
}

} // namespace fairloom::ui
