#pragma once

#include "core/base/message.h"
#include "core/data/column_rule.h"
#include "core/data/dialect.h"
#include "core/data/picture_rule.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// Keeps the rows for which all conditions hold.
struct FilterRule {
    struct Condition {
        std::string column;
        std::string op;    ///< "==", "!=", "<=", ">=", "<", ">"
        std::string value;
        bool operator==(const Condition &) const = default;
    };
    std::string name;
    std::string description;
    std::vector<Condition> conditions;
    bool operator==(const FilterRule &) const = default;
};

/// How a file is to be read and prepared: its dialect, names for its columns, their types and roles, what is missing. For a published
/// data set it also says where it can be had (JSON in resources/recipes/); for somebody's own file it is the schema that is saved
/// beside it. What it leaves open is found out from the file.
struct Recipe {
    std::string name;         ///< "adult"
    std::string title;        ///< "UCI Adult (census income 1994)"
    std::string obtain;       ///< where the file can be had, in one sentence
    DialectRule dialect;
    std::optional<DialectRule> test_dialect;    ///< of the test file, where it differs
    std::vector<std::string> column_names;      ///< for files without header
    std::map<std::string, ColumnRule> columns;  ///< by name; "*" = every column not named
    std::vector<FilterRule> filters;            ///< offered, applied only if asked for ("compas:propublica")
    std::string filter;                         ///< name of the one that is applied; empty = none
    std::vector<std::string> sensitive;
    std::string target;
    std::string positive;
    std::optional<PictureRule> pictures;        ///< set for an image set: how its pictures and their labels are read
    bool skip_bad_lines = false;                ///< pass over lines that are no rows and count them, instead of refusing the file
    bool operator==(const Recipe &) const = default;
};

/// Names and titles of the built-in recipes.
std::vector<Recipe> builtin_recipes();
/// A built-in recipe by name, or one from a JSON file. Throws InputError.
Recipe load_recipe(const std::string &name_or_path);
/// The same for "name", "name:filter", a path, or a path:filter; the filter is not looked up.
Recipe load_filtered_recipe(const std::string &text);
/// The built-in recipe whose column names or shape fit the first lines of the file, or that fits an image set's files, if any: offered,
/// never forced. A folder is looked through for its pictures; throws Cancelled when that is to stop.
std::optional<Recipe> recognise_recipe(const std::filesystem::path &file, const std::stop_token &stop = {});

} // namespace fairloom
