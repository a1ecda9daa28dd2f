#include "core/data/csv_writer.h"

#include "core/base/error.h"
#include "core/data/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <ostream>
#include <string>
#include <string_view>

namespace fairloom {

namespace {

bool needs_quotes(const std::string &text)
{
    return text.find_first_of(",\"\r\n") != std::string::npos ||
           (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.back() == ' ' || text.back() == '\t'));
}

bool is_formula(const std::string &text)
{
    if (text.size() < 2 || std::string_view("=+-@\t\r\n").find(text.front()) == std::string_view::npos)
        return false;
    double number = 0;
    const char *const begin = text.data() + (text.front() == '+'), *const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(begin, end, number);
    return error != std::errc() || stopped != end || begin == end;
}

std::string field(std::string text, Formulas formulas)
{
    if (formulas == Formulas::defused && is_formula(text))
        text.insert(0, 1, '\'');
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

void write_header(const Table &table, std::ostream &out, Formulas formulas)
{
    std::string line;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        line += (c > 0 ? "," : "") + field(table.columns[c].name, formulas);
    out << line << '\n';
}

void write_rows(const Table &table, std::ostream &out, Formulas formulas)
{
    std::string buffer;
    std::vector<std::vector<std::string>> spelled(table.columns.size()); // categories, quoted once and not per row
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        for (const std::string &category : table.columns[c].categories)
            spelled[c].push_back(field(category, formulas));
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
                buffer += field(column.text(row), formulas);
            else
                buffer += field(column.missing_spelling, formulas);
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

bool has_formulas(const Table &table)
{
    return std::any_of(table.columns.begin(), table.columns.end(), [](const Column &column) {
        return is_formula(column.name) || std::any_of(column.categories.begin(), column.categories.end(), is_formula);
    });
}

CsvFile::CsvFile(std::filesystem::path file, Formulas formulas) : file_(std::move(file)), part_(file_), formulas_(formulas)
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
        write_header(table, out_, formulas_);
    begun_ = true;
    write_rows(table, out_, formulas_);
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

void write_csv(const Table &table, std::ostream &out, Formulas formulas)
{
    write_header(table, out, formulas);
    write_rows(table, out, formulas);
}

void write_csv(const Table &table, const std::filesystem::path &file, Formulas formulas)
{
    CsvFile out(file, formulas);
    out.append(table);
    out.finish();
}

} // namespace fairloom
