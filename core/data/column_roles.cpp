#include "core/data/column_roles.h"

#include "core/data/name_list.h"
#include "core/data/number_text.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <unordered_set>

namespace fairloom {

namespace {

constexpr std::size_t many_numbers = 10000;
constexpr std::size_t many_names = 100; ///< more categories than a column that is named like an identifier can have and be none

/// Different values, missing being one; of numbers, `most` + 1 if there are more.
std::size_t distinct_values(const Column &column, std::size_t most)
{
    if (column.type == ColumnType::number) {
        std::unordered_set<double> values;
        bool missing = false;
        for (const double number : column.numbers) {
            if (std::isnan(number))
                missing = true;
            else if (values.insert(number).second && values.size() > most)
                break;
        }
        return values.size() + (missing ? 1 : 0);
    }
    std::vector<std::uint8_t> seen(column.categories.size(), 0);
    for (const std::int32_t code : column.codes)
        if (code >= 0)
            seen[static_cast<std::size_t>(code)] = 1;
    return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), 1));
}

std::string distinct_text(std::size_t distinct)
{
    return distinct > many_numbers ? "> " + count_text(many_numbers) : count_text(distinct);
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

/// Most values have several words: answers, descriptions.
bool is_free_text(const Column &column)
{
    std::size_t wordy = 0, letters = 0;
    for (const std::string &category : column.categories) {
        wordy += std::count(category.begin(), category.end(), ' ') >= 3;
        letters += category.size();
    }
    const std::size_t count = std::max<std::size_t>(1, column.categories.size());
    return wordy * 2 > count && letters / count > 25;
}

Message type_reason(const Column &column, const ColumnRule &rule, std::size_t distinct)
{
    if (!rule.bins.empty())
        return {FAIRLOOM_TEXT("numbers in %1 bins, as the schema says"), {std::to_string(rule.bins.size() + 1)}};
    if (rule.kind)
        return FAIRLOOM_TEXT("as the schema says");
    switch (column.meaning()) {
    case ColumnKind::integer: return {FAIRLOOM_TEXT("every value is a whole number, %1 different ones"), {distinct_text(distinct)}};
    case ColumnKind::number: return {FAIRLOOM_TEXT("every value is a number with up to %1 decimals, %2 different ones"),
                                     {std::to_string(column.decimals), distinct_text(distinct)}};
    case ColumnKind::date: return {FAIRLOOM_TEXT("every value is a date written as %1"), {column.date.pattern}};
    case ColumnKind::category:
    case ColumnKind::ordered:
    case ColumnKind::identifier:
    case ColumnKind::text:
    case ColumnKind::picture: break;
    }
    return {FAIRLOOM_TEXT("texts with %1 different values"), {count_text(distinct)}};
}

} // namespace

std::vector<ColumnReason> explain_columns(Table &table, const std::function<const ColumnRule &(const Column &)> &rule_of, bool guess,
                                          std::vector<Message> &notes)
{
    std::vector<std::string> identifiers, texts, constants;
    std::vector<ColumnReason> reasons;
    const std::size_t rows = table.rows();
    const bool nameless = table.find("column_2") >= 0; // then column_1 is not a lone column of row names
    for (Column &column : table.columns) {
        const ColumnRule &rule = rule_of(column);
        ColumnReason &reason = reasons.emplace_back();
        if (rule.role && (rule.kind || !rule.bins.empty())) { // all is said: nothing need be counted
            reason.type = type_reason(column, rule, 0);
            reason.role = FAIRLOOM_TEXT("as the schema says");
            continue;
        }
        const bool named = named_like_identifier(column.name) && !(nameless && column.name == "column_1");
        const std::size_t distinct = distinct_values(column, named ? rows : many_numbers);
        reason.type = type_reason(column, rule, distinct);
        const std::size_t missing = column.missing_count();
        const std::size_t present = rows - missing, distinct_present = distinct - (missing > 0 ? 1 : 0);
        if (rule.role) {
            reason.role = FAIRLOOM_TEXT("as the schema says");
            continue;
        }
        const bool category = column.type == ColumnType::category;
        const bool many = category && present > 50 && distinct_present * 2 > present;
        const bool stated = rule.kind.has_value();
        if (rule.kind == ColumnKind::identifier || rule.kind == ColumnKind::text) {
            column.role = rule.kind == ColumnKind::identifier ? Role::identifier : Role::ignored;
            reason.role = FAIRLOOM_TEXT("identifiers and free text are never generated");
        } else if (!guess) {
            reason.role = FAIRLOOM_TEXT("a feature, as nothing else is said");
        } else if (distinct <= 1) {
            column.role = Role::ignored;
            reason.role = FAIRLOOM_TEXT("every row has the same value");
            constants.push_back(column.name);
        } else if (!stated && many && is_free_text(column)) {
            column.role = Role::ignored;
            column.kind = ColumnKind::text;
            reason.type = FAIRLOOM_TEXT("most values are sentences: free text");
            reason.role = FAIRLOOM_TEXT("free text is never generated");
            texts.push_back(column.name);
        } else if (!stated && many) {
            column.role = Role::identifier;
            column.kind = ColumnKind::identifier;
            reason.type = reason.role = {FAIRLOOM_TEXT("%1 of %2 values differ: looks like an identifier"), {count_text(distinct_present), count_text(present)}};
            identifiers.push_back(column.name);
        } else if (!stated && named && category && distinct_present > many_names) {
            column.role = Role::identifier;
            column.kind = ColumnKind::identifier;
            reason.type = reason.role = {FAIRLOOM_TEXT("%1 different values, and its name is that of an identifier"), {count_text(distinct_present)}};
            identifiers.push_back(column.name);
        } else if (distinct_present == present && present > 2 && named) {
            column.role = Role::identifier;
            reason.role = FAIRLOOM_TEXT("all values differ, and its name is that of an identifier");
            identifiers.push_back(column.name);
        } else {
            reason.role = FAIRLOOM_TEXT("nothing speaks against generating it");
        }
    }
    if (!identifiers.empty())
        notes.emplace_back(FAIRLOOM_TEXT("Taken for identifiers and not generated: %1"), std::vector{join_names(identifiers)});
    if (!texts.empty())
        notes.emplace_back(FAIRLOOM_TEXT("Taken for free text and not generated: %1"), std::vector{join_names(texts)});
    if (!constants.empty())
        notes.emplace_back(FAIRLOOM_TEXT("Ignored, as every row has the same value: %1"), std::vector{join_names(constants)});
    return reasons;
}

} // namespace fairloom
