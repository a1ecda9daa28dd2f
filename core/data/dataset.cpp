#include "core/data/dataset.h"

#include "core/base/error.h"
#include "core/data/column_roles.h"
#include "core/data/missing_values.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/rare_values.h"
#include "core/data/readers/table_typing.h"
#include "core/data/row_filter.h"
#include "core/data/samples.h"
#include "core/data/table_file.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::string_view sample_prefix = "sample:";

/// "name", "name:filter", a path, or a path:filter.
Recipe choose_recipe(const std::string &text)
{
    const std::size_t colon = text.rfind(':');
    std::error_code error;
    if (colon == std::string::npos || std::filesystem::exists(text, error))
        return load_recipe(text);
    Recipe recipe = load_recipe(text.substr(0, colon));
    recipe.filter = text.substr(colon + 1);
    return recipe;
}

/// The filter that the recipe says is applied; null for none.
const FilterRule *chosen_filter(const Recipe &recipe)
{
    if (recipe.filter.empty())
        return nullptr;
    std::vector<std::string> names;
    for (const FilterRule &filter : recipe.filters) {
        if (filter.name == recipe.filter)
            return &filter;
        names.push_back(filter.name);
    }
    throw InputError(Message(FAIRLOOM_TEXT("The recipe %1 has no filter named \"%2\""), {recipe.name, recipe.filter}), "",
                     names.empty() ? Message(FAIRLOOM_TEXT("Leave the filter out"))
                                   : Message(FAIRLOOM_TEXT("Its filters are %1"), {join_names(names)}));
}

/// Progress of one of several files as part of the whole.
class PartOfProgress final : public Progress {
public:
    PartOfProgress(Progress &whole, double begin, double end) : whole_(whole), begin_(begin), end_(end) {}
    void report(const Message &stage, double fraction) override
    {
        whole_.report(stage, begin_ + (end_ - begin_) * fraction);
    }

private:
    Progress &whole_;
    double begin_, end_;
};

void apply_filter(const Recipe &recipe, Table &table, Dataset &data)
{
    const FilterRule *const filter = chosen_filter(recipe);
    if (!filter)
        return;
    const std::string missing = missing_filter_column(*filter, table);
    if (!missing.empty()) { // a file that Fairloom wrote from filtered rows has the generated columns only
        data.notes.emplace_back(FAIRLOOM_TEXT("Filter %1 was not applied to %2, which has no column %3"),
                                std::vector{filter->name, table.name, missing});
        return;
    }
    const std::size_t before = table.rows();
    table = table.select_rows(rows_that_pass(*filter, table, recipe.dialect.missing_spellings()));
    const std::size_t left_out = before - table.rows();
    if (table.rows() == 0)
        throw InputError(Message(FAIRLOOM_TEXT("Filter %1 leaves no row"), {filter->name}), table.name,
                         FAIRLOOM_TEXT("Leave the filter out"));
    data.account.filtered += left_out;
    data.notes.emplace_back(FAIRLOOM_TEXT("Filter %1 was applied to %2: %3 of %4 rows left out"),
                            std::vector{filter->name, table.name, count_text(left_out), count_text(before)});
}

/// Categories that only the test rows have become known to the training table too, so that codes mean the same.
void share_categories(Table &train, const Table &test)
{
    for (std::size_t c = 0; c < train.columns.size(); ++c) {
        train.columns[c].categories = test.columns[c].categories;
        train.columns[c].missing_code = test.columns[c].missing_code;
    }
}

void note_missing_values(Dataset &data)
{
    std::size_t count = 0;
    std::vector<std::string> names;
    for (std::size_t c = 0; c < data.table.columns.size(); ++c) {
        const Column &column = data.table.columns[c];
        const std::size_t here = column.missing_count() + (data.test ? data.test->columns[c].missing_count() : 0);
        if (here > 0 && column.role != Role::ignored && column.role != Role::identifier) {
            names.push_back(column.name);
            count += here;
        }
    }
    if (count > 0)
        data.notes.emplace_back(FAIRLOOM_TEXT("%1 values were read as missing, in %2"),
                                std::vector{count_text(count), join_names(names, 6)});
}

/// Reads one file and keeps the account of it; its name is the table's.
TableFile read_part(const std::string &source, const Recipe &recipe, const Table *like, Dataset &data, Progress &progress, const std::stop_token &stop)
{
    TableFile file = read_table_file(source, recipe, like, progress, stop);
    data.account.bad_lines += file.bad_lines;
    data.bad_lines.insert(data.bad_lines.end(), file.first_bad.begin(), file.first_bad.end());
    data.notes.insert(data.notes.end(), file.notes.begin(), file.notes.end());
    return file;
}

void group_rare(Dataset &data, Table *test, const Recipe &recipe)
{
    for (std::size_t c = 0; c < data.table.columns.size(); ++c) {
        Column &column = data.table.columns[c];
        if (column.role == Role::ignored || column.role == Role::identifier)
            continue;
        const std::size_t keep = rule_for(recipe.columns, column.name).keep_values;
        group_rare_values(column, test ? &test->columns[c] : nullptr, keep > 0 ? keep : usual_keep_values, data.account, data.notes);
    }
}

/// The recipe with everything that was found out written into it.
Recipe whole_schema(Recipe recipe, const Table &table)
{
    const std::map<std::string, ColumnRule> given = std::move(recipe.columns);
    recipe.columns.clear();
    recipe.column_names.clear();
    for (const Column &column : table.columns) {
        ColumnRule rule = rule_for(given, column.name);
        if (rule.bins.empty())
            rule.kind = column.meaning();
        rule.role = column.role;
        recipe.columns[column.name] = std::move(rule);
        recipe.column_names.push_back(column.name);
    }
    return recipe;
}

} // namespace

std::shared_ptr<const Dataset> open_dataset(const std::string &source, const DatasetOptions &options,
                                            Progress &progress, std::stop_token stop)
{
    throw_if_stopped(stop);
    if (source.empty())
        throw InputError(FAIRLOOM_TEXT("No data were named"), "", FAIRLOOM_TEXT("Name a CSV file or a built-in sample"));
    const bool sample = source.starts_with(sample_prefix);
    const bool own_test = !options.test.empty() && !(sample && options.test == source);
    if (sample && !options.recipe.empty())
        throw InputError(FAIRLOOM_TEXT("A built-in sample needs no recipe"), source, FAIRLOOM_TEXT("Leave the recipe out"));

    const auto data = std::make_shared<Dataset>();
    Recipe recipe;
    if (options.schema)
        recipe = *options.schema;
    else if (!options.recipe.empty())
        recipe = choose_recipe(options.recipe);
    const FilterRule *const filter = chosen_filter(recipe); // a wrong name is refused before anything is read
    const auto rule_of = [&recipe](const Column &column) -> const ColumnRule & { return rule_for(recipe.columns, column.name); };

    DialectRule dialect;
    if (sample) {
        *data = make_sample(source.substr(sample_prefix.size()));
        if (!own_test)
            return data;
        data->test.reset();
    } else {
        PartOfProgress part(progress, 0, own_test ? 0.65 : 1);
        TableFile file = read_part(source, recipe, nullptr, *data, part, stop);
        data->table = std::move(file.table);
        data->sha256 = file.sha256;
        dialect = file.dialect;
        data->name = data->table.name;
        data->source = source;
        data->recipe = options.recipe; // as given, filter included, so that the same rows can be read again
        data->suggested_sensitive = recipe.sensitive;
        data->suggested_target = recipe.target;
        data->suggested_positive = recipe.positive;
        if (!filter && !recipe.filters.empty())
            data->notes.emplace_back(FAIRLOOM_TEXT("No filter was used: all rows are kept. Recipe %1 offers the filter %2"),
                                     std::vector{recipe.name, recipe.filters.front().name});
        apply_filter(recipe, data->table, *data);
        if (filter)
            drop_unused_categories(data->table);
        data->reasons = explain_columns(data->table, rule_of, recipe.columns.empty(), data->notes);
    }
    std::optional<Table> test;
    if (own_test) {
        PartOfProgress part(progress, 0.65, 1);
        data->test_source = options.test.string();
        Recipe of_test = recipe;
        if (recipe.test_dialect)
            of_test.dialect = *recipe.test_dialect;
        TableFile file = read_part(options.test.string(), of_test, &data->table, *data, part, stop);
        data->test_sha256 = file.sha256;
        if (!(file.dialect == dialect))
            recipe.test_dialect = file.dialect;
        test = std::move(file.table);
        apply_filter(recipe, *test, *data);
    }
    throw_if_stopped(stop);
    apply_missing_policies(data->table, test ? &*test : nullptr, rule_of, data->account, data->notes);
    group_rare(*data, test ? &*test : nullptr, recipe);
    if (test) {
        share_categories(data->table, *test);
        data->test = std::move(test);
    }
    if (!sample) {
        data->schema = whole_schema(recipe, data->table);
        data->schema.dialect = dialect;
    }
    note_missing_values(*data);
    progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {data->name}), 1);
    return data;
}

} // namespace fairloom
