#pragma once

class QWidget;

namespace fairloom::ui {

/// Copies what the widget with the focus has selected: text of a field or label, the selected cells of a table (tab
/// separated, with the header), the picture of a plot.
void copyFromFocus();
/// Puts the widget's picture on the clipboard.
void copyAsPicture(QWidget *widget);

} // namespace fairloom::ui
