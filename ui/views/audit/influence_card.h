#pragma once

#include "ui/views/audit/audit_card.h"

#include <vector>

namespace fairloom::ui {

class BarChart;

/// What the classifiers lean on: the share of influence of every column, for real and for generated rows beside each other, and
/// how many decisions hang on the group alone.
class InfluenceCard final : public AuditCard {
    Q_OBJECT
public:
    explicit InfluenceCard(QWidget *parent = nullptr);

    void showResult(const AuditShown &shown) override;
    void clear() override;
    QString explanation() const override;

private:
    QString finding() const;
    QString about(const std::string &source, const ColumnInfluence &influence) const;
    QString groupsInWords(const std::string &source) const;
    const ColumnInfluence *influence(const std::string &source, const std::string &column) const;

    AuditShown shown_;
    BarChart *chart_;
    std::vector<std::string> sources_, columns_; ///< series and categories
    std::string explainedSource_, explainedColumn_;
};

} // namespace fairloom::ui
