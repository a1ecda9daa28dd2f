#pragma once

#include "ui/models/audit_figures.h"
#include "ui/workers/audit_anew.h"
#include "ui/workers/session.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace fairloom::ui {

class AuditCard;
class ChipGroup;
class DifferencesCard;
class ExplanationStrip;
class FiguresCard;
class GroupsCard;
class InfluenceCard;
class PolicyCard;
class RatesCard;
class RatioCard;
class ThresholdBar;
class ViewScroll;
class WarningList;

/// Who is treated how by a classifier that learned from the real rows, the controls', the teacher's and the student's: both ratios,
/// the groups, utility, quality, privacy and what decisions lean on, at any threshold and against any group, and what they say in words.
class AuditView final : public QWidget {
    Q_OBJECT
    /// What is kept with a project: "tstr xgboost".
    Q_PROPERTY(QString viewState READ viewState WRITE setViewState)
public:
    explicit AuditView(Session &session, QWidget *parent = nullptr);

    /// Shows a run's figures; null shows what will be here.
    void showOutcome(std::shared_ptr<const RunOutcome> outcome);
    void setChoice(const AuditChoice &choice);
    AuditChoice choice() const;
    bool isComputing() const { return anew_->isComputing(); } ///< intervals on other terms
    QString viewState() const;
    void setViewState(const QString &state); ///< as soon as there is a run that was judged so

signals:
    void manualRequested(const QString &place); ///< "fairness#dpr"

private:
    QHBoxLayout *buildChips();
    void buildCards();
    void addButtons();
    void layOut();
    void connectAll();
    void showCurrentRun();
    void offerChoices();
    void choiceChanged();
    void judge();
    void showFigures();
    void showNothing();
    void explainChosen();
    void exportReport();
    void exportFigures();

    Session &session_;
    std::shared_ptr<const RunOutcome> outcome_;
    int shownRun_ = -1;
    AuditAnew *anew_;

    ChipGroup *protocol_, *classifier_;
    std::vector<std::string> protocols_, classifiers_; ///< of the chips
    std::optional<AuditChoice> wished_;                ///< that no run could give yet
    ThresholdBar *terms_;
    WarningList *warnings_;
    RatioCard *dpr_, *eor_;
    RatesCard *rates_;
    FiguresCard *figures_;
    GroupsCard *groups_;
    DifferencesCard *differences_;
    InfluenceCard *influence_;
    PolicyCard *policy_;
    std::vector<AuditCard *> cards_;      ///< all but the policy's
    AuditCard *explaining_ = nullptr;     ///< whose number was chosen last
    ExplanationStrip *strip_;
    ViewScroll *scroll_;
    QLabel *run_;
    QPushButton *report_, *export_;
};

} // namespace fairloom::ui
