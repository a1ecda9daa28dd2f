#include "core/report/report_style.h"

#include <array>
#include <map>

namespace fairloom {

const char *report_style()
{
    return R"css(
:root { color-scheme: light dark; --window: #f4f5f7; --surface: #ffffff; --border: #dde1e6; --text: #1c2229; --muted: #68727e;
  --accent: #2563c9; --shade: #e8f6f1; --warn: #fdf3dc; --warnline: #c98a00;
  --real: #7a828c; --control: #a58b5c; --joint: #d2c09a; --teacher: #8a5cd1; --student: #009e73;
  --blue: #2563c9; --vermilion: #d55e00; --green: #009e73; --pink: #c4609c;
  --g0: #0072b2; --g1: #e69f00; --g2: #009e73; --g3: #cc79a7; --g4: #56b4e9; --g5: #d55e00; --g6: #b8a800; --g7: #7a828c; }
@media (prefers-color-scheme: dark) { :root { --window: #1b1e23; --surface: #23272e; --border: #363c45; --text: #e6e9ed;
  --muted: #98a2ae; --accent: #6ea3ff; --shade: #1f332d; --warn: #3a3120; --warnline: #e0a93b;
  --real: #98a2ae; --control: #c9b48d; --joint: #8d7f60; --teacher: #b18cf0; --student: #2cc295; --blue: #6ea3ff; --vermilion: #ff8b3d;
  --green: #2cc295; --pink: #e08fc0; --g0: #3f9bd8; --g6: #e6d84a; --g7: #98a2ae; } }
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
@media print { :root { color-scheme: light; --window: #fff; --surface: #fff; --text: #000; --muted: #444; --border: #bbb;
  --shade: #e8f6f1; --warn: #fff; --real: #7a828c; --control: #a58b5c; --joint: #d2c09a; --teacher: #8a5cd1; --student: #009e73; --g0: #0072b2; }
  @page { margin: 16mm 14mm; } body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  .card, figure, tr, .note { break-inside: avoid; } h2, h3, caption { break-after: avoid; }
  .pair { grid-template-columns: 1fr 1fr; } .scroll { overflow: visible; } table { font-size: 8.5pt; } th, td { padding-right: 8px; } }
)css";
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
