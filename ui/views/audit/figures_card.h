#pragma once

#include "ui/models/audit_model.h"
#include "ui/views/audit/audit_card.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace fairloom::ui {

class ChipGroup;

/// Utility, quality, leakage and privacy per source, and the result in words.
class FiguresCard final : public AuditCard {
    Q_OBJECT
public:
    explicit FiguresCard(QWidget *parent = nullptr);
    QHBoxLayout *buttons() const { return buttons_; } ///< under everything, for what can be done with the figures

    void showResult(const AuditShown &shown) override;
    void clear() override;
    QString explanation() const override;
    QString manualPlace() const override;

private:
    void showPart();
    void explain(const QModelIndex &index);

    QTableView *table_;
    AuditModel *model_;
    ChipGroup *part_;
    QPushButton *without_; ///< near-unique columns
    QLabel *caveat_, *words_;
    QHBoxLayout *buttons_;
    QString explainedSource_; ///< empty: none was chosen
    int explainedColumn_ = 0;
};

} // namespace fairloom::ui
