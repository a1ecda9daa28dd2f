#pragma once

#include <utility>
#include <vector>

class QTableView;

namespace fairloom::ui {

/// The first `words` columns as wide as their texts, those of figures share the rest evenly.
void setUpFigureTable(QTableView *table, int words);
/// Columns of figures, by number and width, whose headers leave room for the mark of the order.
void setUpSortableFigures(QTableView *table, const std::vector<std::pair<int, int>> &widths);
/// Makes the table as high as its rows, so that the card around it does not scroll inside.
void fitHeight(QTableView *table);

} // namespace fairloom::ui
