#include "core/data/name_list.h"
#include "core/report/findings.h"
#include "core/report/report_numbers.h"
#include "core/report/sections/sections.h"

namespace fairloom {

namespace {

constexpr std::size_t most_bad = 20;

HtmlTable facts(const ReportPage &page)
{
    const DatasetSummary &d = page.result().dataset;
    const Task &task = page.result().task;
    HtmlTable table{page.t(FAIRLOOM_TEXT("The data")), {}, {}, 2, {}};
    const auto add = [&](const Message &name, const std::string &value) {
        if (!value.empty())
            table.rows.push_back({page.t(name), value});
    };
    add(FAIRLOOM_TEXT("Name"), d.name);
    add(FAIRLOOM_TEXT("Where they come from"), d.source);
    add(FAIRLOOM_TEXT("Test file"), d.test_source);
    add(FAIRLOOM_TEXT("Recipe"), d.recipe);
    add(page.pictures() ? FAIRLOOM_TEXT("Training pictures") : FAIRLOOM_TEXT("Training rows"), std::to_string(d.rows));
    add(page.pictures() ? FAIRLOOM_TEXT("Held-out pictures") : FAIRLOOM_TEXT("Held-out rows"), std::to_string(d.test_rows));
    add(FAIRLOOM_TEXT("Columns"), std::to_string(d.columns));
    add(FAIRLOOM_TEXT("Sensitive"), join_names(task.sensitive));
    add(FAIRLOOM_TEXT("Target"), task.target);
    add(FAIRLOOM_TEXT("Favourable value"), task.positive);
    add("SHA-256", d.sha256);
    add(FAIRLOOM_TEXT("SHA-256 of the test file"), d.test_sha256);
    for (const Message &note : d.notes)
        add(FAIRLOOM_TEXT("Note"), page.t(note));
    return table;
}

HtmlTable account_table(const ReportPage &page)
{
    const RowAccount &a = page.result().dataset.account;
    HtmlTable table{page.t(FAIRLOOM_TEXT("What of the files is not in the tables, or not as it was")), {page.t(FAIRLOOM_TEXT("What")), page.t(FAIRLOOM_TEXT("How many"))}, {}, 1, {}};
    const std::pair<Message, std::size_t> lines[] = {{FAIRLOOM_TEXT("Lines that are no rows, passed over"), a.bad_lines},
                                                     {FAIRLOOM_TEXT("Rows that a filter left out"), a.filtered},
                                                     {FAIRLOOM_TEXT("Rows left out for a missing value"), a.dropped_missing},
                                                     {FAIRLOOM_TEXT("Pictures that are missing or cannot be read"), a.bad_pictures},
                                                     {FAIRLOOM_TEXT("Pictures that no row tells anything about"), a.unlabelled},
                                                     {FAIRLOOM_TEXT("Rows left out"), a.left_out()},
                                                     {FAIRLOOM_TEXT("Missing values that another took the place of"), a.imputed_values},
                                                     {FAIRLOOM_TEXT("Values of rare categories that became \"(other)\""), a.grouped_values}};
    for (const auto &[name, count] : lines)
        if (count > 0 || name.text == "Rows left out")
            table.rows.push_back({page.t(name), std::to_string(count)});
    return table;
}

HtmlTable bad_table(const ReportPage &page)
{
    const DatasetSummary &d = page.result().dataset;
    HtmlTable table{page.t(FAIRLOOM_TEXT("The first of what could not be read")), {page.t(FAIRLOOM_TEXT("Where")), page.t(FAIRLOOM_TEXT("Why"))}, {}, 2, {}};
    for (const BadLine &line : d.bad_lines)
        if (table.rows.size() < most_bad)
            table.rows.push_back({page.t(Message(FAIRLOOM_TEXT("line %1"), {std::to_string(line.line)})),
                                  line.expected == 0 ? page.t(FAIRLOOM_TEXT("no row can be read from it"))
                                                     : page.t(Message(FAIRLOOM_TEXT("%1 fields where the others have %2"),
                                                                      {std::to_string(line.fields), std::to_string(line.expected)}))});
    for (const BadPicture &picture : d.bad_pictures)
        if (table.rows.size() < most_bad)
            table.rows.push_back({picture.name, page.t(picture.reason)});
    return table;
}

/// Who is in the held-out rows, whatever a classifier makes of them.
HtmlTable people_table(const ReportPage &page)
{
    FigureTable out(page, page.t(FAIRLOOM_TEXT("Groups in the held-out rows")));
    out.table.head = {page.t(FAIRLOOM_TEXT("Group")), page.t(FAIRLOOM_TEXT("Rows")), page.t(FAIRLOOM_TEXT("Share")), out.head(FAIRLOOM_TEXT("Base rate"), "base_rate")};
    const ClassifierResult *judged = headline(page.result(), page.result().source("real") ? "real" : page.generated());
    if (!judged)
        return {};
    std::size_t all = 0;
    for (const GroupRates &group : judged->fairness.groups)
        all += group.n;
    for (const GroupRates &group : judged->fairness.groups)
        out.table.rows.push_back({group.group.name, std::to_string(group.n), all == 0 ? "\u2013" : share_text(static_cast<double>(group.n) / static_cast<double>(all)),
                                  out.figure(group.base_rate)});
    return out.take();
}

} // namespace

void write_data_sheet(ReportPage &page)
{
    page.section("data", FAIRLOOM_TEXT("Data sheet"));
    page.paragraph(page.imported() ? FAIRLOOM_TEXT("The real rows that the imported ones are judged by; the imported rows come from elsewhere, and nothing is known here of how they were made")
                                   : FAIRLOOM_TEXT("The real rows that the models were trained on and that everything was judged by"));
    page.table(facts(page));
    page.table(account_table(page));
    page.table(bad_table(page));
    page.table(people_table(page));
}

} // namespace fairloom
