#pragma once

class QAbstractButton;

namespace fairloom::ui {

/// Gives a check box or radio button an outline that can be seen on dark surfaces as well: Fusion draws it darker than the window.
void makeClear(QAbstractButton *box);

} // namespace fairloom::ui
