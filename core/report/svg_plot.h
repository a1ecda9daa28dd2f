#pragma once

#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// Plots as inline SVG. Colours are CSS colours or variables ("var(--student)"), so that a page can be light or dark; every
/// plot carries role="img" and its `description` as label.

struct LineSeries {
    std::string label, colour;
    std::vector<double> x, y;
};

struct LinePlot {
    std::string description, x_label, y_label;
    double x_max = 1;              ///< the axis runs from 0
    std::vector<LineSeries> series; ///< labelled at their last points
    bool log_y = false;            ///< values that are not positive are left out
};
std::string svg_plot(const LinePlot &plot);

struct DotRow {
    std::string label, colour;
    int marker = 0;                ///< 0 disc, 1 square, 2 diamond, 3 ring
    std::optional<double> value, low, high;
    std::string note;              ///< shown in place of a value that is not there
    std::vector<double> points;    ///< what the value is the mean of: small rings
};

/// One value a row on an axis from 0 to 1, with whiskers where there is an interval.
struct DotPlot {
    std::string description;
    std::vector<DotRow> rows;
    std::optional<double> rule;    ///< a vertical line; what lies right of it is shaded
    std::string rule_label;
};
std::string svg_plot(const DotPlot &plot);

struct Bar {
    std::optional<double> value, low, high;
};

/// Bars side by side: one cluster per label, in it one bar per colour.
struct BarPlot {
    std::string description;
    std::vector<std::string> clusters;
    std::vector<std::string> colours;
    std::vector<std::vector<Bar>> bars; ///< [cluster][colour]
    bool fits_values = false;           ///< the axis ends at the largest value, not at 1
};
std::string svg_plot(const BarPlot &plot);

/// About `wanted` round positions between low and high, both ends included if they are round.
std::vector<double> round_ticks(double low, double high, int wanted);

} // namespace fairloom
