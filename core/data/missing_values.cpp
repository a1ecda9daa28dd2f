#include "core/data/missing_values.h"

#include "core/base/error.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

bool takes_part(const Column &column) { return column.role != Role::ignored && column.role != Role::identifier; }

std::vector<std::size_t> complete_rows(const Table &table, const std::vector<std::size_t> &columns)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (std::none_of(columns.begin(), columns.end(), [&](std::size_t c) { return table.columns[c].is_missing(row); }))
            rows.push_back(row);
    return rows;
}

void drop_rows(Table &table, const std::vector<std::size_t> &columns, RowAccount &account, std::vector<Message> &notes)
{
    const std::size_t before = table.rows();
    const std::vector<std::size_t> kept = complete_rows(table, columns);
    if (kept.size() == before)
        return;
    std::vector<std::string> names;
    for (const std::size_t c : columns)
        names.push_back(table.columns[c].name);
    if (kept.empty())
        throw InputError(Message(FAIRLOOM_TEXT("Every row lacks a value of %1, so that none is left"), {join_names(names, 6)}), table.name,
                         FAIRLOOM_TEXT("Choose another policy for missing values"));
    table = table.select_rows(kept);
    account.dropped_missing += before - kept.size();
    notes.emplace_back(FAIRLOOM_TEXT("%1 of %2 rows of %3 were left out, as they lack a value of %4"),
                       std::vector{count_text(before - kept.size()), count_text(before), table.name, join_names(names, 6)});
}

/// The most frequent category of the rows, -1 if all are missing.
std::int32_t most_frequent(const Column &column)
{
    std::vector<std::size_t> counts(column.categories.size(), 0);
    for (const std::int32_t code : column.codes)
        if (code >= 0 && code != column.missing_code)
            ++counts[static_cast<std::size_t>(code)];
    const auto most = std::max_element(counts.begin(), counts.end());
    return most == counts.end() || *most == 0 ? -1 : static_cast<std::int32_t>(most - counts.begin());
}

/// The lower median: a value that some row has.
double lower_median(const Column &column)
{
    std::vector<double> values;
    std::copy_if(column.numbers.begin(), column.numbers.end(), std::back_inserter(values), [](double v) { return !std::isnan(v); });
    if (values.empty())
        return std::nan("");
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void impute(Column &train, Column *test, const std::string &where, RowAccount &account, std::vector<Message> &notes)
{
    const std::size_t missing = train.missing_count() + (test ? test->missing_count() : 0);
    if (missing == 0)
        return;
    const std::int32_t code = train.type == ColumnType::category ? most_frequent(train) : 0;
    const double number = train.type == ColumnType::number ? lower_median(train) : 0;
    if (code < 0 || std::isnan(number))
        throw InputError(Message(FAIRLOOM_TEXT("Column %1 has no value that could take the place of the missing ones"), {train.name}), where,
                         FAIRLOOM_TEXT("Ignore the column, or choose another policy for missing values"));
    for (Column *column : {&train, test}) {
        if (!column)
            continue;
        if (column->type == ColumnType::category)
            std::replace(column->codes.begin(), column->codes.end(), column->missing_code, code);
        else
            for (double &value : column->numbers)
                value = std::isnan(value) ? number : value;
    }
    account.imputed_values += missing;
    notes.emplace_back(FAIRLOOM_TEXT("%1 missing values of %2 were replaced by %3"),
                       std::vector{count_text(missing), train.name,
                                   train.type == ColumnType::category ? train.categories[static_cast<std::size_t>(code)] : train.spell(number)});
}

} // namespace

void apply_missing_policies(Table &train, Table *test, const std::function<const ColumnRule &(const Column &)> &rule_of, RowAccount &account,
                            std::vector<Message> &notes)
{
    std::vector<std::size_t> dropping;
    for (std::size_t c = 0; c < train.columns.size(); ++c)
        if (takes_part(train.columns[c]) && rule_of(train.columns[c]).on_missing == MissingPolicy::drop)
            dropping.push_back(c);
    if (!dropping.empty()) {
        drop_rows(train, dropping, account, notes);
        if (test)
            drop_rows(*test, dropping, account, notes);
    }
    for (std::size_t c = 0; c < train.columns.size(); ++c)
        if (takes_part(train.columns[c]) && rule_of(train.columns[c]).on_missing == MissingPolicy::impute)
            impute(train.columns[c], test ? &test->columns[c] : nullptr, train.name, account, notes);
}

} // namespace fairloom
