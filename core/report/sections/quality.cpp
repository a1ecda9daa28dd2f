#include "core/report/report_numbers.h"
#include "core/report/findings.h"
#include "core/report/report_plots.h"
#include "core/report/sections/sections.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t most_quality_columns = 60;
constexpr std::size_t most_quality_groups = 7;

using Sources = std::vector<std::pair<std::string, const SourceResult *>>;

template <typename Wanted>
Sources sources_with(const RunResult &result, Wanted wanted)
{
    Sources out;
    for (const auto &[name, source] : result.sources)
        if (wanted(source))
            out.emplace_back(name, &source);
    return out;
}

Metric with_interval(double value, const std::optional<Interval> &interval)
{
    Metric out(value);
    out.interval = interval;
    return out;
}

HtmlTable neighbourhood_table(const ReportPage &page)
{
    FigureTable out(page, page.t(FAIRLOOM_TEXT("Neighbourhoods of real and generated rows")));
    out.table.head = {page.t(FAIRLOOM_TEXT("Source")),
                      page.t(FAIRLOOM_TEXT("Against")),
                      out.head(FAIRLOOM_TEXT("Density"), "density"),
                      out.head(FAIRLOOM_TEXT("Coverage"), "coverage"),
                      out.head(FAIRLOOM_TEXT("Precision"), "quality_precision"),
                      out.head(FAIRLOOM_TEXT("Recall"), "quality_recall"),
                      page.t(FAIRLOOM_TEXT("Real rows")),
                      page.t(FAIRLOOM_TEXT("Rows of the source"))};
    out.table.numbers_from = 2;
    int k = 5;
    for (const auto &[name, source] : page.result().sources) {
        if (!source.quality)
            continue;
        const auto add = [&, label = page.source_name(name)](const Message &against, const Quality &q, const std::optional<Interval> &density,
                                                             const std::optional<Interval> &coverage) {
            k = q.k;
            out.table.rows.push_back({label, page.t(against), out.figure(with_interval(q.density, density)), out.figure(with_interval(q.coverage, coverage)),
                                      fixed_text(q.precision), fixed_text(q.recall), std::to_string(q.n_real), std::to_string(q.n_synthetic)});
        };
        add(FAIRLOOM_TEXT("training rows"), source.quality->train, source.quality->density_interval, source.quality->coverage_interval);
        add(FAIRLOOM_TEXT("held-out rows"), source.quality->holdout, {}, {});
    }
    out.table.notes.push_back(page.t(Message(FAIRLOOM_TEXT("A neighbourhood reaches as far as the nearest %1 rows. Of the real source, held-out rows stand for rows as good as can be."),
                                             {std::to_string(k)})));
    return out.take();
}

/// One row of figures, a column for each source.
template <typename Cell>
void add_row(FigureTable &out, HtmlCell name, const Sources &sources, Cell cell)
{
    std::vector<HtmlCell> row = {std::move(name)};
    for (const auto &[source, result] : sources)
        row.push_back(cell(*result));
    out.table.rows.push_back(std::move(row));
}

void add_support(FigureTable &out, const Sources &sources)
{
    const auto add = [&](const Message &name, const char *guide, double SupportQuality::*figure) {
        add_row(out, out.head(name, guide), sources, [&](const SourceResult &s) { return s.support ? fixed_text((*s.support).*figure) : std::string("\u2013"); });
    };
    add(FAIRLOOM_TEXT("Alpha-precision"), "alpha_precision", &SupportQuality::alpha_precision);
    add(FAIRLOOM_TEXT("Beta-recall"), "beta_recall", &SupportQuality::beta_recall);
    add(FAIRLOOM_TEXT("Authenticity"), "authenticity", &SupportQuality::authenticity);
    add_row(out, out.head(FAIRLOOM_TEXT("Authenticity as published"), "authenticity_published"), sources,
            [&](const SourceResult &s) { return s.support ? out.figure(s.support->authenticity_published) : std::string("\u2013"); });
}

void add_two_sample(FigureTable &out, const ReportPage &page, const Sources &sources)
{
    const auto of_test = [](auto text) { return [text](const SourceResult &s) { return s.two_sample ? text(*s.two_sample) : std::string("\u2013"); }; };
    add_row(out, out.head(FAIRLOOM_TEXT("Telling them from real rows, AUROC"), "two_sample_auroc"), sources,
            of_test([&](const TwoSampleTest &t) { return out.figure(t.auroc); }));
    add_row(out, page.t(FAIRLOOM_TEXT("The same, accuracy")), sources, of_test([&](const TwoSampleTest &t) { return out.figure(t.accuracy); }));
    add_row(out, page.t(FAIRLOOM_TEXT("The same, p")), sources, of_test([&](const TwoSampleTest &t) { return t.accuracy ? p_text(t.p_value) : std::string("\u2013"); }));
    add_row(out, page.t(FAIRLOOM_TEXT("The same, rows scored")), sources, of_test([](const TwoSampleTest &t) { return std::to_string(t.n_scored); }));
}

void add_marginals(FigureTable &out, const ReportPage &page, const Sources &sources)
{
    const auto of_marginals = [](auto text) { return [text](const SourceResult &s) { return s.marginals ? text(*s.marginals) : std::string("\u2013"); }; };
    add_row(out, out.head(FAIRLOOM_TEXT("Distance of columns' distributions, mean"), "marginal_distance"), sources,
            of_marginals([](const MarginalResult &m) { return fixed_text(m.mean); }));
    add_row(out, out.head(FAIRLOOM_TEXT("Difference of associations, mean"), "association_difference"), sources,
            of_marginals([](const MarginalResult &m) { return fixed_text(m.associations.mean); }));
    add_row(out, out.head(FAIRLOOM_TEXT("Difference of associations, largest"), "association_difference"), sources,
            of_marginals([](const MarginalResult &m) { return fixed_text(m.associations.largest); }));
    add_row(out, page.t(FAIRLOOM_TEXT("between the columns")), sources, of_marginals([](const MarginalResult &m) {
                return m.associations.pairs == 0 ? std::string("\u2013") : m.associations.first + ", " + m.associations.second;
            }));
}

/// The real source's figures are those of its held-out rows.
std::string column_name(const ReportPage &page, const std::string &source) { return source == "real" ? page.t(FAIRLOOM_TEXT("real, held out")) : page.source_name(source); }

HtmlTable depth_table(const ReportPage &page, const Sources &sources)
{
    FigureTable out(page, page.t(FAIRLOOM_TEXT("Against real training rows")));
    out.table.head = {page.t(FAIRLOOM_TEXT("Figure"))};
    for (const auto &[name, source] : sources)
        out.table.head.push_back(column_name(page, name));
    add_support(out, sources);
    add_two_sample(out, page, sources);
    add_marginals(out, page, sources);
    return out.take();
}

/// Columns in the order of their distance where not all are shown.
std::vector<std::size_t> shown_columns(const MarginalResult &marginals)
{
    std::vector<std::size_t> order(marginals.columns.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    if (order.size() > most_quality_columns) {
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return marginals.columns[a].all.value.value_or(-1) > marginals.columns[b].all.value.value_or(-1);
        });
        order.resize(most_quality_columns);
    }
    return order;
}

HtmlTable columns_table(const ReportPage &page, const Sources &sources, const MarginalResult &leading)
{
    FigureTable out(page, page.t(FAIRLOOM_TEXT("Distance of each column's distribution from the real one")));
    out.table.head = {page.t(FAIRLOOM_TEXT("Column"))};
    for (const auto &[name, source] : sources)
        out.table.head.push_back({column_name(page, name), "marginal_distance"});
    for (const std::size_t c : shown_columns(leading))
        add_row(out, leading.columns[c].column, sources, [&](const SourceResult &s) {
            return s.marginals && c < s.marginals->columns.size() ? out.figure(s.marginals->columns[c].all) : std::string("\u2013");
        });
    return out.take();
}

HtmlTable group_columns_table(const ReportPage &page, const std::string &source, const MarginalResult &marginals)
{
    FigureTable out(page, page.t(Message(FAIRLOOM_TEXT("The same inside each group, %1"), {page.source_name(source)})));
    out.table.head = {page.t(FAIRLOOM_TEXT("Column"))};
    const ClassifierResult *judged = headline(page.result(), source);
    const std::size_t all = judged ? judged->fairness.groups.size() : 0;
    for (std::size_t g = 0; g < std::min(all, most_quality_groups); ++g)
        out.table.head.push_back({judged->fairness.groups[g].group.name, "marginal_distance"});
    for (const std::size_t c : shown_columns(marginals)) {
        std::vector<HtmlCell> row = {marginals.columns[c].column};
        for (std::size_t g = 0; g + 1 < out.table.head.size() && g < marginals.columns[c].groups.size(); ++g)
            row.push_back(out.figure(marginals.columns[c].groups[g]));
        out.table.rows.push_back(std::move(row));
    }
    if (all > most_quality_groups)
        out.table.notes.push_back(page.t(Message(FAIRLOOM_TEXT("The first %1 of %2 groups; all stand in run.json."), {std::to_string(most_quality_groups), std::to_string(all)})));
    return out.take();
}

void write_depth(ReportPage &page)
{
    const Sources sources = sources_with(page.result(), [](const SourceResult &s) { return s.support || s.two_sample || s.marginals; });
    if (sources.empty())
        return;
    page.subsection(FAIRLOOM_TEXT("In depth"));
    page.paragraph(FAIRLOOM_TEXT("Read each figure beside that of real held-out rows, which are as good as generated rows can be: perfect rows do not score 1 everywhere"));
    page.table(depth_table(page, sources));
    const Sources with_marginals = sources_with(page.result(), [](const SourceResult &s) { return s.marginals.has_value(); });
    if (with_marginals.empty())
        return;
    const SourceResult *generated = page.result().source(page.generated());
    const MarginalResult &leading = generated && generated->marginals ? *generated->marginals : *with_marginals.front().second->marginals;
    page.table(columns_table(page, with_marginals, leading));
    if (generated && generated->marginals)
        page.table(group_columns_table(page, page.generated(), *generated->marginals));
    if (leading.columns.size() > most_quality_columns)
        page.muted(Message(FAIRLOOM_TEXT("The %1 columns with the largest distance of %2; all stand in run.json"), {std::to_string(most_quality_columns), std::to_string(leading.columns.size())}));
}

} // namespace

void write_quality(ReportPage &page)
{
    const RunResult &result = page.result();
    if (std::none_of(result.sources.begin(), result.sources.end(),
                     [](const auto &s) { return s.second.quality || s.second.support || s.second.two_sample || s.second.marginals; }))
        return;
    page.section("quality", page.pictures() ? FAIRLOOM_TEXT("Quality of the generated pictures") : FAIRLOOM_TEXT("Quality of the generated rows"));
    page.paragraph(FAIRLOOM_TEXT("Density and coverage compare the neighbourhoods of real and generated rows; the same figures against held-out rows stand beside them, so that copying "
                                 "would show"));
    plot_quality(page);
    page.table(neighbourhood_table(page));
    write_depth(page);
}

} // namespace fairloom
