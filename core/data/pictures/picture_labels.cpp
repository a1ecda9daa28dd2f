#include "core/data/pictures/picture_labels.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/pictures/attribute_list.h"
#include "core/data/pictures/name_pattern.h"
#include "core/data/readers/file_contents.h"
#include "core/data/readers/raw_column_builder.h"
#include "core/data/readers/table_typing.h"
#include "core/data/table_file.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace fairloom {

namespace {

namespace fs = std::filesystem;

Table typed(RawTable raw, const Recipe &recipe, const Table *like, std::vector<Message> &notes, Progress &progress, const std::stop_token &stop)
{
    const std::string name = raw.name;
    TableTyping typing;
    typing.columns = &recipe.columns;
    typing.missing = recipe.dialect.missing_spellings();
    typing.like = like;
    typing.place = [&](std::size_t row) { return name + ", row " + std::to_string(row + 1); };
    return type_table(std::move(raw), typing, notes, hardware_threads(), progress, stop);
}

/// The columns of an image set that labels have to have.
Table without_pictures(const Table &like)
{
    Table out;
    out.name = like.name;
    for (const Column &column : like.columns)
        if (!column.pictures) {
            out.columns.push_back(column);
            out.columns.back().codes.clear();
            out.columns.back().numbers.clear();
        }
    return out;
}

/// Labels that every file's own name gives: `values` per column.
PictureLabels labels_from_names(const std::vector<std::string> &columns, const std::vector<std::vector<std::string>> &rows, const std::string &name,
                                const Recipe &recipe, const Table *like, Progress &progress, const std::stop_token &stop)
{
    const std::vector<std::string> missing = recipe.dialect.missing_spellings();
    RawTable raw;
    raw.name = name;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        RawColumnBuilder builder(missing);
        for (const auto &row : rows)
            builder.add(row[c], true);
        raw.columns.push_back(builder.take(columns[c]));
    }
    PictureLabels out;
    out.table = typed(std::move(raw), recipe, like, out.notes, progress, stop);
    return out;
}

PictureLabels labels_by_pattern(const fs::path &folder, const std::vector<PictureFile> &files, const Recipe &recipe, const Table *like,
                                Progress &progress, const std::stop_token &stop)
{
    const NamePattern pattern(recipe.pictures->name_pattern);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> fitting;
    std::vector<BadPicture> bad;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (auto values = pattern.match(files[i].path.filename().string())) {
            rows.push_back(std::move(*values));
            fitting.push_back(i);
        } else {
            bad.push_back({files[i].name, {FAIRLOOM_TEXT("its name does not fit the pattern %1"), {recipe.pictures->name_pattern}}});
        }
    }
    if (rows.empty())
        throw InputError(Message(FAIRLOOM_TEXT("No picture's name fits the pattern %1"), {recipe.pictures->name_pattern}), folder.string(),
                         Message(FAIRLOOM_TEXT("Correct the pattern: the first picture is called %1"), {files.front().name}));
    PictureLabels out = labels_from_names(pattern.fields(), rows, folder.filename().string(), recipe, like, progress, stop);
    out.files = std::move(fitting);
    out.bad = std::move(bad);
    return out;
}

/// Per picture the name of the first folder below the one that all pictures are in; empty if they lie in one folder, or some beside folders.
std::vector<std::string> classes(const std::vector<PictureFile> &files)
{
    std::string common = files.front().name.substr(0, files.front().name.rfind('/') + 1);
    for (const PictureFile &file : files)
        while (!file.name.starts_with(common)) // "a/b/" becomes "a/"
            common.erase(common.rfind('/', common.size() - 2) + 1);
    std::vector<std::string> out;
    for (const PictureFile &file : files) {
        const std::size_t slash = file.name.find('/', common.size());
        if (slash == std::string::npos)
            return {};
        out.push_back(file.name.substr(common.size(), slash - common.size()));
    }
    return out;
}

/// The column whose values name pictures, by a sample of its rows; with the share of those that are there.
std::pair<std::optional<std::size_t>, double> naming_column(const Table &table, const PictureIndex &index)
{
    constexpr std::size_t most_looked_at = 1000;
    const std::size_t looked_at = std::min(table.rows(), most_looked_at);
    std::optional<std::size_t> best;
    std::pair<std::size_t, std::size_t> most{0, 0}; // found; found with an extension, for running numbers may be called like files too
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        std::pair<std::size_t, std::size_t> found{0, 0};
        for (std::size_t i = 0; i < looked_at; ++i) {
            const std::string text = table.columns[c].text(i * table.rows() / looked_at);
            if (index.find(text)) {
                ++found.first;
                found.second += text.find('.') != std::string::npos;
            }
        }
        if (found > most) {
            most = found;
            best = c;
        }
    }
    return {best, looked_at == 0 ? 0 : static_cast<double>(most.first) / static_cast<double>(looked_at)};
}

std::vector<std::string> names_of(const Table &table)
{
    std::vector<std::string> names;
    for (const Column &column : table.columns)
        names.push_back(column.name);
    return names;
}

/// The columns that a file of labels has to have: those of `like`, and the one that names the pictures.
Table like_labels(const Table &like, const Recipe &recipe)
{
    Table out = like;
    Column &names = out.columns.emplace_back();
    names.name = recipe.pictures->file_column;
    const auto place = [&](const Column &column) { // a file without header is matched by position
        return std::find(recipe.column_names.begin(), recipe.column_names.end(), column.name) - recipe.column_names.begin();
    };
    std::stable_sort(out.columns.begin(), out.columns.end(), [&](const Column &a, const Column &b) { return place(a) < place(b); });
    return out;
}

/// A file of labels as it is, the column that names pictures among the others.
TableFile read_label_table(const fs::path &file, Recipe recipe, const Table *like, Progress &progress, const std::stop_token &stop)
{
    if (const std::string &names = recipe.pictures->file_column; !names.empty()) {
        ColumnRule rule;
        rule.kind = ColumnKind::category; // "000001" is a name
        recipe.columns[names] = rule;
    }
    const FileContents contents = open_file_contents(file, {}, progress, stop);
    if (contents.format != TableFormat::sqlite && is_attribute_list(contents.text())) {
        TableFile out;
        out.table = typed(read_attribute_list(contents.text(), file.filename().string()), recipe, like, out.notes, progress, stop);
        out.sha256 = contents.sha256(stop);
        out.dialect.encoding = contents.encoding;
        return out;
    }
    return read_table_file(file.string(), recipe, like, progress, stop);
}

bool may_hold_labels(const fs::path &file)
{
    for (const char *known : {".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson", ".arff", ".csv.gz", ".tsv.gz"})
        if (file.filename().string().ends_with(known))
            return true;
    return false;
}

struct Candidate {
    fs::path file;
    std::string names; ///< its column
    double share = 0;  ///< of the rows whose picture is there
    TableFile read;    ///< as it is without a recipe's column of names
};

/// The file in the folder that has the most pictures' names; nothing if none has.
std::optional<Candidate> search_labels(const fs::path &folder, const PictureIndex &index, const Recipe &recipe, const std::stop_token &stop)
{
    constexpr double few = 0.1;
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (may_hold_labels(at->path()) && !at->path().filename().string().starts_with('.') && at->is_regular_file(ignored))
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    std::optional<Candidate> best;
    std::string rival;
    for (const fs::path &file : files) {
        NoProgress quiet;
        try {
            TableFile read = read_label_table(file, recipe, nullptr, quiet, stop);
            const auto [column, share] = naming_column(read.table, index);
            if (!column || share < few || (best && share < best->share))
                continue;
            rival = best && share == best->share ? best->file.filename().string() : "";
            std::string names = read.table.columns[*column].name;
            best = {file, std::move(names), share, std::move(read)};
        } catch (const InputError &) {
            continue; // a licence, a read-me: no table
        }
    }
    if (!rival.empty())
        throw InputError(Message(FAIRLOOM_TEXT("Both %1 and %2 tell about these pictures"), {rival, best->file.filename().string()}), folder.string(),
                         FAIRLOOM_TEXT("Say which of them has the labels"));
    return best;
}

bool tells_about(const fs::path &file, const PictureIndex &index, const Recipe &recipe, const std::stop_token &stop)
{
    NoProgress quiet;
    return naming_column(read_label_table(file, recipe, nullptr, quiet, stop).table, index).first.has_value();
}

/// look: the file as the search found it, if there was one.
PictureLabels labels_from_file(const fs::path &folder, const fs::path &file, std::optional<TableFile> look, const std::vector<PictureFile> &files,
                               const PictureIndex &index, Recipe recipe, const Table *like, Progress &progress, const std::stop_token &stop)
{
    const std::string shown = file.filename().string();
    std::string &names = recipe.pictures->file_column;
    if (names.empty()) {
        look = read_label_table(file, recipe, nullptr, progress, stop);
        const auto [column, share] = naming_column(look->table, index);
        if (!column)
            throw InputError(FAIRLOOM_TEXT("No column names pictures that are in the folder"), shown,
                             FAIRLOOM_TEXT("Choose the file that belongs to these pictures, and the folder that they are in"));
        names = look->table.columns[*column].name;
    }
    std::optional<Table> needed;
    if (like)
        needed = like_labels(*like, recipe);
    // Without the column of names known beforehand, what looks like numbers was read as such.
    const bool enough = look && !like && look->table.columns[look->table.index_of(names)].type == ColumnType::category;
    TableFile read = enough ? std::move(*look) : read_label_table(file, recipe, needed ? &*needed : nullptr, progress, stop);
    const std::size_t column = read.table.index_of(names);

    PictureLabels out;
    out.file_columns = names_of(read.table);
    std::vector<std::size_t> kept;
    std::vector<std::uint8_t> labelled(files.size(), 0);
    for (std::size_t row = 0; row < read.table.rows(); ++row) {
        const std::string reference = read.table.columns[column].text(row);
        if (const auto found = index.find(reference)) {
            kept.push_back(row);
            out.files.push_back(*found);
            labelled[*found] = 1;
        } else {
            out.bad.push_back({reference, {FAIRLOOM_TEXT("%1 names it, and there is no such picture"), {shown}}});
        }
    }
    if (kept.empty())
        throw InputError(FAIRLOOM_TEXT("None of the pictures that the file names is in the folder"), shown,
                         FAIRLOOM_TEXT("Choose the file that belongs to these pictures, and the folder that they are in"));
    out.table = kept.size() == read.table.rows() ? std::move(read.table) : read.table.select_rows(kept);
    out.table.columns.erase(out.table.columns.begin() + static_cast<std::ptrdiff_t>(column));
    out.unlabelled = static_cast<std::size_t>(std::count(labelled.begin(), labelled.end(), 0));
    if (out.unlabelled > 0) {
        const auto first = static_cast<std::size_t>(std::find(labelled.begin(), labelled.end(), 0) - labelled.begin());
        out.notes.emplace_back(FAIRLOOM_TEXT("%1 pictures have no row in %2 and were left out, the first of them %3"),
                               std::vector{count_text(out.unlabelled), shown, files[first].name});
    }
    out.rule.labels = file.lexically_proximate(folder).generic_string();
    out.rule.file_column = names;
    out.source = file.string();
    out.sha256 = read.sha256;
    out.dialect = read.dialect;
    out.bad_lines = read.bad_lines;
    out.first_bad = std::move(read.first_bad);
    out.notes.insert(out.notes.end(), read.notes.begin(), read.notes.end());
    return out;
}

} // namespace

fs::path find_label_file(const fs::path &folder, const std::string &labels)
{
    std::error_code error;
    const fs::path named = labels;
    for (const fs::path &base : {folder, folder / ".."}) {
        std::vector<fs::path> spellings = {named};
        for (const char *extension : {".csv", ".txt", ".tsv"}) // the same list is handed round in several forms
            spellings.push_back(fs::path(named).replace_extension(extension));
        for (const fs::path &spelling : spellings)
            if (fs::is_regular_file(base / spelling, error))
                return (base / spelling).lexically_normal();
    }
    return {};
}

PictureLabels read_picture_labels(const fs::path &folder, const std::vector<PictureFile> &files, const Recipe &given, const Table *image_set,
                                  Progress &progress, const std::stop_token &stop)
{
    std::optional<Table> label_columns;
    if (image_set)
        label_columns = without_pictures(*image_set);
    const Table *const like = label_columns ? &*label_columns : nullptr;
    Recipe recipe = given;
    if (!recipe.pictures)
        recipe.pictures.emplace();
    PictureRule &rule = *recipe.pictures;
    PictureLabels out;
    const auto keep_rule = [&](PictureLabels labels) {
        std::swap(rule.labels, labels.rule.labels);
        std::swap(rule.file_column, labels.rule.file_column);
        labels.rule = rule;
        return labels;
    };
    if (!rule.name_pattern.empty())
        return keep_rule(labels_by_pattern(folder, files, recipe, like, progress, stop));

    const PictureIndex index(files);
    std::optional<TableFile> look;
    fs::path file = rule.labels.empty() ? fs::path() : find_label_file(folder, rule.labels);
    if (like && !file.empty() && !tells_about(file, index, recipe, stop)) // of the training rows, and lies beside both
        file.clear();
    if (!rule.labels.empty() && file.empty() && !like) // a test folder's may be called otherwise
        throw InputError(Message(FAIRLOOM_TEXT("There is no file %1 with labels"), {rule.labels}), folder.string(),
                         FAIRLOOM_TEXT("Put it into the folder or beside it, or name the file that has the labels"));
    if (file.empty()) {
        auto found = search_labels(folder, index, recipe, stop);
        if (!found && like && !rule.labels.empty())
            found = search_labels(folder / "..", index, recipe, stop);
        if (found) {
            file = found->file.lexically_normal();
            rule.file_column = found->names;
            look = std::move(found->read);
        }
    }
    if (!file.empty())
        return keep_rule(labels_from_file(folder, file, std::move(look), files, index, recipe, like, progress, stop));

    const std::vector<std::string> of_folders = classes(files);
    if (of_folders.empty()) {
        if (const auto known = recognise_recipe(folder, stop))
            throw InputError(FAIRLOOM_TEXT("Nothing tells what the pictures show"), folder.string(),
                             Message(FAIRLOOM_TEXT("They are called like those of a known data set: choose the recipe %1"), {known->name}));
        throw InputError(FAIRLOOM_TEXT("Nothing tells what the pictures show"), folder.string(),
                         FAIRLOOM_TEXT("Name a file with labels, a pattern for labels inside file names such as [age]_[gender]_[race], or put the "
                                       "pictures into a folder for every class"));
    }
    std::vector<std::vector<std::string>> rows;
    for (const std::string &name : of_folders)
        rows.push_back({name});
    out = labels_from_names({"class"}, rows, folder.filename().string(), recipe, like, progress, stop);
    for (std::size_t i = 0; i < files.size(); ++i)
        out.files.push_back(i);
    return keep_rule(std::move(out));
}

} // namespace fairloom
