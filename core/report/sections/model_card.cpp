#include "core/report/report_numbers.h"
#include "core/report/report_plots.h"
#include "core/report/sections/sections.h"

#include <fmt/format.h>

#include <cmath>

namespace fairloom {

namespace {

HtmlTable teacher_table(const ReportPage &page)
{
    const TeacherSummary &teacher = page.result().teacher;
    const RunSettings &s = page.result().settings;
    HtmlTable table{page.t(FAIRLOOM_TEXT("Teacher")), {}, {}, 2, {}};
    const auto add = [&](const Message &name, const std::string &value) { table.rows.push_back({page.t(name), value}); };
    add(FAIRLOOM_TEXT("Kind"), page.t(FAIRLOOM_TEXT("variational autoencoder whose latent is held to say nothing about the group")));
    add(FAIRLOOM_TEXT("Parameters"), std::to_string(teacher.parameters));
    add(FAIRLOOM_TEXT("of these the encoder's"), std::to_string(teacher.encoder_parameters));
    add(FAIRLOOM_TEXT("Latent dimensions"), std::to_string(s.latent));
    add(FAIRLOOM_TEXT("Fairness, log10 beta"), to_text(s.log10_beta));
    add(FAIRLOOM_TEXT("Epochs finished"), std::to_string(teacher.epochs));
    add(FAIRLOOM_TEXT("Seconds per epoch"), fixed_text(teacher.seconds_per_epoch));
    table.rows.push_back({HtmlCell(page.t(FAIRLOOM_TEXT("Dependence of latent and group, centred V2")), "dependence"),
                          std::isfinite(teacher.dependence) ? fmt::format("{:.2g} (p = {})", teacher.dependence, p_text(teacher.dependence_p)) : "\u2013"});
    add(FAIRLOOM_TEXT("Collapsed latent space"), page.t(teacher.collapsed ? FAIRLOOM_TEXT("yes: the rows it makes say next to nothing") : FAIRLOOM_TEXT("no")));
    return table;
}

HtmlTable student_table(const ReportPage &page)
{
    const StudentSummary &student = page.result().student;
    const RunSettings &s = page.result().settings;
    HtmlTable table{page.t(FAIRLOOM_TEXT("Student")), {}, {}, 2, {}};
    const auto add = [&](const Message &name, const std::string &value) { table.rows.push_back({page.t(name), value}); };
    add(FAIRLOOM_TEXT("Kind"), page.t(student.kind == "generator" ? FAIRLOOM_TEXT("generator: makes latents out of noise") : FAIRLOOM_TEXT("encoder, smaller than the teacher's")));
    add(FAIRLOOM_TEXT("Distillation loss"), student.loss);
    add(FAIRLOOM_TEXT("Utility, lambda"), to_text(s.lambda));
    add(FAIRLOOM_TEXT("Parameters"), std::to_string(student.parameters));
    add(FAIRLOOM_TEXT("Epochs finished"), std::to_string(student.epochs));
    add(FAIRLOOM_TEXT("Sampler"), effective_sampler(s));
    return table;
}

HtmlTable rival_table(const ReportPage &page)
{
    const RivalSummary &rival = *page.result().rival;
    HtmlTable table{page.t(FAIRLOOM_TEXT("Method")), {}, {}, 2, {}};
    const auto add = [&](const Message &name, const std::string &value) { table.rows.push_back({page.t(name), value}); };
    add(FAIRLOOM_TEXT("Method"), rival.method);
    if (rival.parameters > 0)
        add(FAIRLOOM_TEXT("Parameters"), std::to_string(rival.parameters));
    if (rival.epochs > 0) {
        add(FAIRLOOM_TEXT("Epochs finished"), std::to_string(rival.epochs));
        add(FAIRLOOM_TEXT("Seconds per epoch"), fixed_text(rival.seconds_per_epoch));
    }
    return table;
}

HtmlTable cost_table(const ReportPage &page)
{
    const CostSummary &cost = *page.result().cost;
    HtmlTable table{page.t(FAIRLOOM_TEXT("What the method takes")), {}, {}, 1, {}};
    const auto add = [&](const Message &name, const std::string &value) { table.rows.push_back({page.t(name), value}); };
    add(FAIRLOOM_TEXT("Training, seconds"), fixed_text(cost.training_s, 1));
    if (cost.rows_per_s > 0) {
        add(FAIRLOOM_TEXT("First row, milliseconds"), fixed_text(cost.first_row_s * 1000, 1));
        add(FAIRLOOM_TEXT("Rows a second"), fixed_text(cost.rows_per_s, 0));
    }
    if (cost.peak_memory_bytes > 0)
        add(FAIRLOOM_TEXT("Memory at most, megabytes"), fixed_text(cost.peak_memory_bytes / 1e6, 0));
    return table;
}

std::vector<Message> limits(const RunResult &result)
{
    std::vector<Message> out = {
        FAIRLOOM_TEXT("Made for studying and reducing bias in data, for teaching, and as training data where the figures above have been judged good enough for the purpose"),
        FAIRLOOM_TEXT("Not made for decisions about single people, for publishing as anonymous data, or for groups and purposes that were not judged here"),
        FAIRLOOM_TEXT("It knows nothing that the training rows do not say: errors, gaps and injustices of the data other than the dependence on the sensitive columns remain"),
        FAIRLOOM_TEXT("Equal selection and equal error rates cannot be had at once where base rates differ: which of them matters is for people to decide")};
    if (!result.rival && result.settings.log10_beta == 0)
        out.emplace_back(FAIRLOOM_TEXT("The fairness term was switched off in this run"));
    return out;
}

} // namespace

void write_model_card(ReportPage &page)
{
    const RunResult &result = page.result();
    const bool curves = !page.curves().points_since(CurveStage::teacher, 0).empty() || !page.curves().points_since(CurveStage::student, 0).empty();
    const bool teacher = result.teacher.parameters > 0, student = result.student.parameters > 0;
    if (page.imported() || (!teacher && !student && !result.rival && !curves))
        return;
    page.section("model", FAIRLOOM_TEXT("Model card"));
    if (result.rival)
        page.table(rival_table(page));
    else
        page.paragraph(FAIRLOOM_TEXT("A teacher learns to condense each row to a latent that says as little as possible about the group, and to decode it again; a smaller student learns to make the "
                                 "same latents. New rows are decoded from latents with a group that was drawn independently of them"));
    if (teacher)
        page.table(teacher_table(page));
    if (student)
        page.table(student_table(page));
    if (result.cost)
        page.table(cost_table(page));
    if (curves) {
        page.subsection(FAIRLOOM_TEXT("Training"));
        plot_losses(page);
    }
    page.subsection(FAIRLOOM_TEXT("Intended use and limits"));
    page.list(limits(result));
}

} // namespace fairloom
