#include "ui/views/compare/tables_card.h"

#include "ui/models/audit_figures.h"
#include "ui/models/compare_groups_model.h"
#include "ui/models/compare_model.h"
#include "ui/models/compare_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/rows_view.h"

#include <QComboBox>
#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr int widest_name = 260, widest_figure = 140, narrowest_against = 200;
constexpr int icon_width = 30, cell_margins = 17;

/// Figures stand closer than the words of other tables, so that most columns are in sight on a small screen.
void setUpTable(RowsView *table)
{
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 2px; } QHeaderView::section { padding: 4px 3px; font-size: 11px; }"));
    table->setMinimumHeight(132);
    table->setIconSize(QSize(14, 14));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
}

} // namespace

TablesCard::TablesCard(CompareRuns &runs, QWidget *parent) : QWidget(parent), runs_(runs), card_(new Card(tr("Runs")))
{
    which_ = new ChipGroup({tr("Means over seeds"), tr("All runs")});
    which_->setObjectName(QStringLiteral("compareTables"));
    which_->setAccessibleName(tr("Which table is shown"));
    reference_ = new QComboBox;
    reference_->setObjectName(QStringLiteral("compareReference"));
    reference_->setAccessibleName(tr("What others are held against"));
    reference_->setToolTip(tr("Differences are those of runs with the same seed, from this one: mean, 95 % interval over seeds by Student's t."));
    reference_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    reference_->setMinimumContentsLength(14);
    referenceLabel_ = new QLabel(tr("against"));
    referenceLabel_->setProperty("look", "muted");
    referenceLabel_->setBuddy(reference_);
    card_->tools()->addWidget(referenceLabel_);
    card_->tools()->addWidget(reference_);
    card_->tools()->addWidget(which_);
    pages_ = new QStackedWidget;
    card_->body()->addWidget(pages_, 1);
    buildGroups();
    buildRuns();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);

    connect(which_, &ChipGroup::currentChanged, this, [this](int page) {
        pageChosen_ = true;
        pages_->setCurrentIndex(page);
        showHead();
    });
    connect(reference_, &QComboBox::activated, this, [this](int index) { runs_.setReference(std::size_t(reference_->itemData(index).toULongLong())); });
    connect(&runs_, &CompareRuns::reset, this, &TablesCard::refresh);
    connect(&runs_, &CompareRuns::selectionChanged, this, &TablesCard::listSelected);
    connect(&runs_, &CompareRuns::currentChanged, this, &TablesCard::markCurrent);
    connect(&runs_, &CompareRuns::referenceChanged, this, [this] {
        groupsModel_->refreshReference();
        offerReferences();
        layOutGroups();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { // markers hold colours
        groupsModel_->refresh();
        model_->refresh();
    });
}

void TablesCard::buildGroups()
{
    groupsModel_ = new CompareGroupsModel(runs_, this);
    groups_ = new RowsView;
    groups_->setObjectName(QStringLiteral("compareGroups"));
    groups_->setAccessibleName(tr("Runs that differ in their seed alone, with means and differences"));
    groups_->setModel(groupsModel_);
    setUpTable(groups_);
    groups_->setFont(Theme::instance().small()); // differences with their intervals want room
    groups_->setSelectionMode(QAbstractItemView::SingleSelection);
    groups_->horizontalHeader()->setStretchLastSection(true);
    groups_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(groups_, &QWidget::customContextMenuRequested, this, &TablesCard::groupMenu);
    pages_->addWidget(groups_);
    connect(groups_, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { selectGroup(std::size_t(index.row())); });
}

void TablesCard::buildRuns()
{
    model_ = new CompareModel(runs_, this);
    list_ = new RowsView;
    list_->setObjectName(QStringLiteral("compareTable"));
    list_->setAccessibleName(tr("Runs with their settings and results"));
    list_->setModel(model_);
    setUpTable(list_);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as they come, newest first
    list_->horizontalHeader()->setSortIndicatorClearable(true);
    list_->setSortingEnabled(true);
    list_->viewport()->installEventFilter(this);
    pages_->addWidget(list_);
    // the selection model stays: the table's model is never another one
    connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TablesCard::selectFromList);
    connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, [this] { filling_ = true; });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        filling_ = false;
        markCurrent();
    });
}

// --- what is shown

void TablesCard::refresh()
{
    if (runs_.runs().empty()) {
        model_->refresh();
        groupsModel_->refresh();
        card_->setTitle(tr("Runs"));
        card_->setRemark({});
        for (QWidget *tool : {static_cast<QWidget *>(which_), static_cast<QWidget *>(reference_), static_cast<QWidget *>(referenceLabel_)})
            tool->hide();
        emit emptied();
        return;
    }
    card_->setFilled();
    which_->show();
    groupsModel_->refresh();
    model_->refresh();
    groups_->setColumnHidden(CompareGroupsModel::data_set, !runs_.onSeveralData());
    const auto unused = [this](auto has) { return std::none_of(runs_.runs().begin(), runs_.runs().end(), has); };
    list_->setColumnHidden(CompareModel::study, unused([](const ComparedRun &run) { return !run.record->study.empty(); }));
    list_->setColumnHidden(CompareModel::tags, unused([](const ComparedRun &run) { return !run.record->tags.empty(); }));
    list_->setColumnHidden(CompareModel::data_set, !runs_.onSeveralData());
    if (nameWidth_ == 0 && model_->rowCount() > 0) {
        // Once: widths that change under the reader's eyes are worse than a name that is cut.
        list_->fitColumns(widest_name);
        nameWidth_ = std::min(list_->columnWidth(CompareModel::name) + icon_width, widest_name);
        list_->setColumnWidth(CompareModel::name, nameWidth_);
    }
    fillWidth();
    layOutGroups();
    offerReferences();
    if (!pageChosen_) {
        const bool repeated = std::any_of(runs_.groups().begin(), runs_.groups().end(), [](const SeedGroup &group) { return group.seeds() > 1; });
        const QSignalBlocker quiet(which_);
        which_->setCurrent(repeated ? groups_page : runs_page);
        pages_->setCurrentIndex(which_->current());
    }
    showHead();
}

bool TablesCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == list_->viewport() && event->type() == QEvent::Resize)
        fillWidth();
    return QWidget::eventFilter(watched, event);
}

void TablesCard::fillWidth()
{
    int others = 0;
    for (int column = 0; column < CompareModel::column_count; ++column)
        if (column != CompareModel::name && !list_->isColumnHidden(column))
            others += list_->columnWidth(column);
    list_->setColumnWidth(CompareModel::name, std::max(nameWidth_, list_->viewport()->width() - others));
}

void TablesCard::layOutGroups()
{
    const QFontMetrics metrics(Theme::instance().small());
    for (int column = 0; column < CompareGroupsModel::against; ++column) {
        int width = metrics.horizontalAdvance(groupsModel_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < std::min(groupsModel_->rowCount(), 30); ++row)
            width = std::max(width, metrics.horizontalAdvance(groupsModel_->index(row, column).data().toString())
                                        + (column == CompareGroupsModel::name ? icon_width : 0));
        groups_->setColumnWidth(column, std::clamp(width + cell_margins, 44, column <= CompareGroupsModel::data_set ? widest_name : widest_figure));
    }
    groups_->setColumnWidth(CompareGroupsModel::against, narrowest_against);
}

void TablesCard::showHead()
{
    const bool groups = which_->current() == groups_page;
    card_->setTitle(groups ? CompareWords::question(runs_) : tr("Runs"));
    reference_->setVisible(groups && runs_.groups().size() > 1);
    referenceLabel_->setVisible(reference_->isVisibleTo(this));
    const ComparisonChoice &choice = runs_.choice();
    card_->setRemark(QStringLiteral("%1 · %2 · %3").arg(groups ? tr("mean ± standard deviation over seeds") : tr("generated rows"),
                                                        AuditFigures::protocolChip(choice.protocol), AuditFigures::classifierLabel(choice.classifier)));
}

void TablesCard::offerReferences()
{
    const QSignalBlocker quiet(reference_);
    reference_->clear();
    const bool several = runs_.onSeveralData();
    for (std::size_t g = 0; g < runs_.groups().size(); ++g) {
        QString name = CompareFigures::groupName(runs_.groupNames()[g]);
        if (several)
            name += QStringLiteral(" · ") + CompareFigures::data(runs_.recordOfGroup(g));
        reference_->addItem(name, qulonglong(g));
    }
    reference_->setCurrentIndex(runs_.reference() < runs_.groups().size() ? int(runs_.reference()) : -1);
}

void TablesCard::showPage(Page page)
{
    which_->setCurrent(page);
}

TablesCard::Page TablesCard::page() const
{
    return Page(which_->current());
}

// --- selection

void TablesCard::listSelected()
{
    groupsModel_->refreshSelection();
    if (runs_.selectionOrigin() == CompareRuns::Origin::plot)
        model_->refresh();
}

void TablesCard::markCurrent()
{
    const int row = model_->rowOfRun(runs_.current());
    if (row < 0)
        return;
    const QScopedValueRollback<bool> quiet(filling_, true);
    const QModelIndex index = model_->index(row, 0);
    const bool several = list_->selectionModel()->selectedRows().size() > 1;
    list_->selectionModel()->setCurrentIndex(index, several ? QItemSelectionModel::NoUpdate
                                                            : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    list_->scrollTo(index);
}

void TablesCard::selectFromList()
{
    if (filling_)
        return;
    const QModelIndexList rows = list_->selectionModel()->selectedRows();
    if (rows.size() == 1) {
        // One row is the run that all views show. What was selected together here before is not selected any more.
        if (runs_.hasSelection() && runs_.selectionOrigin() == CompareRuns::Origin::table)
            runs_.select({}, CompareRuns::Origin::table);
        emit runChosen(rows.front().data(CompareModel::idRole).toInt());
        return;
    }
    std::vector<std::size_t> runs;
    for (const QModelIndex &row : rows)
        runs.push_back(model_->runOfRow(row.row()));
    if (runs.size() > 1)
        runs_.select(std::move(runs), CompareRuns::Origin::table);
}

void TablesCard::selectGroup(std::size_t group)
{
    if (group < runs_.groups().size())
        runs_.select(runs_.groups()[group].rows, CompareRuns::Origin::plot);
}

void TablesCard::groupMenu(const QPoint &at)
{
    const QModelIndex index = groups_->indexAt(at);
    if (!index.isValid())
        return;
    const std::size_t group = std::size_t(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Hold others against this"), this, [this, group] { runs_.setReference(group); })->setEnabled(group != runs_.reference());
    menu->addAction(tr("Select its runs"), this, [this, group] { selectGroup(group); });
    menu->addSeparator();
    menu->addAction(tr("Copy rows"), this, [this] { QGuiApplication::clipboard()->setText(groups_->selectionAsText()); });
    menu->popup(groups_->viewport()->mapToGlobal(at));
}

} // namespace fairloom::ui
