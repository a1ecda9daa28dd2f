#pragma once

class QTableView;

namespace fairloom::ui {

/// The first `words` columns as wide as their texts, those of figures share the rest evenly.
void setUpFigureTable(QTableView *table, int words);
/// Makes the table as high as its rows, so that the card around it does not scroll inside.
void fitHeight(QTableView *table);

} // namespace fairloom::ui
