#pragma once

#include "core/data/table.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// What becomes of a row whose value in a column is missing.
enum class MissingPolicy {
    category, ///< missing is a value like any other (the default)
    drop,     ///< the row is left out, and counted
    impute,   ///< the training rows' most frequent category or median takes its place, and is counted
};

/// What a recipe or a schema says about one column. What is unset is found out from the file.
struct ColumnRule {
    std::optional<ColumnKind> kind;
    std::optional<Role> role;
    std::string strip_suffix;                  ///< "." behind the labels of adult.test
    std::map<std::string, std::string> merge;  ///< value -> new value; "*" = every other value; after bins: of the bins' names
    std::vector<std::string> order;            ///< of an ordered category, lowest first; values that are not named follow
    std::vector<std::string> missing;          ///< spellings of a missing value in this column alone ("-9")
    MissingPolicy on_missing = MissingPolicy::category;
    std::vector<double> bins;                  ///< ascending edges that turn numbers into categories: 25 gives "< 25" and ">= 25"
    std::size_t keep_values = 0;               ///< only so many categories, the most frequent, are kept; others become "(other)". 0 = all
    bool operator==(const ColumnRule &) const = default;
};

/// What a value becomes by ColumnRule::merge: what stands there for it, or for every other value, or itself.
std::string_view merged(const std::map<std::string, std::string> &merge, std::string_view value);

std::string_view to_string(MissingPolicy policy); ///< "category", "drop", "impute"

} // namespace fairloom
