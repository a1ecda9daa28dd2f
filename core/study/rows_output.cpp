#include "core/study/rows_output.h"

#include <algorithm>
#include <numeric>
#include <system_error>
#include <vector>

namespace fairloom {

namespace {

constexpr std::size_t run_sheet_across = 16, run_sheet_rows = 12;

}

RowsOutput::RowsOutput(const std::filesystem::path &place, bool pictures, Formulas formulas)
{
    if (pictures)
        folder_.emplace(place);
    else
        file_.emplace(place, formulas);
}

void RowsOutput::append(const Table &rows, Progress &progress, const std::stop_token &stop)
{
    if (folder_)
        folder_->append(rows, progress, stop);
    else
        file_->append(rows);
}

void RowsOutput::finish()
{
    if (folder_)
        folder_->finish();
    else
        file_->finish();
}

void save_rows(const Table &rows, const std::filesystem::path &place, std::size_t sheet_across, std::size_t sheet_rows, const std::stop_token &stop, Formulas formulas)
{
    const Column *pictures = rows.picture_column();
    NoProgress quiet;
    RowsOutput output(place, pictures != nullptr, formulas);
    output.append(rows, quiet, stop);
    output.finish();
    if (!pictures || rows.rows() == 0)
        return;
    std::vector<std::size_t> shown(std::min(rows.rows(), sheet_across * sheet_rows));
    std::iota(shown.begin(), shown.end(), std::size_t(0));
    std::filesystem::path sheet = place;
    sheet += ".png";
    write_contact_sheet(sheet, *pictures, shown, sheet_across);
}

void write_generated(const Table &rows, const std::filesystem::path &folder)
{
    const bool pictures = rows.picture_column();
    const std::filesystem::path place = folder / (pictures ? "synthetic" : "synthetic.csv");
    std::error_code ignored;
    if (pictures)
        std::filesystem::remove_all(place, ignored); // while a file is replaced once the new one is whole
    save_rows(rows, place, run_sheet_across, run_sheet_rows, {});
}

} // namespace fairloom
