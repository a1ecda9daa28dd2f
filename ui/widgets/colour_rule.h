#pragma once

#include "ui/style/theme.h"

#include <QColor>
#include <QString>

#include <functional>

namespace fairloom::ui {

/// A colour that is asked for at each painting, so that a picture follows the theme.
using ColourRule = std::function<QColor()>;

inline ColourRule groupColour(int index)
{
    return [index] { return Theme::instance().group(index); };
}

inline ColourRule sourceColour(const QString &name)
{
    return [name] { return Theme::instance().source(name); };
}

inline ColourRule termColour(const QString &name)
{
    return [name] { return Theme::instance().term(name); };
}

inline ColourRule mutedColour()
{
    return [] { return Theme::instance().muted(); };
}

inline ColourRule fixedColour(const QColor &colour)
{
    return [colour] { return colour; };
}

} // namespace fairloom::ui
