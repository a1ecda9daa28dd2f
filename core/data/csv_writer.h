#pragma once

#include "core/data/table.h"

#include <filesystem>
#include <fstream>
#include <iosfwd>

namespace fairloom {

/// What becomes of texts that a spreadsheet would run as formulas: those that begin with = + - @, a tab or a line end and are no numbers. As they are,
/// the file is read again as it was written; defused, they get an apostrophe before them (OWASP, "CSV Injection").
enum class Formulas { as_they_are, defused };

/// Whether a name of a column or a value of the table is such a text.
bool has_formulas(const Table &table);

/// A CSV file (RFC 4180 with a header line; values spelled as in the original file) that is written part by part beside its place and
/// moved there by finish(); without it, nothing is left. All throw InputError if the place cannot be written.
class CsvFile {
public:
    explicit CsvFile(std::filesystem::path file, Formulas formulas = Formulas::as_they_are);
    CsvFile(const CsvFile &) = delete;
    CsvFile &operator=(const CsvFile &) = delete;
    ~CsvFile();

    /// Rows of a table that has the columns of the first one.
    void append(const Table &table);
    void finish();

private:
    [[noreturn]] void fail() const;

    std::filesystem::path file_, part_;
    Formulas formulas_;
    std::ofstream out_;
    bool begun_ = false;
};

/// A whole table.
void write_csv(const Table &table, const std::filesystem::path &file, Formulas formulas = Formulas::as_they_are);
void write_csv(const Table &table, std::ostream &out, Formulas formulas = Formulas::as_they_are);

} // namespace fairloom
