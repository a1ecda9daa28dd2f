#include "core/data/readers/arff_reader.h"

#include "core/base/error.h"
#include "core/data/readers/arff_header.h"
#include "core/data/readers/bad_lines.h"
#include "core/data/readers/column_names.h"
#include "core/data/readers/raw_column_builder.h"

#include <charconv>
#include <optional>

namespace fairloom {

namespace {

/// Why a line is no row.
struct Fault {
    Message what;
    Message remedy;
    std::size_t fields = 0; ///< 0 where their number is not to blame
};

class RowReader {
public:
    explicit RowReader(const std::vector<ArffAttribute> &attributes) : attributes_(attributes), last_row_(attributes.size())
    {
        builders_.reserve(attributes.size());
        for (std::size_t i = 0; i < attributes.size(); ++i)
            builders_.emplace_back(missing_);
    }

    /// Adds the row, or nothing at all if it is none.
    std::optional<Fault> add(std::string_view line)
    {
        return line.starts_with('{') ? add_sparse(line) : add_dense(line);
    }

    std::size_t rows() const { return rows_; }

    std::vector<RawColumn> take(const std::vector<std::string> &names)
    {
        std::vector<RawColumn> columns;
        for (std::size_t i = 0; i < builders_.size(); ++i) {
            columns.push_back(builders_[i].take(names[i]));
            columns.back().declared = attributes_[i].type;
            columns.back().declared_values = attributes_[i].values;
        }
        return columns;
    }

private:
    static Fault fault_of_quotes(ArffFault fault)
    {
        if (fault == ArffFault::unclosed_quote)
            return {FAIRLOOM_TEXT("A quote is opened here and never closed"),
                    FAIRLOOM_TEXT("Close the quote, or put a backslash before it if it belongs to the text")};
        return {FAIRLOOM_TEXT("There is text behind the closing quote of a field"),
                FAIRLOOM_TEXT("Put a backslash before quotes that belong to the text")};
    }

    std::optional<Fault> add_dense(std::string_view line)
    {
        const std::size_t width = builders_.size();
        ArffFault fault = tokens_.cut(line);
        if (fault != ArffFault::none || tokens_.tokens().size() < width) {
            // Weka takes blanks for commas, but only in a row without any comma can nothing else be meant.
            const std::size_t fields = tokens_.tokens().size();
            bool commas = false;
            if (tokens_.cut_at_blanks(line, commas) == ArffFault::none && !commas && tokens_.tokens().size() == width)
                fault = ArffFault::none;
            else if (fault == ArffFault::none)
                return wrong_number(fields);
        }
        if (fault != ArffFault::none)
            return fault_of_quotes(fault);
        const std::vector<ArffTokens::Token> &tokens = tokens_.tokens();
        const bool weight = tokens.size() == width + 1 && tokens.back().text.starts_with('{') && tokens.back().text.ends_with('}');
        if (tokens.size() != width && !weight)
            return wrong_number(tokens.size());
        for (std::size_t i = 0; i < width; ++i)
            builders_[i].add(tokens[i].text, tokens[i].in_line);
        ++rows_;
        return std::nullopt;
    }

    Fault wrong_number(std::size_t fields) const
    {
        return {Message(FAIRLOOM_TEXT("%1 fields where the header has %2"), {std::to_string(fields), std::to_string(builders_.size())}),
                FAIRLOOM_TEXT("Correct the line or remove it"), fields};
    }

    std::optional<Fault> add_sparse(std::string_view line)
    {
        const std::size_t width = builders_.size();
        cells_.resize(width);
        ++row_mark_;
        tokens_.clear();
        std::string_view rest = skip_blanks(line.substr(1));
        while (!rest.starts_with('}')) {
            std::size_t column = 0;
            const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), column);
            const auto digits = static_cast<std::size_t>(end - rest.data());
            if (error != std::errc() || column >= width || last_row_[column] == row_mark_ || digits >= rest.size() ||
                (rest[digits] != ' ' && rest[digits] != '\t'))
                return Fault{Message(FAIRLOOM_TEXT("A sparse row has to give columns by number from 0 to %1, each once, and their values"),
                                     {std::to_string(width - 1)}),
                             FAIRLOOM_TEXT("Correct the line or remove it")};
            rest = skip_blanks(rest.substr(digits));
            ArffTokens::Token token;
            if (const ArffFault fault = tokens_.take(rest, ",}", token); fault != ArffFault::none)
                return fault_of_quotes(fault);
            last_row_[column] = row_mark_;
            cells_[column] = token;
            rest = skip_blanks(rest);
            if (rest.starts_with(','))
                rest = skip_blanks(rest.substr(1));
            else if (rest.empty())
                return Fault{FAIRLOOM_TEXT("The row has no closing brace"), FAIRLOOM_TEXT("Correct the line or remove it")};
            else if (!rest.starts_with('}'))
                return fault_of_quotes(ArffFault::text_behind_quote);
        }
        for (std::size_t i = 0; i < width; ++i) {
            if (last_row_[i] == row_mark_)
                builders_[i].add(cells_[i].text, cells_[i].in_line);
            else if (attributes_[i].type == DeclaredType::number)
                builders_[i].add("0", true);
            else if (!attributes_[i].values.empty())
                builders_[i].add(attributes_[i].values.front(), true);
            else
                builders_[i].add_nothing();
        }
        ++rows_;
        return std::nullopt;
    }

    const std::vector<ArffAttribute> &attributes_;
    const std::vector<std::string> missing_{"?"};
    std::vector<RawColumnBuilder> builders_;
    ArffTokens tokens_;
    std::vector<ArffTokens::Token> cells_;
    std::vector<std::size_t> last_row_; ///< by column: the last sparse row that gave it a value, counted by row_mark_
    std::size_t row_mark_ = 0;
    std::size_t rows_ = 0;
};

} // namespace

RawTable read_arff(std::string_view text, const std::string &name, bool skip_bad_lines, Progress &progress, std::stop_token stop)
{
    throw_if_stopped(stop);
    ArffLines lines(text);
    const std::vector<ArffAttribute> attributes = read_arff_header(lines, name);
    std::vector<std::string> names;
    for (const ArffAttribute &attribute : attributes)
        names.push_back(attribute.name);
    names = distinct_names(names);

    RawTable table;
    table.name = name;
    RowReader rows(attributes);
    std::string_view line;
    while (lines.next(line)) {
        if (lines.number() % 16384 == 0) {
            throw_if_stopped(stop);
            progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {name}),
                            static_cast<double>(lines.position()) / static_cast<double>(text.size() + 1));
        }
        line = without_comment(line);
        if (line.empty())
            continue;
        const std::optional<Fault> fault = rows.add(line);
        if (!fault)
            continue;
        if (!skip_bad_lines)
            throw InputError(fault->what, name + ", line " + std::to_string(lines.number()), fault->remedy);
        note_bad_line(table, {lines.number(), fault->fields, fault->fields > 0 ? attributes.size() : 0});
    }
    if (rows.rows() == 0)
        throw InputError(FAIRLOOM_TEXT("The file has a header but no rows"), name, FAIRLOOM_TEXT("Choose another file"));
    table.columns = rows.take(names);
    return table;
}

} // namespace fairloom
