#pragma once

class QTableView;

namespace fairloom::ui {

/// Columns as wide as their figures, the first takes what is left.
void setUpFigureTable(QTableView *table);
/// Makes the table as high as its rows, so that the card around it does not scroll inside.
void fitHeight(QTableView *table);

} // namespace fairloom::ui
