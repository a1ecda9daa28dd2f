#include "core/data/readers/column_typing.h"

#include "core/base/error.h"
#include "core/data/date_text.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/value_bins.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace fairloom {

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// Marks of a gap among numbers or dates, which a column of categories may well have as a value.
bool is_gap(std::string_view text)
{
    for (const std::string_view mark : {"-", "--", ".", "..", "\xe2\x80\x93", "\xe2\x80\x94", "n/a", "na", "#N/A", "None", "none"})
        if (text == mark)
            return true;
    return false;
}

/// A file's spelling after the column's rule: what it stands for.
struct Spelling {
    std::string_view text;
    bool missing = false;
};

class ColumnTyping {
public:
    ColumnTyping(RawColumn raw, const ColumnRule &rule, const TypingContext &context)
        : raw_(std::move(raw)), rule_(rule), context_(context), missing_(*context.missing)
    {
        missing_.insert(missing_.end(), rule.missing.begin(), rule.missing.end());
    }

    Column typed()
    {
        const Column *like = context_.like;
        column_.name = like ? like->name : raw_.name;
        column_.role = like ? like->role : rule_.role.value_or(Role::feature);
        const bool binned = !rule_.bins.empty();
        std::optional<ColumnKind> kind = like && !binned ? like->meaning() : rule_.kind;
        if (binned)
            kind = ColumnKind::number;
        if (!kind && !raw_.numbers)
            kind = declared();
        const bool as_category = kind && storage_of(*kind) == ColumnType::category;
        if (raw_.numbers && (as_category || kind == ColumnKind::date || !rule_.strip_suffix.empty() || (!binned && !rule_.merge.empty())))
            spell_numbers();
        read_spellings(!binned);
        if (raw_.numbers)
            take_numbers();
        else if (as_category || !(kind == ColumnKind::date ? read_dates(true) : read_numbers(kind.has_value()) || (!kind && read_dates(false))))
            read_categories(kind.value_or(ColumnKind::category));
        if (kind == ColumnKind::integer && !like)
            refuse_fractions();
        if (like && column_.missing_spelling.empty())
            column_.missing_spelling = like->missing_spelling;
        if (binned)
            column_ = bin_numbers(std::move(column_), rule_.bins, rule_.merge, like);
        return std::move(column_);
    }

private:
    bool is_missing(std::string_view text) const { return is_one_of(text, missing_); }

    /// What the file format says, as far as the values allow it.
    std::optional<ColumnKind> declared() const
    {
        switch (raw_.declared) {
        case DeclaredType::category:
        case DeclaredType::text: return ColumnKind::category;
        case DeclaredType::none:
        case DeclaredType::number:
        case DeclaredType::date: break;
        }
        return std::nullopt;
    }

    void gaps_are_missing()
    {
        for (Spelling &spelling : spellings_)
            spelling.missing = spelling.missing || is_gap(spelling.text);
    }

    /// Among values that are all numbers, a gap is a missing value.
    void find_gaps_in_numbers(bool forced)
    {
        if (std::none_of(spellings_.begin(), spellings_.end(), [](const Spelling &s) { return !s.missing && is_gap(s.text); }))
            return;
        bool some = forced;
        for (const Spelling &spelling : spellings_) {
            if (spelling.missing || is_gap(spelling.text))
                continue;
            const std::optional<WrittenNumber> number = read_number(spelling.text, context_.marks);
            if (!number || (!number->exact && !forced))
                return;
            some = true;
        }
        if (some)
            gaps_are_missing();
    }

    void read_spellings(bool merge)
    {
        spellings_.clear();
        for (const std::string &value : raw_.values) {
            std::string_view text = value;
            if (!rule_.strip_suffix.empty() && text.ends_with(rule_.strip_suffix))
                text.remove_suffix(rule_.strip_suffix.size());
            if (merge && !is_missing(text))
                text = merged(rule_.merge, text);
            spellings_.push_back({text, is_missing(text)});
        }
    }

    /// The numbers as a dictionary again.
    void spell_numbers()
    {
        const RawColumn::Numbers numbers = std::move(*raw_.numbers);
        raw_.numbers.reset();
        std::unordered_map<double, std::int32_t> codes;
        std::int32_t missing_code = -1;
        for (const double value : numbers.values) {
            if (std::isnan(value)) {
                if (missing_code < 0) {
                    missing_code = static_cast<std::int32_t>(raw_.values.size());
                    raw_.values.push_back(numbers.missing);
                }
                raw_.codes.push_back(missing_code);
                continue;
            }
            const auto [found, fresh] = codes.try_emplace(value, static_cast<std::int32_t>(raw_.values.size()));
            if (fresh)
                raw_.values.push_back(write_number(value, numbers.most_decimals, numbers.least_decimals == numbers.most_decimals, context_.marks));
            raw_.codes.push_back(found->second);
        }
    }

    void take_numbers()
    {
        RawColumn::Numbers &numbers = *raw_.numbers;
        column_.type = ColumnType::number;
        column_.marks = context_.marks;
        column_.decimals = numbers.most_decimals;
        column_.fixed_decimals = numbers.least_decimals >= numbers.most_decimals;
        column_.kind = column_.decimals == 0 ? ColumnKind::integer : ColumnKind::number;
        column_.missing_spelling = numbers.missing;
        column_.numbers = std::move(numbers.values);
        for (const std::string &code : rule_.missing)
            if (const auto number = read_number(code, context_.marks)) {
                if (column_.missing_spelling.empty())
                    column_.missing_spelling = code;
                std::replace(column_.numbers.begin(), column_.numbers.end(), number->value, no_number);
            }
    }

    std::size_t first_row(std::size_t code) const
    {
        return static_cast<std::size_t>(std::find(raw_.codes.begin(), raw_.codes.end(), static_cast<std::int32_t>(code)) - raw_.codes.begin());
    }

    /// Rows take the values of their spellings.
    void spread(const std::vector<double> &values)
    {
        column_.type = ColumnType::number;
        for (std::size_t code = 0; code < values.size() && column_.missing_spelling.empty(); ++code)
            if (spellings_[code].missing) {
                column_.missing_spelling = spellings_[code].text; // the first one counts, be it empty
                break;
            }
        column_.numbers.resize(raw_.codes.size());
        std::transform(raw_.codes.begin(), raw_.codes.end(), column_.numbers.begin(),
                       [&](std::int32_t code) { return code < 0 ? no_number : values[static_cast<std::size_t>(code)]; });
    }

    /// The column as a number, or false if some value is none or would not survive being written again.
    bool read_numbers(bool forced)
    {
        find_gaps_in_numbers(forced);
        int least = std::numeric_limits<int>::max(), most = 0;
        std::vector<double> values(raw_.values.size(), no_number);
        for (std::size_t code = 0; code < values.size(); ++code) {
            if (spellings_[code].missing)
                continue;
            const std::string_view text = spellings_[code].text;
            const std::optional<WrittenNumber> number = read_number(text, context_.marks);
            if (!number || (!number->exact && !forced)) {
                if (!forced)
                    return false;
                throw InputError(Message(FAIRLOOM_TEXT("\"%1\" in column %2 is not a number"), {std::string(text), column_.name}),
                                 context_.place(first_row(code)), FAIRLOOM_TEXT("Correct the value, or mark it as missing"));
            }
            least = std::min(least, number->decimals);
            most = std::max(most, number->decimals);
            values[code] = number->value;
        }
        if (least == std::numeric_limits<int>::max() && !forced)
            return false; // nothing but missing values
        column_.marks = context_.marks;
        column_.decimals = most;
        column_.fixed_decimals = least >= most;
        column_.kind = most == 0 ? ColumnKind::integer : ColumnKind::number;
        spread(values);
        return true;
    }

    bool read_dates(bool forced)
    {
        std::vector<std::string_view> texts;
        for (const Spelling &spelling : spellings_)
            if (!spelling.missing && !is_gap(spelling.text))
                texts.push_back(spelling.text);
        bool ambiguous = false;
        std::optional<DateFormat> format = context_.like && context_.like->meaning() == ColumnKind::date ? std::optional(context_.like->date)
                                                                                                         : find_date_format(texts, ambiguous);
        if (!format && forced && texts.empty())
            format = DateFormat{"yyyy-mm-dd"}; // nothing but missing values
        if (!format && forced)
            throw InputError(Message(FAIRLOOM_TEXT("The values of column %1 are not all dates in one format"), {column_.name}),
                             context_.place(0), FAIRLOOM_TEXT("Give the column another type, or mark what is no date as missing"));
        if (!format)
            return false;
        gaps_are_missing();
        std::vector<double> values(raw_.values.size(), no_number);
        for (std::size_t code = 0; code < values.size(); ++code) {
            if (spellings_[code].missing)
                continue;
            const std::optional<double> days = read_date(spellings_[code].text, *format);
            if (!days) // a test file's
                throw InputError(Message(FAIRLOOM_TEXT("\"%1\" in column %2 is not a date written as %3"),
                                         {std::string(spellings_[code].text), column_.name, format->pattern}),
                                 context_.place(first_row(code)), FAIRLOOM_TEXT("Correct the value, or mark it as missing"));
            values[code] = *days;
        }
        if (ambiguous && context_.notes)
            context_.notes->emplace_back(FAIRLOOM_TEXT("The dates in %1 could be read in more than one way; they were read as %2"),
                                         std::vector{column_.name, format->pattern});
        column_.kind = ColumnKind::date;
        column_.date = *format;
        spread(values);
        return true;
    }

    void refuse_fractions() const
    {
        for (std::size_t row = 0; row < column_.numbers.size(); ++row)
            if (column_.numbers[row] != std::floor(column_.numbers[row]) && !std::isnan(column_.numbers[row]))
                throw InputError(Message(FAIRLOOM_TEXT("\"%1\" in column %2 is not a whole number"), {column_.text(row), column_.name}),
                                 context_.place(row), FAIRLOOM_TEXT("Give the column the type number"));
    }

    /// The training column's categories come first, or the rule's order, or the file format's; others follow as they appear.
    void read_categories(ColumnKind kind)
    {
        column_.type = ColumnType::category;
        column_.kind = kind;
        std::unordered_map<std::string_view, std::int32_t> known;
        if (context_.like) {
            column_.categories = context_.like->categories;
            column_.missing_code = context_.like->missing_code;
        } else {
            for (const std::string &value : rule_.order)
                if (std::any_of(spellings_.begin(), spellings_.end(), [&](const Spelling &s) { return !s.missing && s.text == value; }))
                    column_.categories.push_back(value);
        }
        for (std::size_t i = 0; i < column_.categories.size(); ++i)
            if (static_cast<std::int32_t>(i) != column_.missing_code)
                known.emplace(context_.like ? context_.like->categories[i] : *std::find(rule_.order.begin(), rule_.order.end(), column_.categories[i]),
                              static_cast<std::int32_t>(i));
        bool noted = false;
        const auto missing_code = [&](std::string_view text) {
            if (!noted)
                column_.missing_spelling = text; // the first one counts, be it empty
            noted = true;
            if (column_.missing_code < 0) {
                column_.missing_code = static_cast<std::int32_t>(column_.categories.size());
                column_.categories.emplace_back(text);
            }
            return column_.missing_code;
        };
        std::vector<std::int32_t> renamed(raw_.values.size());
        for (std::size_t code = 0; code < renamed.size(); ++code) {
            if (spellings_[code].missing) {
                renamed[code] = missing_code(spellings_[code].text);
                continue;
            }
            const auto [found, fresh] = known.try_emplace(spellings_[code].text, static_cast<std::int32_t>(column_.categories.size()));
            if (fresh)
                column_.categories.emplace_back(spellings_[code].text);
            renamed[code] = found->second;
        }
        column_.codes = std::move(raw_.codes);
        for (std::int32_t &code : column_.codes)
            code = code < 0 ? missing_code("") : renamed[static_cast<std::size_t>(code)];
    }

    RawColumn raw_;
    const ColumnRule &rule_;
    const TypingContext &context_;
    std::vector<std::string> missing_;
    std::vector<Spelling> spellings_; ///< per value of raw_
    Column column_;
};

} // namespace

Column type_column(RawColumn raw, const ColumnRule &rule, const TypingContext &context)
{
    return ColumnTyping(std::move(raw), rule, context).typed();
}

} // namespace fairloom
