#pragma once

class QWidget;
class QString;

namespace fairloom::ui {

/// Gives a widget the property "look" that the style sheet asks for ("muted", "error", "primary" ...) and draws it anew if that is another.
void setLook(QWidget *widget, const QString &look);

} // namespace fairloom::ui
