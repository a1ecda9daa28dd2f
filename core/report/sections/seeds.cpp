#include "core/report/report_numbers.h"
#include "core/report/report_plots.h"
#include "core/report/sections/sections.h"

namespace fairloom {

namespace {

struct Figure {
    const char *name, *guide;
    Metric OverSeeds::*mean;
    double OverSeeds::*deviation;
    Metric SeedFigures::*of_seed;
};

const std::vector<Figure> &figures()
{
    static const std::vector<Figure> all = {{"DPR", "dpr", &OverSeeds::dpr, &OverSeeds::dpr_sd, &SeedFigures::dpr},
                                            {"EOR", "eor", &OverSeeds::eor, &OverSeeds::eor_sd, &SeedFigures::eor},
                                            {"DPD", "dpd", &OverSeeds::dpd, &OverSeeds::dpd_sd, &SeedFigures::dpd},
                                            {"EOD", "eod", &OverSeeds::eod, &OverSeeds::eod_sd, &SeedFigures::eod},
                                            {FAIRLOOM_TEXT("Accuracy"), "accuracy", &OverSeeds::accuracy, &OverSeeds::accuracy_sd, &SeedFigures::accuracy},
                                            {"F1", "f1", &OverSeeds::f1, &OverSeeds::f1_sd, &SeedFigures::f1}};
    return all;
}

HtmlTable seeds_table(const ReportPage &page, const std::string &caption, const OverSeeds &over)
{
    FigureTable out(page, caption);
    out.table.head = {page.t(FAIRLOOM_TEXT("Training"))};
    std::vector<HtmlCell> mean = {page.t(FAIRLOOM_TEXT("Mean"))}, deviation = {page.t(FAIRLOOM_TEXT("Standard deviation"))};
    for (const Figure &figure : figures()) {
        out.table.head.push_back(out.head(figure.name, figure.guide));
        mean.push_back(out.figure(over.*figure.mean));
        deviation.push_back(over.*figure.mean ? fixed_text(over.*figure.deviation) : "\u2013");
    }
    out.table.rows = {mean, deviation};
    for (const SeedFigures &seed : over.each) {
        std::vector<HtmlCell> row = {page.t(Message(FAIRLOOM_TEXT("Seed %1"), {std::to_string(seed.seed)}))};
        for (const Figure &figure : figures())
            row.push_back(out.figure(seed.*figure.of_seed));
        out.table.rows.push_back(std::move(row));
    }
    return out.take();
}

} // namespace

void write_seeds(ReportPage &page)
{
    bool begun = false;
    for (const JudgedSet &set : judged_sets(page.result()))
        for (const auto &[source, result] : set.sources) {
            if (!result->over_seeds)
                continue;
            if (!begun) {
                page.section("seeds", FAIRLOOM_TEXT("Over several seeds"));
                page.paragraph(FAIRLOOM_TEXT("The same training was repeated with other seeds, and each was judged on the same test rows. The intervals of the means take in both that the "
                                             "test rows are a sample and that training comes out a little different each time"));
                begun = true;
            }
            plot_seeds(page, source, *result->over_seeds);
            page.table(seeds_table(page, page.set_title(set) + ", " + page.source_name(source), *result->over_seeds));
        }
}

} // namespace fairloom
