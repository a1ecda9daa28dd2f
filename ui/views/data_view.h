#pragma once

#include "ui/workers/async_value.h"
#include "ui/workers/data_overview.h"
#include "ui/workers/session.h"

#include <QWidget>

#include <memory>
#include <optional>

class QStackedWidget;

namespace fairloom::ui {

class BarChart;
class Card;
class ChipGroup;
class ColumnsModel;
class GroupLegend;
class Plot;
class RowsView;
class TableModel;

/// The open data: columns and rows, the chosen column's distribution per group, how often each group has the favourable
/// label, and which columns give the group away. Without a task it shows columns, rows and overall distributions.
class DataView final : public QWidget {
    Q_OBJECT
public:
    explicit DataView(Session &session, QWidget *parent = nullptr);
    ~DataView() override;

    void chooseColumn(std::size_t column);
    /// True while something of what is shown is still being computed.
    bool isComputing() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildTables();
    Card *buildDistribution();
    Card *buildBaseRates();
    Card *buildProxies();

    void showDataset();
    void showProblem();
    void showSketches(std::vector<ColumnSketch> &sketches);
    void showOverview(GroupOverview &overview);
    void showBaseRates();
    void showProxies();
    void showColumn(const ColumnByGroup &column);
    void showCategories(const ColumnByGroup &column);
    void showNumbers(const ColumnByGroup &column);
    void startColumn();
    void showByItself(std::size_t column);
    void fitColumnList();
    void showTab(int tab);
    void updateEmptyStates();
    void saveRows();

    QString sensitiveName() const;
    QStringList groupNames() const; ///< of the problem; empty without one
    QString columnName(std::size_t column) const;

    Session &session_;
    std::shared_ptr<const Dataset> data_;
    std::shared_ptr<const Problem> problem_;
    std::optional<GroupOverview> overview_;
    std::size_t column_ = 0;
    bool chosen_ = false; ///< the column, by the user

    ChipGroup *tabs_ = nullptr;
    QStackedWidget *tables_ = nullptr, *pictures_ = nullptr;
    RowsView *columns_ = nullptr, *rows_ = nullptr;
    ColumnsModel *columnsModel_ = nullptr;
    TableModel *rowsModel_ = nullptr;
    Card *tablesCard_ = nullptr, *distributionCard_ = nullptr, *baseRateCard_ = nullptr, *proxyCard_ = nullptr;
    BarChart *categories_ = nullptr, *baseRates_ = nullptr, *proxies_ = nullptr;
    Plot *numbers_ = nullptr;
    GroupLegend *legend_ = nullptr;

    // last, so that the threads end before anything they report to
    AsyncValue<std::vector<ColumnSketch>> sketches_;
    AsyncValue<GroupOverview> overviews_;
    AsyncValue<ColumnByGroup> distributions_;
    AsyncValue<QString> saving_;
};

} // namespace fairloom::ui
