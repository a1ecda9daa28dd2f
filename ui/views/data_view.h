#pragma once

#include "core/metrics/condition.h"
#include "ui/workers/async_value.h"
#include "ui/workers/data_overview.h"
#include "ui/workers/session.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace fairloom::ui {

class AccountLine;
class AssociationsCard;
class BarChart;
class Card;
class CausalCard;
class ChipGroup;
class ColumnsModel;
class GroupLegend;
class Plot;
class Presentation;
class RowsPanel;
class RowsView;
class SchemaEditor;
class SubgroupsCard;
class WarningList;

/// The open data: columns and rows and what of the file is not among them; beside them the chosen column's distribution per group, how
/// often each group has the favourable label, which columns give group or label away, who is worst off, or the editor of how the file
/// is read. Without a task it shows columns, rows and overall distributions.
class DataView final : public QWidget {
    Q_OBJECT
public:
    explicit DataView(Session &session, QWidget *parent = nullptr);
    ~DataView() override;

    enum Page { OverviewPage, AssociationsPage, SubgroupsPage, CausalPage }; ///< the last only of built-in samples

    void chooseColumn(std::size_t column);
    void showPage(Page page);
    Page page() const;
    void editSchema(bool edit = true);
    /// Only the rows that fulfil the conditions, found in the background.
    void showSubgroup(const std::vector<Condition> &conditions);
    /// True while something of what is shown is still being computed.
    bool isComputing() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTables();
    Card *buildDistribution();
    Card *buildBaseRates();
    Card *buildBalance();
    Card *buildProxies();
    QWidget *buildPages();
    QWidget *buildRowFilter();

    void showDataset();
    void showProblem();
    void showSketches(std::vector<ColumnSketch> &sketches);
    void showOverview(GroupOverview &overview);
    void showBaseRates();
    void showBalance();
    void showLeaks();
    void showRows(std::vector<std::size_t> &rows);
    void showAllRows();
    void present(const Table *table);
    void showProxies();
    void showColumn(const ColumnByGroup &column);
    void showCategories(const ColumnByGroup &column);
    void showNumbers(const ColumnByGroup &column);
    void startColumn();
    void showByItself(std::size_t column);
    void fitColumnList();
    void showTab(int tab);
    void updateEmptyStates();
    void offerPages();
    void saveRows();

    QString sensitiveName() const;
    QStringList groupNames() const; ///< of the problem; empty without one
    QString columnName(std::size_t column) const;

    Session &session_;
    std::shared_ptr<const Dataset> data_;
    std::shared_ptr<const Problem> problem_;
    std::optional<GroupOverview> overview_;
    std::size_t column_ = 0;
    std::string columnChosen_; ///< its name, to be found again after the file was read differently
    bool chosen_ = false;      ///< the column, by the user

    ChipGroup *tabs_ = nullptr;
    QStackedWidget *tables_ = nullptr, *pictures_ = nullptr;
    RowsView *columns_ = nullptr;
    ColumnsModel *columnsModel_ = nullptr;
    const Presentation *presentation_ = nullptr; ///< of the rows
    RowsPanel *rows_ = nullptr;
    QWidget *rowsPage_ = nullptr;
    Card *tablesCard_ = nullptr, *distributionCard_ = nullptr, *baseRateCard_ = nullptr, *balanceCard_ = nullptr, *proxyCard_ = nullptr;
    BarChart *categories_ = nullptr, *baseRates_ = nullptr, *balance_ = nullptr, *proxies_ = nullptr;
    Plot *numbers_ = nullptr;
    GroupLegend *legend_ = nullptr;
    AccountLine *account_ = nullptr;
    QPushButton *edit_ = nullptr;
    QWidget *rowFilter_ = nullptr;
    QLabel *rowFilterText_ = nullptr;
    WarningList *leaks_ = nullptr;
    ChipGroup *pageTabs_ = nullptr;
    QStackedWidget *right_ = nullptr, *pages_ = nullptr; ///< pictures or editor; overview, associations, subgroups
    AssociationsCard *associations_ = nullptr;
    SubgroupsCard *subgroups_ = nullptr;
    CausalCard *causal_ = nullptr;
    SchemaEditor *editor_ = nullptr;

    // last, so that the threads end before anything they report to
    AsyncValue<std::vector<ColumnSketch>> sketches_;
    AsyncValue<GroupOverview> overviews_;
    AsyncValue<ColumnByGroup> distributions_;
    AsyncValue<QString> saving_;
    AsyncValue<std::vector<std::size_t>> filtering_;
};

} // namespace fairloom::ui
