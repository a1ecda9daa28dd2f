#include "core/study/rows_output.h"

#include <algorithm>
#include <numeric>
#include <system_error>
#include <vector>

namespace fairloom {

namespace {

constexpr std::size_t sheet_across = 16, sheet_rows = 12;

} // namespace

RowsOutput::RowsOutput(const std::filesystem::path &place, bool pictures)
{
    if (pictures)
        folder_.emplace(place);
    else
        file_.emplace(place);
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

void write_generated(const Table &rows, const std::filesystem::path &folder)
{
    const Column *pictures = rows.picture_column();
    const std::filesystem::path place = folder / (pictures ? "synthetic" : "synthetic.csv");
    std::error_code ignored;
    std::filesystem::remove_all(place, ignored);
    NoProgress quiet;
    RowsOutput output(place, pictures != nullptr);
    output.append(rows, quiet, {});
    output.finish();
    if (!pictures)
        return;
    std::vector<std::size_t> shown(std::min(rows.rows(), sheet_across * sheet_rows));
    std::iota(shown.begin(), shown.end(), std::size_t(0));
    if (!shown.empty())
        write_contact_sheet(folder / "synthetic.png", *pictures, shown, sheet_across);
}

} // namespace fairloom
