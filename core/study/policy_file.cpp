#include "core/base/error.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/study/json_reading.h"
#include "core/study/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <regex>

namespace fairloom {

namespace {

constexpr std::size_t most_policy_bytes = 1'000'000;
constexpr std::size_t most_limits = 1000;
constexpr const char *shape = FAIRLOOM_TEXT("Write limits as {\"figure\": \"dpr\", \"at_least\": 0.8, \"confidence\": 0.95} or \"dpr >= 0.8 with 95 % confidence\"");

[[noreturn]] void refuse(const std::string &where, Message what, Message remedy) { throw InputError(std::move(what), where, std::move(remedy)); }

std::string figure_keys()
{
    std::vector<std::string> keys;
    for (const PolicyFigure &figure : policy_figures())
        keys.emplace_back(figure.key);
    return join_names(keys, keys.size());
}

double number_of(const Json &value, const std::string &key, const std::string &where)
{
    if (!value.is_number() || !std::isfinite(value.get<double>()))
        refuse(where, Message(FAIRLOOM_TEXT("“%1” is not a number"), {key}), FAIRLOOM_TEXT("Write a number, without quotes"));
    return value.get<double>();
}

std::string text_of(const Json &value, const std::string &key, const std::string &where)
{
    if (!value.is_string())
        refuse(where, Message(FAIRLOOM_TEXT("“%1” is not a text"), {key}), FAIRLOOM_TEXT("Put it in quotes"));
    return value.get<std::string>();
}

/// Digits that the form has let through; a number without bounds, such as 1e999, is none.
double number_in_line(const std::string &digits, const std::string &where)
{
    const std::optional<WrittenNumber> number = read_number(digits);
    if (!number || !std::isfinite(number->value))
        refuse(where, Message(FAIRLOOM_TEXT("“%1” is not a number"), {digits}), shape);
    return number->value;
}

/// "dpr >= 0.8 with 95 % confidence"
PolicyLimit parse_line(const std::string &line, const std::string &where)
{
    static const std::regex form(R"(\s*([A-Za-z_0-9]+)\s*(>=|<=)\s*(-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?)(?:\s+with\s+([0-9]+(?:\.[0-9]+)?)\s*%\s*confidence)?\s*)");
    std::smatch parts;
    if (line.size() > 500 || !std::regex_match(line, parts, form))
        refuse(where, FAIRLOOM_TEXT("The limit cannot be read"), shape);
    PolicyLimit limit;
    limit.figure = parts[1];
    (parts[2] == ">=" ? limit.at_least : limit.at_most) = number_in_line(parts[3], where);
    if (parts[4].matched)
        limit.confidence = number_in_line(parts[4], where) / 100;
    return limit;
}

PolicyLimit parse_object(const Json &object, const std::string &where)
{
    PolicyLimit limit;
    for (const auto &[key, value] : object.items()) {
        if (key == "figure")
            limit.figure = text_of(value, key, where);
        else if (key == "source")
            limit.source = text_of(value, key, where);
        else if (key == "protocol")
            limit.protocol = text_of(value, key, where);
        else if (key == "classifier")
            limit.classifier = text_of(value, key, where);
        else if (key == "group")
            limit.group = text_of(value, key, where);
        else if (key == "note")
            limit.note = text_of(value, key, where);
        else if (key == "at_least")
            limit.at_least = number_of(value, key, where);
        else if (key == "at_most")
            limit.at_most = number_of(value, key, where);
        else if (key == "confidence")
            limit.confidence = number_of(value, key, where);
        else
            refuse(where, Message(FAIRLOOM_TEXT("A limit has no key “%1”"), {key}), shape);
    }
    return limit;
}

void check(const PolicyLimit &limit, const std::string &where)
{
    const auto &figures = policy_figures();
    if (std::none_of(figures.begin(), figures.end(), [&](const PolicyFigure &f) { return f.key == limit.figure; }))
        refuse(where, Message(FAIRLOOM_TEXT("There is no figure “%1”"), {limit.figure}), Message(FAIRLOOM_TEXT("Choose one of %1"), {figure_keys()}));
    if (!limit.at_least && !limit.at_most)
        refuse(where, FAIRLOOM_TEXT("The limit has neither “at_least” nor “at_most”"), shape);
    if (limit.confidence && !(*limit.confidence >= 0.5 && *limit.confidence <= 0.999))
        refuse(where, FAIRLOOM_TEXT("The confidence is outside 0.5 to 0.999"), FAIRLOOM_TEXT("Write 0.95 for 95 %"));
}

} // namespace

Policy parse_policy(const std::string &text, const std::string &where)
{
    if (text.size() > most_policy_bytes)
        refuse(where, FAIRLOOM_TEXT("A file of limits of more than 1 MB is not read"), FAIRLOOM_TEXT("Check that it is the right file"));
    const Json document = parse_json_text(text, where, FAIRLOOM_TEXT("Correct the line"));
    if (!document.is_object() || !document.contains("limits") || !document["limits"].is_array())
        refuse(where, FAIRLOOM_TEXT("The file has no list “limits”"), shape);
    Policy out;
    for (const auto &[key, value] : document.items()) {
        if (key == "name")
            out.name = text_of(value, key, where);
        else if (key != "limits")
            refuse(where, Message(FAIRLOOM_TEXT("A file of limits has no key “%1”"), {key}), FAIRLOOM_TEXT("Use “name” and “limits”"));
    }
    if (document["limits"].size() > most_limits)
        refuse(where, FAIRLOOM_TEXT("There are more than 1,000 limits"), FAIRLOOM_TEXT("Split the file"));
    for (const Json &entry : document["limits"]) {
        const std::string place = where + ", limit " + std::to_string(out.limits.size() + 1);
        if (!entry.is_object() && !entry.is_string())
            refuse(place, FAIRLOOM_TEXT("The limit cannot be read"), shape);
        out.limits.push_back(entry.is_string() ? parse_line(entry.get<std::string>(), place) : parse_object(entry, place));
        check(out.limits.back(), place);
    }
    if (out.limits.empty())
        refuse(where, FAIRLOOM_TEXT("The file has no limit"), shape);
    return out;
}

Policy read_policy(const std::filesystem::path &file) { return parse_policy(read_json_text(file), file.string()); }

std::string limit_text(const PolicyLimit &limit)
{
    std::string out = limit.figure;
    if (!limit.group.empty())
        out += " [" + limit.group + "]";
    if (limit.at_least)
        out += fmt::format(" >= {}", *limit.at_least);
    if (limit.at_most)
        out += fmt::format("{} <= {}", limit.at_least ? " and" : "", *limit.at_most);
    if (limit.confidence)
        out += fmt::format(" with {} % confidence", to_text(*limit.confidence * 100, 1));
    return out;
}

} // namespace fairloom
