#pragma once

#include "core/data/table.h"

#include <filesystem>
#include <fstream>
#include <iosfwd>

namespace fairloom {

/// A CSV file (RFC 4180 with a header line; values spelled as in the original file) that is written part by part beside its place and
/// moved there by finish(); without it, nothing is left. All throw InputError if the place cannot be written.
class CsvFile {
public:
    explicit CsvFile(std::filesystem::path file);
    CsvFile(const CsvFile &) = delete;
    CsvFile &operator=(const CsvFile &) = delete;
    ~CsvFile();

    /// Rows of a table that has the columns of the first one.
    void append(const Table &table);
    void finish();

private:
    [[noreturn]] void fail() const;

    std::filesystem::path file_, part_;
    std::ofstream out_;
    bool begun_ = false;
};

/// A whole table.
void write_csv(const Table &table, const std::filesystem::path &file);
void write_csv(const Table &table, std::ostream &out);

} // namespace fairloom
