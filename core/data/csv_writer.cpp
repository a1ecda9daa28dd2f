#include "core/data/csv_writer.h"

#include "core/base/error.h"
#include "core/data/number_text.h"

#include <cmath>
#include <fstream>
#include <ostream>
#include <string>

namespace fairloom {

namespace {

bool needs_quotes(const std::string &text)
{
    return text.find_first_of(",\"\r\n") != std::string::npos ||
           (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.back() == ' ' || text.back() == '\t'));
}

std::string field(const std::string &text)
{
    if (!needs_quotes(text))
        return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

void write_header(const Table &table, std::ostream &out)
{
    std::string line;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        line += (c > 0 ? "," : "") + field(table.columns[c].name);
    out << line << '\n';
}

void write_rows(const Table &table, std::ostream &out)
{
    std::string buffer;
    std::vector<std::vector<std::string>> spelled(table.columns.size()); // categories, quoted once and not per row
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        for (const std::string &category : table.columns[c].categories)
            spelled[c].push_back(field(category));
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::size_t line = buffer.size();
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const Column &column = table.columns[c];
            if (c > 0)
                buffer += ',';
            if (column.type == ColumnType::category && column.codes[row] >= 0)
                buffer += spelled[c][static_cast<std::size_t>(column.codes[row])];
            else if (column.type == ColumnType::number && !std::isnan(column.numbers[row]) && column.marks.plain() &&
                     column.kind != ColumnKind::date)
                append_number(buffer, column.numbers[row], column.decimals, column.fixed_decimals);
            else if (column.type == ColumnType::number && !std::isnan(column.numbers[row]))
                buffer += field(column.text(row));
            else
                buffer += field(column.missing_spelling);
        }
        if (buffer.size() == line)
            buffer += "\"\""; // a lone empty value: a blank line would be no row
        buffer += '\n';
        if (buffer.size() > (1 << 16)) {
            out.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
            buffer.clear();
        }
    }
    out.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
}

} // namespace

CsvFile::CsvFile(std::filesystem::path file) : file_(std::move(file)), part_(file_)
{
    part_ += ".part";
    out_.open(part_, std::ios::binary | std::ios::trunc);
    if (!out_)
        fail();
}

CsvFile::~CsvFile()
{
    if (!out_.is_open())
        return;
    out_.close();
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
}

void CsvFile::fail() const
{
    throw InputError(FAIRLOOM_TEXT("The file cannot be written"), file_.string(),
                     FAIRLOOM_TEXT("Choose another place, or free some space there"));
}

void CsvFile::append(const Table &table)
{
    if (!begun_)
        write_header(table, out_);
    begun_ = true;
    write_rows(table, out_);
    if (!out_)
        fail();
}

void CsvFile::finish()
{
    out_.close(); // a full disk may show only now
    std::error_code error;
    if (out_)
        std::filesystem::rename(part_, file_, error);
    if (!out_ || error) {
        std::error_code ignored;
        std::filesystem::remove(part_, ignored);
        fail();
    }
}

void write_csv(const Table &table, std::ostream &out)
{
    write_header(table, out);
    write_rows(table, out);
}

void write_csv(const Table &table, const std::filesystem::path &file)
{
    CsvFile out(file);
    out.append(table);
    out.finish();
}

} // namespace fairloom
