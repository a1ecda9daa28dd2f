#pragma once

#include <QString>

namespace fairloom::ui {

class Theme;

/// The application's one style sheet, with the theme's colours put in. Widgets choose their look by the dynamic property
/// "look": labels "title", "heading", "muted", "hint", "finding", "warning", "error"; buttons "primary", "chip", "link",
/// "segment", "bar" (top bar); frames "panel".
QString styleSheet(const Theme &theme);

} // namespace fairloom::ui
