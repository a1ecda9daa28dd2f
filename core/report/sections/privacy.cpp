#include "core/data/name_list.h"
#include "core/report/findings.h"
#include "core/report/report_numbers.h"
#include "core/report/sections/sections.h"

#include <algorithm>

namespace fairloom {

namespace {

/// Figures with all columns, and without the near-unique ones where there are any.
struct Variants {
    std::vector<const PrivacyFigures *> figures;
    std::vector<const MembershipAttack *> attacks;
};

Variants variants_of(const PrivacyResult &privacy)
{
    Variants out{{&privacy.all}, {&privacy.attack}};
    if (!privacy.near_unique.empty()) {
        out.figures.push_back(&privacy.without);
        out.attacks.push_back(&privacy.attack_without);
    }
    return out;
}

void add_distances(FigureTable &out, const Variants &variants)
{
    struct Row {
        Message name;
        const char *guide;
        double PrivacyFigures::*generated, PrivacyFigures::*holdout;
    };
    for (const Row &row : {Row{FAIRLOOM_TEXT("Distance to the closest training row, median"), "dcr_median", &PrivacyFigures::dcr_median, &PrivacyFigures::dcr_median_holdout},
                           Row{FAIRLOOM_TEXT("Distance to the closest training row, 5 % quantile"), "dcr_median", &PrivacyFigures::dcr_low, &PrivacyFigures::dcr_low_holdout},
                           Row{FAIRLOOM_TEXT("Nearest-neighbour distance ratio, median"), "nndr_median", &PrivacyFigures::nndr_median, &PrivacyFigures::nndr_median_holdout}}) {
        std::vector<HtmlCell> cells = {out.head(row.name, row.guide)};
        for (const PrivacyFigures *figures : variants.figures) {
            cells.push_back(fixed_text(figures->*row.generated));
            cells.push_back(fixed_text(figures->*row.holdout));
        }
        out.table.rows.push_back(std::move(cells));
    }
}

void add_shares(FigureTable &out, const ReportPage &page, const Variants &variants)
{
    std::vector<HtmlCell> copies = {out.head(FAIRLOOM_TEXT("Exact copies of training rows"), "exact_copies")},
                          identified = {out.head(FAIRLOOM_TEXT("Training rows that a generated row comes too near to"), "identifiability")},
                          linked = {out.head(FAIRLOOM_TEXT("Linked back to the source row"), "linkage")};
    for (const PrivacyFigures *figures : variants.figures) {
        copies.push_back(out.share(figures->exact_copies));
        copies.push_back(out.share(figures->exact_copies_holdout));
        identified.push_back(out.share(figures->identifiability));
        identified.push_back(out.share(figures->identifiability_holdout));
        linked.push_back(out.share(figures->linkage));
        linked.push_back(page.t(Message(FAIRLOOM_TEXT("%1 by chance"), {percent_text(figures->linkage_chance, 3)})));
    }
    out.table.rows.insert(out.table.rows.end(), {copies, identified, linked});
}

void add_attack(FigureTable &out, const ReportPage &page, const Message &suffix, const std::vector<const MembershipAttack *> &attacks)
{
    if (std::none_of(attacks.begin(), attacks.end(), [](const MembershipAttack *attack) { return attack->auroc || attack->advantage; }))
        return;
    std::vector<HtmlCell> auroc = {HtmlCell(page.t(Message(FAIRLOOM_TEXT("Membership attack, AUROC%1"), {page.t(suffix)})), "attack_auroc")},
                          advantage = {HtmlCell(page.t(Message(FAIRLOOM_TEXT("Membership attack, advantage%1"), {page.t(suffix)})), "attack_advantage")};
    for (const MembershipAttack *attack : attacks) {
        auroc.push_back(out.figure(attack->auroc));
        auroc.push_back(page.t(FAIRLOOM_TEXT("0.5 is guessing")));
        advantage.push_back(out.difference(attack->advantage));
        advantage.push_back(page.t(FAIRLOOM_TEXT("0 is guessing")));
    }
    out.table.rows.insert(out.table.rows.end(), {auroc, advantage});
}

HtmlTable privacy_table(const ReportPage &page, const std::string &source, const PrivacyResult &privacy)
{
    FigureTable out(page, page.t(Message(FAIRLOOM_TEXT("Nearness to training rows, %1"), {page.source_name(source)})));
    const Variants variants = variants_of(privacy);
    out.table.head = {page.t(FAIRLOOM_TEXT("Figure")), page.t(FAIRLOOM_TEXT("Generated rows")), page.t(FAIRLOOM_TEXT("Real held-out rows"))};
    if (variants.figures.size() > 1) {
        out.table.head.push_back(page.t(FAIRLOOM_TEXT("Generated rows, without near-unique columns")));
        out.table.head.push_back(page.t(FAIRLOOM_TEXT("Real held-out rows, without near-unique columns")));
    }
    add_distances(out, variants);
    add_shares(out, page, variants);
    add_attack(out, page, "", variants.attacks);
    if (privacy.attack_sources.auroc)
        add_attack(out, page, FAIRLOOM_TEXT(", source rows as members"), {&privacy.attack_sources});
    for (std::vector<HtmlCell> &row : out.table.rows)
        row.resize(out.table.head.size(), "\u2013");
    const PrivacyFigures &f = privacy.all;
    out.table.notes.push_back(page.t(Message(FAIRLOOM_TEXT("Looked at: %1 generated, %2 training and %3 held-out rows; the attack was scored on %4 members and %5 others."),
                                             {std::to_string(f.n), std::to_string(f.n_train), std::to_string(f.n_holdout), std::to_string(privacy.attack.members),
                                              std::to_string(privacy.attack.non_members)})));
    if (!privacy.near_unique.empty())
        out.table.notes.push_back(page.t(Message(FAIRLOOM_TEXT("Near-unique columns, in which nearly every row has a value of its own: %1."), {join_names(privacy.near_unique)})));
    return out.take();
}

HtmlTable memorisation_table(const ReportPage &page)
{
    HtmlTable table{page.t(FAIRLOOM_TEXT("Nearness to training pictures")),
                    {page.t(FAIRLOOM_TEXT("Source")), page.t(FAIRLOOM_TEXT("Median distance to the nearest training picture")), page.t(FAIRLOOM_TEXT("of held-out pictures")),
                     {page.t(FAIRLOOM_TEXT("Nearer than 99 % of held-out pictures")), "near_copies"}, {page.t(FAIRLOOM_TEXT("Copies")), "exact_copies"},
                     page.t(FAIRLOOM_TEXT("among held-out pictures")), page.t(FAIRLOOM_TEXT("Pictures"))},
                    {},
                    1,
                    {}};
    for (const auto &[name, source] : page.result().sources)
        if (const auto &m = source.memorisation)
            table.rows.push_back({page.source_name(name), fixed_text(m->median), fixed_text(m->median_holdout), share_text(m->near), share_text(m->copies),
                                  share_text(m->copies_holdout), std::to_string(m->generated)});
    return table;
}

std::vector<Message> caveats(const ReportPage &page)
{
    std::vector<Message> out = {
        FAIRLOOM_TEXT("Small distances alone are no harm and large ones no protection: what counts is how generated rows stand beside held-out rows, which cannot be copies"),
        FAIRLOOM_TEXT("None of these figures bounds what an attacker can find out. The attack that was tried is a simple one; that it fails proves nothing about better ones"),
        FAIRLOOM_TEXT("Without differential privacy there is no guarantee for any single person; people with rare combinations of values are at the greatest risk, and figures over "
                      "all rows do not show it")};
    if (!page.imported() && !page.result().rival && effective_sampler(page.result().settings) == "posterior")
        out.emplace_back(FAIRLOOM_TEXT("Each generated row derives from one real row, so a linkage above chance is expected and is a reason to treat the rows as personal data"));
    return out;
}

} // namespace

void write_privacy(ReportPage &page)
{
    const RunResult &result = page.result();
    const HtmlTable pictures = memorisation_table(page);
    const bool any = std::any_of(result.sources.begin(), result.sources.end(), [](const auto &source) { return source.second.privacy.has_value(); });
    if (!any && pictures.rows.empty())
        return;
    page.section("privacy", FAIRLOOM_TEXT("Privacy"));
    page.list(privacy_findings(result));
    for (const auto &[name, source] : result.sources)
        if (source.privacy)
            page.table(privacy_table(page, name, *source.privacy));
    if (!pictures.rows.empty()) {
        page.subsection(FAIRLOOM_TEXT("Copies of training pictures"));
        page.paragraph(FAIRLOOM_TEXT("Distances are those of a fixed random convolutional network. Held-out pictures cannot be copies: one in a hundred of them comes so near to a training "
                                     "picture, and where many more generated ones do, the model repeats what it was trained on"));
        page.table(pictures);
    }
    page.subsection(FAIRLOOM_TEXT("What these figures do not say"));
    page.list(caveats(page));
}

} // namespace fairloom
