#pragma once

#include "ui/views/audit/audit_card.h"

class QComboBox;

namespace fairloom::ui {

class ChipGroup;
class GroupsModel;
class RowsView;

/// The table of groups: counts, rates and how they stand against the reference group, of all sensitive columns together or of one.
class GroupsCard final : public AuditCard {
    Q_OBJECT
public:
    /// `sourceBox`: the rates card's, whose choice this card shares.
    explicit GroupsCard(QComboBox *sourceBox, QWidget *parent = nullptr);

    void showResult(const AuditShown &shown) override;
    void clear() override;
    QString explanation() const override;

private:
    void offerColumns();
    void showGroups();
    void showPart();
    void explain(const QModelIndex &index);
    QString finding() const;

    AuditShown shown_;
    QComboBox *shared_, *source_; ///< the rates card's, and this one's that follows it
    ChipGroup *columns_, *part_;
    std::vector<std::string> columnNames_; ///< of the chips; empty = all together
    GroupsModel *model_;
    RowsView *table_;
    std::string explainedGroup_;
    int explainedColumn_ = -1;
};

} // namespace fairloom::ui
