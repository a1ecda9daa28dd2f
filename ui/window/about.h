#pragma once

class QWidget;

namespace fairloom::ui {

/// What this program is, its licence, and the paper whose method it implements.
void showAbout(QWidget *parent);

} // namespace fairloom::ui
