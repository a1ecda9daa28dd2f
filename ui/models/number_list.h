#pragma once

#include <QLocale>
#include <QString>

#include <string>
#include <vector>

namespace fairloom::ui {

/// Numbers that a person wrote as a list: "7, 7.5, 8", "1..5", or "7,5; 8" where the comma is the decimal mark.
struct NumberList {
    std::vector<double> values;
    QString problem; ///< one sentence; the values count for nothing then
};

/// Separated by commas, semicolons or blanks; "1..5" stands for 1, 2, 3, 4, 5. Each must lie in the range and come once; an empty text is an empty list.
NumberList readNumbers(const QString &text, double minimum, double maximum, bool whole, const QLocale &locale = QLocale());

/// The text that readNumbers() reads back; three or more whole numbers in a row as "1..5".
QString numbersText(const std::vector<double> &values, const QLocale &locale = QLocale());

/// As JSON and the command line have it: "7.5".
std::string plainNumber(double value);

} // namespace fairloom::ui
