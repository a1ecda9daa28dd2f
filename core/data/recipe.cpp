#include "core/data/recipe.h"

#include "core/base/error.h"
#include "core/data/builtin_recipes.h"
#include "core/data/csv_tokens.h"
#include "core/data/file_text.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/pictures/picture_table.h"
#include "core/data/recipe_json.h"

#include <algorithm>
#include <fstream>

namespace fairloom {

namespace {

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

bool fits_names(const Recipe &recipe, const std::vector<std::string> &header)
{
    bool some = false;
    for (const auto &[name, rule] : recipe.columns) {
        const bool needed = rule.role == Role::feature || rule.role == Role::sensitive || rule.role == Role::target;
        if (name == "*" || !needed)
            continue;
        some = true;
        if (!is_one_of(name, header))
            return false;
    }
    return some;
}

/// For a file without header: as many fields as names, numbers where the recipe has them and hardly anywhere else. A category may be
/// coded in digits (German credit's target is 1 or 2), but where many are, the recipe is that of another file.
bool fits_shape(const Recipe &recipe, const std::vector<std::vector<std::string>> &records)
{
    if (recipe.column_names.empty() || records.empty())
        return false;
    const std::vector<std::string> missing = recipe.dialect.missing_spellings();
    std::vector<bool> digits(recipe.column_names.size(), false);
    std::size_t categories = 0;
    for (const std::string &name : recipe.column_names) {
        const auto rule = recipe.columns.find(name);
        categories += rule != recipe.columns.end() && rule->second.kind && storage_of(*rule->second.kind) == ColumnType::category;
    }
    for (const auto &record : records) {
        if (record.size() != recipe.column_names.size())
            return false;
        for (std::size_t i = 0; i < record.size(); ++i) {
            const auto rule = recipe.columns.find(recipe.column_names[i]);
            if (rule == recipe.columns.end() || !rule->second.kind || is_one_of(record[i], missing))
                continue;
            const auto number = read_number(record[i]);
            if (storage_of(*rule->second.kind) == ColumnType::number) {
                if (!number)
                    return false;
            } else if (number) {
                if (record[i].size() > 1) // a code has one digit
                    return false;
                digits[i] = true;
            }
        }
    }
    return static_cast<std::size_t>(std::count(digits.begin(), digits.end(), true)) * 4 <= categories;
}

} // namespace

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

Recipe load_filtered_recipe(const std::string &text)
{
    const std::size_t colon = text.rfind(':');
    std::error_code error;
    if (colon == std::string::npos || std::filesystem::exists(text, error))
        return load_recipe(text);
    Recipe recipe = load_recipe(text.substr(0, colon));
    recipe.filter = text.substr(colon + 1);
    return recipe;
}

std::optional<Recipe> recognise_recipe(const std::filesystem::path &file, const std::stop_token &stop)
{
    if (is_picture_source(file.string()))
        return recognise_picture_recipe(file, builtin_recipes(), stop);
    std::string text(1 << 16, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (text.find('\0') != std::string::npos)
        return std::nullopt;
    if (const std::size_t last = text.rfind('\n'); last != std::string::npos)
        text.resize(last + 1); // the last line may be cut
    for (Recipe &recipe : builtin_recipes()) {
        if (recipe.pictures)
            continue;
        const auto records = first_records(text, recipe.dialect.with_defaults(), 20);
        if (records.empty())
            continue;
        if (fits_names(recipe, records.front()) || fits_shape(recipe, records))
            return std::move(recipe);
    }
    return std::nullopt;
}

} // namespace fairloom
