#include "core/study/comparison/comparison_exports.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace fairloom {

namespace {

constexpr std::string_view nothing = "--";

/// Times and costs beside the headline figures, where a run has them.
std::vector<ComparedFigure> printed_figures(const ComparisonTable &table, const std::vector<std::size_t> &rows)
{
    std::vector<ComparedFigure> figures = headline_figures();
    figures.insert(figures.end(), {ComparedFigure::student_s, ComparedFigure::training_s, ComparedFigure::total_s});
    std::erase_if(figures, [&](ComparedFigure figure) {
        return std::none_of(rows.begin(), rows.end(), [&](std::size_t row) { return bool(table.rows[row][figure]); });
    });
    return figures;
}

std::string printed(ComparedFigure figure, double value, int decimals)
{
    const std::string text = fmt::format("{:.{}f}", value * info_of(figure).shown_per_unit, decimals);
    return text.starts_with('-') ? "$" + text + "$" : text;
}

std::string printed(ComparedFigure figure, const Spread &spread, std::size_t seeds, bool marked)
{
    if (spread.n == 0)
        return std::string(nothing);
    const ComparedFigureInfo &info = info_of(figure);
    Spread shown = spread;
    shown.sd *= info.shown_per_unit;
    const int decimals = spread_decimals(shown, info.least_decimals, info.most_decimals + 1);
    std::string out = spread.n < 2 ? printed(figure, spread.mean, info.most_decimals)
                                   : fmt::format("${:.{}f} \\pm {:.{}f}$", spread.mean * info.shown_per_unit, decimals, shown.sd, decimals);
    if (marked)
        out += "$^{*}$";
    if (spread.n < seeds)
        out += fmt::format(" ({} of {})", spread.n, seeds);
    return out;
}

bool on_several_data(const ComparisonTable &table, const std::vector<std::size_t> &rows)
{
    std::set<std::string> subjects;
    for (const std::size_t row : rows)
        subjects.insert(subject_of(*table.rows[row].run));
    return subjects.size() > 1;
}

std::vector<std::size_t> grouped_rows(const ComparisonTable &table)
{
    std::vector<std::size_t> out;
    for (const SeedGroup &group : table.groups)
        out.insert(out.end(), group.rows.begin(), group.rows.end());
    return out;
}

} // namespace

std::string latex_escaped(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '\\': out += "\\textbackslash{}"; break;
        case '~': out += "\\textasciitilde{}"; break;
        case '^': out += "\\textasciicircum{}"; break;
        case '<': out += "\\textless{}"; break;
        case '>': out += "\\textgreater{}"; break;
        case '|': out += "\\textbar{}"; break;
        case '"': out += "\\textquotedbl{}"; break;
        case '\n':
        case '\r':
        case '\t': out += ' '; break;
        case '&':
        case '%':
        case '$':
        case '#':
        case '_':
        case '{':
        case '}': out += '\\'; [[fallthrough]];
        default: out += c;
        }
    }
    return out;
}

std::string groups_latex(const ComparisonTable &table)
{
    const std::vector<std::size_t> rows = grouped_rows(table);
    const std::vector<ComparedFigure> figures = printed_figures(table, rows);
    const bool several = on_several_data(table, rows);
    std::string out = "% Needs \\usepackage{booktabs}. Mean \\pm standard deviation over seeds; " + judged_by(table.choice) + ".\n";
    out += fmt::format("\\begin{{tabular}}{{{}lr{}}}\n\\toprule\n", several ? "l" : "", std::string(figures.size(), 'r'));
    out += several ? "Data & Setting & Seeds" : "Setting & Seeds";
    for (const ComparedFigure figure : figures)
        out += " & " + latex_escaped(heading_of(figure));
    out += " \\\\\n\\midrule\n";
    bool any_marked = false;
    for (std::size_t g = 0; g < table.groups.size(); ++g) {
        const SeedGroup &group = table.groups[g];
        if (several)
            out += latex_escaped(subject_of(table.record_of(g))) + " & ";
        out += latex_escaped(table.names[g].english());
        if (table.reference_of(g) == g)
            out += " (reference)";
        out += fmt::format(" & {}", group.seeds());
        for (const ComparedFigure figure : figures) {
            const PairedDifference *difference = table.difference_of(g, figure);
            const bool marked = difference && difference->shown();
            any_marked = any_marked || marked;
            out += " & " + printed(figure, group[figure], group.seeds(), marked);
        }
        out += " \\\\\n";
    }
    out += "\\bottomrule\n";
    if (any_marked)
        out += fmt::format("\\multicolumn{{{}}}{{l}}{{\\footnotesize $^{{*}}$ differs from the reference: the paired 95\\,\\% interval over common seeds "
                           "excludes 0.}}\\\\\n",
                           figures.size() + (several ? 3 : 2));
    return out + "\\end{tabular}\n";
}

std::string runs_latex(const ComparisonTable &table)
{
    const std::vector<std::size_t> rows = table.written();
    const std::vector<ComparedFigure> figures = printed_figures(table, rows);
    const bool several = on_several_data(table, rows);
    std::string head = several ? "Run & Data & Method & Seed" : "Run & Method & Seed";
    for (const ComparedFigure figure : figures)
        head += " & " + latex_escaped(heading_of(figure));
    head += " \\\\\n\\midrule\n";
    std::string out = "% Needs \\usepackage{booktabs,longtable}. " + judged_by(table.choice) + ".\n";
    out += fmt::format("\\begin{{longtable}}{{{}lr{}}}\n\\toprule\n{}\\endhead\n\\bottomrule\n\\endlastfoot\n", several ? "ll" : "l",
                       std::string(figures.size(), 'r'), head);
    for (const std::size_t i : rows) {
        const ComparisonRow &row = table.rows[i];
        const RunRecord &run = *row.run;
        out += latex_escaped(run.name);
        if (several)
            out += " & " + latex_escaped(subject_of(run));
        out += fmt::format(" & {} & {}", latex_escaped(kind_label(run_kind(run)).english()), run.settings.seed);
        for (const ComparedFigure figure : figures) {
            const Metric &metric = row[figure];
            out += " & " + (metric ? printed(figure, *metric.value, info_of(figure).most_decimals) : std::string(nothing));
        }
        out += " \\\\\n";
    }
    return out + "\\end{longtable}\n";
}

} // namespace fairloom
