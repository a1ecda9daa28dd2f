#include "core/data/dataset.h"

#include "core/base/error.h"
#include "core/data/column_roles.h"
#include "core/data/missing_values.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/pictures/picture_table.h"
#include "core/data/rare_values.h"
#include "core/data/readers/table_typing.h"
#include "core/data/row_filter.h"
#include "core/data/sample_source.h"
#include "core/data/samples.h"
#include "core/data/table_file.h"

#include <algorithm>

namespace fairloom {

namespace {

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

/// Categories that only the test rows have become known to the training table too, so that codes mean the same. Pictures are their own.
void share_categories(Table &train, const Table &test)
{
    for (std::size_t c = 0; c < train.columns.size(); ++c) {
        if (train.columns[c].pictures)
            continue;
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

/// What open_dataset() needs to know about one of its sources.
struct Part {
    Table table;
    std::string sha256;
    DialectRule dialect;
    std::optional<PictureRule> pictures;
    std::vector<std::string> file_columns; ///< of an image set's file of labels
};

void add_to_account(Dataset &data, std::size_t bad_lines, const std::vector<BadLine> &first_bad, const std::vector<Message> &notes)
{
    data.account.bad_lines += bad_lines;
    data.bad_lines.insert(data.bad_lines.end(), first_bad.begin(), first_bad.end());
    data.notes.insert(data.notes.end(), notes.begin(), notes.end());
}

void note_bad_pictures(Dataset &data, const PictureTable &read)
{
    data.account.bad_pictures += read.bad_rows;
    data.account.unlabelled += read.unlabelled;
    data.bad_pictures.insert(data.bad_pictures.end(), read.bad.begin(), read.bad.end());
    if (!read.bad.empty())
        data.notes.emplace_back(FAIRLOOM_TEXT("%1 pictures of %2 were left out, the first of them %3"),
                                std::vector{count_text(read.bad.size()), read.table.name, read.bad.front().name});
}

/// Reads one source and keeps the account of it; its name is the table's.
Part read_part(const std::string &source, const Recipe &recipe, const Table *like, Dataset &data, Progress &progress, const std::stop_token &stop)
{
    if (is_picture_source(source)) {
        PictureTable read = read_picture_table(source, recipe, like, progress, stop);
        add_to_account(data, read.bad_lines, read.first_bad, read.notes);
        note_bad_pictures(data, read);
        data.counterparts = std::move(read.counterparts);
        return {std::move(read.table), read.sha256, read.dialect, read.rule, std::move(read.file_columns)};
    }
    if (recipe.pictures)
        throw InputError(FAIRLOOM_TEXT("The recipe is for pictures, and this is no folder and no IDX file"), source,
                         FAIRLOOM_TEXT("Name the folder that the pictures are in"));
    if (like && like->picture_column())
        throw InputError(FAIRLOOM_TEXT("The training rows are pictures and this is a table"), source, FAIRLOOM_TEXT("Name a folder with pictures to test on"));
    TableFile file = read_table_file(source, recipe, like, progress, stop);
    add_to_account(data, file.bad_lines, file.first_bad, file.notes);
    return {std::move(file.table), file.sha256, file.dialect, std::nullopt, {}};
}

/// Labels of pictures tell what a picture shows: none of them is generated unless it becomes the target or sensitive.
void give_label_roles(Dataset &data, const Recipe &recipe)
{
    for (std::size_t c = 0; c < data.table.columns.size(); ++c) {
        Column &column = data.table.columns[c];
        if (column.pictures || rule_for(recipe.columns, column.name).role || column.role == Role::identifier)
            continue;
        column.role = is_one_of(column.name, recipe.sensitive) ? Role::sensitive : column.name == recipe.target ? Role::target : Role::ignored;
        data.reasons[c].role = FAIRLOOM_TEXT("a label of the pictures: not generated unless it is the target or sensitive");
    }
}

/// What is said about the pictures' own columns, whatever "*" says about all others.
void fix_picture_rules(const Table &table, Recipe &recipe)
{
    for (const Column &column : table.columns) {
        if (!column.pictures)
            continue;
        ColumnRule rule;
        rule.kind = ColumnKind::picture;
        rule.role = column.role;
        recipe.columns[column.name] = rule;
    }
}

void group_rare(Dataset &data, Table *test, const Recipe &recipe)
{
    for (std::size_t c = 0; c < data.table.columns.size(); ++c) {
        Column &column = data.table.columns[c];
        if (column.role == Role::ignored || column.role == Role::identifier || column.pictures)
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
    const bool sample = is_sample_source(source);
    const bool own_test = !options.test.empty() && !(sample && options.test == source);
    if (sample && !options.recipe.empty())
        throw InputError(FAIRLOOM_TEXT("A built-in sample needs no recipe"), source, FAIRLOOM_TEXT("Leave the recipe out"));

    const auto data = std::make_shared<Dataset>();
    Recipe recipe;
    if (options.schema)
        recipe = *options.schema;
    else if (!options.recipe.empty())
        recipe = load_filtered_recipe(options.recipe);
    const FilterRule *const filter = chosen_filter(recipe); // a wrong name is refused before anything is read
    const auto rule_of = [&recipe](const Column &column) -> const ColumnRule & { return rule_for(recipe.columns, column.name); };

    DialectRule dialect;
    std::vector<std::string> file_columns;
    if (sample) {
        const SampleSource drawn = parse_sample_source(source);
        *data = make_sample(drawn.name, drawn.seed, drawn.bias);
        data->name = data_name(drawn);
        data->source = data->test_source = to_source(drawn);
        if (!own_test)
            return data;
        data->test.reset();
    } else {
        PartOfProgress part(progress, 0, own_test ? 0.65 : 1);
        Part file = read_part(source, recipe, nullptr, *data, part, stop);
        data->table = std::move(file.table);
        data->sha256 = file.sha256;
        dialect = file.dialect;
        file_columns = std::move(file.file_columns);
        const bool guess = recipe.columns.empty();
        if (file.pictures) {
            recipe.pictures = file.pictures;
            fix_picture_rules(data->table, recipe);
        }
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
        data->reasons = explain_columns(data->table, rule_of, guess, data->notes);
        if (file.pictures)
            give_label_roles(*data, recipe);
    }
    std::optional<Table> test;
    if (own_test) {
        PartOfProgress part(progress, 0.65, 1);
        data->test_source = options.test.string();
        Recipe of_test = recipe;
        if (recipe.test_dialect)
            of_test.dialect = *recipe.test_dialect;
        Part file = read_part(options.test.string(), of_test, &data->table, *data, part, stop);
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
        if (data->schema.pictures)
            data->schema.column_names = file_columns;
    }
    note_missing_values(*data);
    progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {data->name}), 1);
    return data;
}

} // namespace fairloom
