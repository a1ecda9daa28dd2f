#include "ui/models/study_axes.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace fairloom::ui {

namespace {

using Texts = std::vector<std::string>;

/// Choices that a check box stands for: not "custom", which is what a preset becomes once it is changed.
Texts offeredChoices(const std::string &key)
{
    Texts out = find_setting(key)->choices;
    std::erase(out, std::string("custom"));
    return out;
}

bool isNumber(const std::string &json)
{
    return !json.empty() && (json[0] == '-' || (json[0] >= '0' && json[0] <= '9'));
}

/// What a field of the form has of these JSON values; nothing if it cannot show them all.
std::optional<Texts> asChoices(const OwnAxis &axis, const Texts &json)
{
    Texts out;
    const Texts known = axis.isText ? offeredChoices(axis.key) : Texts();
    for (const std::string &value : json) {
        const std::string word = unquoted(value);
        if (axis.isText ? std::find(known.begin(), known.end(), word) == known.end() : !isNumber(value))
            return std::nullopt;
        out.push_back(word);
    }
    if (axis.isText) // in their own order
        std::sort(out.begin(), out.end(), [&](const std::string &a, const std::string &b) {
            return std::find(known.begin(), known.end(), a) < std::find(known.begin(), known.end(), b);
        });
    return out;
}

/// Takes a field's values out of the rest.
void takeAxis(const OwnAxis &axis, StudyPlan &rest, Texts &out)
{
    if (axis.isText)
        out = {defaultOf(axis.key)};
    const auto grid = std::find_if(rest.grid.begin(), rest.grid.end(), [&](const StudyPlan::Axis &one) { return one.key == axis.key; });
    const std::string *common = valueOf(rest.settings, axis.key);
    if (grid == rest.grid.end() && !common)
        return;
    const auto choices = asChoices(axis, grid != rest.grid.end() ? grid->values : Texts{*common});
    if (!choices)
        return; // it stays in the rest, which decides it then
    out = *choices;
    if (grid != rest.grid.end())
        rest.grid.erase(grid);
    std::erase_if(rest.settings, [&](const auto &pair) { return pair.first == axis.key; });
}

void takeMethods(StudyPlan &rest, Texts &out)
{
    out = {ownMethod()};
    const OwnAxis axis{"method", nullptr, true, ""};
    StudyPlan without = rest;
    Texts methods;
    takeAxis(axis, without, methods);
    // in a grid other methods are combined with what is said to Fairloom's own models alone, which the form would not do
    const bool isMixed = methods.size() > 1 && std::find(methods.begin(), methods.end(), ownMethod()) != methods.end();
    if (isMixed)
        return;
    out = methods;
    rest = without;
}

/// The common value, taken out of the rest; nothing where other parts of the study have values of their own.
std::optional<std::string> takeCommon(StudyPlan &rest, const std::string &key)
{
    const std::string *value = valueOf(rest.settings, key);
    StudyPlan over = rest;
    over.settings.clear();
    if (!value || decidedBy(over).contains(key))
        return std::nullopt;
    const std::string out = *value;
    std::erase_if(rest.settings, [&](const auto &pair) { return pair.first == key; });
    return out;
}

int takeEpochs(StudyPlan &rest, const std::string &key)
{
    const auto value = takeCommon(rest, key);
    return value ? std::atoi(value->c_str()) : 0;
}

StudyPlan inOrder(StudyPlan plan)
{
    std::sort(plan.settings.begin(), plan.settings.end());
    for (StudyPlan::Variant &variant : plan.variants)
        std::sort(variant.settings.begin(), variant.settings.end());
    std::sort(plan.variants.begin(), plan.variants.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    std::sort(plan.grid.begin(), plan.grid.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    return plan;
}

/// The parts of a study whose variants are the combinations of methods and of own axes that the form would make of them.
std::optional<StudyParts> withoutVariants(const StudyPlan &plan, const StudyParts &parts)
{
    StudyParts out = parts;
    out.rest.variants.clear();
    StudyChoices &choices = out.choices;
    choices.methods.clear();
    for (const OwnAxis &axis : own_axes)
        choices.*axis.values = {};
    const auto add = [](Texts &list, const std::string &word) {
        if (std::find(list.begin(), list.end(), word) == list.end())
            list.push_back(word);
    };
    for (const StudyPlan::Variant &variant : plan.variants) {
        const std::string *method = valueOf(variant.settings, "method");
        add(choices.methods, method ? unquoted(*method) : ownMethod());
        for (const OwnAxis &axis : own_axes)
            if (const std::string *value = valueOf(variant.settings, axis.key))
                add(choices.*axis.values, unquoted(*value));
        if (const std::string *controls = valueOf(variant.settings, "controls"))
            choices.controls = *controls == "true";
    }
    if (!asChoices({"method", nullptr, true, ""}, choices.methods))
        return std::nullopt;
    for (const OwnAxis &axis : own_axes) {
        if (!asChoices(axis, choices.*axis.values))
            return std::nullopt;
        if (axis.isText && (choices.*axis.values).empty())
            choices.*axis.values = {defaultOf(axis.key)};
    }
    return inOrder(putTogether(out, nullptr)) == inOrder(plan) ? std::optional(out) : std::nullopt;
}

} // namespace

StudyParts takeApart(const StudyPlan &plan)
{
    StudyParts out;
    out.rest = plan;
    StudyChoices &choices = out.choices;
    choices.name = plan.name;
    choices.seeds = plan.seeds;
    choices.evaluation = unquoted(takeCommon(out.rest, "evaluation").value_or(quoted(RunSettings().evaluation)));
    choices.controls = takeCommon(out.rest, "controls").value_or("false") == "true";
    choices.teacherEpochs = takeEpochs(out.rest, "teacher_epochs");
    choices.studentEpochs = takeEpochs(out.rest, "student_epochs");
    if (!plan.variants.empty())
        if (const auto parts = withoutVariants(plan, out))
            return *parts;
    StudyPlan others = plan;
    others.settings.clear();
    others.grid.clear();
    const std::set<std::string> elsewhere = decidedBy(others);
    for (const OwnAxis &axis : own_axes)
        if (!elsewhere.contains(axis.key))
            takeAxis(axis, out.rest, choices.*axis.values);
    if (plan.variants.empty() && !elsewhere.contains("method"))
        takeMethods(out.rest, choices.methods);
    return out;
}

} // namespace fairloom::ui
