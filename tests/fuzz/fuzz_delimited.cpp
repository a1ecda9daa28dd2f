// Delimited text from its characters to typed columns. Besides not failing, reading in short stretches by several threads has to give
// what reading from top to bottom gives, errors included.
#include "fuzz_support.h"

#include "core/data/readers/delimited_reader.h"
#include "core/data/readers/dialect_sniffer.h"
#include "core/data/readers/table_typing.h"

#include <cstdint>
#include <optional>

using namespace fairloom;
using namespace fairloom::fuzz;

namespace {

struct Outcome {
    std::optional<RawTable> table;
    std::string error;
};

Outcome read(std::string_view text, const CsvDialect &dialect, const CsvHeader &header, bool skip, int threads,
             std::size_t stretch)
{
    NoProgress progress;
    Outcome outcome;
    try {
        outcome.table = read_delimited(text, "f.csv", dialect, header, skip, threads, progress, {}, stretch);
    } catch (const InputError &error) {
        outcome.error = error.what();
    }
    return outcome;
}

void type(RawTable raw, std::string_view text, const CsvDialect &dialect, const CsvHeader &header)
{
    NoProgress progress;
    const std::map<std::string, ColumnRule> rules;
    TableTyping typing;
    typing.columns = &rules;
    typing.missing = dialect.missing;
    typing.marks = dialect.marks;
    typing.place = [&](std::size_t row) { return std::to_string(line_of_row(text, dialect, header, row)); };
    const std::size_t rows = raw.rows();
    std::vector<Message> notes;
    const Table table = type_table(std::move(raw), typing, notes, 1, progress, {});
    require(table.rows() == rows, "typing keeps the rows");
    for (const Column &column : table.columns)
        for (std::size_t row = 0; row < rows; ++row)
            require(column.is_missing(row) || column.type == ColumnType::category ||
                        column.read_value(column.text(row)).has_value(),
                    "a number or date that is written can be read again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const CsvDialect dialect = sniff_dialect(text, {});
    attempt([&] {
        const CsvHeader header = find_header(text, "f.csv", dialect, {}, nullptr);
        const bool skip = size % 2 == 1; // half the time for each
        Outcome whole = read(text, dialect, header, skip, 1, size + 1);
        const Outcome parts = read(text, dialect, header, skip, 3, size / 3 + 1);
        require(whole.error == parts.error && whole.table.has_value() == parts.table.has_value(),
                "threads report the same error");
        if (!whole.table)
            return;
        require_sound(*whole.table);
        require(same(*whole.table, *parts.table), "threads read the same table");
        if (whole.table->rows() > 0)
            type(std::move(*whole.table), text, dialect, header);
    });
    return 0;
}
