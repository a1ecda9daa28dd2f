#pragma once

#include "ui/models/audit_figures.h"
#include "ui/workers/session.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace fairloom::ui {

class AuditModel;
class Card;
class ChipGroup;
class IntervalPlot;
class RatesPlot;
class WarningList;

/// Who is treated how by a classifier that learned from the real rows, the controls', the teacher's and the student's:
/// both ratios, the rates per group, utility, quality and leakage, and what they say in words.
class AuditView final : public QWidget {
    Q_OBJECT
public:
    explicit AuditView(Session &session, QWidget *parent = nullptr);

    /// Shows a run's figures; null shows what will be here.
    void showOutcome(std::shared_ptr<const RunOutcome> outcome);
    void setChoice(const AuditChoice &choice);
    AuditChoice choice() const;

private:
    Card *buildRatioCard(const QString &title, IntervalPlot *plot, const QString &name, const QString &axis);
    Card *buildRatesCard();
    void showColumns();
    Card *buildFiguresCard();
    void showCurrentRun();
    void offerChoices();
    void showFigures();
    void showRatio(Card *card, IntervalPlot *plot, Metric Fairness::*ratio, const QString &meaning);
    void showRates();
    void explain(const QModelIndex &index);
    void explainAgain(); ///< the same figure after the table changed
    void exportReport();
    void exportFigures();

    Session &session_;
    std::shared_ptr<const RunOutcome> outcome_;
    int shownRun_ = -1;

    ChipGroup *protocol_, *classifier_;
    std::vector<std::string> protocols_, classifiers_; ///< of the chips
    WarningList *warnings_;
    Card *dprCard_, *eorCard_, *ratesCard_, *figuresCard_;
    IntervalPlot *dpr_, *eor_;
    RatesPlot *rates_;
    QComboBox *ratesSource_;
    QLabel *run_, *ratesLegend_, *explanation_, *words_;
    QString explainedSource_; ///< empty: none was chosen
    int explainedColumn_ = 0;
    QTableView *table_;
    AuditModel *model_;
    ChipGroup *figures_; ///< rows or latent
    QPushButton *report_, *export_;
};

} // namespace fairloom::ui
