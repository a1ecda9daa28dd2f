#pragma once

#include <QString>

class QTableView;

namespace fairloom::ui {

/// A small table of figures in the house style: no grid, rows of one height, first column stretched. Ctrl+C copies the
/// selected cells as text.
void setUpFigureTable(QTableView *table);
/// Makes the table as high as its rows, so that the card around it does not scroll inside.
void fitHeight(QTableView *table);
/// The selected cells (all if none are) with their headers, tab separated, rows as they are sorted.
QString tableText(const QTableView *table);

} // namespace fairloom::ui
