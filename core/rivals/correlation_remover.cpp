#include "core/rivals/correlation_remover.h"

#include "core/base/error.h"
#include "core/data/column_mapping.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fairloom {

namespace {

constexpr std::size_t most_numbers = 200'000'000;
constexpr const char *no_group = "not shown"; ///< what sensitive columns hold in every row

/// A feature column's numbers in training and test rows.
struct Numbers {
    std::string name;
    std::vector<double> train, test;
};

std::vector<Numbers> numbers_of(const Column &train, const Column &test)
{
    Numbers value{train.name, train.numbers, test.numbers}, missing{train.name + " missing", {}, {}};
    double sum = 0, known = 0;
    for (const double number : train.numbers)
        if (!std::isnan(number))
            sum += number, ++known;
    const double mean = known > 0 ? sum / known : 0;
    for (const auto &[numbers, flags] : {std::pair(&value.train, &missing.train), std::pair(&value.test, &missing.test)})
        for (double &number : *numbers) {
            flags->push_back(std::isnan(number) ? 1 : 0);
            if (std::isnan(number))
                number = mean;
        }
    if (train.missing_count() == 0)
        return {std::move(value)};
    return {std::move(value), std::move(missing)};
}

std::vector<Numbers> categories_of(const Column &train, const Column &test)
{
    std::vector<std::int32_t> renamed; // of a test column with categories of its own
    if (test.categories != train.categories)
        renamed = category_mapping(test.categories, train.categories);
    std::vector<std::int32_t> place(train.categories.size(), -1);
    std::vector<Numbers> out;
    for (const std::int32_t code : train.codes)
        if (code >= 0)
            place[static_cast<std::size_t>(code)] = 0;
    for (std::size_t code = 0; code < place.size(); ++code) {
        if (place[code] < 0)
            continue;
        place[code] = static_cast<std::int32_t>(out.size());
        const bool missing = static_cast<std::int32_t>(code) == train.missing_code;
        out.push_back({missing ? train.name + " missing" : train.name + " = " + train.categories[code], std::vector<double>(train.codes.size()),
                       std::vector<double>(test.codes.size())});
    }
    const auto mark = [&](const std::vector<std::int32_t> &codes, const std::vector<std::int32_t> &mapping, std::vector<double> Numbers::*of) {
        for (std::size_t row = 0; row < codes.size(); ++row) {
            std::int32_t code = codes[row];
            if (code >= 0 && !mapping.empty())
                code = mapping[static_cast<std::size_t>(code)];
            if (code >= 0 && place[static_cast<std::size_t>(code)] >= 0) // a value that training has not is all zeros
                (out[static_cast<std::size_t>(place[static_cast<std::size_t>(code)])].*of)[row] = 1;
        }
    };
    mark(train.codes, {}, &Numbers::train);
    mark(test.codes, renamed, &Numbers::test);
    return out;
}

void residualise(Numbers &column, const Problem &problem)
{
    std::vector<double> shift(problem.groups.size()), rows(problem.groups.size());
    double sum = 0;
    for (std::size_t row = 0; row < column.train.size(); ++row) {
        shift[static_cast<std::size_t>(problem.train.group[row])] += column.train[row];
        ++rows[static_cast<std::size_t>(problem.train.group[row])];
        sum += column.train[row];
    }
    const double mean = sum / static_cast<double>(column.train.size());
    for (std::size_t g = 0; g < shift.size(); ++g)
        shift[g] = rows[g] > 0 ? shift[g] / rows[g] - mean : 0;
    for (std::size_t row = 0; row < column.train.size(); ++row)
        column.train[row] -= shift[static_cast<std::size_t>(problem.train.group[row])];
    for (std::size_t row = 0; row < column.test.size(); ++row)
        column.test[row] -= shift[static_cast<std::size_t>(problem.test.group[row])];
}

/// Columns of numbers that are no longer on any grid.
Column number_column(std::string name, std::vector<double> numbers)
{
    Column column;
    column.name = std::move(name);
    column.type = ColumnType::number;
    column.kind = ColumnKind::number;
    column.decimals = 6;
    column.fixed_decimals = false;
    column.numbers = std::move(numbers);
    return column;
}

Column one_category(const Column &like, std::size_t rows)
{
    Column column;
    column.name = like.name;
    column.role = like.role;
    column.categories = {no_group};
    column.codes.assign(rows, 0);
    return column;
}

void refuse_what_has_no_numbers(const Problem &problem)
{
    std::size_t columns = 0;
    for (const std::size_t c : problem.features) {
        const Column &column = problem.train.table.columns[c];
        if (column.pictures)
            throw InputError(FAIRLOOM_TEXT("The correlation remover takes tables, not pictures"), problem.train.table.name,
                             FAIRLOOM_TEXT("Choose another method"));
        columns += column.type == ColumnType::category ? column.categories.size() : 2;
    }
    if (columns * (problem.train.rows() + problem.test.rows()) > most_numbers)
        throw InputError(Message(FAIRLOOM_TEXT("The correlation remover would make %1 columns of numbers, which is too much"), {std::to_string(columns)}),
                         problem.train.table.name, FAIRLOOM_TEXT("Merge rare values of the columns that have many, or ignore these columns"));
}

} // namespace

Problem remove_correlation(const Problem &problem)
{
    refuse_what_has_no_numbers(problem);
    Problem out;
    out.task = problem.task;
    out.groups = problem.groups;
    out.target_values = problem.target_values;
    out.positive = problem.positive;
    out.test_was_split_off = problem.test_was_split_off;
    out.warnings = problem.warnings;
    for (const auto &[from, to] : {std::pair(&problem.train, &out.train), std::pair(&problem.test, &out.test)}) {
        to->table.name = from->table.name;
        to->group = from->group;
        to->target = from->target;
        to->label = from->label;
    }
    std::set<std::string> taken;
    for (const std::size_t c : problem.generated)
        if (problem.train.table.columns[c].role != Role::feature)
            taken.insert(problem.train.table.columns[c].name);
    const auto add = [&](Column train, Column test) {
        out.generated.push_back(out.train.table.columns.size());
        out.train.table.columns.push_back(std::move(train));
        out.test.table.columns.push_back(std::move(test));
    };
    for (const std::size_t c : problem.generated) {
        const Column &train = problem.train.table.columns[c], &test = problem.test.table.columns[c];
        if (train.role == Role::sensitive) {
            add(one_category(train, problem.train.rows()), one_category(test, problem.test.rows()));
        } else if (train.role == Role::target) {
            add(train, test);
        } else {
            for (Numbers &column : train.type == ColumnType::number ? numbers_of(train, test) : categories_of(train, test)) {
                residualise(column, problem);
                while (!taken.insert(column.name).second)
                    column.name += " again"; // a file may call a column as this one is called here
                out.features.push_back(out.train.table.columns.size());
                add(number_column(column.name, std::move(column.train)), number_column(column.name, std::move(column.test)));
            }
        }
    }
    return out;
}

} // namespace fairloom
