#include "core/data/recipe.h"

#include "core/base/error.h"
#include "core/data/builtin_recipes.h"
#include "core/data/csv_tokens.h"
#include "core/data/file_text.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
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
                              "target", "positive"});
        Recipe recipe;
        recipe.name = text(json, "name", "");
        recipe.title = text(json, "title", "");
        recipe.obtain = text(json, "obtain", "");
        recipe.column_names = texts(json, "column_names", "");
        recipe.sensitive = texts(json, "sensitive", "");
        recipe.target = text(json, "target", "");
        recipe.positive = text(json, "positive", "");
        if (json.contains("dialect")) {
            recipe.dialect = dialect(json["dialect"]);
            recipe.sniff_separator = !json["dialect"].contains("separator");
        }
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

    char character(const Json &json, const char *key, char otherwise) const
    {
        if (!json.contains(key))
            return otherwise;
        const std::string value = text(json, key, "dialect");
        if (value == "\\t" || value == "tab")
            return '\t';
        if (value.size() != 1)
            throw wrong(std::string("dialect.") + key, FAIRLOOM_TEXT("The value has to be one character"));
        return value.front();
    }

    CsvDialect dialect(const Json &json) const
    {
        check_keys(json, "dialect", {"separator", "quote", "header", "comment_prefix", "missing"});
        CsvDialect dialect;
        dialect.separator = character(json, "separator", ',');
        dialect.quote = character(json, "quote", '"');
        if (json.contains("header")) {
            if (!json["header"].is_boolean())
                throw wrong("dialect.header", FAIRLOOM_TEXT("The value has to be true or false"));
            dialect.header = json["header"].get<bool>();
        }
        dialect.comment_prefix = text(json, "comment_prefix", "dialect");
        if (json.contains("missing"))
            dialect.missing = texts(json, "missing", "dialect");
        return dialect;
    }

    ColumnRule column(const Json &json, const std::string &path) const
    {
        check_keys(json, path, {"type", "role", "strip_suffix", "merge"});
        ColumnRule rule;
        if (json.contains("type")) {
            const std::string type = text(json, "type", path);
            if (type == "category")
                rule.type = ColumnType::category;
            else if (type == "number")
                rule.type = ColumnType::number;
            else
                throw wrong(path + ".type", FAIRLOOM_TEXT("The value has to be category or number"));
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

std::vector<std::vector<std::string>> first_records(std::string_view text, const CsvDialect &dialect, std::size_t most)
{
    std::vector<std::vector<std::string>> records;
    CsvTokens tokens(text, "", dialect);
    std::vector<CsvTokens::Field> fields;
    std::string scratch;
    try {
        while (records.size() < most && tokens.next(fields)) {
            auto &record = records.emplace_back();
            for (const CsvTokens::Field field : fields)
                record.emplace_back(tokens.value(field, scratch));
            fields.clear();
        }
    } catch (const InputError &) {
        // The beginning of the file was cut inside a quote, or the dialect does not fit: go by what there is.
    }
    return records;
}

bool contains(const std::vector<std::string> &list, const std::string &text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool fits_names(const Recipe &recipe, const std::vector<std::string> &header)
{
    bool some = false;
    for (const auto &[name, rule] : recipe.columns) {
        const bool needed = rule.role == Role::feature || rule.role == Role::sensitive || rule.role == Role::target;
        if (name == "*" || !needed)
            continue;
        some = true;
        if (!contains(header, name))
            return false;
    }
    return some;
}

/// For a file without header: as many fields as names, numbers where the recipe has them and nowhere else.
bool fits_shape(const Recipe &recipe, const std::vector<std::vector<std::string>> &records)
{
    if (recipe.column_names.empty() || records.empty())
        return false;
    for (const auto &record : records) {
        if (record.size() != recipe.column_names.size())
            return false;
        for (std::size_t i = 0; i < record.size(); ++i) {
            const auto rule = recipe.columns.find(recipe.column_names[i]);
            if (rule == recipe.columns.end() || !rule->second.type || contains(recipe.dialect.missing, record[i]))
                continue;
            if (read_number(record[i]).has_value() != (rule->second.type == ColumnType::number))
                return false;
        }
    }
    return true;
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
    }
    return Reader(name).recipe(parsed);
}

std::vector<Recipe> builtin_recipes()
{
    std::vector<Recipe> recipes;
    for (const std::string &text : builtin_recipe_texts())
        recipes.push_back(parse_recipe(text, "built-in recipe"));
    return recipes;
}

Recipe load_recipe(const std::string &name_or_path)
{
    std::vector<std::string> names;
    for (Recipe &recipe : builtin_recipes()) {
        if (recipe.name == name_or_path)
            return std::move(recipe);
        names.push_back(recipe.name);
    }
    const std::filesystem::path path(name_or_path);
    if (!path.has_extension() && !path.has_parent_path() && !std::filesystem::exists(path))
        throw InputError(Message(FAIRLOOM_TEXT("There is no recipe named \"%1\""), {name_or_path}), "",
                         Message(FAIRLOOM_TEXT("The recipes are %1; or give the path of a JSON file"), {join_names(names)}));
    Recipe recipe = parse_recipe(read_file(path), path.filename().string());
    if (recipe.name.empty())
        recipe.name = path.stem().string();
    return recipe;
}

std::optional<Recipe> recognise_recipe(const std::filesystem::path &file)
{
    std::string text(1 << 16, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (text.find('\0') != std::string::npos)
        return std::nullopt;
    if (const std::size_t last = text.rfind('\n'); last != std::string::npos)
        text.resize(last + 1); // the last line may be cut
    for (Recipe &recipe : builtin_recipes()) {
        const auto records = first_records(text, recipe.dialect, 20);
        if (records.empty())
            continue;
        if (fits_names(recipe, records.front()) || fits_shape(recipe, records))
            return std::move(recipe);
    }
    return std::nullopt;
}

} // namespace fairloom
