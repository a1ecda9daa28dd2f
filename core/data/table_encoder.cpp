#include "core/data/table_encoder.h"

#include "core/base/error.h"
#include "core/data/column_mapping.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairloom {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double exact_integers = 9007199254740992.0; // 2^53

struct Value {
    double value = 0;
    std::size_t rows = 0;
};

/// Distinct numbers with their counts, ascending.
std::vector<Value> count_values(const std::vector<double> &numbers)
{
    std::vector<double> sorted;
    sorted.reserve(numbers.size());
    for (const double number : numbers)
        if (!std::isnan(number))
            sorted.push_back(number + 0.0); // makes -0 and 0 one value
    std::sort(sorted.begin(), sorted.end());
    std::vector<Value> values;
    for (const double number : sorted) {
        if (values.empty() || values.back().value != number)
            values.push_back({number, 0});
        ++values.back().rows;
    }
    return values;
}

/// Cuts values into at most `most` runs with nearly equal numbers of rows, none with fewer than `least`. Returns the
/// ends of the runs.
std::vector<std::size_t> cut_quantiles(const std::vector<Value> &values, std::size_t most, std::size_t least)
{
    std::size_t left = 0;
    for (const Value &value : values)
        left += value.rows;
    std::size_t runs = std::clamp<std::size_t>(left / std::max<std::size_t>(least, 1), 1, most);
    std::vector<std::size_t> ends;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        rows += values[i].rows;
        const double due = static_cast<double>(left) / static_cast<double>(runs);
        // Ends the run where it is nearest to its due share, looking one value ahead.
        const bool last = i + 1 == values.size();
        const double over = last ? 0 : static_cast<double>(rows + values[i + 1].rows) - due;
        const bool enough = static_cast<double>(rows) >= due || over > due - static_cast<double>(rows);
        const bool rest_is_enough = left - rows >= least;
        if (last || (runs > 1 && enough && rows >= least && rest_is_enough)) {
            ends.push_back(i + 1);
            left -= rows;
            rows = 0;
            runs -= runs > 1 ? 1 : 0;
        }
    }
    return ends;
}

} // namespace

void TableEncoder::fit_numbers(const Column &column, const EncoderSettings &settings, Codec &codec)
{
    const std::vector<Value> values = count_values(column.numbers);
    const auto verbatim = static_cast<std::size_t>(std::max(settings.verbatim_rows, 1));
    const double frequent_rows = settings.frequent_share * static_cast<double>(column.numbers.size());
    std::vector<Value> rest;
    for (const Value &value : values) {
        if (static_cast<double>(value.rows) > frequent_rows && value.rows >= verbatim) {
            Bin bin;
            bin.low = bin.high = value.value;
            bin.frequent = true;
            bin.values = {value.value};
            bin.weights = {1.0};
            codec.bins.push_back(std::move(bin));
        } else {
            rest.push_back(value);
        }
    }
    std::size_t begin = 0;
    for (const std::size_t end : cut_quantiles(rest, static_cast<std::size_t>(std::max(settings.quantile_bins, 1)), verbatim)) {
        Bin bin;
        bin.low = rest[begin].value;
        bin.high = rest[end - 1].value;
        double rows = 0, spoken = 0;
        for (std::size_t i = begin; i < end; ++i)
            rows += static_cast<double>(rest[i].rows);
        for (std::size_t i = begin; i < end; ++i) {
            if (rest[i].rows < verbatim)
                continue;
            spoken += static_cast<double>(rest[i].rows);
            bin.values.push_back(rest[i].value);
            bin.weights.push_back(spoken / rows);
        }
        if (bin.low == bin.high && bin.values.empty()) {
            // One rare value alone would always be given away: stretch the range to the next value that was seen.
            const double step = std::pow(10.0, -column.decimals);
            const auto at = std::find_if(values.begin(), values.end(), [&](const Value &v) { return v.value == bin.low; });
            if (at != values.begin() && (at - 1)->value + step < bin.low)
                bin.low = (at - 1)->value + step;
            else if (at + 1 != values.end() && (at + 1)->value - step > bin.high)
                bin.high = (at + 1)->value - step;
        }
        codec.bins.push_back(std::move(bin));
        begin = end;
    }
    std::stable_sort(codec.bins.begin(), codec.bins.end(), [](const Bin &a, const Bin &b) { return a.low < b.low; });
    codec.states = static_cast<int>(codec.bins.size());
    if (column.missing_count() > 0)
        codec.missing_state = codec.states++;
}

TableEncoder::Codec TableEncoder::fit_column(const Column &column, const EncoderSettings &settings)
{
    Codec codec;
    Column &prototype = codec.prototype;
    prototype.name = column.name;
    prototype.type = column.type;
    prototype.kind = column.kind;
    prototype.date = column.date;
    prototype.role = column.role;
    prototype.categories = column.categories;
    prototype.missing_code = column.missing_code;
    prototype.decimals = column.decimals;
    prototype.fixed_decimals = column.fixed_decimals;
    prototype.marks = column.marks;
    prototype.missing_spelling = column.missing_spelling;
    if (column.type == ColumnType::number) {
        fit_numbers(column, settings, codec);
    } else {
        codec.category_seen.assign(column.categories.size(), 0);
        for (const std::int32_t code : column.codes)
            if (code >= 0)
                codec.category_seen[static_cast<std::size_t>(code)] = 1;
    }
    derive(codec);
    return codec;
}

void TableEncoder::derive(Codec &codec)
{
    if (codec.prototype.type == ColumnType::category) {
        codec.category_state.assign(codec.category_seen.size(), -1);
        codec.state_category.clear();
        for (std::size_t code = 0; code < codec.category_seen.size(); ++code) {
            if (!codec.category_seen[code])
                continue;
            codec.category_state[code] = static_cast<std::int32_t>(codec.state_category.size());
            codec.state_category.push_back(static_cast<std::int32_t>(code));
        }
        codec.states = static_cast<int>(codec.state_category.size());
        codec.missing_state =
            codec.prototype.missing_code < 0 ? -1 : codec.category_state[static_cast<std::size_t>(codec.prototype.missing_code)];
        return;
    }
    codec.frequent.clear();
    codec.frequent_state.clear();
    codec.border.clear();
    codec.range_state.clear();
    const bool only_frequent = std::all_of(codec.bins.begin(), codec.bins.end(), [](const Bin &bin) { return bin.frequent; });
    const Bin *before = nullptr;
    for (std::size_t state = 0; state < codec.bins.size(); ++state) {
        const Bin &bin = codec.bins[state];
        if (bin.frequent) {
            codec.frequent.push_back(bin.low);
            codec.frequent_state.push_back(static_cast<std::int32_t>(state));
        }
        if (bin.frequent && !only_frequent)
            continue;
        if (before)
            codec.border.push_back(before->high + (bin.low - before->high) / 2);
        codec.range_state.push_back(static_cast<std::int32_t>(state));
        before = &bin;
    }
    for (Bin &bin : codec.bins) {
        bin.gaps.clear();
        for (const double value : codec.frequent)
            if (!bin.frequent && value > bin.low && value < bin.high)
                bin.gaps.push_back(value);
    }
}

TableEncoder TableEncoder::fit(const Table &table, const std::vector<std::size_t> &columns, const EncoderSettings &settings)
{
    TableEncoder encoder;
    for (const std::size_t c : columns)
        if (!table.columns[c].pictures)
            encoder.source_columns_.push_back(c);
    for (const std::size_t c : encoder.source_columns_)
        encoder.codecs_.push_back(fit_column(table.columns[c], settings));
    return encoder;
}

int TableEncoder::total_states() const
{
    int total = 0;
    for (const Codec &codec : codecs_)
        total += codec.states;
    return total;
}

std::vector<std::int32_t> TableEncoder::encode(const Table &table) const
{
    const std::size_t width = codecs_.size();
    const std::size_t rows = table.rows();
    std::vector<std::int32_t> out(rows * width);
    for (std::size_t c = 0; c < width; ++c) {
        const Codec &codec = codecs_[c];
        const Column &column = table.columns[table.index_of(codec.prototype.name)];
        if (column.type != codec.prototype.type)
            throw InputError(Message(FAIRLOOM_TEXT("Column %1 is not of the type that it has in the training rows"), {column.name}),
                             table.name, FAIRLOOM_TEXT("Map the table to the training rows first"));
        std::int32_t *to = out.data() + c;
        if (column.type == ColumnType::category) {
            std::vector<std::int32_t> state = codec.category_state;
            if (column.categories != codec.prototype.categories) {
                state = category_mapping(column.categories, codec.prototype.categories);
                if (column.missing_code >= 0 && codec.prototype.missing_code >= 0)
                    state[static_cast<std::size_t>(column.missing_code)] = codec.prototype.missing_code;
                for (std::int32_t &code : state)
                    code = code < 0 ? -1 : codec.category_state[static_cast<std::size_t>(code)];
            }
            for (std::size_t row = 0; row < rows; ++row, to += width)
                *to = column.codes[row] < 0 ? -1 : state[static_cast<std::size_t>(column.codes[row])];
            continue;
        }
        for (std::size_t row = 0; row < rows; ++row, to += width) {
            const double value = column.numbers[row];
            if (std::isnan(value)) {
                *to = codec.missing_state;
                continue;
            }
            const auto exact = std::lower_bound(codec.frequent.begin(), codec.frequent.end(), value);
            if (exact != codec.frequent.end() && *exact == value)
                *to = codec.frequent_state[static_cast<std::size_t>(exact - codec.frequent.begin())];
            else if (codec.range_state.empty())
                *to = -1; // training has missing values only
            else
                *to = codec.range_state[static_cast<std::size_t>(
                    std::lower_bound(codec.border.begin(), codec.border.end(), value) - codec.border.begin())];
        }
    }
    return out;
}

/// One value of the bin: a training row of it is drawn; if many others have its value, that value is given, else any value
/// on the grid of the bin.
double TableEncoder::draw(const Bin &bin, int decimals, Random &random)
{
    if (bin.low == bin.high)
        return bin.low;
    const double u = random.uniform();
    if (!bin.weights.empty() && u < bin.weights.back()) {
        const auto at = std::upper_bound(bin.weights.begin(), bin.weights.end(), u);
        return bin.values[static_cast<std::size_t>(at - bin.weights.begin())];
    }
    static constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17};
    const double scale = powers[std::clamp(decimals, 0, 17)];
    const double first = std::round(bin.low * scale);
    const double last = std::round(bin.high * scale);
    const double place = random.uniform();
    if (std::fabs(first) >= exact_integers || std::fabs(last) >= exact_integers)
        return std::clamp(bin.low + place * (bin.high - bin.low), bin.low, bin.high); // finer than doubles are: no grid
    const auto points = last - first + 1 - static_cast<double>(bin.gaps.size());
    double at = first + std::min(std::floor(place * points), points - 1);
    for (const double gap : bin.gaps)
        if (at >= std::round(gap * scale))
            at += 1;
    return at / scale;
}

Column TableEncoder::decode(std::size_t column, std::span<const std::int32_t> states, Random &random) const
{
    const Codec &codec = codecs_[column];
    Column out = codec.prototype;
    if (out.type == ColumnType::category) {
        out.codes.resize(states.size());
        for (std::size_t i = 0; i < states.size(); ++i)
            out.codes[i] = codec.state_category[static_cast<std::size_t>(states[i])];
        return out;
    }
    out.numbers.resize(states.size());
    for (std::size_t i = 0; i < states.size(); ++i)
        out.numbers[i] = states[i] == codec.missing_state ? none
                                                          : draw(codec.bins[static_cast<std::size_t>(states[i])], out.decimals, random);
    return out;
}

} // namespace fairloom
