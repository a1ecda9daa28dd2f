#include "ui/views/audit_view.h"

#include "ui/models/audit_csv.h"
#include "ui/models/audit_model.h"
#include "ui/models/audit_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/run_prompt.h"
#include "ui/views/shown_run.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/interval_plot.h"
#include "ui/widgets/rates_plot.h"
#include "ui/widgets/rows_view.h"
#include "ui/widgets/source_style.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/view_scroll.h"
#include "ui/widgets/warning_list.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

AuditView::AuditView(Session &session, QWidget *parent) : QWidget(parent), session_(session)
{
    setObjectName(QStringLiteral("auditView"));
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
    classifier_->setToolTip(tr("The classifier whose decisions are judged; a row is selected from a probability of 0.5."));

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

    warnings_ = new WarningList;
    warnings_->setObjectName(QStringLiteral("auditWarnings"));

    dpr_ = new IntervalPlot;
    dprCard_ = buildRatioCard(tr("Demographic parity ratio"), dpr_, QStringLiteral("dprPlot"), tr("lowest / highest selection rate"));
    eor_ = new IntervalPlot;
    eorCard_ = buildRatioCard(tr("Equalized odds ratio"), eor_, QStringLiteral("eorPlot"), tr("lowest / highest TPR or FPR, the worse of both"));
    ratesCard_ = buildRatesCard();
    figuresCard_ = buildFiguresCard();
    for (Card *card : {dprCard_, eorCard_, ratesCard_, figuresCard_})
        connectPrompt(card, session_);

    // Two rows of their own: on a small screen the table takes more than half of the lower one.
    const auto row = [](Card *left, Card *right) {
        auto *layout = new QHBoxLayout;
        layout->setSpacing(Theme::wide);
        layout->addWidget(left, 1);
        layout->addWidget(right, 1);
        return layout;
    };

    auto *scroll = new ViewScroll;
    scroll->content()->addLayout(chips);
    scroll->content()->addWidget(warnings_);
    scroll->content()->addLayout(row(dprCard_, eorCard_), 2);
    scroll->content()->addLayout(row(ratesCard_, figuresCard_), 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    offerChoices();
    connect(protocol_, &ChipGroup::currentChanged, this, &AuditView::showFigures);
    connect(classifier_, &ChipGroup::currentChanged, this, &AuditView::showFigures);
    connect(&session_, &Session::currentRunChanged, this, &AuditView::showCurrentRun);
    connect(&session_, &Session::runsChanged, this, &AuditView::showCurrentRun);
    connect(&session_, &Session::problemChanged, this, &AuditView::showCurrentRun);
    connect(&Theme::instance(), &Theme::changed, this, &AuditView::showFigures);
    showCurrentRun();
}

Card *AuditView::buildRatioCard(const QString &title, IntervalPlot *plot, const QString &name, const QString &axis)
{
    auto *card = new Card(title);
    plot->setObjectName(name);
    plot->setName(title);
    plot->setAxisTitles(axis, {});
    card->body()->addWidget(plot, 1);
    return card;
}

Card *AuditView::buildRatesCard()
{
    auto *card = new Card(tr("Rates per group"));
    ratesSource_ = new QComboBox;
    ratesSource_->setObjectName(QStringLiteral("ratesSource"));
    ratesSource_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    ratesSource_->setAccessibleName(tr("Source whose rates are shown"));
    card->tools()->addWidget(ratesSource_);
    rates_ = new RatesPlot;
    rates_->setObjectName(QStringLiteral("ratesPlot"));
    card->body()->addWidget(rates_, 1);
    ratesLegend_ = new QLabel;
    ratesLegend_->setObjectName(QStringLiteral("ratesLegend"));
    ratesLegend_->setTextFormat(Qt::RichText);
    ratesLegend_->setWordWrap(true);
    card->body()->addWidget(ratesLegend_);
    connect(ratesSource_, &QComboBox::currentIndexChanged, this, &AuditView::showRates);
    return card;
}

/// All columns at once would be too narrow to read.
void AuditView::showColumns()
{
    const bool latent = figures_->current() == 1;
    for (int column = AuditModel::accuracy; column < AuditModel::column_count; ++column)
        table_->setColumnHidden(column, column != AuditModel::leakage_latent && (column >= AuditModel::latent_accuracy) != latent);
}

Card *AuditView::buildFiguresCard()
{
    auto *card = new Card(tr("Utility, quality, leakage"));
    model_ = new AuditModel(this);
    table_ = new RowsView;
    table_->setObjectName(QStringLiteral("auditTable"));
    table_->setAccessibleName(tr("Utility, quality and leakage per source"));
    table_->setModel(model_);
    setUpFigureTable(table_, 1);
    table_->setSelectionBehavior(QAbstractItemView::SelectItems);
    table_->setMinimumWidth(466);
    card->body()->addWidget(table_);
    figures_ = new ChipGroup({tr("rows"), tr("latent")});
    figures_->setObjectName(QStringLiteral("auditFiguresChips"));
    figures_->setAccessibleName(tr("What is judged"));
    figures_->setToolTip(tr("The generated rows, or the latent space they are made from"));
    card->tools()->addWidget(figures_);
    connect(figures_, &ChipGroup::currentChanged, this, &AuditView::showColumns);
    showColumns();

    explanation_ = new QLabel;
    explanation_->setObjectName(QStringLiteral("auditExplanation"));
    explanation_->setProperty("look", "muted");
    explanation_->setWordWrap(true);
    explanation_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(explanation_);

    words_ = new QLabel;
    words_->setObjectName(QStringLiteral("inWords"));
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words_->setAccessibleName(tr("In words"));
    card->body()->addWidget(words_);

    report_ = new QPushButton(tr("Report…"));
    report_->setObjectName(QStringLiteral("reportButton"));
    report_->setToolTip(tr("Saves this audit as a page that can be read without Fairloom."));
    export_ = new QPushButton(tr("Export figures…"));
    export_->setObjectName(QStringLiteral("exportFiguresButton"));
    export_->setToolTip(tr("Saves every figure of this run as CSV, all sources, protocols and classifiers."));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space);
    buttons->addWidget(report_);
    buttons->addWidget(export_);
    buttons->addStretch(1);
    card->body()->addStretch(1);
    card->body()->addLayout(buttons);

    connect(table_, &QTableView::clicked, this, &AuditView::explain);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuditView::explain);
    connect(report_, &QPushButton::clicked, this, &AuditView::exportReport);
    connect(export_, &QPushButton::clicked, this, &AuditView::exportFigures);
    return card;
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
    setChoice(before);
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
    const QString chosen = ratesSource_->currentData().toString();
    {
        const QSignalBlocker quiet(ratesSource_);
        ratesSource_->clear();
        if (outcome_)
            for (const std::string &source : AuditFigures::sources(outcome_->result))
                ratesSource_->addItem(sourceIcon(toQString(source)), AuditFigures::sourceLabel(source), toQString(source));
        const int kept = ratesSource_->findData(chosen);
        // What somebody wants to know first is how the student's rows turned out, and it is the last in the list.
        ratesSource_->setCurrentIndex(kept >= 0 ? kept : ratesSource_->count() - 1);
    }
    QStringList warnings;
    if (outcome_)
        for (const Message &warning : outcome_->result.warnings) {
            QString sentence = translated(warning);
            if (!sentence.endsWith(QLatin1Char('.')))
                sentence += QLatin1Char('.');
            warnings << sentence;
        }
    warnings_->setWarnings(warnings, outcome_ && outcome_->result.teacher.collapsed);
    showFigures();
}

void AuditView::showFigures()
{
    const bool empty = !outcome_ || outcome_->result.sources.empty();
    protocol_->setEnabled(!empty);
    classifier_->setEnabled(!empty);
    ratesSource_->setVisible(!empty);
    if (empty) {
        for (Card *card : {dprCard_, eorCard_, ratesCard_, figuresCard_}) {
            card->setRemark({});
            card->setFinding({});
        }
        if (outcome_) {
            for (Card *card : {dprCard_, eorCard_, ratesCard_, figuresCard_})
                card->setEmpty(tr("This run was stopped before anything could be judged."));
        } else {
            promptForRun(dprCard_, session_, tr("How evenly a classifier selects the groups, for real and for generated rows."));
            promptForRun(eorCard_, session_, tr("How evenly a classifier errs for the groups, for real and for generated rows."));
            promptForRun(ratesCard_, session_, tr("Selection rate, true and false positive rates and precision of every group."));
            promptForRun(figuresCard_, session_, tr("Accuracy, closeness to the real rows, leakage of the group, and the result in words."));
        }
        model_->setResult(nullptr, choice());
        explainAgain();
        dpr_->setRows({});
        eor_->setRows({});
        rates_->setGroups({});
        return;
    }
    for (Card *card : {dprCard_, eorCard_, ratesCard_, figuresCard_})
        card->setFilled();
    for (int i = 0; i < ratesSource_->count(); ++i)
        ratesSource_->setItemIcon(i, sourceIcon(ratesSource_->itemData(i).toString())); // in the theme's colours

    const RunResult &result = outcome_->result;
    const AuditChoice chosen = choice();
    showRatio(dprCard_, dpr_, &Fairness::dpr,
              tr("Selection rate of the least selected group divided by that of the most selected one; 1 is equal."));
    showRatio(eorCard_, eor_, &Fairness::eor,
              tr("Lowest divided by highest true-positive rate, and the same for false positives; the smaller of the two; 1 is equal."));
    showRates();

    model_->setResult(std::shared_ptr<const RunResult>(outcome_, &result), chosen);
    fitHeight(table_);
    explainAgain();
    const ClassifierResult *judged = AuditFigures::classifier(result, "student", chosen);
    if (!judged)
        judged = AuditFigures::classifier(result, "real", chosen);
    figuresCard_->setRemark(judged ? tr("majority class %1").arg(number(judged->utility.majority_accuracy)) : QString());
    words_->setText(tr("<b>In words.</b> %1").arg(AuditWords::inWords(result, chosen).toHtmlEscaped()));
}

void AuditView::showRatio(Card *card, IntervalPlot *plot, Metric Fairness::*ratio, const QString &meaning)
{
    const RunResult &result = outcome_->result;
    const AuditChoice chosen = choice();
    std::vector<IntervalPlot::Row> rows;
    for (const std::string &source : AuditFigures::sources(result)) {
        IntervalPlot::Row row;
        row.source = toQString(source);
        row.label = AuditFigures::sourceLabel(source);
        if (const ClassifierResult *judged = AuditFigures::classifier(result, source, chosen)) {
            row.metric = judged->fairness.*ratio;
            row.toolTip = tr("%1: %2. %3 %4 Scored on %5 rows.")
                              .arg(row.label, AuditFigures::text(*row.metric), AuditFigures::detail(*row.metric), meaning,
                                   AuditFigures::count(AuditFigures::scoredRows(judged->fairness)));
        } else {
            row.toolTip = tr("%1 was not judged with this protocol and classifier in this run.").arg(row.label);
        }
        rows.push_back(std::move(row));
    }
    plot->setRows(std::move(rows));
    card->setRemark(AuditWords::intervalRemark(result, chosen, ratio));
    card->setFinding(AuditWords::ratioFinding(result, chosen, ratio));
}

void AuditView::showRates()
{
    if (!outcome_)
        return;
    const std::string source = ratesSource_->currentData().toString().toStdString();
    const ClassifierResult *judged = AuditFigures::classifier(outcome_->result, source, choice());
    if (!judged) {
        rates_->setGroups({});
        ratesLegend_->clear();
        ratesCard_->setEmpty(tr("The %1 was not judged with this protocol and classifier in this run.").arg(AuditFigures::sourceLabel(source)));
        return;
    }
    ratesCard_->setFilled();
    rates_->setGroups(judged->fairness.groups);
    ratesLegend_->setText(rates_->legendText());
}

void AuditView::explain(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    explainedSource_ = index.data(AuditModel::sourceRole).toString();
    explainedColumn_ = index.column();
    explanation_->setText(model_->explanation(index));
}

void AuditView::explainAgain()
{
    // the rows may be others now, and the same row another source
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex index = model_->index(row, explainedColumn_);
        if (index.data(AuditModel::sourceRole).toString() != explainedSource_)
            continue;
        table_->setCurrentIndex(index);
        explain(index);
        return;
    }
    explanation_->setText(tr("Choose a number to read what it means, how it was computed and from how many rows."));
}

void AuditView::exportReport()
{
    if (shownRun_ < 0 || !outcome_)
        return;
    const QString file = QFileDialog::getSaveFileName(this, tr("Save report"), toQString(outcome_->result.name) + QStringLiteral(".html"),
                                                      tr("Web pages (*.html)"));
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
