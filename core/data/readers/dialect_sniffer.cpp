#include "core/data/readers/dialect_sniffer.h"

#include "core/base/error.h"
#include "core/data/csv_tokens.h"
#include "core/data/date_text.h"
#include "core/data/readers/number_notations.h"

#include <algorithm>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace fairloom {

namespace {

constexpr std::size_t sample_bytes = 1 << 18;
constexpr std::size_t enough_records = 300;
constexpr std::size_t longest_preamble = 30;

struct Record {
    std::span<const std::string_view> fields;
    std::uint32_t line = 1;
};

/// The first records as some dialect cuts them. Many dialects are tried, so texts are not copied where that can be helped.
struct Sample {
    std::vector<Record> records;
    bool broken = false; ///< the quotes do not fit
    std::vector<std::string_view> fields;
    std::deque<std::string> own; ///< fields without their escapes
};

std::string_view beginning(std::string_view text)
{
    if (text.size() <= sample_bytes)
        return text;
    const std::size_t last = text.rfind('\n', sample_bytes);
    return text.substr(0, last == std::string_view::npos ? sample_bytes : last + 1);
}

Sample cut(std::string_view text, const CsvDialect &dialect)
{
    Sample sample;
    CsvTokens tokens(text, "", dialect);
    std::vector<CsvTokens::Field> cuts;
    std::vector<std::size_t> ends;
    std::string scratch;
    try {
        while (ends.size() < enough_records && tokens.next(cuts)) {
            for (const CsvTokens::Field field : cuts) {
                const std::string_view value = tokens.value(field, scratch);
                sample.fields.push_back(field.doubled() ? std::string_view(sample.own.emplace_back(value)) : value);
            }
            cuts.clear();
            ends.push_back(sample.fields.size());
            sample.records.push_back({{}, tokens.line()});
        }
    } catch (const InputError &) {
        // A sample of a longer text may well end inside quotes.
        const bool at_end = text.find(dialect.quote, tokens.position()) == std::string_view::npos;
        sample.broken = !at_end || text.size() < sample_bytes * 3 / 4;
    }
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const std::size_t begin = i > 0 ? ends[i - 1] : 0;
        sample.records[i].fields = std::span(sample.fields).subspan(begin, ends[i] - begin);
    }
    return sample;
}

/// The number of fields that most records have; the first record's if that is as frequent as any.
std::size_t usual_width(const std::vector<Record> &records, double &share)
{
    std::map<std::size_t, std::size_t> counts;
    for (const Record &record : records)
        ++counts[record.fields.size()];
    share = 0;
    if (records.empty())
        return 0;
    std::size_t width = records.front().fields.size();
    for (const auto &[fields, count] : counts)
        if (count > counts[width])
            width = fields;
    share = static_cast<double>(counts[width]) / static_cast<double>(records.size());
    return width;
}

/// How much a field looks like one value and not like several: 0 .. 1.
double single_value(std::string_view field, char separator, char quote)
{
    if (field.empty() || is_digits(field))
        return 1;
    double value = 1;
    for (const char other : {',', ';', '\t', '|'})
        if (other != separator && field.find(other) != std::string_view::npos) {
            const bool decimal_comma = other == ',' && is_figure(field) && std::count(field.begin(), field.end(), ',') == 1;
            value -= decimal_comma ? 0.0 : 0.35;
        }
    for (const char mark : {'"', '\''})
        if (mark != quote && field.size() > 1 && field.front() == mark && field.back() == mark)
            value -= 0.5;
    return std::max(0.0, value);
}

double plausibility(char separator)
{
    switch (separator) {
    case ' ': return 0.93;
    case ':': return 0.8;
    case '^':
    case '~': return 0.9;
    default: return 1;
    }
}

struct Candidate {
    CsvDialect dialect;
    double score = -1;
    std::size_t width = 1;
};

/// A header with one name less than the rows have fields, as R writes it above rows with names of their own. Some column has to be of
/// figures, lest a list of full names below the word "name" become one.
bool is_below_short_header(const std::vector<Record> &records, std::size_t width)
{
    if (records.size() < 3 || records.front().fields.size() + 1 != width)
        return false;
    std::vector<bool> figures(width, true);
    for (std::size_t i = 1; i < records.size(); ++i) {
        if (records[i].fields.size() != width)
            return false;
        for (std::size_t c = 1; c < width; ++c)
            figures[c] = figures[c] && is_figure(records[i].fields[c]);
    }
    return std::find(figures.begin() + 1, figures.end(), true) != figures.end();
}

Candidate judge(std::string_view text, const CsvDialect &dialect)
{
    Candidate candidate{dialect};
    const Sample sample = cut(text, dialect);
    const std::vector<Record> &records = sample.records;
    if (records.empty())
        return candidate;
    double share = 0;
    candidate.width = usual_width(records, share);
    double value = 0;
    std::size_t fields = 0;
    for (const Record &record : records)
        if (record.fields.size() == candidate.width)
            for (const std::string_view field : record.fields) {
                value += single_value(field, dialect.separator, dialect.quote);
                ++fields;
            }
    value /= static_cast<double>(std::max<std::size_t>(fields, 1));
    if (candidate.width == 1) {
        candidate.score = 0.3 * share * share * value; // cuts nothing: better than what cuts badly
    } else {
        if (is_below_short_header(records, candidate.width))
            share = 1;
        else if (records.front().fields.size() + 1 == candidate.width || share < 0.95)
            share *= dialect.separator == ' ' || dialect.separator == ':' ? 0 : 1; // texts have these everywhere
        candidate.score = share * value * plausibility(dialect.separator);
    }
    if (sample.broken)
        candidate.score *= 0.5;
    return candidate;
}

/// A separator that cuts nothing.
char absent_separator(std::string_view text)
{
    for (const char separator : {',', ';', '\t', '|', '^', '~'})
        if (text.find(separator) == std::string_view::npos)
            return separator;
    return '\x1f';
}

/// Whether every line is one value with what could be a separator in it: times, dates with times, or decimal commas below a name.
bool is_one_column(std::string_view text, CsvDialect dialect)
{
    dialect.separator = absent_separator(text);
    const Sample sample = cut(text, dialect);
    const std::vector<Record> &records = sample.records;
    if (sample.broken || records.size() < 3)
        return false;
    std::size_t moments = 0, commas = 0, counted = 0;
    for (std::size_t i = 1; i < records.size(); ++i) {
        if (records[i].fields.size() != 1)
            return false;
        const std::string_view value = records[i].fields.front();
        bool ambiguous = false;
        const std::string_view views[] = {value};
        moments += is_time(value) || find_date_format(views, ambiguous).has_value();
        const std::size_t comma = value.find(',');
        commas += comma != std::string_view::npos && read_number(value, {',', ""}).has_value();
        counted += value.substr(0, comma) == std::to_string(i) || value.substr(0, comma) == std::to_string(i - 1); // R's row names
    }
    const std::size_t values = records.size() - 1;
    const bool named = !is_figure(records.front().fields.front()) && records.front().fields.front().find(',') == std::string_view::npos;
    return moments == values || (commas == values && counted < values && named);
}

/// Separator, quote and escape together, for each changes what the others mean.
CsvDialect choose_marks(std::string_view text, const CsvDialect &known, const DialectRule &rule)
{
    const auto choices = [](const std::optional<char> &given, std::vector<char> all) {
        return given ? std::vector<char>{*given} : all;
    };
    std::vector<char> escapes{'\0'};
    if (text.find("\\\"") != std::string_view::npos || text.find("\\'") != std::string_view::npos)
        escapes.push_back('\\');
    Candidate best;
    const char none = absent_separator(text);
    if (!rule.separator && is_one_column(text, known)) {
        best.dialect = known;
        best.dialect.separator = none;
        return best.dialect;
    }
    for (const char separator : choices(rule.separator, {',', ';', '\t', '|', ' ', ':', '^', '~', none}))
        for (const char quote : choices(rule.quote, {'"', '\''}))
            for (const char escape : choices(rule.escape, escapes)) {
                if (text.find(separator) == std::string_view::npos && separator != ',' && separator != none && !rule.separator)
                    continue;
                if (quote == '\'' && text.find('\'') == std::string_view::npos && !rule.quote)
                    continue;
                if (!known.comment_prefix.empty() && known.comment_prefix.front() == separator && !rule.separator)
                    continue;
                CsvDialect dialect = known;
                dialect.separator = separator;
                dialect.quote = quote;
                dialect.escape = escape;
                const Candidate candidate = judge(text, dialect);
                const double margin = candidate.score - best.score;
                if (margin > 1e-9 || (margin > -1e-9 && candidate.width > best.width))
                    best = candidate;
            }
    return best.score < 0 ? known : best.dialect;
}

/// Lines that begin with the mark are comments if there are others, and if they are not cut like those.
bool are_comments(std::string_view text, CsvDialect dialect, const std::string &prefix)
{
    dialect.comment_prefix = prefix;
    double share = 0;
    const std::size_t width = usual_width(cut(text, dialect).records, share);
    if (width == 0)
        return false;
    std::size_t marked = 0, alike = 0;
    dialect.comment_prefix.clear();
    for (std::size_t at = 0; at < text.size() && marked < enough_records;) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (!line.starts_with(prefix))
            continue;
        ++marked;
        const Sample sample = cut(line, dialect);
        alike += !sample.broken && sample.records.size() == 1 && sample.records.front().fields.size() == width;
    }
    return marked > 0 && alike * 2 < marked;
}

/// A line of a spreadsheet with a title alone: separators behind it fill it up to the table's width.
bool is_title(const Record &record)
{
    return record.fields.size() > 2 && std::all_of(record.fields.begin() + 1, record.fields.end(), [](std::string_view f) { return f.empty(); });
}

bool names_all(const Record &record)
{
    return std::none_of(record.fields.begin(), record.fields.end(), [](std::string_view field) { return field.empty() || is_figure(field); });
}

/// Lines above a table: at first one of at most half its fields, then others that are too short, and everything below fits. Titles that
/// are as wide as the table count only above a line of nothing but names, else they could be rows.
std::size_t preamble(std::string_view text, const CsvDialect &dialect)
{
    const Sample sample = cut(text, dialect);
    const std::vector<Record> &records = sample.records;
    double share = 0;
    const std::size_t width = usual_width(records, share);
    if (width < 2)
        return 0;
    std::size_t first = 0;
    if (!records.empty() && is_title(records.front())) {
        while (first < records.size() && is_title(records[first]))
            ++first;
        if (first == records.size() || !names_all(records[first]))
            return 0;
    } else if (records.front().fields.size() * 2 <= width) {
        while (first < records.size() && records[first].fields.size() < width)
            ++first;
    }
    if (first == 0 || first > longest_preamble || records.size() < first + 2)
        return 0;
    const auto fits = std::count_if(records.begin() + static_cast<std::ptrdiff_t>(first), records.end(),
                                    [&](const Record &record) { return record.fields.size() == width; });
    return static_cast<double>(fits) >= 0.9 * static_cast<double>(records.size() - first) ? records[first].line - 1 : 0;
}

/// The separator that a first line "sep=;" names, as some spreadsheets write it for themselves.
std::optional<char> separator_hint(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    if (text.starts_with('"'))
        text.remove_prefix(1);
    if (!text.starts_with("sep=") || text.size() < 6)
        return std::nullopt;
    const char behind = text[5] == '"' && text.size() > 6 ? text[6] : text[5];
    return behind == '\r' || behind == '\n' ? std::optional(text[4]) : std::nullopt;
}

NumberMarks choose_number_marks(std::string_view text, const CsvDialect &dialect)
{
    const Sample sample = cut(text, dialect);
    NumberNotations seen;
    for (const std::string_view field : sample.fields)
        seen.see(field);
    return seen.marks(dialect.separator);
}

} // namespace

CsvDialect sniff_dialect(std::string_view text, const DialectRule &given)
{
    text = beginning(text);
    DialectRule rule = given;
    if (const std::optional<char> hint = separator_hint(text); hint && !rule.separator && !rule.preamble_lines) {
        rule.separator = hint;
        rule.preamble_lines = 1;
    }
    CsvDialect dialect = choose_marks(text, rule.with_defaults(), rule);
    if (!rule.comment_prefix)
        for (const char *prefix : {"#", "%", "//"})
            if (text.find(prefix) != std::string_view::npos) {
                // A mark in the comments may have misled the choice of the separator.
                CsvDialect tried = dialect;
                tried.comment_prefix = prefix;
                tried = choose_marks(text, tried, rule);
                if (!are_comments(text, tried, prefix))
                    continue;
                dialect = tried;
                break;
            }
    if (!rule.preamble_lines) {
        dialect.preamble_lines = preamble(text, dialect);
        if (dialect.preamble_lines > 0 && !rule.separator) { // its words no longer speak against a separator
            const CsvDialect again = choose_marks(text, dialect, rule);
            if (again.separator != dialect.separator) {
                dialect = again;
                dialect.preamble_lines = 0;
                dialect.preamble_lines = preamble(text, dialect);
            }
        }
    }
    if (!rule.decimal_mark && !rule.thousands_mark)
        dialect.marks = choose_number_marks(text, dialect);
    return dialect;
}

} // namespace fairloom
