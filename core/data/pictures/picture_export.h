#pragma once

#include "core/base/progress.h"
#include "core/data/picture_set.h"
#include "core/data/table.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace fairloom {

class CsvFile;

/// A folder with a PNG file for every row of a table and a file labels.csv, whose column "picture" names them beside the table's other columns;
/// open_dataset() reads it again. It is made part by part beside its place and moved there by finish(); without it, nothing is left. All
/// throw InputError: the place cannot be written, or is a folder with something in it.
class PictureFolder {
public:
    explicit PictureFolder(std::filesystem::path folder);
    PictureFolder(const PictureFolder &) = delete;
    PictureFolder &operator=(const PictureFolder &) = delete;
    ~PictureFolder();

    /// Rows of a table that has the columns of the first one. A file is called like the picture, a folder's "/" being a "-"; a name that
    /// was there before gets "_2", "_3" ... behind it. Throws InputError for a table without pictures; Cancelled.
    void append(const Table &table, Progress &progress, const std::stop_token &stop);
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A whole table.
void write_pictures(const std::filesystem::path &folder, const Table &table, Progress &progress, const std::stop_token &stop);

/// Pictures in rows of `across`, side by side with narrow white gaps.
struct ContactSheet {
    int width = 0, height = 0;        ///< pixels
    std::vector<std::uint8_t> bytes;  ///< height x width x 3, RGB
};

/// The pictures of the given rows, in their order. `column` holds pictures.
ContactSheet make_contact_sheet(const Column &column, const std::vector<std::size_t> &rows, std::size_t across);

/// The same as one PNG file. Throws InputError: no rows, the file cannot be written, a sheet of more than 100 million pixels.
void write_contact_sheet(const std::filesystem::path &file, const Column &column, const std::vector<std::size_t> &rows, std::size_t across);

} // namespace fairloom
