#pragma once

#include <QBrush>
#include <QColor>

namespace fairloom::ui {

/// Fill of a group's bars: its colour with a quiet texture of its own (none, diagonals, dots, crosses), so that
/// groups can be told apart without seeing colour.
QBrush groupBrush(int group);
QBrush texturedBrush(const QColor &colour, int texture);

} // namespace fairloom::ui
