#include "core/data/dataset.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/data/column_roles.h"
#include "core/data/csv_reader.h"
#include "core/data/file_text.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/row_filter.h"
#include "core/data/samples.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::string_view sample_prefix = "sample:";

struct ChosenRecipe {
    Recipe recipe;
    const FilterRule *filter = nullptr;
};

/// "name", "name:filter", a path, or a path:filter.
void choose_recipe(const std::string &text, ChosenRecipe &chosen)
{
    const std::size_t colon = text.rfind(':');
    std::error_code error;
    if (colon == std::string::npos || std::filesystem::exists(text, error)) {
        chosen.recipe = load_recipe(text);
        return;
    }
    chosen.recipe = load_recipe(text.substr(0, colon));
    const std::string wanted = text.substr(colon + 1);
    std::vector<std::string> names;
    for (const FilterRule &filter : chosen.recipe.filters) {
        names.push_back(filter.name);
        if (filter.name == wanted)
            chosen.filter = &filter;
    }
    if (!chosen.filter)
        throw InputError(Message(FAIRLOOM_TEXT("The recipe %1 has no filter named \"%2\""), {chosen.recipe.name, wanted}), "",
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

Table read_table(const std::filesystem::path &file, const CsvOptions &options, Sha256 &hash, std::vector<Message> &notes,
                 Progress &progress, const std::stop_token &stop)
{
    const std::string name = file.filename().string();
    std::string text = read_file(file);
    hash.update(text);
    // Zero bytes are for the reader to refuse; UTF-16 would turn into nonsense here.
    if (!is_utf8(text) && text.find('\0') == std::string::npos) {
        text = from_windows_1252(text);
        notes.emplace_back(FAIRLOOM_TEXT("%1 is not UTF-8 and was read as Windows-1252"), std::vector{name});
    }
    return parse_csv(text, name, options, progress, stop);
}

void apply_filter(const ChosenRecipe &chosen, Table &table, Dataset &data)
{
    if (!chosen.filter)
        return;
    const std::string missing = missing_filter_column(*chosen.filter, table);
    if (!missing.empty()) { // a file that Fairloom wrote from filtered rows has the generated columns only
        data.notes.emplace_back(FAIRLOOM_TEXT("Filter %1 was not applied to %2, which has no column %3"),
                                std::vector{chosen.filter->name, table.name, missing});
        return;
    }
    const std::size_t before = table.rows();
    table = table.select_rows(rows_that_pass(*chosen.filter, table, chosen.recipe.dialect.missing));
    const std::size_t left_out = before - table.rows();
    if (table.rows() == 0)
        throw InputError(Message(FAIRLOOM_TEXT("Filter %1 leaves no row"), {chosen.filter->name}), table.name,
                         FAIRLOOM_TEXT("Leave the filter out"));
    data.left_out += left_out;
    data.notes.emplace_back(FAIRLOOM_TEXT("Filter %1 was applied to %2: %3 of %4 rows left out"),
                            std::vector{chosen.filter->name, table.name, count_text(left_out), count_text(before)});
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
    ChosenRecipe chosen;
    if (!options.recipe.empty())
        choose_recipe(options.recipe, chosen);
    const Recipe &recipe = chosen.recipe;
    CsvOptions csv;
    csv.dialect = recipe.dialect;
    csv.sniff_separator = recipe.sniff_separator;
    csv.column_names = recipe.column_names;
    csv.columns = recipe.columns;

    Sha256 hash;
    if (sample) {
        *data = make_sample(source.substr(sample_prefix.size()));
        if (!own_test)
            return data;
        data->test.reset();
    } else {
        PartOfProgress part(progress, 0, own_test ? 0.65 : 1);
        data->table = read_table(source, csv, hash, data->notes, part, stop);
        data->name = data->table.name;
        data->source = source;
        data->recipe = options.recipe; // as given, filter included, so that the same rows can be read again
        data->suggested_sensitive = recipe.sensitive;
        data->suggested_target = recipe.target;
        data->suggested_positive = recipe.positive;
        if (!chosen.filter && !recipe.filters.empty())
            data->notes.emplace_back(FAIRLOOM_TEXT("No filter was used: all rows are kept. Recipe %1 offers the filter %2"),
                                     std::vector{recipe.name, recipe.filters.front().name});
        apply_filter(chosen, data->table, *data);
        if (chosen.filter)
            drop_unused_categories(data->table);
        if (recipe.columns.empty())
            guess_roles(data->table, data->notes);
    }
    if (own_test) {
        PartOfProgress part(progress, 0.65, 1);
        csv.like = &data->table;
        data->test_source = options.test.string();
        if (sample)
            hash.update(data->sha256);
        Table test = read_table(options.test, csv, hash, data->notes, part, stop);
        apply_filter(chosen, test, *data);
        share_categories(data->table, test);
        data->test = std::move(test);
    }
    data->sha256 = hash.finish();
    note_missing_values(*data);
    progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {data->name}), 1);
    return data;
}

} // namespace fairloom
