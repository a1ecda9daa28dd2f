#pragma once

#include "core/data/problem.h"
#include "ui/workers/async_value.h"
#include "ui/workers/sample_comparison.h"
#include "ui/workers/session.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;

namespace fairloom::ui {

class Card;
class DistributionPlot;
class HeatMap;
class RowsView;
class TableModel;

/// Real and generated rows side by side, the chosen column's two distributions per group, and how columns go together in
/// both. Everything that needs a pass over the rows is computed on worker threads.
class SamplesView final : public QWidget {
    Q_OBJECT
public:
    explicit SamplesView(Session &session, QWidget *parent = nullptr);
    ~SamplesView() override;

    /// Shows a run's rows; null shows the real rows of the session, if there are any, and what will be here.
    void showOutcome(std::shared_ptr<const RunOutcome> outcome);
    void chooseColumn(const QString &name);
    /// True while a worker still computes something for the present run and column.
    bool isComputing() const;

signals:
    void distributionShown();
    void associationShown();

private:
    Card *buildTableCard(const QString &title, const QString &name, RowsView *&table, TableModel *&model);
    Card *buildDistributionCard();
    Card *buildAssociationCard();
    void showCurrentRun();
    void updateRunLine();
    void showTables();
    void fillColumns();
    void startWork();
    void startDistribution();
    void showDistribution(const DistributionComparison &comparison);
    void showAssociation(const AssociationComparison &comparison);
    void updateLegend();

    Session &session_;
    std::shared_ptr<const RunOutcome> outcome_;
    std::shared_ptr<const Problem> problem_;
    std::shared_ptr<const Table> generated_;
    std::shared_ptr<const std::vector<std::int32_t>> generatedGroup_; ///< null until worked out
    bool byStudent_ = true;
    int shownRun_ = -1;

    Card *realCard_, *generatedCard_, *distributionCard_, *associationCard_;
    RowsView *realTable_ = nullptr, *generatedTable_ = nullptr;
    TableModel *realModel_ = nullptr, *generatedModel_ = nullptr;
    QPushButton *export_;
    QComboBox *column_;
    QLabel *run_, *legend_;
    DistributionPlot *distribution_;
    HeatMap *real_, *synthetic_, *difference_;

    // Last, so that the threads end before anything they report to.
    AsyncValue<std::vector<std::int32_t>> groups_;
    AsyncValue<DistributionComparison> distributions_;
    AsyncValue<AssociationComparison> associations_;
};

} // namespace fairloom::ui
