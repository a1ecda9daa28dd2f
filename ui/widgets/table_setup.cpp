#include "ui/widgets/table_setup.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace fairloom::ui {

void setUpFigureTable(QTableView *table)
{
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(32);
    // Figures stand closer than the words of other tables, so that all columns are in sight on a small screen.
    table->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 4px; } QHeaderView::section { padding: 4px; font-size: 11px; }"));
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (header->count() > 0)
        header->setSectionResizeMode(0, QHeaderView::Stretch);
}

void fitHeight(QTableView *table)
{
    const int rows = table->model() ? table->model()->rowCount() : 0;
    // Room for a horizontal scroll bar, should the window be too narrow for all columns.
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height()
                          + std::max(1, rows) * table->verticalHeader()->defaultSectionSize() + 12);
}

} // namespace fairloom::ui
