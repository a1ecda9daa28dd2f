#pragma once

#include "core/base/message.h"
#include "core/data/table.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// How the characters of a delimited file are read.
struct CsvDialect {
    char separator = ',';
    char quote = '"';
    std::optional<bool> header;               ///< unset = decide from the content
    std::string comment_prefix;               ///< lines that start with it are passed over ("|" in adult.test)
    std::vector<std::string> missing = {"", "?", "NA", "N/A", "NaN", "nan", "NULL", "null"}; ///< after trimming blanks
    bool operator==(const CsvDialect &) const = default;
};

struct ColumnRule {
    std::optional<ColumnType> type;
    std::optional<Role> role;
    std::string strip_suffix;                  ///< "." behind the labels of adult.test
    std::map<std::string, std::string> merge;  ///< value -> new value; "*" = every other value
};

/// Keeps the rows for which all conditions hold.
struct FilterRule {
    struct Condition {
        std::string column;
        std::string op;    ///< "==", "!=", "<=", ">=", "<", ">"
        std::string value;
    };
    std::string name;
    std::string description;
    std::vector<Condition> conditions;
};

/// What is known about a published data set: names for its columns, their types and roles, what is missing, and where
/// it can be had. Written as JSON in resources/recipes/.
struct Recipe {
    std::string name;         ///< "adult"
    std::string title;        ///< "UCI Adult (census income 1994)"
    std::string obtain;       ///< where the file can be had, in one sentence
    CsvDialect dialect;
    bool sniff_separator = true;                ///< false if the recipe names the separator
    std::vector<std::string> column_names;      ///< for files without header
    std::map<std::string, ColumnRule> columns;  ///< by name; "*" = every column not named
    std::vector<FilterRule> filters;            ///< offered, applied only if asked for ("compas:propublica")
    std::vector<std::string> sensitive;
    std::string target;
    std::string positive;
};

/// Names and titles of the built-in recipes.
std::vector<Recipe> builtin_recipes();
/// A built-in recipe by name, or one from a JSON file. Throws InputError.
Recipe load_recipe(const std::string &name_or_path);
/// A recipe from its JSON text; `name` stands for it in errors. Throws InputError, naming an unknown key.
Recipe parse_recipe(const std::string &json, const std::string &name);
/// The built-in recipe whose column names or shape fit the first lines of the file, if any: offered, never forced.
std::optional<Recipe> recognise_recipe(const std::filesystem::path &file);

} // namespace fairloom
