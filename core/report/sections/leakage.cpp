#include "core/report/report_numbers.h"
#include "core/report/sections/sections.h"

namespace fairloom {

namespace {

void add_probe(FigureTable &out, const std::string &source, HtmlCell name, const std::optional<ProbeResult> &probe)
{
    if (!probe)
        return;
    const bool permuted = probe->auroc && probe->null_high > probe->null_low; // else no permutations were drawn
    out.table.rows.push_back({source, std::move(name), out.figure(probe->auroc), permuted ? fixed_text(probe->null_low) + "\u2013" + fixed_text(probe->null_high) : "\u2013",
                              permuted ? p_text(probe->p_value) : "\u2013"});
}

void add_correlation(FigureTable &out, const std::string &source, HtmlCell name, const std::optional<DistanceCorrelation> &correlation)
{
    if (correlation)
        out.table.rows.push_back({source, std::move(name), fixed_text(correlation->value), "\u2013", p_text(correlation->p_value)});
}

} // namespace

void write_leakage(ReportPage &page)
{
    FigureTable out(page, page.t(FAIRLOOM_TEXT("How well the group can be told")));
    out.table.head = {page.t(FAIRLOOM_TEXT("Source")), page.t(FAIRLOOM_TEXT("Figure")), page.t(FAIRLOOM_TEXT("Value")), page.t(FAIRLOOM_TEXT("95 % of permutations")), "p"};
    out.table.numbers_from = 2;
    for (const auto &[name, source] : page.result().sources) {
        const std::string label = page.source_name(name);
        const LeakageResult &leakage = source.leakage;
        add_probe(out, label, out.head(FAIRLOOM_TEXT("AUROC of the group from the latent (0.5 is best)"), "auroc_latent"), leakage.latent);
        add_probe(out, label, out.head(FAIRLOOM_TEXT("AUROC of the source row's group from the generated row (0.5 is best)"), "auroc_source"), leakage.source);
        add_probe(out, label, out.head(FAIRLOOM_TEXT("AUROC of the group from the features (no target value)"), "auroc_features"), leakage.features);
        add_correlation(out, label, out.head(FAIRLOOM_TEXT("Distance correlation of latent and group (0 is best)"), "distance_correlation"),
                        leakage.latent_distance_correlation);
        add_correlation(out, label, out.head(FAIRLOOM_TEXT("Distance correlation of features and group (no target value)"), "distance_correlation_features"),
                        leakage.features_distance_correlation);
        // what the classifiers on the latent give in full, where they are known, stands under "Fairness"
        if (const auto &r = source.representation; r && r->classifiers.empty()) {
            const auto add = [&](const Message &figure, const char *guide, const Metric &metric) {
                out.table.rows.push_back({label, out.head(figure, guide), out.figure(metric), "\u2013", "\u2013"});
            };
            add(FAIRLOOM_TEXT("Logistic regression on the latent: accuracy"), "accuracy", r->accuracy);
            add(FAIRLOOM_TEXT("Logistic regression on the latent: DPR"), "dpr", r->dpr);
            add(FAIRLOOM_TEXT("Logistic regression on the latent: EOR"), "eor", r->eor);
        }
    }
    if (out.table.rows.empty())
        return;
    page.section("leakage", FAIRLOOM_TEXT("What gives the group away"));
    page.paragraph(page.imported() ? FAIRLOOM_TEXT("Features may go with the group, as they do in the real rows: read the generated rows' figures beside those of the real ones")
                                   : FAIRLOOM_TEXT("The latent should say nothing about the group. Features are made with the group in mind and may go with it, as they do in the real rows: "
                                                   "read the generated rows' figures beside those of the real ones"));
    page.table(out.take());
}

} // namespace fairloom
