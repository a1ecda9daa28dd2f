#include "ui/window/runs_panel.h"

#include "ui/models/runs_model.h"
#include "ui/style/theme.h"
#include "ui/window/run_state_delegate.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

RunsPanel::RunsPanel(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), model_(new RunsModel(session, this)), table_(new QTableView)
{
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);

    table_->setObjectName(QStringLiteral("runsTable"));
    table_->setAccessibleName(tr("Runs"));
    table_->setModel(model_);
    table_->setItemDelegateForColumn(RunsModel::State, new RunStateDelegate(table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(24);
    table_->verticalHeader()->setMinimumSectionSize(24);

    QHeaderView *header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(RunsModel::State, QHeaderView::Stretch);
    const int widths[] = {180, 150, 100, 0, 104, 104, 88, 88, 72};
    for (int column = 0; column < RunsModel::ColumnCount; ++column)
        if (widths[column] > 0)
            header->resizeSection(column, std::max(widths[column], header->sectionSizeHint(column)));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->addWidget(table_);

    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            session_.selectRun(model_->runId(now.row()));
    });
    connect(&session_, &Session::currentRunChanged, this, &RunsPanel::showCurrent);
    connect(model_, &QAbstractItemModel::modelReset, this, &RunsPanel::showCurrent);
    showCurrent();
}

QSize RunsPanel::sizeHint() const
{
    return {640, 136};
}

void RunsPanel::showCurrent()
{
    const RunEntry *run = session_.currentRun();
    const int row = run ? model_->rowOf(run->id) : -1;
    if (row < 0 || table_->currentIndex().row() == row)
        return;
    const QSignalBlocker quiet(table_->selectionModel());
    table_->selectRow(row);
    table_->viewport()->update();
}

} // namespace fairloom::ui
