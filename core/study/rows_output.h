#pragma once

#include "core/base/progress.h"
#include "core/data/csv_writer.h"
#include "core/data/pictures/picture_export.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>

namespace fairloom {

/// Where generated rows go, part by part: a CSV file, or a folder of pictures with labels.csv. Nothing is left without finish(). All throw InputError.
class RowsOutput {
public:
    RowsOutput(const std::filesystem::path &place, bool pictures, Formulas formulas = Formulas::as_they_are);
    void append(const Table &rows, Progress &progress, const std::stop_token &stop);
    void finish();

private:
    std::optional<CsvFile> file_;
    std::optional<PictureFolder> folder_;
};

/// A whole table as RowsOutput writes it. The first of its pictures come on one sheet too, in rows of `sheet_across` and at most `sheet_rows` of
/// them: a file beside the folder, named like it with ".png" behind.
void save_rows(const Table &rows, const std::filesystem::path &place, std::size_t sheet_across, std::size_t sheet_rows, const std::stop_token &stop,
               Formulas formulas = Formulas::as_they_are);

/// A run's generated rows: synthetic.csv; of pictures the folder synthetic/ and some of them as one sheet, synthetic.png. What was there is replaced.
void write_generated(const Table &rows, const std::filesystem::path &folder);

} // namespace fairloom
