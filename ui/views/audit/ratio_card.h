#pragma once

#include "ui/views/audit/audit_card.h"

namespace fairloom::ui {

class IntervalPlot;

/// One ratio of every source with its interval and the 80 % line; of several seeds the mean, and each seed as a dot.
class RatioCard final : public AuditCard {
    Q_OBJECT
public:
    struct Subject {
        QString title, axis, plotName;
        std::string key;           ///< "dpr"
        Metric Fairness::*ratio;
    };
    explicit RatioCard(Subject subject, QWidget *parent = nullptr);

    void showResult(const AuditShown &shown) override;
    void clear() override;
    QString explanation() const override;
    QString manualPlace() const override { return QStringLiteral("fairness#") + QString::fromStdString(subject_.key); }

private:
    QString aboutSource(const std::string &source) const;

    Subject subject_;
    AuditShown shown_;
    IntervalPlot *plot_;
    std::string explained_; ///< source
};

} // namespace fairloom::ui
