#include "core/data/csv_reader.h"

#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/base/parallel.h"
#include "core/data/csv_header.h"
#include "core/data/readers/delimited_reader.h"
#include "core/data/readers/dialect_sniffer.h"
#include "core/data/readers/table_typing.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairloom {

namespace {

/// A cell takes four bytes while it is read, and up to eight in the table.
constexpr double bytes_per_cell = 12;

void refuse_more_than_memory(std::string_view text, const std::string &name, std::size_t columns)
{
    constexpr std::size_t enough = 1 << 20;
    const std::string_view beginning = text.substr(0, std::min(text.size(), enough));
    const auto lines = static_cast<double>(std::max<std::ptrdiff_t>(1, std::count(beginning.begin(), beginning.end(), '\n')));
    const double rows = lines / static_cast<double>(beginning.size()) * static_cast<double>(text.size());
    const double needed = rows * static_cast<double>(columns) * bytes_per_cell;
    const auto free = static_cast<double>(available_memory());
    if (needed > free)
        throw InputError(Message(FAIRLOOM_TEXT("About %1 million rows would need %2 GB of memory, and %3 GB are free"),
                                 {fmt::format("{:.1f}", rows / 1e6), fmt::format("{:.1f}", needed / 1e9), fmt::format("{:.1f}", free / 1e9)}),
                         name, FAIRLOOM_TEXT("Close other programs, or take a part of the file"));
}

} // namespace

CsvTable read_csv(std::string_view text, const std::string &name, const CsvOptions &options, Progress &progress, std::stop_token stop)
{
    throw_if_stopped(stop);
    if (text.empty() || text == "\xef\xbb\xbf")
        throw InputError(FAIRLOOM_TEXT("The file is empty"), name, FAIRLOOM_TEXT("Choose another file"));

    CsvTable out;
    out.dialect = sniff_dialect(text, options.dialect);
    const CsvHeader header = find_header(text, name, out.dialect, options.column_names, options.like);
    refuse_more_than_memory(text, name, header.names.size());
    const int threads = hardware_threads();
    RawTable raw = read_delimited(text, name, out.dialect, header, options.skip_bad_lines, threads, progress, stop);
    if (raw.rows() == 0)
        throw InputError(header.present ? Message(FAIRLOOM_TEXT("The file has a header but no rows"))
                                        : Message(FAIRLOOM_TEXT("The file has no rows")),
                         name, FAIRLOOM_TEXT("Choose another file"));
    out.bad_lines = raw.bad_lines;
    out.first_bad = raw.first_bad;
    TableTyping typing;
    typing.columns = &options.columns;
    typing.missing = out.dialect.missing;
    typing.marks = out.dialect.marks;
    typing.like = options.like;
    typing.named = header.present;
    typing.place = [&](std::size_t row) { return fmt::format("{}, line {}", name, line_of_row(text, out.dialect, header, row)); };
    out.table = type_table(std::move(raw), typing, out.notes, threads, progress, stop);
    out.dialect.header = header.present;
    return out;
}

} // namespace fairloom
