#include "core/base/version.h"
#include "core/study/comparison/comparison_exports.h"
#include "core/study/metric_json.h"

#include <variant>

namespace fairloom {

namespace {

Json compared_settings_json(const RunSettings &of_run)
{
    RunSettings settings = of_run;
    Json out = Json::object();
    for (const Setting &setting : run_setting_descriptions())
        std::visit([&](auto *value) { out[setting.key] = *value; }, setting.field(settings));
    return out;
}

Json task_json(const Task &task)
{
    return {{"sensitive", task.sensitive}, {"target", task.target}, {"positive", task.positive}};
}

Json data_json(const RunRecord &run)
{
    Json out = {{"name", run.data_name}, {"sha256", run.data_sha256}};
    if (!run.test_sha256.empty())
        out["test_sha256"] = run.test_sha256;
    return out;
}

Json run_json(const ComparisonRow &row)
{
    const RunRecord &run = *row.run;
    Json figures = Json::object();
    for (const ComparedFigureInfo &info : compared_figures())
        put_metric(figures, info.key, row[info.figure]);
    Json out = {{"name", run.name},       {"study", run.study},         {"variant", run.variant},  {"state", run.state},
                {"created", run.created}, {"finished", run.finished},   {"version", run.version},  {"data", data_json(run)},
                {"task", task_json(run.task)}, {"settings", compared_settings_json(run.settings)}};
    if (!run.judged_file.empty())
        out["judged_file"] = run.judged_file;
    if (!run.problem.empty())
        out["problem"] = run.problem;
    out["source"] = row.source.empty() ? Json(nullptr) : Json(row.source);
    out["figures"] = std::move(figures);
    out["tags"] = run.tags;
    out["note"] = run.note;
    return out;
}

Json group_json(const ComparisonTable &table, std::size_t g)
{
    const SeedGroup &group = table.groups[g];
    const RunRecord &run = table.record_of(g);
    Json runs = Json::array(), seeds = Json::array(), figures = Json::object();
    for (const std::size_t row : group.rows)
        runs.push_back(table.rows[row].run->name);
    for (const std::size_t row : group.draws)
        seeds.push_back(table.rows[row].run->settings.seed);
    for (const ComparedFigureInfo &info : compared_figures()) {
        const Spread &spread = group[info.figure];
        if (spread.n > 0)
            figures[info.key] = {{"mean", spread.mean}, {"sd", spread.n > 1 ? Json(spread.sd) : Json(nullptr)}, {"low", spread.low}, {"high", spread.high},
                                 {"n", spread.n}};
    }
    return {{"name", table.names[g].english()}, {"kind", table.names[g].kind}, {"study", run.study}, {"variant", run.variant}, {"data", data_json(run)},
            {"task", task_json(run.task)},      {"runs", std::move(runs)},     {"seeds", std::move(seeds)}, {"settings", compared_settings_json(run.settings)},
            {"figures", std::move(figures)}};
}

Json difference_json(const ComparisonTable &table, const PairedDifference &difference)
{
    const std::string group = table.names[difference.group].english(), reference = table.names[difference.reference].english();
    Json out = {{"group", group}, {"reference", reference}, {"figure", info_of(difference.figure).key}, {"seeds", difference.seeds}};
    out["data"] = table.record_of(difference.group).data_name;
    put_metric(out, "difference", difference.difference);
    if (difference.difference) {
        out["p_value"] = difference.p_value;
        out["p_holm"] = difference.p_holm;
    }
    out["shown"] = difference.shown();
    out["sentence"] = difference_sentence(difference, group, reference).english() + ".";
    return out;
}

} // namespace

std::string comparison_json(const ComparisonTable &table)
{
    Json out = {{"fairloom", version()}};
    out["choice"] = {{"source", table.choice.source.empty() ? "generated" : table.choice.source},
                     {"protocol", table.choice.protocol},
                     {"classifier", table.choice.classifier}};
    out["reference"] = table.reference < table.groups.size() ? Json(table.names[table.reference].english()) : Json(nullptr);
    Json groups = Json::array(), differences = Json::array(), runs = Json::array();
    for (std::size_t g = 0; g < table.groups.size(); ++g)
        groups.push_back(group_json(table, g));
    for (const PairedDifference &difference : table.differences)
        differences.push_back(difference_json(table, difference));
    for (const std::size_t row : table.written())
        runs.push_back(run_json(table.rows[row]));
    out["groups"] = std::move(groups);
    out["differences"] = std::move(differences);
    out["runs"] = std::move(runs);
    return document_text(out);
}

} // namespace fairloom
