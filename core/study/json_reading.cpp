#include "core/study/json_reading.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

namespace fairloom {

namespace {

constexpr std::size_t most_json_bytes = 64'000'000;
constexpr std::size_t most_json_depth = 100;
/// A key is compared with all that its object has before it.
constexpr std::size_t most_comparisons = 1'000'000'000;
/// More than any count of rows, and exact as a double.
constexpr std::size_t most_count = 1'000'000'000'000'000;
constexpr std::size_t most_arguments = 9;
/// A template may name an argument again, and a file of nothing but "%1" could blow one up a million times.
constexpr std::ptrdiff_t most_places = 20;

constexpr const char *again = FAIRLOOM_TEXT("Correct the file, or write it again from a run");

[[noreturn]] void refuse_file(const std::string &where, Message what, Message remedy) { throw InputError(std::move(what), where, std::move(remedy)); }

/// What the parser would do with time and stack, found out before it runs.
void check_shape(const std::string &text, const std::string &where)
{
    std::vector<std::size_t> keys; // of every object that is open
    std::size_t comparisons = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_text) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_text = false;
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            keys.push_back(0);
            if (keys.size() > most_json_depth)
                refuse_file(where, FAIRLOOM_TEXT("The file is nested too deeply"), FAIRLOOM_TEXT("Check that it is the right file"));
        } else if ((c == '}' || c == ']') && !keys.empty()) {
            keys.pop_back();
        } else if (c == ':' && !keys.empty()) {
            comparisons += ++keys.back();
            if (comparisons > most_comparisons)
                refuse_file(where, FAIRLOOM_TEXT("An object in the file has too many keys"), FAIRLOOM_TEXT("Check that it is the right file"));
        }
    }
}

} // namespace

std::string read_json_text(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        refuse_file(file.string(), FAIRLOOM_TEXT("There is no such file"), FAIRLOOM_TEXT("Check the path"));
    std::ifstream in(file, std::ios::binary);
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!in.is_open() || error)
        refuse_file(file.string(), FAIRLOOM_TEXT("The file cannot be read"), FAIRLOOM_TEXT("Check the path and its permissions"));
    if (size > most_json_bytes)
        refuse_file(file.string(), FAIRLOOM_TEXT("A file of more than 64 MB is not read"), FAIRLOOM_TEXT("Check that it is the right file"));
    std::string text(static_cast<std::size_t>(size), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad())
        refuse_file(file.string(), FAIRLOOM_TEXT("The file cannot be read"), FAIRLOOM_TEXT("Check the path and its permissions"));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

Json parse_json_text(const std::string &text, const std::string &where, const Message &remedy)
{
    if (text.size() > most_json_bytes)
        refuse_file(where, FAIRLOOM_TEXT("A file of more than 64 MB is not read"), FAIRLOOM_TEXT("Check that it is the right file"));
    check_shape(text, where);
    try {
        return Json::parse(text);
    } catch (const Json::parse_error &error) {
        const std::size_t at = std::min(error.byte, text.size());
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        refuse_file(where + ", line " + std::to_string(line), FAIRLOOM_TEXT("The file is not valid JSON"),
                    remedy.empty() ? FAIRLOOM_TEXT("Correct the line, or write the file again from a run") : remedy);
    } catch (const Json::exception &) { // 1e999
        refuse_file(where, FAIRLOOM_TEXT("A number in the file is too large"), remedy.empty() ? Message(again) : remedy);
    }
}

JsonPart::JsonPart(const Json &json, std::string file, std::string path) : json_(json), file_(std::move(file)), path_(std::move(path))
{
    if (!json.is_object())
        refuse("", FAIRLOOM_TEXT("This is not a JSON object"), again);
}

std::string JsonPart::path_of(const std::string &key) const { return path_.empty() || key.empty() ? path_ + key : path_ + "." + key; }

void JsonPart::refuse(const std::string &key, Message what, Message remedy) const
{
    const std::string path = path_of(key);
    throw InputError(std::move(what), path.empty() ? file_ : file_ + ", " + path, std::move(remedy));
}

const Json *JsonPart::find(const std::string &key) const
{
    const auto found = json_.find(key);
    return found == json_.end() || found->is_null() ? nullptr : &*found;
}

bool JsonPart::has(const std::string &key) const { return find(key) != nullptr; }

bool JsonPart::mentions(const std::string &key) const { return json_.contains(key); }

std::optional<JsonPart> JsonPart::part(const std::string &key) const
{
    const Json *found = find(key);
    if (!found)
        return std::nullopt;
    return JsonPart(*found, file_, path_of(key));
}

const Json::array_t &JsonPart::array(const Json &json, const std::string &key) const
{
    if (!json.is_array())
        refuse(key, FAIRLOOM_TEXT("The value is not a list"), again);
    return json.get_ref<const Json::array_t &>();
}

std::vector<JsonPart> JsonPart::list(const std::string &key) const
{
    std::vector<JsonPart> out;
    if (const Json *found = find(key))
        for (const Json &item : array(*found, key))
            out.emplace_back(item, file_, path_of(key) + "[" + std::to_string(out.size()) + "]");
    return out;
}

std::vector<std::pair<std::string, JsonPart>> JsonPart::parts() const
{
    std::vector<std::pair<std::string, JsonPart>> out;
    for (const auto &[key, value] : json_.items())
        out.emplace_back(key, JsonPart(value, file_, path_of(key)));
    return out;
}

std::vector<std::pair<std::string, double>> JsonPart::numbers() const
{
    std::vector<std::pair<std::string, double>> out;
    for (const auto &[key, value] : json_.items())
        if (!value.is_null())
            out.emplace_back(key, number_of(value, key));
    return out;
}

std::string JsonPart::text_of(const Json &json, const std::string &key) const
{
    if (!json.is_string())
        refuse(key, FAIRLOOM_TEXT("The value is not a text"), again);
    return json.get<std::string>();
}

std::string JsonPart::text(const std::string &key) const
{
    const Json *found = find(key);
    return found ? text_of(*found, key) : std::string();
}

std::vector<std::string> JsonPart::texts(const std::string &key) const
{
    std::vector<std::string> out;
    if (const Json *found = find(key))
        for (const Json &item : array(*found, key))
            out.push_back(text_of(item, key));
    return out;
}

std::vector<std::size_t> JsonPart::counts(const std::string &key) const
{
    std::vector<std::size_t> out;
    if (const Json *found = find(key))
        for (const Json &item : array(*found, key))
            out.push_back(whole(item, key, most_count));
    return out;
}

std::vector<std::pair<std::string, std::string>> JsonPart::named_texts(const std::string &key) const
{
    std::vector<std::pair<std::string, std::string>> out;
    if (const auto object = part(key))
        for (const auto &[name, value] : object->json_.items())
            out.emplace_back(name, object->text_of(value, name));
    return out;
}

bool JsonPart::flag(const std::string &key) const
{
    const Json *found = find(key);
    if (found && !found->is_boolean())
        refuse(key, FAIRLOOM_TEXT("The value is neither true nor false"), again);
    return found && found->get<bool>();
}

double JsonPart::number_of(const Json &json, const std::string &key) const
{
    if (!json.is_number() || !std::isfinite(json.get<double>()))
        refuse(key, FAIRLOOM_TEXT("The value is not a number"), again);
    return json.get<double>();
}

double JsonPart::number(const std::string &key) const { return number(key, std::numeric_limits<double>::quiet_NaN()); }

double JsonPart::number(const std::string &key, double if_missing) const
{
    if (const Json *found = find(key))
        return number_of(*found, key);
    return mentions(key) ? std::numeric_limits<double>::quiet_NaN() : if_missing;
}

std::optional<double> JsonPart::optional_number(const std::string &key) const
{
    const Json *found = find(key);
    return found ? std::optional(number_of(*found, key)) : std::nullopt;
}

std::size_t JsonPart::whole(const Json &json, const std::string &key, std::size_t most) const
{
    if (!json.is_number_unsigned() || json.get<std::uint64_t>() > most)
        refuse(key, FAIRLOOM_TEXT("The value is not a whole number, or negative, or too large"), again);
    return json.get<std::size_t>();
}

std::size_t JsonPart::count(const std::string &key) const
{
    const Json *found = find(key);
    return found ? whole(*found, key, most_count) : 0;
}

std::uint64_t JsonPart::seed(const std::string &key) const
{
    const Json *found = find(key);
    return found ? whole(*found, key, std::numeric_limits<std::uint64_t>::max()) : 0;
}

int JsonPart::small_count(const std::string &key) const
{
    const Json *found = find(key);
    return found ? static_cast<int>(whole(*found, key, std::numeric_limits<int>::max())) : 0;
}

Message JsonPart::message_of(const JsonPart &part) const
{
    Message out;
    out.text = part.text("text");
    out.args = part.texts("args");
    if (out.args.size() > most_arguments || std::count(out.text.begin(), out.text.end(), '%') > most_places)
        part.refuse("", FAIRLOOM_TEXT("The message has too many arguments"), again);
    return out;
}

Message JsonPart::message(const std::string &key) const
{
    Message out;
    if (const auto whole_message = part(key + "_message"))
        return message_of(*whole_message);
    out.text = text(key);
    return out;
}

std::vector<Message> JsonPart::messages(const std::string &key) const
{
    std::vector<Message> out;
    if (has(key + "_messages")) {
        for (const JsonPart &item : list(key + "_messages"))
            out.push_back(message_of(item));
        return out;
    }
    for (std::string &english : texts(key))
        out.emplace_back().text = std::move(english);
    return out;
}

std::optional<Interval> JsonPart::interval(const std::string &name) const
{
    const auto found = part(name + "_interval");
    if (!found)
        return std::nullopt;
    Interval out;
    // null stands for an end that is not finite
    out.low = found->has("lo") ? found->number("lo") : -std::numeric_limits<double>::infinity();
    out.high = found->has("hi") ? found->number("hi") : std::numeric_limits<double>::infinity();
    out.level = found->number("level", 0.95);
    if (!(out.level > 0 && out.level < 1))
        found->refuse("level", FAIRLOOM_TEXT("The level is not between 0 and 1"), again);
    out.resampled = found->text("resampled");
    out.draws = found->small_count("draws");
    if (found->has("method"))
        out.method = found->text("method");
    return out;
}

Metric JsonPart::metric(const std::string &name) const
{
    Metric out;
    out.value = optional_number(name);
    if (!out.value) {
        const Message reason = message(name + "_undefined");
        if (reason.text != not_computed)
            out.undefined = reason;
    }
    out.interval = interval(name);
    return out;
}

} // namespace fairloom
