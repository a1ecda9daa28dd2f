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

} // namespace

void write_csv(const Table &table, std::ostream &out)
{
    std::string buffer;
    std::vector<std::vector<std::string>> spelled(table.columns.size()); // categories, quoted once and not per row
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        buffer += (c > 0 ? "," : "") + field(table.columns[c].name);
        for (const std::string &category : table.columns[c].categories)
            spelled[c].push_back(field(category));
    }
    buffer += '\n';
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::size_t line = buffer.size();
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const Column &column = table.columns[c];
            if (c > 0)
                buffer += ',';
            if (column.type == ColumnType::category && column.codes[row] >= 0)
                buffer += spelled[c][static_cast<std::size_t>(column.codes[row])];
            else if (column.type == ColumnType::number && !std::isnan(column.numbers[row]))
                append_number(buffer, column.numbers[row], column.decimals, column.fixed_decimals);
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

void write_csv(const Table &table, const std::filesystem::path &file)
{
    const auto failed = [&] {
        return InputError(FAIRLOOM_TEXT("The file cannot be written"), file.string(),
                          FAIRLOOM_TEXT("Choose another place, or free some space there"));
    };
    std::filesystem::path part = file;
    part += ".part";
    std::error_code ignored;
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        if (!out)
            throw failed();
        write_csv(table, out);
        out.close();
        if (!out) {
            std::filesystem::remove(part, ignored);
            throw failed();
        }
    }
    std::error_code error;
    std::filesystem::rename(part, file, error);
    if (error) {
        std::filesystem::remove(part, ignored);
        throw failed();
    }
}

} // namespace fairloom
