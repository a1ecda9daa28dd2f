#pragma once

#include "ui/views/samples/samples_page.h"
#include "ui/workers/async_value.h"
#include "ui/workers/sample_comparison.h"
#include "ui/workers/session.h"

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

/// Samples of a table: real and generated rows side by side, the chosen column's two distributions per group, and how columns go together
/// in both. Everything that needs a pass over the rows is computed on worker threads.
class TableSamples final : public SamplesPage {
    Q_OBJECT
public:
    explicit TableSamples(Session &session, QWidget *parent = nullptr);
    ~TableSamples() override;

    void showSamples(const ShownSamples &samples) override;
    void chooseColumn(const QString &name);
    bool isComputing() const override;

signals:
    void distributionShown();
    void associationShown();

private:
    Card *buildTableCard(const QString &title, const QString &name, RowsView *&table, TableModel *&model);
    Card *buildDistributionCard();
    Card *buildAssociationCard();
    void showTables();
    void fillColumns();
    void startWork();
    void startDistribution();
    void showDistribution(const DistributionComparison &comparison);
    void showAssociation(const AssociationComparison &comparison);
    void updateLegend();

    Session &session_;
    ShownSamples shown_;
    std::shared_ptr<const std::vector<std::int32_t>> generatedGroup_; ///< null until worked out

    Card *realCard_, *generatedCard_, *distributionCard_, *associationCard_;
    RowsView *realTable_ = nullptr, *generatedTable_ = nullptr;
    TableModel *realModel_ = nullptr, *generatedModel_ = nullptr;
    QPushButton *export_;
    QComboBox *column_;
    QLabel *legend_;
    DistributionPlot *distribution_;
    HeatMap *real_, *synthetic_, *difference_;

    // Last, so that the threads end before anything they report to.
    AsyncValue<std::vector<std::int32_t>> groups_;
    AsyncValue<DistributionComparison> distributions_;
    AsyncValue<AssociationComparison> associations_;
};

} // namespace fairloom::ui
