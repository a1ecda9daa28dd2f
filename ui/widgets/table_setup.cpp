#include "ui/widgets/table_setup.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace fairloom::ui {

void setUpFigureTable(QTableView *table)
{
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setMinimumSectionSize(36);
    if (table->model() && table->model()->columnCount() > 0)
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);

    auto *copy = new QAction(QCoreApplication::translate("TableSetup", "Copy as text"), table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, table, [table] { QGuiApplication::clipboard()->setText(tableText(table)); });
    table->addAction(copy);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void fitHeight(QTableView *table)
{
    const int rows = table->model() ? table->model()->rowCount() : 0;
    const int header = table->horizontalHeader()->sizeHint().height();
    // Room for a horizontal scroll bar, should the window be too narrow for all columns.
    table->setFixedHeight(header + std::max(1, rows) * table->verticalHeader()->defaultSectionSize() + 12);
}

QString tableText(const QTableView *table)
{
    const QAbstractItemModel *model = table->model();
    if (!model)
        return {};
    const QItemSelectionModel *selection = table->selectionModel();
    const bool all = !selection || selection->selectedIndexes().size() < 2;
    QStringList lines, header;
    for (int column = 0; column < model->columnCount(); ++column)
        header << model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().replace(QLatin1Char('\n'), QLatin1Char(' '));
    lines << header.join(QLatin1Char('\t'));
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        bool any = false;
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            const bool chosen = all || selection->isSelected(index);
            any = any || chosen;
            cells << (chosen ? index.data().toString() : QString());
        }
        if (any)
            lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace fairloom::ui
