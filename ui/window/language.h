#pragma once

#include <QString>

namespace fairloom::ui {

/// Installs the translators for a language ("en", "sv"; empty = the system's) and sets how numbers are written. Widgets
/// get QEvent::LanguageChange. Languages without a translation fall back to English.
void setLanguage(const QString &language);

} // namespace fairloom::ui
