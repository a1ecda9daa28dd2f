#include "core/data/recipe_json.h"

#include "core/base/error.h"
#include "core/data/name_list.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <set>

namespace fairloom {

namespace {

using Json = nlohmann::json;

/// Reads JSON with errors that name the place: "adult.json, columns.age".
class Reader {
public:
    explicit Reader(std::string place) : place_(std::move(place)) {}

    Recipe recipe(const Json &json) const
    {
        check_keys(json, "", {"name", "title", "obtain", "dialect", "column_names", "columns", "filters", "sensitive",
                              "target", "positive", "bad_lines", "test_dialect", "filter", "pictures"});
        Recipe recipe;
        recipe.name = text(json, "name", "");
        recipe.title = text(json, "title", "");
        recipe.obtain = text(json, "obtain", "");
        recipe.column_names = texts(json, "column_names", "");
        recipe.sensitive = texts(json, "sensitive", "");
        recipe.target = text(json, "target", "");
        recipe.positive = text(json, "positive", "");
        if (const std::string bad = text(json, "bad_lines", ""); !bad.empty()) {
            if (bad != "skip" && bad != "refuse")
                throw wrong("bad_lines", FAIRLOOM_TEXT("The value has to be skip or refuse"));
            recipe.skip_bad_lines = bad == "skip";
        }
        if (json.contains("dialect"))
            recipe.dialect = dialect(json["dialect"]);
        if (json.contains("test_dialect"))
            recipe.test_dialect = dialect(json["test_dialect"]);
        recipe.filter = text(json, "filter", "");
        if (json.contains("pictures"))
            recipe.pictures = pictures(json["pictures"]);
        if (json.contains("columns")) {
            if (!json["columns"].is_object())
                throw wrong("columns", FAIRLOOM_TEXT("The value has to be an object"));
            for (const auto &[name, rule] : json["columns"].items())
                recipe.columns[name] = column(rule, "columns." + name);
        }
        if (json.contains("filters")) {
            if (!json["filters"].is_array())
                throw wrong("filters", FAIRLOOM_TEXT("The value has to be a list"));
            for (const Json &rule : json["filters"])
                recipe.filters.push_back(filter(rule));
        }
        return recipe;
    }

private:
    InputError wrong(const std::string &path, const char *what) const
    {
        return InputError(what, where(path), FAIRLOOM_TEXT("Correct the recipe"));
    }

    std::string where(const std::string &path) const { return path.empty() ? place_ : place_ + ", " + path; }

    void check_keys(const Json &json, const std::string &path, std::initializer_list<const char *> known) const
    {
        if (!json.is_object())
            throw wrong(path, FAIRLOOM_TEXT("The value has to be an object"));
        const std::vector<std::string> names(known.begin(), known.end());
        for (const auto &[key, value] : json.items())
            if (std::find(names.begin(), names.end(), key) == names.end())
                throw InputError(Message(FAIRLOOM_TEXT("A recipe has no key \"%1\" here"), {key}), where(path),
                                 Message(FAIRLOOM_TEXT("The keys are %1"), {join_names(names)}));
    }

    std::string text(const Json &json, const char *key, const std::string &path) const
    {
        if (!json.contains(key))
            return {};
        if (!json[key].is_string())
            throw wrong(path.empty() ? key : path + "." + key, FAIRLOOM_TEXT("The value has to be a text"));
        return json[key].get<std::string>();
    }

    std::vector<std::string> texts(const Json &json, const char *key, const std::string &path) const
    {
        if (!json.contains(key))
            return {};
        std::vector<std::string> out;
        const bool list = json[key].is_array();
        for (const Json &item : json[key]) {
            if (!list || !item.is_string())
                throw wrong(path.empty() ? key : path + "." + key, FAIRLOOM_TEXT("The value has to be a list of texts"));
            out.push_back(item.get<std::string>());
        }
        if (!list)
            throw wrong(path.empty() ? key : path + "." + key, FAIRLOOM_TEXT("The value has to be a list of texts"));
        return out;
    }

    std::optional<char> character(const Json &json, const char *key) const
    {
        if (!json.contains(key))
            return std::nullopt;
        const std::string value = text(json, key, "dialect");
        if (value == "\\t" || value == "tab")
            return '\t';
        if (value.empty() || value == "none")
            return '\0';
        if (value.size() != 1)
            throw wrong(std::string("dialect.") + key, FAIRLOOM_TEXT("The value has to be one character"));
        return value.front();
    }

    DialectRule dialect(const Json &json) const
    {
        check_keys(json, "dialect", {"encoding", "separator", "quote", "escape", "header", "comment_prefix", "preamble_lines", "decimal_mark",
                                     "thousands_mark", "missing"});
        DialectRule dialect;
        dialect.separator = character(json, "separator");
        dialect.quote = character(json, "quote");
        dialect.escape = character(json, "escape");
        dialect.decimal_mark = character(json, "decimal_mark");
        if (dialect.separator == '\0' || dialect.decimal_mark == '\0')
            throw wrong("dialect", FAIRLOOM_TEXT("Separator and decimal mark have to be one character"));
        if (json.contains("encoding"))
            dialect.encoding = text(json, "encoding", "dialect");
        if (json.contains("header")) {
            if (!json["header"].is_boolean())
                throw wrong("dialect.header", FAIRLOOM_TEXT("The value has to be true or false"));
            dialect.header = json["header"].get<bool>();
        }
        if (json.contains("comment_prefix"))
            dialect.comment_prefix = text(json, "comment_prefix", "dialect");
        if (json.contains("preamble_lines")) {
            if (!json["preamble_lines"].is_number_unsigned())
                throw wrong("dialect.preamble_lines", FAIRLOOM_TEXT("The value has to be a whole number"));
            dialect.preamble_lines = json["preamble_lines"].get<std::size_t>();
        }
        if (json.contains("thousands_mark"))
            dialect.thousands_mark = text(json, "thousands_mark", "dialect");
        if (json.contains("missing"))
            dialect.missing = texts(json, "missing", "dialect");
        return dialect;
    }

    ColumnRule column(const Json &json, const std::string &path) const
    {
        check_keys(json, path, {"type", "role", "strip_suffix", "merge", "order", "missing", "on_missing", "bins", "keep_values"});
        ColumnRule rule;
        if (json.contains("type")) {
            const std::string type = text(json, "type", path);
            for (const ColumnKind known : {ColumnKind::number, ColumnKind::integer, ColumnKind::category, ColumnKind::ordered, ColumnKind::date,
                                           ColumnKind::identifier, ColumnKind::text, ColumnKind::picture})
                if (type == to_string(known))
                    rule.kind = known;
            if (!rule.kind)
                throw wrong(path + ".type",
                            FAIRLOOM_TEXT("The value has to be number, integer, category, ordered, date, identifier, text or picture"));
        }
        if (json.contains("role")) {
            const std::string role = text(json, "role", path);
            for (const Role known : {Role::feature, Role::sensitive, Role::target, Role::ignored, Role::identifier})
                if (role == to_string(known))
                    rule.role = known;
            if (!rule.role)
                throw wrong(path + ".role", FAIRLOOM_TEXT("The value has to be feature, sensitive, target, ignored or identifier"));
        }
        rule.strip_suffix = text(json, "strip_suffix", path);
        if (json.contains("merge")) {
            if (!json["merge"].is_object())
                throw wrong(path + ".merge", FAIRLOOM_TEXT("The value has to be an object"));
            for (const auto &[from, to] : json["merge"].items()) {
                if (!to.is_string())
                    throw wrong(path + ".merge." + from, FAIRLOOM_TEXT("The value has to be a text"));
                rule.merge[from] = to.get<std::string>();
            }
        }
        rule.order = texts(json, "order", path);
        rule.missing = texts(json, "missing", path);
        if (const std::string policy = text(json, "on_missing", path); !policy.empty()) {
            bool found = false;
            for (const MissingPolicy known : {MissingPolicy::category, MissingPolicy::drop, MissingPolicy::impute})
                if (policy == to_string(known)) {
                    rule.on_missing = known;
                    found = true;
                }
            if (!found)
                throw wrong(path + ".on_missing", FAIRLOOM_TEXT("The value has to be category, drop or impute"));
        }
        if (json.contains("bins"))
            rule.bins = edges(json["bins"], path + ".bins");
        if (json.contains("keep_values")) {
            if (!json["keep_values"].is_number_unsigned())
                throw wrong(path + ".keep_values", FAIRLOOM_TEXT("The value has to be a whole number"));
            rule.keep_values = json["keep_values"].get<std::size_t>();
        }
        return rule;
    }

    std::vector<double> edges(const Json &json, const std::string &path) const
    {
        std::vector<double> out;
        for (const Json &edge : json.is_array() ? json : Json::array({json})) {
            if (!edge.is_number())
                throw wrong(path, FAIRLOOM_TEXT("The value has to be a number or a list of numbers"));
            out.push_back(edge.get<double>());
        }
        if (out.empty() || !std::is_sorted(out.begin(), out.end(), std::less_equal<>()))
            throw wrong(path, FAIRLOOM_TEXT("The edges have to rise"));
        return out;
    }

    PictureRule pictures(const Json &json) const
    {
        check_keys(json, "pictures", {"size", "labels", "file_column", "name_pattern", "colouring"});
        PictureRule rule;
        if (json.contains("size")) {
            const Json &size = json["size"];
            if (!size.is_number_integer() || std::find(picture_sizes.begin(), picture_sizes.end(), size.get<std::int64_t>()) == picture_sizes.end())
                throw wrong("pictures.size", FAIRLOOM_TEXT("The size of pictures has to be 28, 32, 48 or 64"));
            rule.size = size.get<int>();
        }
        rule.labels = text(json, "labels", "pictures");
        rule.file_column = text(json, "file_column", "pictures");
        rule.name_pattern = text(json, "name_pattern", "pictures");
        if (json.contains("colouring"))
            rule.colouring = colouring(json["colouring"]);
        return rule;
    }

    ColouringRule colouring(const Json &json) const
    {
        check_keys(json, "pictures.colouring", {"strength", "seed"});
        ColouringRule rule;
        if (json.contains("strength")) {
            const Json &strength = json["strength"];
            if (!strength.is_number() || !(strength.get<double>() >= 1.0 / 3 - 1e-9 && strength.get<double>() <= 1))
                throw wrong("pictures.colouring.strength", FAIRLOOM_TEXT("The strength of colouring has to lie between 1/3 and 1"));
            rule.strength = strength.get<double>();
        }
        if (json.contains("seed")) {
            if (!json["seed"].is_number_unsigned())
                throw wrong("pictures.colouring.seed", FAIRLOOM_TEXT("The value has to be a whole number"));
            rule.seed = json["seed"].get<std::uint64_t>();
        }
        return rule;
    }

    FilterRule filter(const Json &json) const
    {
        check_keys(json, "filters", {"name", "description", "conditions"});
        FilterRule filter;
        filter.name = text(json, "name", "filters");
        filter.description = text(json, "description", "filters");
        if (json.contains("conditions")) {
            for (const Json &item : json["conditions"]) {
                const std::string path = "filters." + filter.name;
                check_keys(item, path, {"column", "op", "value"});
                FilterRule::Condition condition{text(item, "column", path), text(item, "op", path), text(item, "value", path)};
                static const std::set<std::string> known = {"==", "!=", "<=", ">=", "<", ">"};
                if (!known.contains(condition.op))
                    throw wrong(path + ".op", FAIRLOOM_TEXT("The value has to be one of == != <= >= < >"));
                filter.conditions.push_back(std::move(condition));
            }
        }
        return filter;
    }

    std::string place_;
};

std::string character_text(char c)
{
    return c == '\t' ? "tab" : c == '\0' ? "none" : std::string(1, c);
}

nlohmann::ordered_json dialect_json(const DialectRule &dialect)
{
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    const auto put = [&](const char *key, const auto &value) {
        if (value)
            out[key] = *value;
    };
    const auto put_character = [&](const char *key, const std::optional<char> &value) {
        if (value)
            out[key] = character_text(*value);
    };
    put("encoding", dialect.encoding);
    put_character("separator", dialect.separator);
    put_character("quote", dialect.quote);
    put_character("escape", dialect.escape);
    put("header", dialect.header);
    put("comment_prefix", dialect.comment_prefix);
    put("preamble_lines", dialect.preamble_lines);
    put_character("decimal_mark", dialect.decimal_mark);
    put("thousands_mark", dialect.thousands_mark);
    put("missing", dialect.missing);
    return out;
}

nlohmann::ordered_json pictures_json(const PictureRule &rule)
{
    nlohmann::ordered_json out = {{"size", rule.size}};
    const auto put = [&](const char *key, const std::string &value) {
        if (!value.empty())
            out[key] = value;
    };
    put("labels", rule.labels);
    put("file_column", rule.file_column);
    put("name_pattern", rule.name_pattern);
    if (rule.colouring)
        out["colouring"] = {{"strength", rule.colouring->strength}, {"seed", rule.colouring->seed}};
    return out;
}

nlohmann::ordered_json column_json(const ColumnRule &rule)
{
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    if (rule.kind)
        out["type"] = to_string(*rule.kind);
    if (rule.role)
        out["role"] = to_string(*rule.role);
    if (!rule.strip_suffix.empty())
        out["strip_suffix"] = rule.strip_suffix;
    if (!rule.merge.empty())
        out["merge"] = rule.merge;
    if (!rule.order.empty())
        out["order"] = rule.order;
    if (!rule.missing.empty())
        out["missing"] = rule.missing;
    if (rule.on_missing != MissingPolicy::category)
        out["on_missing"] = to_string(rule.on_missing);
    if (!rule.bins.empty())
        out["bins"] = rule.bins;
    if (rule.keep_values > 0)
        out["keep_values"] = rule.keep_values;
    return out;
}

} // namespace

Recipe parse_recipe(const std::string &json, const std::string &name)
{
    Json parsed;
    try {
        parsed = Json::parse(json);
    } catch (const Json::parse_error &error) {
        const auto line = 1 + std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, json.size())), '\n');
        throw InputError(FAIRLOOM_TEXT("This is not valid JSON"), name + ", line " + std::to_string(line),
                         FAIRLOOM_TEXT("Correct the text there"));
    } catch (const Json::out_of_range &) {
        throw InputError(FAIRLOOM_TEXT("A number is too large"), name, FAIRLOOM_TEXT("Correct the recipe"));
    }
    return Reader(name).recipe(parsed);
}

std::string recipe_json(const Recipe &recipe)
{
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    const auto put = [&](const char *key, const auto &value) {
        if (!value.empty())
            out[key] = value;
    };
    put("name", recipe.name);
    put("title", recipe.title);
    put("obtain", recipe.obtain);
    if (nlohmann::ordered_json dialect = dialect_json(recipe.dialect); !dialect.empty())
        out["dialect"] = std::move(dialect);
    if (recipe.test_dialect)
        out["test_dialect"] = dialect_json(*recipe.test_dialect);
    if (recipe.skip_bad_lines)
        out["bad_lines"] = "skip";
    if (recipe.pictures)
        out["pictures"] = pictures_json(*recipe.pictures);
    put("column_names", recipe.column_names);
    for (const auto &[name, rule] : recipe.columns)
        out["columns"][name] = column_json(rule);
    for (const FilterRule &filter : recipe.filters) {
        nlohmann::ordered_json conditions = nlohmann::ordered_json::array();
        for (const FilterRule::Condition &condition : filter.conditions)
            conditions.push_back({{"column", condition.column}, {"op", condition.op}, {"value", condition.value}});
        out["filters"].push_back({{"name", filter.name}, {"description", filter.description}, {"conditions", std::move(conditions)}});
    }
    put("filter", recipe.filter);
    put("sensitive", recipe.sensitive);
    put("target", recipe.target);
    put("positive", recipe.positive);
    return out.dump(2) + "\n";
}

} // namespace fairloom
