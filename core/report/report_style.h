#pragma once

#include <string>

namespace fairloom {

/// The report's style sheet: light and dark by prefers-color-scheme, and for print.
std::string report_style();
/// The one for paper, in what Qt's rich text knows of CSS.
std::string paper_style();

/// CSS colour of a source, a loss term, and a group (Okabe-Ito), the same as in the window.
std::string source_colour(const std::string &source);
std::string term_colour(const std::string &term);
std::string group_colour(std::size_t group);
int source_marker(const std::string &source);

/// One of these without the style sheet's variables, and a plot of svg_plot.h as a document that needs no style sheet.
std::string paper_colour(const std::string &colour);
std::string paper_svg(std::string svg);

} // namespace fairloom
