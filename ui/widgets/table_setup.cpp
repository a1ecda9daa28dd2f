#include "ui/widgets/table_setup.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace fairloom::ui {

void setUpFigureTable(QTableView *table, int words)
{
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(32);
    // Figures stand closer than the words of other tables, so that all columns are in sight on a small screen.
    table->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 2px; } QHeaderView { font-size: 11px; } "
                                        "QHeaderView::section { padding: 4px 1px; font-size: 11px; }"));
    for (int column = 0; column < header->count(); ++column)
        header->setSectionResizeMode(column, column < words ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
}

void setUpSortableFigures(QTableView *table, const std::vector<std::pair<int, int>> &widths)
{
    QHeaderView *header = table->horizontalHeader();
    header->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 4px 14px 4px 8px; }"));
    for (const auto &[column, width] : widths) {
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, width);
    }
}

void fitHeight(QTableView *table)
{
    const int rows = table->model() ? table->model()->rowCount() : 0;
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height()
                          + std::max(1, rows) * table->verticalHeader()->defaultSectionSize() + 4);
}

} // namespace fairloom::ui
