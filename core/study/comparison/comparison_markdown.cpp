#include "core/study/comparison/comparison_exports.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace fairloom {

namespace {

using F = ComparedFigure;

std::string escaped(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '<')
            out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
}

std::string row_of(const std::vector<std::string> &cells)
{
    std::string out = "|";
    for (const std::string &cell : cells)
        out += " " + cell + " |";
    return out + "\n";
}

std::string head_of(const std::vector<std::string> &cells)
{
    std::string out = row_of(cells) + "|---|";
    for (std::size_t i = 1; i < cells.size(); ++i)
        out += "---:|";
    return out + "\n";
}

std::string printed(F figure, const Spread &spread, std::size_t seeds)
{
    if (spread.n == 0)
        return "–";
    const ComparedFigureInfo &info = info_of(figure);
    Spread shown = spread;
    shown.mean *= info.shown_per_unit;
    shown.sd *= info.shown_per_unit;
    const int decimals = spread_decimals(shown, info.least_decimals, info.most_decimals);
    std::string out = spread.n < 2 ? fmt::format("{:.{}f}", shown.mean, info.most_decimals)
                                   : fmt::format("{:.{}f} ± {:.{}f}", shown.mean, decimals, shown.sd, decimals);
    return spread.n < seeds ? out + fmt::format(" ({} of {})", spread.n, seeds) : out;
}

/// " ▲" where the group is shown to be better than its reference, " ▼" where it is shown to be worse.
std::string mark_of(const PairedDifference *difference)
{
    if (!difference || !difference->shown())
        return "";
    return (*difference->difference.value > 0) == info_of(difference->figure).more_is_better ? " ▲" : " ▼";
}

std::string figures_of(const ComparisonTable &table, const std::vector<std::size_t> &groups, std::vector<F> figures)
{
    std::erase_if(figures, [&](F figure) {
        return std::none_of(groups.begin(), groups.end(), [&](std::size_t g) { return table.groups[g][figure].n > 0; });
    });
    std::vector<std::string> head{"setting", "seeds"};
    for (const F figure : figures)
        head.push_back(heading_of(figure));
    std::string out = head_of(head);
    for (const std::size_t g : groups) {
        const SeedGroup &group = table.groups[g];
        const bool reference = table.reference_of(g) == g;
        std::vector<std::string> cells{escaped(table.names[g].english()) + (reference ? " (reference)" : ""),
                                       std::to_string(group.seeds())};
        for (const F figure : figures)
            cells.push_back(printed(figure, group[figure], group.seeds()) + mark_of(table.difference_of(g, figure)));
        out += row_of(cells);
    }
    return out;
}

/// Empty where no group of the list is held against another.
std::string differences_of(const ComparisonTable &table, const std::vector<std::size_t> &groups)
{
    std::vector<std::string> head{"less the reference"};
    for (const F figure : headline_figures())
        head.push_back(heading_of(figure));
    std::string rows;
    for (const std::size_t g : groups) {
        std::vector<std::string> cells{escaped(table.names[g].english())};
        bool any = false;
        for (const F figure : headline_figures()) {
            const PairedDifference *found = table.difference_of(g, figure);
            const bool known = found && found->difference && found->difference.interval;
            cells.push_back(known ? fmt::format("{} ({} to {}){}", signed_figure(figure, *found->difference.value),
                                                signed_figure(figure, found->difference.interval->low),
                                                signed_figure(figure, found->difference.interval->high), mark_of(found))
                                  : "–");
            any = any || known;
        }
        if (any)
            rows += row_of(cells);
    }
    return rows.empty() ? rows : "\n" + head_of(head) + rows;
}

} // namespace

std::string groups_markdown(const ComparisonTable &table)
{
    std::vector<std::pair<std::string, std::vector<std::size_t>>> by_subject; // in the order of their first groups
    for (std::size_t g = 0; g < table.groups.size(); ++g) {
        std::string subject = subject_of(table.record_of(g));
        auto place = std::ranges::find(by_subject, subject, &std::pair<std::string, std::vector<std::size_t>>::first);
        if (place == by_subject.end())
            place = by_subject.insert(place, {std::move(subject), {}});
        place->second.push_back(g);
    }
    std::vector<F> figures = headline_figures();
    figures.insert(figures.end(), {F::auroc_latent, F::representation_accuracy, F::representation_dpr});
    const std::vector<F> costs{F::training_s, F::student_s, F::total_s, F::first_row_s, F::rows_per_s, F::peak_memory};
    std::string out;
    for (const auto &[subject, groups] : by_subject) {
        out += (out.empty() ? "### " : "\n### ") + escaped(subject) + "\n\n" + figures_of(table, groups, figures) + differences_of(table, groups);
        out += "\n" + figures_of(table, groups, costs);
    }
    return out + "\nMean ± standard deviation over seeds; " + judged_by(table.choice) +
           ". ▲ better and ▼ worse than the reference: the paired 95 % interval over common seeds excludes 0.\n";
}

} // namespace fairloom
