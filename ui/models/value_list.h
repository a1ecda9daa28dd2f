#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace fairloom::ui {

/// Values in one line of text: "-9, n.a.". Those that are empty or hold a comma, a quote or a blank at an end stand in quotes.
QString joinValues(const std::vector<std::string> &values);
std::vector<std::string> splitValues(const QString &line);

/// Rising numbers in one line, "25 60" or "25; 60"; the language's decimal mark is understood as well. Nothing if it is anything else.
std::optional<std::vector<double>> splitNumbers(const QString &line);
QString joinNumbers(const std::vector<double> &numbers);

} // namespace fairloom::ui
