#include "core/data/table_file.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/data/csv_reader.h"
#include "core/data/number_text.h"
#include "core/data/readers/arff_reader.h"
#include "core/data/readers/file_contents.h"
#include "core/data/readers/json_lines_reader.h"
#include "core/data/readers/sqlite_reader.h"
#include "core/data/readers/table_typing.h"

#include <fmt/format.h>

#include <future>

namespace fairloom {

namespace {

void read_delimited_file(const FileContents &contents, const std::string &name, const Recipe &recipe, const Table *like, TableFile &out,
                         Progress &progress, const std::stop_token &stop)
{
    CsvOptions options;
    options.dialect = recipe.dialect;
    options.column_names = recipe.column_names;
    options.columns = recipe.columns;
    options.skip_bad_lines = recipe.skip_bad_lines;
    options.like = like;
    CsvTable read = read_csv(contents.text(), name, options, progress, stop);
    out.table = std::move(read.table);
    out.dialect = DialectRule::of(read.dialect);
    out.bad_lines = read.bad_lines;
    out.first_bad = std::move(read.first_bad);
    out.notes = std::move(read.notes);
    if (read.dialect.preamble_lines > 0 && !recipe.dialect.preamble_lines)
        out.notes.emplace_back(FAIRLOOM_TEXT("The first %1 lines of %2 stand above the table and were passed over"),
                               std::vector{std::to_string(read.dialect.preamble_lines), name});
    if (!read.dialect.comment_prefix.empty() && !recipe.dialect.comment_prefix)
        out.notes.emplace_back(FAIRLOOM_TEXT("Lines of %1 that begin with %2 were taken for comments"),
                               std::vector{name, read.dialect.comment_prefix});
    if (!read.dialect.marks.plain() && !recipe.dialect.decimal_mark)
        out.notes.emplace_back(FAIRLOOM_TEXT("Numbers in %1 were read as written like %2"),
                               std::vector{name, write_number(1234.5, 1, true, read.dialect.marks)});
}

void type_raw(RawTable raw, const Recipe &recipe, const Table *like, TableFile &out, Progress &progress, const std::stop_token &stop)
{
    out.bad_lines = raw.bad_lines;
    out.first_bad = raw.first_bad;
    const std::string name = raw.name;
    TableTyping typing;
    typing.columns = &recipe.columns;
    typing.missing = recipe.dialect.missing_spellings();
    typing.like = like;
    typing.place = [&](std::size_t row) { return fmt::format("{}, row {}", name, row + 1); };
    out.table = type_table(std::move(raw), typing, out.notes, hardware_threads(), progress, stop);
    out.dialect.missing = typing.missing;
}

} // namespace

TableFile read_table_file(const std::string &source, const Recipe &recipe, const Table *like, Progress &progress, std::stop_token stop)
{
    throw_if_stopped(stop);
    const PathAndPart path = split_part(source);
    TableFile out;
    FileContentsOptions options;
    options.member = path.part;
    options.encoding = recipe.dialect.encoding.value_or("");
    const FileContents contents = open_file_contents(path.file, options, progress, stop);
    out.format = contents.format;
    out.compression = contents.compression;
    out.member = contents.member;
    const std::string name = path.file.filename().string();
    // The sum is taken beside the reading, which does not keep both cores busy all the time.
    std::stop_source stop_sum;
    const std::stop_callback pass_on(stop, [&] { stop_sum.request_stop(); });
    std::future<std::string> sum = std::async(std::launch::async, [&] { return contents.sha256(stop_sum.get_token()); });
    try {
        switch (contents.format) {
        case TableFormat::delimited: read_delimited_file(contents, name, recipe, like, out, progress, stop); break;
        case TableFormat::arff: type_raw(read_arff(contents.text(), name, recipe.skip_bad_lines, progress, stop), recipe, like, out, progress, stop); break;
        case TableFormat::json_lines:
            type_raw(read_json_lines(contents.text(), name, recipe.skip_bad_lines, progress, stop), recipe, like, out, progress, stop);
            break;
        case TableFormat::sqlite: type_raw(read_sqlite(path.file, path.part, progress, stop), recipe, like, out, progress, stop); break;
        }
    } catch (...) {
        stop_sum.request_stop(); // nobody waits for the sum of a file that cannot be read
        throw;
    }
    out.sha256 = sum.get();
    if (!contents.encoding.empty())
        out.dialect.encoding = contents.encoding;
    if (!contents.encoding.empty() && contents.encoding != "utf-8" && !recipe.dialect.encoding)
        out.notes.emplace_back(FAIRLOOM_TEXT("%1 is not UTF-8 and was read as %2"), std::vector{name, contents.encoding});
    if (out.bad_lines > 0)
        out.notes.emplace_back(FAIRLOOM_TEXT("%1 lines of %2 are no rows and were passed over, the first of them line %3"),
                               std::vector{count_text(out.bad_lines), name, std::to_string(out.first_bad.front().line)});
    return out;
}

} // namespace fairloom
