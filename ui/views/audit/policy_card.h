#pragma once

#include "core/study/policy.h"
#include "ui/views/audit/audit_card.h"

#include <optional>

class QLabel;
class QPushButton;
class QStandardItemModel;

namespace fairloom::ui {

class RowsView;

/// Limits out of a file, held against the shown run: a verdict on a button and each limit with why it is met or not. The last file is
/// remembered. Hidden until there is one.
class PolicyCard final : public AuditCard {
    Q_OBJECT
public:
    explicit PolicyCard(QWidget *parent = nullptr);

    /// "Policy limits…", then "Policy limits: 3 of 4 met"; belongs where the view wants it.
    QPushButton *button() const { return button_; }
    /// Reads limits and remembers the file; what is wrong with it is said in the card.
    void openFile(const QString &file);
    void forget();

    void showResult(const AuditShown &shown) override;
    /// Limits are held against the run as it was judged, whatever terms are tried.
    void setRun(std::shared_ptr<const RunResult> run);
    void clear() override;
    QString explanation() const override;

signals:
    void lookedFor(); ///< somebody wants to see the card

private:
    bool read(const QString &file);
    void choose();
    void check();
    void showOutcomes(const PolicyResult &policy);

    std::shared_ptr<const RunResult> run_;
    bool otherTerms_ = false;
    QString file_;
    std::optional<Policy> policy_;
    QPushButton *button_, *choose_, *forget_;
    QLabel *error_;
    RowsView *table_;
    QStandardItemModel *model_;
};

} // namespace fairloom::ui
