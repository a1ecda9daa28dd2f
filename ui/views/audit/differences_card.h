#pragma once

#include "ui/views/audit/audit_card.h"

namespace fairloom::ui {

class DifferencesModel;
class RowsView;

/// Whether sources differ: every figure of one less that of another, with interval and p-values.
class DifferencesCard final : public AuditCard {
    Q_OBJECT
public:
    explicit DifferencesCard(QWidget *parent = nullptr);

    void showResult(const AuditShown &shown) override;
    void setWaiting(); ///< while differences on other terms are being worked out
    void clear() override;
    QString explanation() const override;
    QString manualPlace() const override { return QStringLiteral("uncertainty#paired"); }

private:
    DifferencesModel *model_;
    RowsView *table_;
    std::string first_, second_, figure_; ///< of what is explained
    int column_ = 0;
};

} // namespace fairloom::ui
