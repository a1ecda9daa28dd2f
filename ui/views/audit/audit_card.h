#pragma once

#include "ui/models/audit_figures.h"

#include <QWidget>

#include <memory>

namespace fairloom::ui {

class Card;

/// What the cards of the audit are about.
struct AuditShown {
    std::shared_ptr<const RunResult> result; ///< as judged on the chosen terms; never null
    AuditChoice choice;
    bool runsOwn = true;                     ///< the terms are the run's own
};

/// One card of the audit. A number that is clicked or reached by keyboard is explained at the foot of the view.
class AuditCard : public QWidget {
    Q_OBJECT
public:
    explicit AuditCard(const QString &title, QWidget *parent = nullptr);
    Card *card() const { return card_; }

    virtual void showResult(const AuditShown &shown) = 0;
    virtual void clear() = 0;
    /// Of the number that was chosen last, as it is now; empty if it is not there any more.
    virtual QString explanation() const = 0;
    /// Where the manual is about it: "fairness#dpr".
    virtual QString manualPlace() const { return QStringLiteral("fairness"); }

signals:
    void explanationChosen(); ///< explanation() is to be shown

private:
    Card *card_;
};

} // namespace fairloom::ui
