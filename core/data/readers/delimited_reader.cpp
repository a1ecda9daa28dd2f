#include "core/data/readers/delimited_reader.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/data/csv_tokens.h"
#include "core/data/readers/raw_column_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t rows_to_go_by = 256;
constexpr std::size_t most_bad_lines_listed = 100;

/// What one thread reads: records that begin in [begin, limit).
struct Stretch {
    std::size_t begin = 0, limit = 0;
    std::size_t end = 0;            ///< where the record behind the last one begins
    std::uint32_t lines = 0;        ///< line ends passed
    std::vector<RawColumnBuilder> columns;
    std::vector<BadLine> bad;       ///< lines relative to the stretch's first, from 1
    std::size_t bad_count = 0;
    bool failed = false;
};

class DelimitedReader {
public:
    DelimitedReader(std::string_view text, const std::string &name, const CsvDialect &dialect, const CsvHeader &header, bool skip_bad_lines,
                    std::size_t smallest_stretch, Progress &progress, const std::stop_token &stop)
        : text_(text), name_(name), dialect_(dialect), header_(header), skip_bad_lines_(skip_bad_lines),
          smallest_stretch_(std::max<std::size_t>(smallest_stretch, 1)), progress_(progress), stop_(stop)
    {
    }

    RawTable read(int threads)
    {
        CsvTokens head(text_, name_, dialect_);
        if (header_.present) {
            std::vector<CsvTokens::Field> fields;
            head.next(fields);
        }
        const std::size_t begin = head.position();
        const std::uint32_t first_line = head.next_line();

        std::vector<Stretch> stretches = share_out(begin, threads);
        parallel_for(stretches.size(), static_cast<int>(stretches.size()), [&](std::size_t first, std::size_t last, int) {
            for (std::size_t i = first; i < last; ++i) {
                try {
                    read_stretch(stretches[i], 1, i == 0);
                } catch (const InputError &) {
                    stretches[i].failed = true; // thrown again below, with the right line, if the stretch began rightly
                }
            }
        });
        RawTable table;
        table.name = name_;
        std::uint32_t line = first_line;
        std::size_t expected_begin = begin;
        for (Stretch &stretch : stretches) {
            if (stretch.failed || stretch.begin != expected_begin) {
                stretch.begin = expected_begin;
                read_stretch(stretch, line, false);
            }
            for (BadLine &bad : stretch.bad)
                if (table.first_bad.size() < most_bad_lines_listed)
                    table.first_bad.push_back({bad.line + line - 1, bad.fields, bad.expected});
            table.bad_lines += stretch.bad_count;
            expected_begin = stretch.end;
            line += stretch.lines;
        }
        join(stretches, threads, table);
        return table;
    }

private:
    std::vector<Stretch> share_out(std::size_t begin, int threads) const
    {
        const std::size_t size = text_.size() - begin;
        const std::size_t count = std::clamp<std::size_t>(size / smallest_stretch_, 1, static_cast<std::size_t>(std::max(threads, 1)));
        std::vector<Stretch> stretches(count);
        std::size_t at = begin;
        for (std::size_t i = 0; i < count; ++i) {
            stretches[i].begin = at;
            if (i + 1 < count) {
                const std::size_t line_end = text_.find('\n', std::max(at, begin + size * (i + 1) / count));
                at = line_end == std::string_view::npos ? text_.size() : line_end + 1;
            } else {
                at = text_.size();
            }
            stretches[i].limit = at;
        }
        return stretches;
    }

    /// Only one stretch may report: Progress is called on one thread.
    void read_stretch(Stretch &stretch, std::uint32_t first_line, bool report)
    {
        const std::size_t width = header_.names.size();
        stretch.columns.clear();
        for (std::size_t c = 0; c < width; ++c)
            stretch.columns.emplace_back(dialect_.missing, dialect_.marks);
        stretch.bad.clear();
        stretch.bad_count = 0;
        stretch.failed = false;
        CsvTokens tokens(text_, name_, dialect_, {stretch.begin, first_line});
        std::vector<CsvTokens::Field> fields;
        fields.reserve(width);
        std::string scratch;
        std::size_t records = 0;
        while (tokens.position() < stretch.limit) {
            fields.clear();
            try {
                if (!tokens.next(fields))
                    break;
            } catch (const InputError &) {
                if (!skip_bad_lines_)
                    throw;
                note_bad(stretch, {tokens.line() - first_line + 1, 0, 0});
                tokens.skip_line();
                continue;
            }
            if (fields.size() != width) {
                if (!skip_bad_lines_)
                    refuse(fields.size(), tokens.line());
                note_bad(stretch, {tokens.line() - first_line + 1, fields.size(), width});
                continue;
            }
            for (std::size_t c = 0; c < width; ++c)
                stretch.columns[c].add(tokens.value(fields[c], scratch), !fields[c].doubled());
            if (++records == rows_to_go_by)
                for (RawColumnBuilder &column : stretch.columns) // a little more than what the first rows let expect
                    column.reserve((stretch.limit - stretch.begin) / std::max<std::size_t>(1, (tokens.position() - stretch.begin) / records) * 21 / 20);
            if (records % 8192 == 0) {
                throw_if_stopped(stop_);
                if (report)
                    progress_.report(Message(FAIRLOOM_TEXT("Reading %1"), {name_}),
                                     0.7 * static_cast<double>(tokens.position() - stretch.begin) /
                                         static_cast<double>(std::max<std::size_t>(1, stretch.limit - stretch.begin)));
            }
        }
        stretch.end = tokens.position();
        stretch.lines = tokens.next_line() - first_line;
    }

    static void note_bad(Stretch &stretch, BadLine line)
    {
        ++stretch.bad_count;
        if (stretch.bad.size() < most_bad_lines_listed)
            stretch.bad.push_back(line);
    }

    [[noreturn]] void refuse(std::size_t fields, std::uint32_t line) const
    {
        const std::vector<std::string> counts{std::to_string(fields), std::to_string(header_.names.size())};
        throw InputError(header_.present ? Message(FAIRLOOM_TEXT("%1 fields where the header has %2"), counts)
                                         : Message(FAIRLOOM_TEXT("%1 fields where the first line has %2"), counts),
                         fmt::format("{}, line {}", name_, line), FAIRLOOM_TEXT("Correct the line or remove it"));
    }

    void join(std::vector<Stretch> &stretches, int threads, RawTable &table) const
    {
        const std::size_t width = header_.names.size();
        table.columns.resize(width);
        parallel_for(width, std::max(threads, 1), [&](std::size_t first, std::size_t last, int) {
            for (std::size_t c = first; c < last; ++c) {
                throw_if_stopped(stop_);
                std::vector<RawColumnBuilder> parts;
                for (Stretch &stretch : stretches)
                    parts.push_back(std::move(stretch.columns[c]));
                table.columns[c] = RawColumnBuilder::join(header_.names[c], parts);
            }
        });
    }

    std::string_view text_;
    const std::string &name_;
    const CsvDialect &dialect_;
    const CsvHeader &header_;
    bool skip_bad_lines_;
    std::size_t smallest_stretch_;
    Progress &progress_;
    const std::stop_token &stop_;
};

} // namespace

RawTable read_delimited(std::string_view text, const std::string &name, const CsvDialect &dialect, const CsvHeader &header,
                        bool skip_bad_lines, int threads, Progress &progress, const std::stop_token &stop, std::size_t smallest_stretch)
{
    return DelimitedReader(text, name, dialect, header, skip_bad_lines, smallest_stretch, progress, stop).read(threads);
}

std::size_t line_of_row(std::string_view text, const CsvDialect &dialect, const CsvHeader &header, std::size_t row)
{
    CsvTokens tokens(text, "", dialect);
    std::vector<CsvTokens::Field> fields;
    if (header.present)
        tokens.next(fields);
    for (std::size_t at = 0;;) {
        fields.clear();
        try {
            if (!tokens.next(fields))
                return tokens.line();
        } catch (const InputError &) {
            tokens.skip_line();
            continue;
        }
        if (fields.size() == header.names.size() && at++ == row)
            return tokens.line();
    }
}

} // namespace fairloom
