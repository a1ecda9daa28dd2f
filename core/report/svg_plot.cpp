#include "core/report/svg_plot.h"

#include "core/base/message.h"
#include "core/report/html_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

constexpr double width = 560;
constexpr double character = 6.6; // of the 12 px face, on the wide side

class Svg {
public:
    Svg(double height, const std::string &description)
    {
        out_ = fmt::format("<svg viewBox=\"0 0 {:g} {:g}\" role=\"img\" aria-label=\"{}\">", width, height,
                           html_escaped(description));
    }
    void line(double x1, double y1, double x2, double y2, const std::string &attributes)
    {
        out_ += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>", x1, y1, x2, y2, attributes);
    }
    void rect(double x, double y, double w, double h, const std::string &attributes)
    {
        out_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}/>", x, y, w, h, attributes);
    }
    void text(double x, double y, const std::string &what, const char *anchor = "start", const std::string &attributes = {})
    {
        out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" {}>{}</text>", x, y, anchor, attributes,
                            html_escaped(what));
    }
    void polyline(const std::string &points, const std::string &colour)
    {
        if (!points.empty())
            out_ += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" "
                                "style=\"stroke:{}\"/>",
                                points, colour);
    }
    void marker(double x, double y, int kind, const std::string &colour)
    {
        switch (kind) {
        case 1: rect(x - 5, y - 5, 10, 10, fmt::format("rx=\"1.5\" style=\"fill:{}\"", colour)); break;
        case 2:
            out_ += fmt::format("<path d=\"M{:.1f} {:.1f}l6.5 6.5l-6.5 6.5l-6.5 -6.5z\" style=\"fill:{}\"/>", x, y - 6.5, colour);
            break;
        case 3:
            out_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.6\" stroke-width=\"2.4\" "
                                "style=\"stroke:{};fill:var(--surface)\"/>",
                                x, y, colour);
            break;
        default:
            out_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5.5\" style=\"fill:{}\"/>", x, y, colour);
        }
    }
    std::string take()
    {
        out_ += "</svg>\n";
        return std::move(out_);
    }

private:
    std::string out_;
};

struct Axis {
    double low, high, from, to; // data range and the pixels it maps to
    bool logarithmic = false;

    double at(double value) const
    {
        const double l = logarithmic ? std::log10(low) : low, h = logarithmic ? std::log10(high) : high;
        const double v = logarithmic ? std::log10(value) : value;
        return from + (v - l) / (h - l) * (to - from);
    }
};

std::vector<double> decades(double low, double high)
{
    std::vector<double> out;
    const int first = static_cast<int>(std::ceil(std::log10(low) - 1e-9)), last = static_cast<int>(std::floor(std::log10(high) + 1e-9));
    const int every = std::max(1, (last - first + 5) / 6);
    for (int e = first; e <= last; e += every)
        out.push_back(std::pow(10.0, e));
    return out;
}

std::string tick_text(double value)
{
    if (value != 0 && (std::fabs(value) < 1e-3 || std::fabs(value) >= 1e6))
        return fmt::format("{:.0e}", value);
    return to_text(value);
}

/// Labels at the ends of lines, moved apart so that none covers another.
std::vector<double> spread(std::vector<double> wanted, double gap, double low, double high)
{
    std::vector<std::size_t> order(wanted.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    double previous = low - gap;
    for (const std::size_t i : order)
        previous = wanted[i] = std::max(wanted[i], previous + gap);
    double limit = high;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        wanted[*i] = std::min(wanted[*i], limit);
        limit = wanted[*i] - gap;
    }
    return wanted;
}

/// As much of a text as has room, by whole characters of UTF-8.
std::string shortened(const std::string &text, double room)
{
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
    const auto most = static_cast<std::ptrdiff_t>(room / character) - 1;
    if (std::count_if(text.begin(), text.end(), is_start) <= most)
        return text;
    std::string out;
    std::ptrdiff_t count = 0;
    for (const char c : text) {
        if (is_start(c) && ++count >= most)
            break;
        out += c;
    }
    return out + "\u2026";
}

const char *const grid = "class=\"grid\"";

} // namespace

std::vector<double> round_ticks(double low, double high, int wanted)
{
    std::vector<double> out;
    if (!(high > low) || wanted < 1)
        return out;
    const double raw = (high - low) / wanted;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = power * 10;
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= raw * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    for (double i = std::ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i)
        out.push_back(i * step);
    return out;
}

std::string svg_plot(const LinePlot &plot)
{
    constexpr double height = 280, top = 26, bottom = height - 40, left = 52;
    double low = 0, high = 0, smallest = 0, longest = 0;
    bool any = false;
    for (const LineSeries &series : plot.series) {
        longest = std::max(longest, static_cast<double>(series.label.size()));
        for (const double y : series.y) {
            if (!std::isfinite(y) || (plot.log_y && y <= 0))
                continue;
            low = any ? std::min(low, y) : y;
            high = any ? std::max(high, y) : y;
            any = true;
        }
    }
    smallest = low;
    if (plot.log_y) {
        low = any ? std::pow(10.0, std::floor(std::log10(std::max(smallest, high * 1e-6)))) : 0.1;
        high = any ? std::pow(10.0, std::ceil(std::log10(high) + 1e-9)) : 1;
    } else {
        low = std::min(low, 0.0);
        high = high > low ? high + 0.05 * (high - low) : low + 1;
    }
    const double right = width - 12 - longest * character;
    const Axis x{0, std::max(plot.x_max, 1e-9), left, right}, y{low, high, bottom, top, plot.log_y};

    Svg svg(height, plot.description);
    for (const double tick : plot.log_y ? decades(low, high) : round_ticks(low, high, 4)) {
        svg.line(left, y.at(tick), right, y.at(tick), grid);
        svg.text(left - 8, y.at(tick) + 4, tick_text(tick), "end", "class=\"muted\"");
    }
    for (const double tick : round_ticks(0, x.high, 5))
        svg.text(x.at(tick), bottom + 18, tick_text(tick), "middle", "class=\"muted\"");
    svg.text(left - 8, 12, plot.y_label, "start", "class=\"muted\"");
    svg.text((left + right) / 2, height - 4, plot.x_label, "middle", "class=\"muted\"");

    std::vector<double> ends, end_x;
    for (const LineSeries &series : plot.series) {
        std::string points;
        double last_x = left, last_y = bottom;
        const std::size_t every = std::max<std::size_t>(1, series.x.size() / 400);
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            if (i % every != 0 && i + 1 != series.x.size())
                continue;
            if (!std::isfinite(series.y[i]) || (plot.log_y && series.y[i] <= 0)) {
                svg.polyline(points, series.colour);
                points.clear();
                continue;
            }
            last_x = x.at(series.x[i]);
            last_y = y.at(std::clamp(series.y[i], low, high));
            points += fmt::format("{:.1f},{:.1f} ", last_x, last_y);
        }
        svg.polyline(points, series.colour);
        svg.marker(last_x, last_y, 0, series.colour);
        ends.push_back(last_y);
        end_x.push_back(last_x);
    }
    const std::vector<double> places = spread(ends, 14, top, bottom);
    for (std::size_t i = 0; i < plot.series.size(); ++i)
        svg.text(end_x[i] + 10, places[i] + 4, plot.series[i].label, "start",
                 fmt::format("style=\"fill:{}\"", plot.series[i].colour));
    return svg.take();
}

std::string svg_plot(const DotPlot &plot)
{
    std::size_t longest = 4;
    for (const DotRow &row : plot.rows)
        longest = std::max(longest, row.label.size());
    constexpr double step = 34, top = 40;
    const double left = std::min(220.0, 16 + static_cast<double>(longest) * character), right = width - 16;
    const double bottom = top + step * static_cast<double>(plot.rows.size()), height = bottom + 26;
    const Axis x{0, 1, left, right};

    Svg svg(height, plot.description);
    if (plot.rule) {
        svg.rect(x.at(*plot.rule), 20, right - x.at(*plot.rule), bottom - 20, "class=\"shade\"");
        svg.line(x.at(*plot.rule), 20, x.at(*plot.rule), bottom, "class=\"rule\"");
        svg.text(x.at(*plot.rule) + 4, 14, plot.rule_label, "start", "class=\"muted\"");
    }
    for (const double tick : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0})
        svg.text(x.at(tick), bottom + 18, fmt::format("{:.1f}", tick), "middle", "class=\"muted\"");
    for (std::size_t i = 0; i < plot.rows.size(); ++i) {
        const DotRow &row = plot.rows[i];
        const double y = top + step * (static_cast<double>(i) + 0.5);
        svg.line(left, y, right, y, grid);
        svg.text(left - 12, y + 4, row.label, "end");
        if (!row.value) {
            svg.text(left + 8, y - 6, row.note, "start", "class=\"muted\"");
            continue;
        }
        const double at = x.at(std::clamp(*row.value, 0.0, 1.0));
        if (row.low && row.high)
            svg.line(x.at(std::clamp(*row.low, 0.0, 1.0)), y, x.at(std::clamp(*row.high, 0.0, 1.0)), y,
                     fmt::format("stroke-width=\"3\" stroke-linecap=\"round\" style=\"stroke:{}\"", row.colour));
        for (const double point : row.points)
            svg.marker(x.at(std::clamp(point, 0.0, 1.0)), y + 9, 3, row.colour);
        svg.marker(at, y, row.marker, row.colour);
        svg.text(std::clamp(at, left + 14, right - 14), y - 11, fmt::format("{:.2f}", *row.value), "middle",
                 fmt::format("class=\"value\" style=\"fill:{}\"", row.colour));
    }
    return svg.take();
}

std::string svg_plot(const BarPlot &plot)
{
    constexpr double height = 270, top = 22, bottom = height - 30, left = 44, right = width - 8;
    double high = plot.fits_values ? 0.05 : 1;
    for (const auto &cluster : plot.bars)
        for (const Bar &bar : cluster)
            high = std::max({high, bar.value.value_or(0), bar.high.value_or(0)});
    if (high > 1 || plot.fits_values)
        high *= 1.04;
    const Axis y{0, high, bottom, top};

    Svg svg(height, plot.description);
    for (const double tick : round_ticks(0, high, 4)) {
        svg.line(left, y.at(tick), right, y.at(tick), grid);
        svg.text(left - 8, y.at(tick) + 4, tick_text(tick), "end", "class=\"muted\"");
    }
    const double cluster_width = (right - left) / static_cast<double>(std::max<std::size_t>(1, plot.clusters.size()));
    const double bar_width = std::min(34.0, cluster_width * 0.8 / static_cast<double>(std::max<std::size_t>(1, plot.colours.size())));
    for (std::size_t c = 0; c < plot.clusters.size(); ++c) {
        const double middle = left + cluster_width * (static_cast<double>(c) + 0.5);
        svg.text(middle, bottom + 18, shortened(plot.clusters[c], cluster_width), "middle", "class=\"muted\"");
        for (std::size_t b = 0; b < plot.bars[c].size(); ++b) {
            const Bar &bar = plot.bars[c][b];
            const double from = middle + bar_width * (static_cast<double>(b) - static_cast<double>(plot.bars[c].size()) / 2);
            if (!bar.value) {
                svg.text(from + bar_width / 2, bottom - 4, "\u2013", "middle", "class=\"muted\"");
                continue;
            }
            svg.rect(from + 1, y.at(*bar.value), bar_width - 2, bottom - y.at(*bar.value),
                     fmt::format("rx=\"2\" style=\"fill:{}\"", plot.colours[b]));
            double label = y.at(*bar.value);
            if (bar.low && bar.high) {
                svg.line(from + bar_width / 2, y.at(*bar.low), from + bar_width / 2, y.at(*bar.high), "class=\"whisker\"");
                label = std::min(label, y.at(*bar.high));
            }
            if (bar_width >= 28) // else the numbers run into each other
                svg.text(from + bar_width / 2, label - 5, fmt::format("{:.2f}", *bar.value), "middle");
        }
    }
    return svg.take();
}

} // namespace fairloom
