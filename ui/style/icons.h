#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace fairloom::ui {

/// An icon of the breeze theme, or one of our own (":/icons/NAME.svg") where we have one of that name.
QIcon icon(const QString &name);
/// Its shape in one colour; `disabled` is used while its button is disabled.
QIcon tintedIcon(const QString &name, const QColor &colour, const QColor &disabled);
QIcon tintedIcon(const QString &name, const QColor &colour);

} // namespace fairloom::ui
