#include "app/cli/inspection.h"

#include "app/cli/errors.h"
#include "app/cli/text_table.h"
#include "core/data/name_list.h"
#include "core/data/picture_set.h"
#include "core/data/sample_source.h"
#include "core/metrics/distribution.h"
#include "core/metrics/intervals.h"
#include "core/metrics/target_leaks.h"
#include "core/study/account_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace fairloom::cli {

namespace {

Role role_in(const Column &column, const Task &task)
{
    if (is_one_of(column.name, task.sensitive))
        return Role::sensitive;
    return column.name == task.target ? Role::target : column.role;
}

ColumnFacts facts_of(const Column &column, const Task &task)
{
    ColumnFacts facts;
    facts.column = &column;
    facts.role = role_in(column, task);
    facts.rows = column.rows();
    facts.missing = column.missing_count();
    if (column.pictures) {
        facts.distinct = std::set<std::int32_t>(column.codes.begin(), column.codes.end()).size();
        return facts;
    }
    if (column.type == ColumnType::category) {
        std::vector<std::size_t> counts(column.categories.size());
        for (const std::int32_t code : column.codes)
            if (code >= 0 && code != column.missing_code)
                ++counts[static_cast<std::size_t>(code)];
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] > 0)
                facts.most_frequent.emplace_back(column.categories[i], counts[i]);
        facts.distinct = facts.most_frequent.size();
        std::stable_sort(facts.most_frequent.begin(), facts.most_frequent.end(),
                         [](const auto &a, const auto &b) { return a.second > b.second; });
        facts.most_frequent.resize(std::min<std::size_t>(facts.most_frequent.size(), 12));
        return facts;
    }
    std::vector<double> values;
    for (const double value : column.numbers)
        if (!std::isnan(value))
            values.push_back(value);
    if (values.empty())
        return facts;
    std::sort(values.begin(), values.end());
    facts.minimum = values.front();
    facts.maximum = values.back();
    for (const double value : values)
        facts.mean += value / static_cast<double>(values.size());
    facts.distinct = static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
    return facts;
}

/// Numbers shortly, dates as the file has them.
std::string shown(const Column &column, double value)
{
    return column.meaning() == ColumnKind::date ? column.spell(value) : to_text(value);
}

void count(const LabelledTable &rows, std::vector<GroupFacts> &groups)
{
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        GroupFacts &group = groups[static_cast<std::size_t>(rows.group[i])];
        ++group.rows;
        group.positives += rows.label[i];
    }
}

} // namespace

Inspection inspect(const Dataset &data, const Task &task, Progress &progress, std::stop_token stop)
{
    Inspection out;
    out.data = &data;
    out.task = task;
    for (const Column &column : data.table.columns)
        out.columns.push_back(facts_of(column, task));
    for (std::size_t c = 0; c < data.reasons.size(); ++c)
        out.columns[c].reason = &data.reasons[c];
    if (!task.sensitive.empty() && !task.target.empty() && !task.positive.empty()) {
        const Problem problem = make_problem(data, task, 1);
        for (const Group &group : problem.groups)
            out.groups.push_back({group, 0, 0, {}});
        count(problem.train, out.groups);
        if (problem.test_was_split_off)
            count(problem.test, out.groups);
        for (GroupFacts &group : out.groups)
            group.base_rate = wilson_rate(group.positives, group.rows);
        out.warnings = problem.warnings;
        for (const TargetLeak &leak : find_target_leaks(problem, {}, progress, stop))
            out.warnings.push_back(leak.warning);
    } else {
        // A part of the task may be wrong even if the rest is not known yet.
        for (const std::string &column : task.sensitive)
            data.table.index_of(column);
        if (!task.target.empty())
            data.table.index_of(task.target);
    }
    if (data.recipe.empty() && !is_sample_source(data.source))
        if (const auto recipe = recognise_recipe(data.source))
            out.recipe_that_fits = recipe->name;
    return out;
}

std::string inspection_json(const Inspection &inspection)
{
    using Json = nlohmann::ordered_json;
    const Dataset &data = *inspection.data;
    const auto english = [](const std::vector<Message> &messages) {
        Json out = Json::array();
        for (const Message &message : messages)
            out.push_back(text(message));
        return out;
    };
    Json out = {{"name", data.name},
                {"source", data.source},
                {"recipe", data.recipe.empty() ? Json(nullptr) : Json(data.recipe)},
                {"rows", data.table.rows()},
                {"test_rows", data.test ? data.test->rows() : 0}};
    put_account(out, data.account);
    if (data.table.picture_column())
        out["bad_pictures"] = bad_pictures_json(data.bad_pictures);
    out["sha256"] = data.sha256;
    out["columns"] = Json::array();
    for (const ColumnFacts &facts : inspection.columns) {
        Json column = {{"name", facts.column->name},
                       {"type", to_string(facts.column->meaning())},
                       {"role", to_string(facts.role)},
                       {"type_reason", facts.reason ? Json(text(facts.reason->type)) : Json(nullptr)},
                       {"role_reason", facts.reason ? Json(text(facts.reason->role)) : Json(nullptr)},
                       {"missing", facts.missing},
                       {"missing_share", facts.rows ? static_cast<double>(facts.missing) / static_cast<double>(facts.rows) : 0.0},
                       {"distinct", facts.distinct}};
        if (facts.column->type == ColumnType::number && facts.distinct > 0) {
            column["minimum"] = facts.minimum;
            column["maximum"] = facts.maximum;
            column["mean"] = facts.mean;
            column["decimals"] = facts.column->decimals;
        }
        if (facts.column->pictures) {
            column["width"] = facts.column->pictures->width;
            column["height"] = facts.column->pictures->height;
        } else if (facts.column->type == ColumnType::category) {
            column["values"] = Json::array();
            for (const auto &[value, rows] : facts.most_frequent)
                column["values"].push_back({{"value", value}, {"rows", rows}});
        }
        out["columns"].push_back(std::move(column));
    }
    out["sensitive"] = inspection.task.sensitive;
    out["target"] = inspection.task.target;
    out["positive"] = inspection.task.positive;
    out["groups"] = Json::array();
    for (const GroupFacts &facts : inspection.groups) {
        Json values = Json::object();
        for (const auto &[column, value] : facts.group.values)
            values[column] = value;
        Json group = {{"group", facts.group.name}, {"values", values}, {"n", facts.rows}, {"positives", facts.positives}};
        group["base_rate"] = facts.base_rate ? Json(*facts.base_rate.value) : Json(nullptr);
        if (!facts.base_rate)
            group["base_rate_undefined"] = text(facts.base_rate.undefined);
        if (const auto &interval = facts.base_rate.interval)
            group["base_rate_interval"] = {{"lo", interval->low}, {"hi", interval->high}, {"level", interval->level},
                                           {"resampled", interval->resampled}, {"draws", interval->draws}};
        out["groups"].push_back(std::move(group));
    }
    out["notes"] = english(data.notes);
    out["warnings"] = english(inspection.warnings);
    out["recipe_that_fits"] = inspection.recipe_that_fits.empty() ? Json(nullptr) : Json(inspection.recipe_that_fits);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string inspection_text(const Inspection &inspection)
{
    const Dataset &data = *inspection.data;
    std::string out = text(Message(FAIRLOOM_TEXT("%1: %2 rows, %3 columns"), {data.name, std::to_string(data.table.rows()),
                                                                              std::to_string(data.table.columns.size())}));
    if (data.test)
        out += text(Message(FAIRLOOM_TEXT(", %1 test rows"), {std::to_string(data.test->rows())}));
    out += "\n";
    for (const Message &note : data.notes)
        out += text(note) + "\n";
    for (const BadPicture &picture : data.bad_pictures)
        out += "  " + text(Message(FAIRLOOM_TEXT("%1 was left out: %2"), {picture.name, text(picture.reason)})) + "\n";
    if (!inspection.recipe_that_fits.empty())
        out += text(Message(FAIRLOOM_TEXT("This looks like a known data set: --recipe %1 names its columns and roles."),
                            {inspection.recipe_that_fits}))
               + "\n";

    TextTable columns({text(FAIRLOOM_TEXT("column")), text(FAIRLOOM_TEXT("type")), text(FAIRLOOM_TEXT("role")),
                       text(FAIRLOOM_TEXT("values")), text(FAIRLOOM_TEXT("missing")), text(FAIRLOOM_TEXT("distinct"))},
                      4);
    for (const ColumnFacts &facts : inspection.columns) {
        std::string values;
        if (facts.column->pictures)
            values = text(Message(FAIRLOOM_TEXT("%1 x %2 pixels"), {std::to_string(facts.column->pictures->width), std::to_string(facts.column->pictures->height)}));
        if (facts.column->type == ColumnType::number)
            values = facts.distinct ? shown(*facts.column, facts.minimum) + " .. " + shown(*facts.column, facts.maximum) : "";
        for (std::size_t i = 0; i < std::min<std::size_t>(3, facts.most_frequent.size()); ++i)
            values += (i ? ", " : "") + facts.most_frequent[i].first;
        if (facts.column->type == ColumnType::category && !facts.column->pictures && facts.distinct > 3)
            values += ", ...";
        columns.add({facts.column->name, std::string(to_string(facts.column->meaning())), std::string(to_string(facts.role)), values,
                     std::to_string(facts.missing), std::to_string(facts.distinct)});
    }
    out.append("\n").append(columns.str());
    if (inspection.groups.empty()) {
        out.append("\n")
            .append(text(FAIRLOOM_TEXT("Groups and base rates are shown once --sensitive, --target and --positive are given.")))
            .append("\n");
        return out;
    }
    TextTable groups({text(FAIRLOOM_TEXT("group")), text(FAIRLOOM_TEXT("rows")), text(FAIRLOOM_TEXT("favourable")),
                      text(FAIRLOOM_TEXT("base rate")), text(FAIRLOOM_TEXT("95 % interval"))});
    for (const GroupFacts &facts : inspection.groups) {
        const auto &interval = facts.base_rate.interval;
        groups.add({facts.group.name, std::to_string(facts.rows), std::to_string(facts.positives),
                    facts.base_rate ? fmt::format("{:.3f}", *facts.base_rate.value) : text(FAIRLOOM_TEXT("undefined")),
                    interval ? fmt::format("{:.3f} .. {:.3f}", interval->low, interval->high) : "-"});
    }
    out.append("\n")
        .append(text(Message(FAIRLOOM_TEXT("Target %1, favourable \"%2\""), {inspection.task.target, inspection.task.positive})))
        .append("\n")
        .append(groups.str());
    for (const Message &warning : inspection.warnings)
        out += text(Message(FAIRLOOM_TEXT("Warning: %1."), {text(warning)})) + "\n";
    return out;
}

} // namespace fairloom::cli
