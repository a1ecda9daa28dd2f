#pragma once

#include <string>

namespace fairloom {

/// The report's style sheet: light and dark by prefers-color-scheme, and for print.
const char *report_style();

/// CSS colour of a source, a loss term, and a group (Okabe-Ito), the same as in the window.
std::string source_colour(const std::string &source);
std::string term_colour(const std::string &term);
std::string group_colour(std::size_t group);
int source_marker(const std::string &source);

} // namespace fairloom
