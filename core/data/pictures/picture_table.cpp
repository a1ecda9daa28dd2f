#include "core/data/pictures/picture_table.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/sha256.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/pictures/colouring.h"
#include "core/data/pictures/idx_file.h"
#include "core/data/pictures/name_pattern.h"
#include "core/data/pictures/picture_column.h"
#include "core/data/pictures/picture_decoder.h"
#include "core/data/pictures/picture_files.h"
#include "core/data/pictures/picture_labels.h"
#include "core/data/pictures/picture_loader.h"
#include "core/data/readers/column_names.h"
#include "core/data/readers/raw_column_builder.h"
#include "core/data/readers/table_typing.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <set>

namespace fairloom {

namespace {

namespace fs = std::filesystem;

/// The pictures go first, and a label of their column's name makes way.
void put_first(Table &table, Column pictures)
{
    table.columns.insert(table.columns.begin(), std::move(pictures));
    std::vector<std::string> names;
    for (const Column &column : table.columns)
        names.push_back(column.name);
    names = distinct_names(names);
    for (std::size_t c = 0; c < names.size(); ++c)
        table.columns[c].name = std::move(names[c]);
}

/// Numbers below `count`, at most `most` of them, evenly spread.
std::vector<std::size_t> spread(std::size_t count, std::size_t most)
{
    std::vector<std::size_t> out(std::min(count, most));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = i * count / out.size();
    return out;
}

template <typename Value>
std::vector<Value> picked(const std::vector<Value> &all, const std::vector<std::size_t> &which)
{
    std::vector<Value> out;
    for (const std::size_t i : which)
        out.push_back(all[i]);
    return out;
}

/// Folders end in a name, not in a slash.
fs::path folder_path(const std::string &source)
{
    fs::path path = fs::path(source).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

// ---- folders

/// At most `most` rows are left.
void thin_out(PictureLabels &labels, std::size_t most)
{
    if (labels.files.size() <= most)
        return;
    const std::vector<std::size_t> kept = spread(labels.files.size(), most);
    labels.table = labels.table.select_rows(kept);
    labels.files = picked(labels.files, kept);
}

PictureTable read_folder(const fs::path &folder, const std::vector<PictureFile> &files, const Recipe &recipe, const Table *like, std::size_t most,
                         Progress &progress, const std::stop_token &stop)
{
    PictureLabels labels = read_picture_labels(folder, files, recipe, like, progress, stop);
    thin_out(labels, most);
    std::vector<std::size_t> read = labels.files; // which files are read, each once
    std::sort(read.begin(), read.end());
    read.erase(std::unique(read.begin(), read.end()), read.end());
    const std::vector<PictureFile> wanted = picked(files, read);
    LoadedPictures loaded = load_pictures(wanted, labels.rule.size, folder.filename().string(), progress, stop);
    if (loaded.files.empty())
        throw InputError(Message(FAIRLOOM_TEXT("None of the %1 pictures can be read"), {count_text(wanted.size())}),
                         loaded.bad.front().name + ": " + loaded.bad.front().reason.english(), FAIRLOOM_TEXT("Choose another folder"));

    std::vector<std::int32_t> code(files.size(), -1); // per file, of its picture
    std::vector<std::string> names;
    for (const std::size_t file : loaded.files) {
        code[read[file]] = static_cast<std::int32_t>(names.size());
        names.push_back(wanted[file].name);
    }
    PictureTable out;
    out.found = files.size();
    std::vector<std::size_t> kept;
    std::vector<std::int32_t> codes;
    for (std::size_t row = 0; row < labels.files.size(); ++row) {
        const std::int32_t picture = code[labels.files[row]];
        if (picture < 0)
            continue;
        kept.push_back(row);
        codes.push_back(picture);
    }
    out.bad_rows = labels.files.size() - kept.size() + labels.bad.size();
    out.table = kept.size() == labels.files.size() ? std::move(labels.table) : labels.table.select_rows(kept);
    out.table.name = folder.filename().string();
    Column pictures = picture_column(picture_column_name, std::move(names), std::make_shared<const PictureSet>(std::move(loaded.pictures)));
    pictures.codes = std::move(codes);
    put_first(out.table, std::move(pictures));
    out.rule = labels.rule;
    out.dialect = labels.dialect;
    out.file_columns = std::move(labels.file_columns);
    out.bad_lines = labels.bad_lines;
    out.first_bad = std::move(labels.first_bad);
    out.bad = std::move(labels.bad);
    out.bad.insert(out.bad.end(), loaded.bad.begin(), loaded.bad.end());
    std::sort(out.bad.begin(), out.bad.end(), [](const BadPicture &a, const BadPicture &b) { return a.name < b.name; });
    out.unlabelled = labels.unlabelled;
    out.notes = std::move(labels.notes);
    if (!labels.source.empty())
        loaded.checksums += labels.sha256 + "  " + out.rule.labels + "\n";
    out.sha256 = sha256(loaded.checksums);
    return out;
}

// ---- IDX

/// Throws InputError for a file without pictures.
void check_shape(const IdxFile &file, const std::string &name)
{
    const std::vector<std::size_t> &shape = file.shape;
    const bool coloured = shape.size() == 4 && shape[3] == 3;
    if (shape.size() != 3 && !coloured)
        throw InputError(FAIRLOOM_TEXT("This IDX file does not hold pictures"), name,
                         FAIRLOOM_TEXT("Choose the one that does; it is usually called something like train-images-idx3-ubyte"));
    if (file.values.empty() || shape[1] > 10000 || shape[2] > 10000)
        throw InputError(FAIRLOOM_TEXT("The file has no pictures, or pictures of more than 10,000 pixels an edge"), name, FAIRLOOM_TEXT("Choose another file"));
}

PictureSet pictures_of(const IdxFile &file, const std::vector<std::size_t> &which, int size, const std::string &name, Progress &progress,
                       const std::stop_token &stop)
{
    const std::vector<std::size_t> &shape = file.shape;
    const bool coloured = shape.size() == 4;
    PictureSet out;
    out.width = out.height = size;
    const std::size_t pixels = shape[1] * shape[2];
    out.bytes.resize(which.size() * out.picture_bytes());
    parallel_for(which.size(), hardware_threads(), [&](std::size_t begin, std::size_t end, int part) {
        std::vector<std::uint8_t> rgb(pixels * 3);
        for (std::size_t i = begin; i < end; ++i) {
            throw_if_stopped(stop);
            const std::size_t from = which[i];
            for (std::size_t at = 0; at < rgb.size(); ++at)
                rgb[at] = coloured ? file.values[from * rgb.size() + at] : file.values[from * pixels + at / 3];
            resize_picture(rgb, static_cast<int>(shape[2]), static_cast<int>(shape[1]), size, out.picture(i));
            if (part == 0 && i % 256 == 0)
                progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {name}), static_cast<double>(i) / static_cast<double>(end));
        }
    });
    return out;
}

/// The labels as a column "digit", whose values stand in their order.
Column digits(const IdxFile &file, const Recipe &recipe, const Table *like, std::vector<Message> &notes, const std::string &name, const std::stop_token &stop)
{
    constexpr const char *column = "digit";
    const std::vector<std::string> missing;
    RawTable raw;
    raw.name = name;
    RawColumnBuilder builder(missing);
    for (const std::uint8_t value : file.values)
        builder.add(std::to_string(value));
    raw.columns.push_back(builder.take(column));
    std::map<std::string, ColumnRule> rules = recipe.columns;
    ColumnRule rule = rule_for(rules, column);
    if (!rule.kind)
        rule.kind = ColumnKind::category;
    if (rule.order.empty() && rule.merge.empty())
        for (const int value : std::set<int>(file.values.begin(), file.values.end()))
            rule.order.push_back(std::to_string(value));
    rules[column] = std::move(rule);
    Table only;
    if (like)
        only.columns = {like->columns[like->index_of(column)]};
    TableTyping typing;
    typing.columns = &rules;
    typing.missing = missing;
    typing.like = like ? &only : nullptr;
    typing.place = [&](std::size_t row) { return name + ", label " + std::to_string(row + 1); };
    NoProgress quiet;
    return std::move(type_table(std::move(raw), typing, notes, 1, quiet, stop).columns.front());
}

Column label_column(std::string name, std::vector<std::string> categories, std::vector<std::int32_t> codes)
{
    Column column;
    column.name = std::move(name);
    column.role = Role::ignored;
    column.categories = std::move(categories);
    column.codes = std::move(codes);
    return column;
}

/// odd: of all pictures, since each one's colour depends on those before it; which: those of the table.
void colour(PictureTable &out, const std::vector<std::uint8_t> &odd, const std::vector<std::size_t> &which)
{
    const ColouringRule &rule = *out.rule.colouring;
    const std::string colour_name = "colour", unbiased = " (unbiased)";
    const std::vector<std::int32_t> telling = picked(draw_telling_colours(odd, rule), which);
    const std::vector<std::int32_t> silent = picked(draw_silent_colours(odd.size(), rule), which);
    const std::vector<std::uint8_t> own = picked(odd, which);
    std::vector<Column> &columns = out.table.columns;
    const std::shared_ptr<const PictureSet> grey = columns.front().pictures;
    columns.front().pictures = std::make_shared<const PictureSet>(in_colours(*grey, telling));
    Column other = picture_column(picture_column_name + unbiased, columns.front().categories, std::make_shared<const PictureSet>(in_colours(*grey, silent)),
                                  Role::ignored);
    columns.push_back(label_column("parity", {"even", "odd"}, {own.begin(), own.end()}));
    columns.push_back(label_column(colour_name, colour_names(), telling));
    columns.push_back(std::move(other));
    columns.push_back(label_column(colour_name + unbiased, colour_names(), silent));
    out.counterparts = {{picture_column_name, picture_column_name + unbiased}, {colour_name, colour_name + unbiased}};
}

PictureTable read_idx(const fs::path &file, const Recipe &recipe, const Table *like, std::size_t most, Progress &progress, const std::stop_token &stop)
{
    const std::string name = file.filename().string();
    PictureTable out;
    out.rule = recipe.pictures.value_or(PictureRule());
    const IdxFile images = read_idx_file(file, progress, stop);
    check_shape(images, name);
    const fs::path labels_file = out.rule.labels.empty() ? idx_labels_beside(file) : find_label_file(file.parent_path(), out.rule.labels);
    if (labels_file.empty())
        throw InputError(FAIRLOOM_TEXT("The file of labels that belongs to these pictures is not beside them"), name,
                         FAIRLOOM_TEXT("Put it there: train-images-idx3-ubyte goes with train-labels-idx1-ubyte"));
    const IdxFile labels = read_idx_file(labels_file, progress, stop);
    const std::size_t count = images.shape[0];
    if (labels.shape.size() != 1 || labels.shape[0] != count)
        throw InputError(Message(FAIRLOOM_TEXT("%1 labels for %2 pictures"), {count_text(labels.values.size()), count_text(count)}),
                         labels_file.filename().string(), FAIRLOOM_TEXT("Choose the two files that belong together"));

    const std::vector<std::size_t> which = spread(count, most);
    check_picture_memory((out.rule.colouring ? 2 : 1) * which.size(), out.rule.size, name);
    out.found = count;
    out.table.name = name;
    out.table.columns = {digits(labels, recipe, like, out.notes, labels_file.filename().string(), stop)};
    if (which.size() < count)
        out.table = out.table.select_rows(which);
    out.table.columns.insert(out.table.columns.begin(),
                             picture_column(picture_column_name, picked(running_names(count), which),
                                            std::make_shared<const PictureSet>(pictures_of(images, which, out.rule.size, name, progress, stop))));
    if (out.rule.colouring) {
        std::vector<std::uint8_t> odd;
        for (const std::uint8_t value : labels.values)
            odd.push_back(value % 2);
        colour(out, odd, which);
        for (Column &column : out.table.columns)
            if (!column.pictures)
                column.role = rule_for(recipe.columns, column.name).role.value_or(Role::ignored);
    }
    out.sha256 = sha256(images.sha256 + "  " + name + "\n" + labels.sha256 + "  " + labels_file.filename().string() + "\n");
    return out;
}

/// Files of pictures among the IDX files of a folder.
std::vector<fs::path> idx_pictures_in(const fs::path &folder)
{
    std::vector<fs::path> out;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (at->path().filename().string().find("idx3-ubyte") != std::string::npos && at->is_regular_file(ignored))
            out.push_back(at->path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

// ---- recipes

/// Whether every field of a name is what the recipe has for its column.
bool fits_fields(const Recipe &recipe, const NamePattern &pattern, const std::vector<std::string> &values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        const ColumnRule &rule = rule_for(recipe.columns, pattern.fields()[i]);
        const bool number = !rule.bins.empty() || (rule.kind && storage_of(*rule.kind) == ColumnType::number);
        if (number ? !read_number(values[i]) : !rule.merge.empty() && !rule.merge.contains(values[i]))
            return false;
    }
    return true;
}

bool fits_names(const Recipe &recipe, const std::vector<PictureFile> &files)
{
    constexpr double most = 0.9;
    const NamePattern pattern(recipe.pictures->name_pattern);
    std::size_t fitting = 0;
    for (const PictureFile &file : files) {
        const auto values = pattern.match(file.path.filename().string());
        fitting += values && fits_fields(recipe, pattern, *values);
    }
    return static_cast<double>(fitting) > most * static_cast<double>(files.size());
}

/// read_picture_table() for at most `most` pictures, spread over all.
PictureTable read_some(const std::string &source, const Recipe &recipe, const Table *like, std::size_t most, Progress &progress, const std::stop_token &stop)
{
    throw_if_stopped(stop);
    std::error_code error;
    if (!fs::is_directory(source, error))
        return read_idx(source, recipe, like, most, progress, stop);
    const fs::path folder = folder_path(source);
    progress.report(Message(FAIRLOOM_TEXT("Looking for pictures in %1"), {folder.filename().string()}), 0);
    const std::vector<PictureFile> files = find_picture_files(folder, stop);
    if (!files.empty()) {
        if (recipe.pictures && recipe.pictures->colouring)
            throw InputError(FAIRLOOM_TEXT("Only the digits of an IDX file can be coloured"), folder.filename().string(),
                             FAIRLOOM_TEXT("Choose another recipe, or none"));
        return read_folder(folder, files, recipe, like, most, progress, stop);
    }
    const std::vector<fs::path> idx = idx_pictures_in(folder);
    if (idx.size() == 1)
        return read_idx(idx.front(), recipe, like, most, progress, stop);
    if (idx.size() > 1)
        throw InputError(FAIRLOOM_TEXT("The folder holds several IDX files of pictures"), folder.string(),
                         Message(FAIRLOOM_TEXT("Open one of them, such as %1"), {idx.front().filename().string()}));
    throw InputError(FAIRLOOM_TEXT("The folder holds no pictures"), folder.string(),
                     FAIRLOOM_TEXT("Choose a folder with JPEG, PNG, GIF, BMP, TIFF or WebP files in it or in its folders"));
}

} // namespace

bool is_picture_source(const std::string &source)
{
    std::error_code error;
    return fs::is_directory(source, error) || (fs::is_regular_file(source, error) && is_idx_file(source));
}

PictureTable read_picture_table(const std::string &source, const Recipe &recipe, const Table *like, Progress &progress, const std::stop_token &stop)
{
    return read_some(source, recipe, like, std::numeric_limits<std::size_t>::max(), progress, stop);
}

PicturePreview preview_picture_table(const std::string &source, const Recipe &recipe, std::size_t most, const std::stop_token &stop)
{
    NoProgress quiet;
    PicturePreview out;
    std::error_code error;
    const fs::path folder = folder_path(source);
    const std::vector<PictureFile> files = fs::is_directory(source, error) ? find_picture_files(folder, stop) : std::vector<PictureFile>();
    if (files.empty()) {
        out.some = read_some(source, recipe, nullptr, most, quiet, stop);
        out.of = out.some.found;
        return out;
    }
    out.of = files.size();
    try {
        out.some = read_folder(folder, files, recipe, nullptr, most, quiet, stop);
    } catch (const InputError &refused) {
        out.refused = refused;
        const std::vector<PictureFile> few = picked(files, spread(files.size(), most));
        out.some.rule = recipe.pictures.value_or(PictureRule());
        LoadedPictures loaded = load_pictures(few, out.some.rule.size, folder.filename().string(), quiet, stop);
        std::vector<std::string> names;
        for (const std::size_t file : loaded.files)
            names.push_back(few[file].name);
        out.some.table.columns.push_back(
            picture_column(picture_column_name, std::move(names), std::make_shared<const PictureSet>(std::move(loaded.pictures))));
    }
    return out;
}

std::optional<Recipe> recognise_picture_recipe(const fs::path &source, std::vector<Recipe> recipes, const std::stop_token &stop)
{
    std::error_code error;
    const bool is_folder = fs::is_directory(source, error);
    const fs::path folder = is_folder ? folder_path(source.string()) : fs::path();
    const std::vector<PictureFile> files = is_folder ? find_picture_files(folder, stop) : std::vector<PictureFile>();
    const bool idx = is_folder ? files.empty() && !idx_pictures_in(folder).empty() : is_idx_file(source);
    for (Recipe &recipe : recipes) {
        if (!recipe.pictures)
            continue;
        const PictureRule &rule = *recipe.pictures;
        const bool fits = idx                           ? rule.colouring.has_value()
                          : files.empty()               ? false
                          : !rule.name_pattern.empty()  ? fits_names(recipe, files)
                                                        : !rule.labels.empty() && !find_label_file(folder, rule.labels).empty();
        if (fits)
            return std::move(recipe);
    }
    return std::nullopt;
}

} // namespace fairloom
