#pragma once

#include "ui/views/audit/audit_card.h"

#include <utility>

class QComboBox;
class QLabel;

namespace fairloom::ui {

class RatesPlot;

/// The four rates of every group as bars, of one source that can be chosen.
class RatesCard final : public AuditCard {
    Q_OBJECT
public:
    explicit RatesCard(QWidget *parent = nullptr);

    /// Sources to choose from; the choice stays where it can.
    void setSources(const std::vector<std::string> &sources);
    QComboBox *sourceBox() const { return source_; } ///< shared with the table of groups

    void showResult(const AuditShown &shown) override;
    void clear() override;
    QString explanation() const override;

private:
    void showSource();

    AuditShown shown_;
    QComboBox *source_;
    RatesPlot *plot_;
    QLabel *legend_;
    std::pair<int, int> explained_{-1, -1}; ///< rate and group
};

} // namespace fairloom::ui
