#include "core/data/column_roles.h"

#include "core/data/name_list.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_set>

namespace fairloom {

namespace {

std::size_t distinct_values(const Column &column)
{
    if (column.type == ColumnType::number) {
        std::vector<double> values;
        for (std::size_t row = 0; row < column.rows(); ++row)
            if (!column.is_missing(row))
                values.push_back(column.numbers[row]);
        std::sort(values.begin(), values.end());
        return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin()) +
               (values.size() < column.rows() ? 1 : 0);
    }
    return std::unordered_set<std::int32_t>(column.codes.begin(), column.codes.end()).size();
}

/// "id", "ID", "user_id", "row", "index", "column_1" (a first column without name), "name", "uuid" ...
bool named_like_identifier(const std::string &name)
{
    std::string lower;
    for (const char c : name)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const char *known : {"id", "row", "index", "key", "uuid", "guid", "nr", "no", "number", "name", "column_1", "unnamed: 0"})
        if (lower == known)
            return true;
    return lower.ends_with("_id") || lower.ends_with("-id") || lower.ends_with(" id") || lower.ends_with("_no") ||
           lower.ends_with("_nr") || lower.ends_with("_number") || (name.size() > 2 && name.ends_with("Id")) ||
           (name.size() > 2 && name.ends_with("ID"));
}

} // namespace

void guess_roles(Table &table, std::vector<Message> &notes)
{
    std::vector<std::string> identifiers, constants;
    const std::size_t rows = table.rows();
    for (Column &column : table.columns) {
        const std::size_t distinct = distinct_values(column);
        if (distinct <= 1) {
            column.role = Role::ignored;
            constants.push_back(column.name);
        } else if ((column.type == ColumnType::category && rows > 50 && distinct * 2 > rows) ||
                   (distinct == rows && rows > 2 && named_like_identifier(column.name))) {
            column.role = Role::identifier;
            identifiers.push_back(column.name);
        }
    }
    if (!identifiers.empty())
        notes.emplace_back(FAIRLOOM_TEXT("Taken for identifiers and not generated: %1"), std::vector{join_names(identifiers)});
    if (!constants.empty())
        notes.emplace_back(FAIRLOOM_TEXT("Ignored, as every row has the same value: %1"), std::vector{join_names(constants)});
}

} // namespace fairloom
