#pragma once

#include "core/data/dialect.h"

#include <QString>

namespace fairloom::ui {

/// "semicolon, quotes \", decimal comma, header": how a file was read, in one line. Says nothing of what does not hold for its format.
QString describeDialect(const DialectRule &dialect);
/// "comma", "tab", or the character itself.
QString separatorName(char separator);

} // namespace fairloom::ui
