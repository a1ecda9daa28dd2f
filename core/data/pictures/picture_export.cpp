#include "core/data/pictures/picture_export.h"

#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/base/item_loop.h"
#include "core/base/parallel.h"
#include "core/data/csv_writer.h"
#include "core/data/number_text.h"
#include "core/data/pictures/picture_column.h"
#include "core/data/pictures/png_encoder.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <optional>
#include <unordered_set>

namespace fairloom {

namespace {

namespace fs = std::filesystem;

InputError cannot_write(const fs::path &place)
{
    return InputError(FAIRLOOM_TEXT("The file cannot be written"), place.string(), FAIRLOOM_TEXT("Choose another place, or free some space there"));
}

/// Throws InputError; `file` is named then.
std::string png(const fs::path &file, int width, int height, const std::uint8_t *rgb)
{
    std::string bytes = encode_png(width, height, rgb);
    if (bytes.empty())
        throw cannot_write(file);
    return bytes;
}

/// A picture's name as that of a PNG file in one folder.
std::string png_name(std::string name)
{
    std::replace(name.begin(), name.end(), '/', '-');
    const std::size_t dot = name.rfind('.');
    const bool has_extension = dot != std::string::npos && dot > 0 && name.size() - dot <= 5;
    return (has_extension ? name.substr(0, dot) : name) + ".png";
}

} // namespace

struct PictureFolder::State {
    fs::path folder, part;
    std::optional<CsvFile> labels;
    std::unordered_set<std::string> names;
    bool finished = false;
};

PictureFolder::PictureFolder(fs::path folder) : state_(std::make_unique<State>())
{
    folder = folder.lexically_normal();
    state_->folder = folder.has_filename() ? folder : folder.parent_path();
    state_->part = state_->folder;
    state_->part += ".part";
    std::error_code error;
    if (fs::exists(state_->folder, error) && (!fs::is_directory(state_->folder, error) || !fs::is_empty(state_->folder, error)))
        throw InputError(FAIRLOOM_TEXT("There is something at this place already"), state_->folder.string(),
                         FAIRLOOM_TEXT("Name a new folder, or an empty one"));
    fs::remove_all(state_->part, error); // of a program that was ended in the midst of it
    if (!fs::create_directories(state_->part, error) || error)
        throw cannot_write(state_->folder);
    state_->labels.emplace(state_->part / "labels.csv");
}

PictureFolder::~PictureFolder()
{
    if (state_->finished)
        return;
    state_->labels.reset();
    std::error_code ignored;
    fs::remove_all(state_->part, ignored);
}

void PictureFolder::append(const Table &table, Progress &progress, const std::stop_token &stop)
{
    const Column *const pictures = table.picture_column();
    if (!pictures)
        throw InputError(FAIRLOOM_TEXT("The table has no pictures"), table.name, FAIRLOOM_TEXT("Write it as a CSV file"));
    Column files;
    files.name = picture_column_name;
    files.codes.resize(table.rows());
    std::iota(files.codes.begin(), files.codes.end(), 0);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string wanted = png_name(pictures->text(row));
        std::string name = wanted;
        for (int next = 2; !state_->names.insert(name).second; ++next)
            name = wanted.substr(0, wanted.size() - 4) + "_" + std::to_string(next) + ".png";
        files.categories.push_back(std::move(name));
    }
    for_each_item(table.rows(), hardware_threads(), FAIRLOOM_TEXT("Writing pictures"), progress, stop, [&](std::size_t row, int) {
        const auto picture = pictures->pictures->picture(static_cast<std::size_t>(pictures->codes[row]));
        const fs::path file = state_->part / files.categories[row];
        const std::string bytes = png(file, pictures->pictures->width, pictures->pictures->height, picture.data());
        std::ofstream out(file, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out)
            throw cannot_write(file);
    });
    Table labels;
    labels.columns.push_back(std::move(files));
    for (const Column &column : table.columns)
        if (!column.pictures)
            labels.columns.push_back(column);
    state_->labels->append(labels);
}

void PictureFolder::finish()
{
    state_->labels->finish();
    std::error_code error;
    fs::rename(state_->part, state_->folder, error); // takes the place of an empty folder
    if (error)
        throw cannot_write(state_->folder);
    state_->finished = true;
}

void write_pictures(const fs::path &folder, const Table &table, Progress &progress, const std::stop_token &stop)
{
    PictureFolder out(folder);
    out.append(table, progress, stop);
    out.finish();
}

ContactSheet make_contact_sheet(const Column &column, const std::vector<std::size_t> &rows, std::size_t across)
{
    constexpr int gap = 2;
    const PictureSet &pictures = *column.pictures;
    const std::size_t columns = std::clamp<std::size_t>(across, 1, std::max<std::size_t>(rows.size(), 1));
    const std::size_t lines = (rows.size() + columns - 1) / columns;
    ContactSheet sheet;
    sheet.width = gap + static_cast<int>(columns) * (pictures.width + gap);
    sheet.height = gap + static_cast<int>(lines) * (pictures.height + gap);
    const std::size_t stride = static_cast<std::size_t>(sheet.width) * PictureSet::channels;
    const std::size_t line_bytes = static_cast<std::size_t>(pictures.width) * PictureSet::channels;
    sheet.bytes.assign(stride * static_cast<std::size_t>(sheet.height), 255);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto picture = pictures.picture(static_cast<std::size_t>(column.codes[rows[i]]));
        const std::size_t x = gap + i % columns * static_cast<std::size_t>(pictures.width + gap);
        const std::size_t y = gap + i / columns * static_cast<std::size_t>(pictures.height + gap);
        for (std::size_t line = 0; line < static_cast<std::size_t>(pictures.height); ++line)
            std::copy_n(picture.data() + line * line_bytes, line_bytes, sheet.bytes.data() + (y + line) * stride + x * PictureSet::channels);
    }
    return sheet;
}

void write_contact_sheet(const fs::path &file, const Column &column, const std::vector<std::size_t> &rows, std::size_t across)
{
    constexpr std::size_t most_pixels = 100'000'000;
    if (rows.empty())
        throw InputError(FAIRLOOM_TEXT("There are no pictures to write"), file.string(), FAIRLOOM_TEXT("Choose some"));
    if (rows.size() > most_pixels / (column.pictures->picture_bytes() / PictureSet::channels))
        throw InputError(Message(FAIRLOOM_TEXT("A sheet of %1 pictures would have more than 100 million pixels"), {count_text(rows.size())}), file.string(),
                         FAIRLOOM_TEXT("Choose fewer"));
    const ContactSheet sheet = make_contact_sheet(column, rows, across);
    write_file(file, png(file, sheet.width, sheet.height, sheet.bytes.data()));
}

} // namespace fairloom
