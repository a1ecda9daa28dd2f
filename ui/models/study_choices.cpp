#include "ui/models/study_axes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace fairloom::ui {

namespace {

using Texts = std::vector<std::string>;

void put(StudyPlan::Values &values, const std::string &key, const std::string &value)
{
    std::erase_if(values, [&](const auto &pair) { return pair.first == key; });
    values.emplace_back(key, value);
}

/// Combinations of several own values as variants: other methods stand beside them.
std::vector<StudyPlan::Variant> ownVariants(const StudyChoices &choices, const std::set<std::string> &decided)
{
    std::vector<StudyPlan::Variant> out{{ownMethod(), {}}};
    for (const OwnAxis &axis : own_axes) {
        const Texts &values = choices.*axis.values;
        const bool isDefault = axis.isText && std::string(axis.key) != "preset" && values == Texts{defaultOf(axis.key)};
        if (decided.contains(axis.key) || values.empty() || isDefault)
            continue;
        std::vector<StudyPlan::Variant> wider;
        for (const StudyPlan::Variant &variant : out)
            for (const std::string &value : values) {
                wider.push_back(variant);
                if (values.size() > 1)
                    wider.back().name += "-" + (axis.word + value);
                wider.back().settings.emplace_back(axis.key, axis.isText ? quoted(value) : value);
            }
        out = std::move(wider);
    }
    if (choices.controls && !decided.contains("controls"))
        for (StudyPlan::Variant &variant : out)
            variant.settings.emplace_back("controls", "true");
    return out;
}

void putOwn(const StudyChoices &choices, const std::set<std::string> &decided, StudyPlan &plan)
{
    for (const OwnAxis &axis : own_axes) {
        const Texts &values = choices.*axis.values;
        if (decided.contains(axis.key) || values.empty())
            continue;
        const auto json = [&](const std::string &value) { return axis.isText ? quoted(value) : value; };
        if (values.size() == 1) {
            if (!axis.isText || std::string(axis.key) == "preset" || values[0] != defaultOf(axis.key))
                put(plan.settings, axis.key, json(values[0]));
            continue;
        }
        StudyPlan::Axis &grid = plan.grid.emplace_back(StudyPlan::Axis{axis.key, {}});
        for (const std::string &value : values)
            grid.values.push_back(json(value));
    }
    if (choices.controls && !decided.contains("controls"))
        put(plan.settings, "controls", "true");
}

void putMethods(const StudyChoices &choices, const std::set<std::string> &decided, StudyPlan &plan)
{
    const bool isOwn = std::find(choices.methods.begin(), choices.methods.end(), ownMethod()) != choices.methods.end();
    if (!plan.variants.empty() || decided.contains("method") || choices.methods == Texts{ownMethod()})
        return putOwn(choices, decided, plan);
    if (isOwn) {
        plan.variants = ownVariants(choices, decided);
        for (const std::string &method : choices.methods)
            if (method != ownMethod())
                plan.variants.push_back({method, {{"method", quoted(method)}}});
    } else if (choices.methods.size() == 1) {
        put(plan.settings, "method", quoted(choices.methods[0]));
    } else {
        StudyPlan::Axis &grid = plan.grid.emplace_back(StudyPlan::Axis{"method", {}});
        for (const std::string &method : choices.methods)
            grid.values.push_back(quoted(method));
    }
}

std::string jsonList(const Texts &words)
{
    QJsonArray out;
    for (const std::string &word : words)
        out << QString::fromStdString(word);
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

void putOpenData(const StudyChoices &choices, const OpenStudyData &data, StudyPlan &plan)
{
    std::erase_if(plan.grid, [](const StudyPlan::Axis &axis) { return axis.key == "sensitive"; });
    std::erase_if(plan.settings, [](const auto &pair) { return pair.first == "sensitive"; });
    StudyPlan::Axis axis{"sensitive", {}};
    const bool isOne = choices.sensitive.size() == 1;
    if (choices.eachAlone || isOne)
        for (const std::string &column : choices.sensitive)
            axis.values.push_back(jsonList({column}));
    if (choices.allTogether && !isOne && !choices.sensitive.empty())
        axis.values.push_back(jsonList(choices.sensitive));
    std::string name = data.name;
    if (axis.values == Texts{jsonList(data.task.sensitive)}) { // as the data are open
        for (const std::string &column : data.task.sensitive)
            name += "-" + column;
    } else {
        plan.grid.push_back(std::move(axis));
    }
    plan.data = {{folder_word(name), data.opening}};
}

} // namespace

const std::string &ownMethod()
{
    static const std::string own = RunSettings().method;
    return own;
}

std::string quoted(const std::string &word)
{
    return '"' + word + '"';
}

std::string unquoted(const std::string &json)
{
    return json.size() >= 2 && json.front() == '"' && json.back() == '"' ? json.substr(1, json.size() - 2) : json;
}

std::string defaultOf(const char *key)
{
    return get_setting(RunSettings(), key);
}

const std::string *valueOf(const StudyPlan::Values &values, const std::string &key)
{
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto &pair) { return pair.first == key; });
    return found == values.end() ? nullptr : &found->second;
}

bool takesTablesOnly(const std::string &method)
{
    return method == "tabfairgan" || method == "decaf" || method == "correlation-remover";
}

std::set<std::string> decidedBy(const StudyPlan &rest)
{
    std::set<std::string> out;
    for (const auto &[key, value] : rest.settings)
        out.insert(key);
    for (const StudyPlan::Variant &variant : rest.variants)
        for (const auto &[key, value] : variant.settings)
            out.insert(key);
    for (const StudyPlan::Axis &axis : rest.grid)
        out.insert(axis.key);
    if (rest.random)
        for (const StudyPlan::Axis &range : rest.random->ranges)
            out.insert(range.key);
    out.erase("sensitive");
    return out;
}

void suitTo(const OpenStudyData &data, StudyParts &parts)
{
    const auto &grid = parts.rest.grid;
    const bool isAboutThem = std::any_of(grid.begin(), grid.end(), [](const StudyPlan::Axis &axis) { return axis.key == "sensitive"; });
    parts.choices.sensitive = isAboutThem ? data.sensitive : data.task.sensitive;
    parts.choices.eachAlone = isAboutThem;
    parts.choices.allTogether = true;
    if (!data.pictures)
        return;
    std::erase_if(parts.choices.methods, takesTablesOnly);
    for (const StudyPlan::Variant &variant : parts.rest.variants)
        if (const std::string *method = valueOf(variant.settings, "method"); method && takesTablesOnly(unquoted(*method)))
            parts.choices.leftOut.push_back(variant.name);
}

StudyPlan putTogether(const StudyParts &parts, const OpenStudyData *data)
{
    const StudyChoices &choices = parts.choices;
    const std::set<std::string> decided = decidedBy(parts.rest);
    StudyPlan plan = parts.rest;
    plan.name = choices.name;
    plan.seeds = choices.seeds;
    std::erase_if(plan.variants, [&](const StudyPlan::Variant &variant) {
        return std::find(choices.leftOut.begin(), choices.leftOut.end(), variant.name) != choices.leftOut.end();
    });
    if (!decided.contains("evaluation") && choices.evaluation != RunSettings().evaluation)
        put(plan.settings, "evaluation", quoted(choices.evaluation));
    if (choices.teacherEpochs > 0 && !decided.contains("teacher_epochs"))
        put(plan.settings, "teacher_epochs", std::to_string(choices.teacherEpochs));
    if (choices.studentEpochs > 0 && !decided.contains("student_epochs"))
        put(plan.settings, "student_epochs", std::to_string(choices.studentEpochs));
    putMethods(choices, decided, plan);
    if (data)
        putOpenData(choices, *data, plan);
    return plan;
}

double roughRuns(const StudyPlan &plan)
{
    double runs = static_cast<double>(std::max<std::size_t>(1, plan.variants.size()) * plan.seeds.size() * std::max<std::size_t>(1, plan.data.size()));
    for (const StudyPlan::Axis &axis : plan.grid)
        runs *= static_cast<double>(std::max<std::size_t>(1, axis.values.size()));
    return plan.random ? runs * plan.random->trials : runs;
}

} // namespace fairloom::ui
