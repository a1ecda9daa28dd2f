#include "core/report/report_style.h"

#include <array>
#include <map>

namespace fairloom {

namespace {

/// Every colour by its name in the style sheet: on a light page and on paper, and on a dark page.
struct Colour {
    const char *name, *light, *dark;
};
constexpr Colour colours[] = {
    {"window", "#f4f5f7", "#1b1e23"},    {"surface", "#ffffff", "#23272e"}, {"border", "#dde1e6", "#363c45"},    {"text", "#1c2229", "#e6e9ed"},
    {"muted", "#68727e", "#98a2ae"},     {"accent", "#2563c9", "#6ea3ff"},  {"shade", "#e8f6f1", "#1f332d"},     {"warn", "#fdf3dc", "#3a3120"},
    {"warnline", "#c98a00", "#e0a93b"},  {"real", "#7a828c", "#98a2ae"},    {"control", "#a58b5c", "#c9b48d"},   {"joint", "#d2c09a", "#8d7f60"},
    {"teacher", "#8a5cd1", "#b18cf0"},   {"student", "#009e73", "#2cc295"}, {"blue", "#2563c9", "#6ea3ff"},      {"vermilion", "#d55e00", "#ff8b3d"},
    {"green", "#009e73", "#2cc295"},     {"pink", "#c4609c", "#e08fc0"},    {"g0", "#0072b2", "#3f9bd8"},        {"g1", "#e69f00", "#e69f00"},
    {"g2", "#009e73", "#009e73"},        {"g3", "#cc79a7", "#cc79a7"},      {"g4", "#56b4e9", "#56b4e9"},        {"g5", "#d55e00", "#d55e00"},
    {"g6", "#b8a800", "#e6d84a"},        {"g7", "#7a828c", "#98a2ae"},
};

std::string variables(const char *Colour::*which)
{
    std::string out;
    for (const Colour &colour : colours)
        out += std::string(" --") + colour.name + ": " + colour.*which + ";";
    return out;
}

void replace_all(std::string &text, const std::string &from, const std::string &to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

constexpr const char *rules = R"css(
* { box-sizing: border-box; }
body { margin: 0; background: var(--window); color: var(--text);
  font: 15px/1.55 Inter, "Segoe UI", "Noto Sans", "DejaVu Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1180px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 19px; margin: 40px 0 12px; }
h3 { font-size: 15px; margin: 0 0 8px; }
p { margin: 0 0 10px; max-width: 76ch; }
.muted, figcaption { color: var(--muted); fill: var(--muted); }
.card { background: var(--surface); border: 1px solid var(--border); border-radius: 8px; padding: 16px 20px; margin: 0 0 16px; }
.lead { font-size: 16.5px; }
.lead li { margin: 0 0 8px; max-width: 76ch; }
ul { padding-left: 20px; margin: 0; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 16px; }
.pair > * { margin: 0; }
figure { margin: 0; }
svg { width: 100%; max-width: 640px; height: auto; display: block; font-size: 12px; }
svg text { fill: var(--text); }
svg text.muted { fill: var(--muted); }
svg text.value { font-weight: 600; }
svg .grid { stroke: var(--border); stroke-width: 1; }
svg .rule { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 3 3; }
svg .whisker { stroke: var(--text); stroke-width: 1.3; }
svg .shade { fill: var(--shade); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: 13px; margin-top: 8px; }
.legend i { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin-right: 7px; }
.scroll { overflow-x: auto; margin: 0 0 16px; }
table { border-collapse: collapse; font-size: 13.5px; min-width: 50%; }
caption { text-align: left; font-weight: 600; padding: 0 0 6px; }
th, td { text-align: left; font-weight: 400; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--border); vertical-align: top; }
thead th { color: var(--muted); font-size: 12.5px; white-space: nowrap; }
.n { text-align: right; white-space: nowrap; }
.note { background: var(--warn); border-left: 4px solid var(--warnline); border-radius: 4px; padding: 12px 16px; margin: 0 0 12px; }
.note p:last-child { margin: 0; }
pre { background: var(--surface); border: 1px solid var(--border); border-radius: 6px; padding: 12px 14px; overflow-x: auto;
  font: 13px/1.5 "JetBrains Mono", "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
footer { margin-top: 40px; color: var(--muted); font-size: 13px; }
a { color: var(--accent); text-underline-offset: 2px; }
thead a, th a { color: inherit; text-decoration-style: dotted; }
.tablenote { color: var(--muted); font-size: 12.5px; margin: -10px 0 6px; max-width: 100ch; }
.tablenote + .tablenote { margin-top: 0; }
.tablenote:last-of-type { margin-bottom: 16px; }
nav { margin: 16px 0 0; } nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 2px 18px; font-size: 13.5px; }
h3 { margin-top: 20px; } figure h3 { margin-top: 0; }
dt { font-weight: 600; margin-top: 14px; } dd { margin: 2px 0 0; max-width: 84ch; } dd.formula { font-style: italic; } dd.caveat { color: var(--muted); }
:target { outline: 2px solid var(--accent); outline-offset: 4px; }
@media print { :root { color-scheme: light; @LIGHT@ --window: #fff; --text: #000; --muted: #444; --border: #bbb; --warn: #fff; }
  @page { margin: 16mm 14mm; } body { font-size: 10.5pt; } main { max-width: none; padding: 0; } nav { display: none; }
  a { color: inherit; text-decoration: none; }
  .card, figure, tr, .note, dt { break-inside: avoid; } h2, h3, caption, dt { break-after: avoid; } thead { display: table-header-group; }
  .pair { grid-template-columns: 1fr 1fr; } .scroll { overflow: visible; } table { font-size: 8pt; } th, td { padding-right: 8px; }
  .n { white-space: normal; } thead th { white-space: normal; } }
)css";

} // namespace

std::string report_style()
{
    std::string sheet = rules;
    replace_all(sheet, "@LIGHT@", variables(&Colour::light));
    return "\n:root { color-scheme: light dark;" + variables(&Colour::light) + " }\n@media (prefers-color-scheme: dark) { :root {" + variables(&Colour::dark) + " } }"
           + sheet;
}

std::string paper_style()
{
    // what Qt's rich text knows of CSS
    return R"css(
body { font-size: 9.5pt; color: #000000; }
h1 { font-size: 19pt; font-weight: bold; margin: 0px 0px 4px 0px; }
h2 { font-size: 14pt; font-weight: bold; margin: 24px 0px 6px 0px; }
h3 { font-size: 11pt; font-weight: bold; margin: 14px 0px 4px 0px; }
h4 { font-size: 9.5pt; font-weight: bold; margin: 8px 0px 3px 0px; }
p { margin: 0px 0px 6px 0px; }
li { margin: 0px 0px 3px 0px; }
ul { margin: 0px 0px 6px 0px; }
td { font-size: 7.5pt; }
td.head { font-weight: bold; background-color: #eef1f4; }
table { border-collapse: collapse; border-color: #c8ced5; border-style: solid; }
.muted { color: #444444; }
.lead { font-size: 10.5pt; }
.note { background-color: #fdf3dc; margin: 0px 0px 5px 0px; }
.tablenote { font-size: 7.5pt; color: #444444; margin: 0px 0px 3px 0px; }
.gap { font-size: 3pt; margin: 0px; }
.plot { margin: 0px 0px 4px 0px; }
.formula { font-style: italic; margin: 0px; }
.caveat { color: #444444; margin: 0px; }
.definition { margin: 0px; }
.command { font-family: "DejaVu Sans Mono", monospace; font-size: 8pt; background-color: #eef1f4; }
)css";
}

std::string paper_colour(const std::string &colour)
{
    for (const Colour &known : colours)
        if (colour == std::string("var(--") + known.name + ")")
            return known.light;
    return colour;
}

std::string paper_svg(std::string svg)
{
    for (const Colour &colour : colours)
        replace_all(svg, std::string("var(--") + colour.name + ")", colour.light);
    const std::pair<const char *, const char *> classes[] = {{"class=\"grid\"", "stroke=\"#c8ced5\" stroke-width=\"1\""},
                                                             {"class=\"muted\"", "fill=\"#444444\""},
                                                             {"class=\"value\"", "font-weight=\"bold\""},
                                                             {"class=\"rule\"", "stroke=\"#444444\" stroke-width=\"1\" stroke-dasharray=\"3 3\""},
                                                             {"class=\"whisker\"", "stroke=\"#000000\" stroke-width=\"1.3\""},
                                                             {"class=\"shade\"", "fill=\"#e8f6f1\""}};
    for (const auto &[name, attributes] : classes)
        replace_all(svg, name, attributes);
    replace_all(svg, "<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"DejaVu Sans\" font-size=\"11\" ");
    return svg;
}

std::string source_colour(const std::string &source)
{
    if (source == "real" || source == "teacher" || source == "student")
        return "var(--" + source + ")";
    if (source == "control_joint")
        return "var(--joint)";
    return source.starts_with("control") ? "var(--control)" : "var(--accent)";
}

int source_marker(const std::string &source)
{
    static const std::map<std::string, int> markers = {
        {"real", 0}, {"teacher", 1}, {"student", 0}, {"control_independent", 2}, {"control_joint", 3}};
    const auto found = markers.find(source);
    return found == markers.end() ? 3 : found->second;
}

std::string term_colour(const std::string &term)
{
    static const std::map<std::string, std::string> colours = {{"reconstruction", "var(--blue)"},
                                                               {"quality", "var(--blue)"},
                                                               {"kl", "var(--vermilion)"},
                                                               {"fairness", "var(--green)"},
                                                               {"label", "var(--pink)"}};
    const auto found = colours.find(term);
    return found == colours.end() ? "var(--muted)" : found->second;
}

std::string group_colour(std::size_t group) { return "var(--g" + std::to_string(group % 8) + ")"; }

} // namespace fairloom
