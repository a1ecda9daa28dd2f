#include "ui/views/data_view.h"

#include "core/data/csv_writer.h"
#include "core/data/sample_source.h"
#include "ui/models/columns_model.h"
#include "ui/models/subgroups_model.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/associations_card.h"
#include "ui/views/causal/causal_card.h"
#include "ui/views/presentation.h"
#include "ui/views/rows/rows_panel.h"
#include "ui/views/rows_export.h"
#include "ui/views/schema/schema_editor.h"
#include "ui/views/subgroups_card.h"
#include "ui/widgets/account_line.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/group_legend.h"
#include "ui/widgets/histogram_delegate.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/rows_view.h"
#include "ui/widgets/view_scroll.h"
#include "ui/widgets/warning_list.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fairloom::ui {

namespace {

constexpr int histogram_width = 72;

}

DataView::DataView(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), sketches_([this](std::vector<ColumnSketch> &sketches) { showSketches(sketches); }),
      overviews_([this](GroupOverview &overview) { showOverview(overview); },
                 [this](const QString &sentence) { baseRateCard_->setEmpty(sentence); }),
      distributions_([this](ColumnByGroup &column) { showColumn(column); },
                     [this](const QString &sentence) { distributionCard_->setEmpty(sentence); }),
      saving_([this](QString &file) { tablesCard_->setRemark(tr("Saved to %1").arg(file)); },
              [this](const QString &sentence) { QMessageBox::warning(this, tr("Not saved"), sentence); }),
      filtering_([this](std::vector<std::size_t> &rows) { showRows(rows); })
{
    setObjectName(QStringLiteral("dataView"));
    buildTables(); // first: Tab follows the order in which things are put into the view
    right_ = new QStackedWidget(this);
    right_->addWidget(buildPages());
    editor_ = new SchemaEditor(session_, right_);
    right_->addWidget(editor_);

    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::wide, Theme::wide, 0, Theme::wide);
    left->addWidget(tablesCard_);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::wide);
    layout->addLayout(left, 1);
    layout->addWidget(right_, 1);

    connect(editor_, &SchemaEditor::closeRequested, this, [this] { editSchema(false); });
    connect(associations_, &AssociationsCard::columnChosen, this, [this](std::size_t column) {
        showPage(OverviewPage);
        chooseColumn(column);
    });
    connect(subgroups_, &SubgroupsCard::subgroupChosen, this, &DataView::showSubgroup);
    connect(&session_, &Session::targetLeaksChanged, this, &DataView::showLeaks);
    connect(&session_, &Session::datasetChanged, this, &DataView::showDataset);
    connect(&session_, &Session::problemChanged, this, &DataView::showProblem);
    connect(&session_, &Session::taskChanged, this, [this] {
        columnsModel_->setTask(session_.task());
        fitColumnList(); // for longer names of roles
    });
    showDataset();
    showProblem();
    showLeaks();
}

DataView::~DataView() = default;

// --- building

void DataView::buildTables()
{
    tablesCard_ = new Card(tr("Columns"), this);
    tabs_ = new ChipGroup({tr("Columns"), tr("Rows")});
    tabs_->setObjectName(QStringLiteral("dataTabs"));
    tabs_->setAccessibleName(tr("Show columns or rows"));
    tablesCard_->tools()->addWidget(tabs_);
    edit_ = new QPushButton(tr("Edit columns…"));
    edit_->setObjectName(QStringLiteral("editSchemaButton"));
    edit_->setCheckable(true);
    edit_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    edit_->setProperty("look", "chip");
    tablesCard_->tools()->addWidget(edit_);
    account_ = new AccountLine;
    tablesCard_->body()->addWidget(account_);

    columnsModel_ = new ColumnsModel(this);
    tables_ = new QStackedWidget(tablesCard_->body()->parentWidget());
    columns_ = new RowsView(tables_);
    columns_->setObjectName(QStringLiteral("columnsView"));
    columns_->setAccessibleName(tr("Columns of the data"));
    columns_->setModel(columnsModel_);
    columns_->setSelectionBehavior(QAbstractItemView::SelectRows);
    columns_->setSelectionMode(QAbstractItemView::SingleSelection);
    columns_->verticalHeader()->hide();
    columns_->setItemDelegateForColumn(ColumnsModel::values, new HistogramDelegate(ColumnsModel::HistogramRole, columns_));
    columns_->horizontalHeader()->setStretchLastSection(true);
    columns_->horizontalHeader()->setMinimumSectionSize(44);

    rowsPage_ = new QWidget(tables_);
    auto *rowsLayout = new QVBoxLayout(rowsPage_);
    rowsLayout->setContentsMargins(0, 0, 0, 0);
    rowsLayout->setSpacing(Theme::gap);
    rowsLayout->addWidget(buildRowFilter());
    tables_->addWidget(columns_);
    tables_->addWidget(rowsPage_);
    tables_->setMinimumWidth(390);
    tablesCard_->body()->addWidget(tables_);
    present(nullptr);

    connect(tabs_, &ChipGroup::currentChanged, this, &DataView::showTab);
    connect(columns_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid() || std::size_t(index.row()) == column_)
            return;
        chosen_ = true;
        column_ = std::size_t(index.row());
        startColumn();
    });
    connect(columns_, &QAbstractItemView::doubleClicked, this, [this] { editSchema(); });
    connect(columns_, &RowsView::activated, this, [this] { editSchema(); });
    connect(edit_, &QPushButton::clicked, this, [this](bool checked) { editSchema(checked); });
}

/// The panel and its words for rows of that kind.
void DataView::present(const Table *table)
{
    const Presentation &presentation = Presentation::of(table);
    if (&presentation == presentation_)
        return;
    presentation_ = &presentation;
    delete std::exchange(rows_, nullptr);
    rows_ = presentation.makeRows();
    rowsPage_->layout()->addWidget(rows_);
    rows_->offerSaving();
    connect(rows_, &RowsPanel::saveRequested, this, &DataView::saveRows); // exact, and on another thread
    tabs_->setLabels({tr("Columns"), presentation.rowsTitle()});
    tabs_->setCurrent(presentation.rowsFirst() ? 1 : 0);
    showTab(tabs_->current());
}

Card *DataView::buildDistribution()
{
    distributionCard_ = new Card(tr("Distribution"));
    categories_ = new BarChart;
    categories_->setObjectName(QStringLiteral("distributionBars"));
    categories_->setValueName(tr("share"));
    numbers_ = new Plot;
    numbers_->setObjectName(QStringLiteral("distributionPlot"));
    numbers_->setMinimumHeight(150);
    pictures_ = new QStackedWidget;
    pictures_->addWidget(categories_);
    pictures_->addWidget(numbers_);
    legend_ = new GroupLegend;
    distributionCard_->body()->addWidget(pictures_, 1);
    distributionCard_->body()->addWidget(legend_);
    return distributionCard_;
}

Card *DataView::buildBaseRates()
{
    baseRateCard_ = new Card(tr("Favourable label by group"));
    baseRates_ = new BarChart;
    baseRates_->setObjectName(QStringLiteral("baseRatePlot"));
    baseRates_->setAccessibleName(tr("Favourable label by group"));
    baseRates_->setValueName(tr("share with the favourable label"));
    baseRateCard_->body()->addWidget(baseRates_, 1);
    return baseRateCard_;
}

Card *DataView::buildBalance()
{
    balanceCard_ = new Card(tr("Rows by group and label"));
    balance_ = new BarChart;
    balance_->setObjectName(QStringLiteral("balancePlot"));
    balance_->setAccessibleName(tr("Rows by group and label"));
    balance_->setValueName(tr("rows"));
    balance_->setLegend(true);
    balanceCard_->body()->addWidget(balance_, 1);
    return balanceCard_;
}

QWidget *DataView::buildPages()
{
    auto *page = new QWidget(right_);
    pageTabs_ = new ChipGroup({}, page);
    leaks_ = new WarningList(page);
    pages_ = new QStackedWidget(page);
    auto *scroll = new ViewScroll(pages_);
    scroll->content()->addWidget(buildDistribution(), 5);
    scroll->content()->addWidget(buildBaseRates(), 3);
    scroll->content()->addWidget(buildBalance(), 3);
    scroll->content()->addWidget(buildProxies(), 4);
    scroll->content()->setContentsMargins(0, 0, Theme::wide, Theme::wide);
    const auto framed = [this](QWidget *card) {
        auto *frame = new QWidget(pages_);
        auto *layout = new QVBoxLayout(frame);
        layout->setContentsMargins(0, 0, Theme::wide, Theme::wide);
        layout->addWidget(card);
        return frame;
    };
    associations_ = new AssociationsCard(session_);
    subgroups_ = new SubgroupsCard(session_);
    causal_ = new CausalCard(session_);
    pages_->addWidget(scroll);
    pages_->addWidget(framed(associations_));
    pages_->addWidget(framed(subgroups_));
    auto *causalScroll = new ViewScroll(pages_);
    causalScroll->content()->addWidget(causal_);
    causalScroll->content()->setContentsMargins(0, 0, Theme::wide, Theme::wide);
    pages_->addWidget(causalScroll);
    offerPages();
    pageTabs_->setObjectName(QStringLiteral("dataPages"));
    pageTabs_->setAccessibleName(tr("What is shown of the data"));
    connect(pageTabs_, &ChipGroup::currentChanged, pages_, &QStackedWidget::setCurrentIndex);
    connect(causal_, &CausalCard::modelChanged, this, &DataView::offerPages);
    leaks_->setObjectName(QStringLiteral("leakList"));

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, Theme::wide, 0, 0);
    layout->setSpacing(Theme::space);
    auto *warnings = new QVBoxLayout;
    warnings->setContentsMargins(0, 0, Theme::wide, 0);
    warnings->addWidget(leaks_);
    layout->addWidget(pageTabs_, 0, Qt::AlignLeft);
    layout->addLayout(warnings);
    layout->addWidget(pages_, 1);
    return page;
}

void DataView::offerPages()
{
    QStringList titles{tr("Overview"), tr("Associations"), tr("Subgroups")};
    if (causal_->hasModel())
        titles << tr("Causal model");
    const bool gone = pageTabs_->current() >= titles.size();
    pageTabs_->setLabels(titles);
    if (gone)
        pageTabs_->setCurrent(OverviewPage);
}

QWidget *DataView::buildRowFilter()
{
    rowFilter_ = new QWidget;
    rowFilterText_ = new ElidedLabel;
    rowFilterText_->setObjectName(QStringLiteral("rowFilterText"));
    auto *all = new QPushButton(tr("Show all rows"));
    all->setObjectName(QStringLiteral("showAllRowsButton"));
    all->setProperty("look", "link");
    all->setCursor(Qt::PointingHandCursor);
    connect(all, &QPushButton::clicked, this, &DataView::showAllRows);
    auto *layout = new QHBoxLayout(rowFilter_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(rowFilterText_, 1);
    layout->addWidget(all);
    rowFilter_->hide();
    return rowFilter_;
}

Card *DataView::buildProxies()
{
    proxyCard_ = new Card(tr("What gives the group away"));
    proxies_ = new BarChart;
    proxies_->setObjectName(QStringLiteral("proxyPlot"));
    proxies_->setAccessibleName(tr("What gives the group away"));
    proxies_->setValueName(tr("Cramér’s V"));
    proxies_->setNamesInGrid(true);
    proxies_->setMaximumThickness(9);
    proxies_->setRange(0, 1);
    proxyCard_->body()->addWidget(proxies_, 1);
    connect(proxies_, &BarChart::barActivated, this, [this](int category, int) {
        if (overview_ && category < int(overview_->proxies.size()))
            chooseColumn(overview_->proxies[std::size_t(category)].column);
    });
    return proxyCard_;
}

// --- what is shown

bool DataView::isComputing() const
{
    return sketches_.isRunning() || overviews_.isRunning() || distributions_.isRunning() || filtering_.isRunning() || rows_->isComputing() || editor_->isComputing()
           || associations_->isComputing() || subgroups_->isComputing() || causal_->isComputing();
}

void DataView::showDataset()
{
    const bool same = data_ && session_.dataset() && data_->source == session_.dataset()->source; // read again, differently
    data_ = session_.dataset();
    problem_ = nullptr;
    overview_.reset();
    sketches_.discard();
    overviews_.discard();
    distributions_.discard();
    const std::shared_ptr<const Table> table = data_ ? std::shared_ptr<const Table>(data_, &data_->table) : nullptr;
    columnsModel_->setTable(table, data_ ? data_->reasons : std::vector<ColumnReason>());
    columnsModel_->setTask(session_.task());
    present(table.get());
    rows_->setTable(table);
    showAllRows();
    account_->setDataset(data_.get());
    const bool file = data_ && !is_sample_source(data_->source);
    edit_->setEnabled(file);
    edit_->setToolTip(file ? tr("Types, roles, missing values and merged values of the columns, and how the file is read (Ctrl+D)")
                           : tr("A built-in sample is read as it is."));
    if (!file)
        editSchema(false);
    updateEmptyStates();
    if (!table || table->columns.empty())
        return;

    showTab(tabs_->current());
    sketches_.start([table](std::stop_token stop) { return sketch_columns(*table, stop); });
    const int kept = same ? table->find(columnChosen_) : -1;
    chosen_ = kept >= 0 && (chosen_ || edit_->isChecked());
    const auto first = std::find_if(table->columns.begin(), table->columns.end(), [](const Column &column) { return !column.pictures; });
    showByItself(kept >= 0 ? std::size_t(kept) : first == table->columns.end() ? 0 : std::size_t(first - table->columns.begin()));
}

void DataView::showPage(Page page)
{
    editSchema(false);
    pageTabs_->setCurrent(page);
}

DataView::Page DataView::page() const
{
    return static_cast<Page>(pages_->currentIndex());
}

void DataView::editSchema(bool edit)
{
    const bool possible = edit && edit_->isEnabled();
    edit_->setChecked(possible);
    right_->setCurrentIndex(possible ? 1 : 0);
    if (!possible)
        return;
    editor_->setColumn(data_->table.columns[column_].name);
    editor_->start();
}

void DataView::showSubgroup(const std::vector<Condition> &conditions)
{
    if (!data_)
        return;
    rowFilterText_->setText(inWords(conditions));
    tabs_->setCurrent(1);
    filtering_.start([data = data_, conditions](std::stop_token stop) {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < data->table.rows(); ++row) {
            if (row % 100000 == 0)
                throw_if_stopped(stop);
            if (std::all_of(conditions.begin(), conditions.end(),
                            [&](const Condition &condition) { return fulfils(data->table.columns[condition.column], row, condition); }))
                rows.push_back(row);
        }
        return rows;
    });
}

void DataView::showRows(std::vector<std::size_t> &rows)
{
    rowFilterText_->setText(tr("%1 of %2 rows: %3").arg(count(rows.size()), count(data_->table.rows()), rowFilterText_->text()));
    rows_->setRows(std::move(rows));
    rowFilter_->show();
}

void DataView::showAllRows()
{
    filtering_.discard();
    rows_->setRows({});
    rowFilter_->hide();
}

void DataView::showLeaks()
{
    QStringList lines;
    for (const Message &leak : session_.targetLeaks()) {
        const QString line = translated(leak);
        lines << (line.endsWith(u'.') ? line : line + u'.');
    }
    leaks_->setWarnings(lines, false);
}

void DataView::showTab(int tab)
{
    tables_->setCurrentIndex(tab);
    tablesCard_->setTitle(tab == 0 ? tr("Columns") : presentation_->rowsTitle());
    if (!data_)
        return;
    tablesCard_->setRemark({}); // how many there are is said above the window
}

void DataView::chooseColumn(std::size_t column)
{
    if (!data_ || column >= data_->table.columns.size())
        return;
    tabs_->setCurrent(0);
    columns_->selectRow(int(column));
    columns_->scrollTo(columnsModel_->index(int(column), 0));
}

/// Without anybody having asked for it.
void DataView::showByItself(std::size_t column)
{
    column_ = column;
    columns_->selectRow(int(column));
    startColumn();
}

void DataView::showProblem()
{
    problem_ = session_.problem();
    rows_->setProblem(problem_);
    overview_.reset();
    overviews_.discard();
    updateEmptyStates();
    if (problem_)
        overviews_.start([problem = problem_](std::stop_token stop) { return overview_groups(*problem, stop); });
    startColumn();
}

void DataView::updateEmptyStates()
{
    if (data_) {
        tablesCard_->setFilled();
    } else {
        tablesCard_->setEmpty(tr("The columns and rows of the data come here. Open data with Ctrl+O."));
        distributionCard_->setEmpty(tr("The distribution of the chosen column comes here."));
    }
    if (problem_)
        return;
    const QString why = session_.problemError();
    for (Card *card : {baseRateCard_, balanceCard_, proxyCard_}) {
        card->setRemark({});
        card->setFinding({});
    }
    const auto hint = [&](const QString &what) { return why.isEmpty() ? what : what + QLatin1Char('\n') + why; };
    baseRateCard_->setEmpty(hint(tr("How often each group has the favourable label.")));
    balanceCard_->setEmpty(tr("How many rows each group has with each label."));
    proxyCard_->setEmpty(hint(tr("Which columns go with the sensitive one, and so give the group away.")));
}

void DataView::showSketches(std::vector<ColumnSketch> &sketches)
{
    const bool complete = std::all_of(sketches.begin(), sketches.end(), [](const ColumnSketch &sketch) { return sketch.missing == 0; });
    columnsModel_->setSketches(std::move(sketches));
    columns_->setColumnHidden(ColumnsModel::missing, complete);
    fitColumnList();
}

/// Names give way before the histograms do.
void DataView::fitColumnList()
{
    columns_->fitColumns(160);
    int others = histogram_width;
    for (const int field : {ColumnsModel::type, ColumnsModel::role, ColumnsModel::missing})
        if (!columns_->isColumnHidden(field))
            others += columns_->columnWidth(field);
    const int room = columns_->viewport()->width() - others;
    columns_->setColumnWidth(ColumnsModel::name, std::clamp(columns_->columnWidth(ColumnsModel::name), 60, std::max(60, room)));
}

void DataView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumnList();
}

void DataView::startColumn()
{
    if (!data_ || column_ >= data_->table.columns.size())
        return;
    columnChosen_ = data_->table.columns[column_].name;
    editor_->setColumn(columnChosen_);
    // six categories leave each bar room for its label; the rest is gathered in one
    const bool number = data_->table.columns[column_].type == ColumnType::number;
    const int groups = problem_ ? int(problem_->groups.size()) : 1;
    const int most = number ? 24 : groups == 1 ? 12 : groups <= 2 ? 6 : groups <= 4 ? 5 : 4;
    distributions_.start([data = data_, problem = problem_, column = column_, most](std::stop_token stop) {
        return column_by_group(problem ? problem->train.table : data->table, column, problem.get(), most, stop);
    });
}

void DataView::saveRows()
{
    if (!data_)
        return;
    const std::optional<Formulas> formulas = askAboutFormulas(this, data_->table);
    if (!formulas)
        return;
    const QString file = QFileDialog::getSaveFileName(this, tr("Save rows"), QString(), tr("CSV table (*.csv)"));
    if (file.isEmpty())
        return;
    saving_.start([data = data_, file, formulas = *formulas](std::stop_token) {
        write_csv(data->table, toPath(file), formulas);
        return file;
    });
}

QString DataView::sensitiveName() const
{
    QStringList names;
    for (const std::string &column : problem_->task.sensitive)
        names << toQString(column);
    return names.join(QStringLiteral(" & "));
}

QStringList DataView::groupNames() const
{
    QStringList names;
    if (problem_)
        for (const Group &group : problem_->groups)
            names << toQString(group.name);
    return names;
}

QString DataView::columnName(std::size_t column) const
{
    return toQString(data_->table.columns[column].name);
}

} // namespace fairloom::ui
