#include "core/data/readers/raw_column_builder.h"

#include "core/data/name_list.h"
#include "core/data/number_text.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace fairloom {

namespace {

// From so many different values on, and if they are more than half of the rows, a dictionary is looked at again.
constexpr std::size_t many_values = 1 << 15;

std::uint32_t hash_of(std::string_view text)
{
    // wyhash's mixing step over words of 8 bytes: short texts, few cycles.
    constexpr std::uint64_t k0 = 0xa0761d6478bd642fULL, k1 = 0xe7037ed1a0b428dbULL;
    const auto mix = [](std::uint64_t a, std::uint64_t b) {
        const unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    std::uint64_t seed = k0 ^ text.size();
    const char *p = text.data();
    std::size_t left = text.size();
    std::uint64_t word;
    while (left >= 8) {
        std::memcpy(&word, p, 8);
        seed = mix(seed ^ word, k1);
        p += 8;
        left -= 8;
    }
    word = 0;
    std::memcpy(&word, p, left);
    seed = mix(seed ^ word, k1 ^ k0);
    return static_cast<std::uint32_t>(seed ^ seed >> 32);
}

/// How many decimals numbers were written with, so far.
struct Decimals {
    int least = 0, most = 0;
    bool some = false;

    Decimals() = default;
    explicit Decimals(const RawColumn::Numbers &numbers)
        : least(numbers.least_decimals), most(numbers.most_decimals), some(numbers.values.size() > numbers.missing_count)
    {
    }
    void add(const Decimals &other)
    {
        if (!other.some)
            return;
        least = some ? std::min(least, other.least) : other.least;
        most = some ? std::max(most, other.most) : other.most;
        some = true;
    }
    void add(int decimals)
    {
        Decimals one;
        one.least = one.most = decimals;
        one.some = true;
        add(one);
    }
    void put(RawColumn::Numbers &numbers) const
    {
        numbers.least_decimals = least;
        numbers.most_decimals = most;
    }
    /// With one number of decimals throughout, or without zeros at the end, numbers can be made texts again.
    bool uniform(bool zeros_at_end) const { return least == most || !zeros_at_end; }
};

/// Whether the number is written again as the file has it, with as many decimals: no "+5", "1e5", ".5" or "-0".
bool keeps_spelling(std::string_view text, const WrittenNumber &number, const NumberMarks &marks)
{
    constexpr std::size_t sure_digits = 15;
    const bool negative = text.front() == '-';
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!marks.plain() || text.size() > sure_digits || number.value == 0)
        return write_number(number.value, number.decimals, true, marks) == text;
    return text.size() > negative && is_digit(text[negative]) && is_digit(text.back()) && text.find_first_of("eE") == std::string_view::npos;
}

/// Whether the next value can be added to numbers without loss; it is added if so.
bool append_number(RawColumn::Numbers &numbers, std::string_view text, const std::vector<std::string> &missing, const NumberMarks &marks,
                   bool &zeros_at_end)
{
    if (is_one_of(text, missing)) {
        if (numbers.missing_count++ == 0)
            numbers.missing = text;
        numbers.values.push_back(std::numeric_limits<double>::quiet_NaN());
        return true;
    }
    const std::optional<WrittenNumber> number = read_number(text, marks);
    if (!number || !number->exact || !keeps_spelling(text, *number, marks))
        return false;
    const bool zero = number->decimals > 0 && text.back() == '0';
    Decimals decimals(numbers);
    decimals.add(number->decimals);
    if (!decimals.uniform(zeros_at_end || zero))
        return false;
    decimals.put(numbers);
    zeros_at_end = zeros_at_end || zero;
    numbers.values.push_back(number->value);
    return true;
}

} // namespace

RawColumnBuilder::RawColumnBuilder(const std::vector<std::string> &missing, NumberMarks marks)
    : missing_(&missing), marks_(std::move(marks)), slots_(64)
{
}

void RawColumnBuilder::add(std::string_view value, bool stable)
{
    ++rows_;
    if (numbers_) {
        if (append_number(*numbers_, value, *missing_, marks_, zeros_at_end_))
            return;
        become_dictionary();
    }
    codes_.push_back(code_of(value, stable));
    if (!numbers_refused_ && values_.size() >= many_values && values_.size() * 2 > codes_.size() && !become_numbers())
        numbers_refused_ = true;
}

void RawColumnBuilder::add_nothing()
{
    ++rows_;
    if (numbers_) {
        ++numbers_->missing_count;
        numbers_->values.push_back(std::numeric_limits<double>::quiet_NaN());
    } else {
        codes_.push_back(-1);
    }
}

std::int32_t RawColumnBuilder::code_of(std::string_view value, bool stable)
{
    const std::uint32_t hash = hash_of(value);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].code >= 0) {
        if (slots_[at].hash == hash && values_[static_cast<std::size_t>(slots_[at].code)] == value)
            return slots_[at].code;
        at = (at + 1) & mask;
    }
    const auto code = static_cast<std::int32_t>(values_.size());
    slots_[at] = {hash, code};
    values_.push_back(stable ? value : std::string_view(own_.emplace_back(value)));
    if (values_.size() * 2 > slots_.size())
        grow();
    return code;
}

void RawColumnBuilder::grow()
{
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot &slot : old) {
        if (slot.code < 0)
            continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].code >= 0)
            at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

bool RawColumnBuilder::become_numbers()
{
    RawColumn::Numbers by_code;
    zeros_at_end_ = false;
    for (const std::string_view value : values_)
        if (!append_number(by_code, value, *missing_, marks_, zeros_at_end_))
            return false;
    RawColumn::Numbers numbers = by_code;
    numbers.values.clear();
    numbers.values.reserve(codes_.size() * 2);
    numbers.missing_count = 0;
    for (const std::int32_t code : codes_) {
        numbers.values.push_back(code < 0 ? std::numeric_limits<double>::quiet_NaN() : by_code.values[static_cast<std::size_t>(code)]);
        numbers.missing_count += std::isnan(numbers.values.back());
    }
    numbers_ = std::move(numbers);
    codes_ = {};
    values_ = {};
    own_ = {};
    slots_ = std::vector<Slot>(64);
    return true;
}

void RawColumnBuilder::become_dictionary()
{
    const RawColumn::Numbers numbers = std::move(*numbers_);
    numbers_.reset();
    numbers_refused_ = true;
    for (const double value : numbers.values)
        codes_.push_back(std::isnan(value) ? (numbers.missing.empty() ? -1 : code_of(numbers.missing, false))
                                           : code_of(write_number(value, numbers.most_decimals, numbers.least_decimals == numbers.most_decimals, marks_), false));
}

RawColumn RawColumnBuilder::take(std::string name)
{
    std::vector<RawColumnBuilder> parts;
    parts.push_back(std::move(*this));
    *this = RawColumnBuilder(*parts.front().missing_, parts.front().marks_);
    return join(std::move(name), parts);
}

/// Whether the parts' numbers can be made texts again after they are joined.
bool RawColumnBuilder::uniform(const std::vector<RawColumnBuilder> &parts)
{
    Decimals whole;
    bool zeros_at_end = false;
    for (const RawColumnBuilder &part : parts) {
        if (!part.numbers_)
            continue;
        const Decimals decimals(*part.numbers_);
        whole.add(decimals);
        zeros_at_end = zeros_at_end || (decimals.some && part.zeros_at_end_);
    }
    return whole.uniform(zeros_at_end);
}

RawColumn RawColumnBuilder::join(std::string name, std::vector<RawColumnBuilder> &parts)
{
    RawColumn column;
    column.name = std::move(name);
    std::size_t rows = 0;
    for (const RawColumnBuilder &part : parts)
        rows += part.rows_;

    // A short part may have stayed a dictionary of numbers where longer ones went over to numbers.
    if (std::any_of(parts.begin(), parts.end(), [](const RawColumnBuilder &part) { return part.numbers_.has_value(); })) {
        const bool all = std::all_of(parts.begin(), parts.end(), [](RawColumnBuilder &part) {
            return part.numbers_ || part.rows_ == 0 || (!part.numbers_refused_ && part.become_numbers());
        });
        if (!all || !uniform(parts))
            for (RawColumnBuilder &part : parts)
                if (part.numbers_)
                    part.become_dictionary();
    }

    if (std::any_of(parts.begin(), parts.end(), [](const RawColumnBuilder &part) { return part.numbers_.has_value(); })) {
        column.numbers = RawColumn::Numbers(); // emplace() of a nested class with initialisers is beyond clang
        RawColumn::Numbers &numbers = *column.numbers;
        numbers.values.reserve(rows);
        Decimals decimals;
        for (RawColumnBuilder &part : parts) {
            if (!part.numbers_)
                continue; // no rows
            const RawColumn::Numbers &of_part = *part.numbers_;
            decimals.add(Decimals(of_part));
            if (numbers.missing_count == 0)
                numbers.missing = of_part.missing;
            numbers.missing_count += of_part.missing_count;
            numbers.values.insert(numbers.values.end(), of_part.values.begin(), of_part.values.end());
            part = RawColumnBuilder(*part.missing_);
        }
        decimals.put(numbers);
        return column;
    }

    column.codes.reserve(rows);
    RawColumnBuilder all(*parts.front().missing_);
    for (RawColumnBuilder &part : parts) {
        std::vector<std::int32_t> renamed(part.values_.size());
        for (std::size_t code = 0; code < renamed.size(); ++code)
            renamed[code] = all.code_of(part.values_[code], true);
        for (const std::int32_t code : part.codes_)
            column.codes.push_back(code < 0 ? -1 : renamed[static_cast<std::size_t>(code)]);
        part.codes_ = {};
        part.slots_ = {};
    }
    column.values.assign(all.values_.begin(), all.values_.end());
    parts.clear();
    return column;
}

} // namespace fairloom
