#include "core/rivals/tabfairgan_columns.h"

#include "core/base/error.h"
#include "core/base/progress.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairloom {

namespace {

constexpr double exact_integers = 9007199254740992.0; // 2^53
constexpr double middle_place = 0.5;

/// On the column's grid and within the range of its training values.
double on_grid(double number, const Column &column, const QuantileScale &scale)
{
    const double unit = std::pow(10.0, std::clamp(column.decimals, 0, 17));
    if (std::fabs(number * unit) < exact_integers) // beyond, doubles are coarser than the grid
        number = std::round(number * unit) / unit;
    return std::clamp(number, scale.least(), scale.greatest()) + 0.0; // makes -0 a plain 0
}

} // namespace

torch::Tensor ShortRows::widened(const std::vector<std::int64_t> &which, const RowLayout &layout) const
{
    const std::int64_t width = layout.width(), columns = states.size(1);
    torch::Tensor out = torch::zeros({static_cast<std::int64_t>(which.size()), width});
    float *to = out.data_ptr<float>();
    const float *number = numbers.data_ptr<float>();
    const std::int32_t *state = states.data_ptr<std::int32_t>();
    for (const std::int64_t row : which) {
        std::copy_n(number + row * layout.numbers, layout.numbers, to);
        for (std::int64_t c = 0; c < columns; ++c)
            to[layout.begin(static_cast<std::size_t>(c)) + state[row * columns + c]] = 1;
        to += width;
    }
    return out;
}

void TabFairGanColumns::add_number(Codec &codec, const Column &column)
{
    codec.scale = QuantileScale::fit(column.numbers);
    if (codec.scale.empty())
        return;
    codec.number = layout_.numbers++;
    if (column.missing_count() > 0) {
        codec.category = layout_.categories.columns();
        layout_.categories.add(2); // there, missing
    }
}

void TabFairGanColumns::add_category(Codec &codec, const Column &column)
{
    codec.state_of_code.assign(column.categories.size(), -1);
    for (const std::int32_t code : column.codes)
        codec.state_of_code[static_cast<std::size_t>(code)] = 0;
    for (std::size_t code = 0; code < column.categories.size(); ++code)
        if (codec.state_of_code[code] == 0) {
            codec.state_of_code[code] = static_cast<std::int32_t>(codec.code_of_state.size());
            codec.code_of_state.push_back(static_cast<std::int32_t>(code));
        }
    codec.category = layout_.categories.columns();
    layout_.categories.add(static_cast<int>(codec.code_of_state.size()));
}

TabFairGanColumns TabFairGanColumns::fit(const Problem &problem, const std::stop_token &stop)
{
    TabFairGanColumns out;
    const Table &table = problem.train.table;
    if (const Column *const pictures = table.picture_column())
        throw InputError(Message(FAIRLOOM_TEXT("TabFairGAN makes tables, and the column %1 holds pictures"), {pictures->name}), table.name,
                         FAIRLOOM_TEXT("Choose another method"));
    for (const std::size_t source : problem.generated) {
        throw_if_stopped(stop);
        const Column &column = table.columns[source];
        Codec &codec = out.codecs_.emplace_back();
        codec.source = source;
        codec.prototype = column;
        codec.prototype.codes.clear();
        codec.prototype.numbers.clear();
        if (column.role != Role::feature)
            continue;
        if (column.type == ColumnType::number)
            out.add_number(codec, column);
        else
            out.add_category(codec, column);
    }
    RowLayout &layout = out.layout_;
    layout.group = layout.categories.columns();
    layout.categories.add(static_cast<int>(problem.groups.size()));
    layout.target = layout.categories.columns();
    layout.categories.add(static_cast<int>(problem.target_values.size()));
    layout.positive = problem.positive;
    for (Codec &codec : out.codecs_) {
        const Column &column = codec.prototype;
        if (column.role == Role::target) {
            codec.category = layout.target;
            for (std::size_t code = 0; code < problem.target_values.size(); ++code)
                codec.code_of_state.push_back(static_cast<std::int32_t>(code));
        } else if (column.role == Role::sensitive) {
            codec.category = layout.group;
            const std::vector<std::int32_t> &code = table.columns[codec.source].codes;
            codec.code_of_state.resize(problem.groups.size());
            for (std::size_t row = 0; row < code.size(); ++row) // every group occurs
                codec.code_of_state[static_cast<std::size_t>(problem.train.group[row])] = code[row];
        }
    }
    return out;
}

ShortRows TabFairGanColumns::encode(const LabelledTable &rows) const
{
    const std::int64_t n = static_cast<std::int64_t>(rows.rows()), columns = static_cast<std::int64_t>(layout_.categories.columns());
    ShortRows out{torch::empty({n, layout_.numbers}), torch::empty({n, columns}, torch::kInt)};
    float *number = out.numbers.data_ptr<float>();
    std::int32_t *state = out.states.data_ptr<std::int32_t>();
    for (const Codec &codec : codecs_) {
        const Column &column = rows.table.columns[codec.source];
        if (column.role != Role::feature)
            continue;
        const std::int64_t category = static_cast<std::int64_t>(codec.category);
        for (std::int64_t row = 0; row < n; ++row) {
            const std::size_t i = static_cast<std::size_t>(row);
            if (column.type == ColumnType::category) {
                state[row * columns + category] = codec.state_of_code[static_cast<std::size_t>(column.codes[i])];
            } else if (!codec.scale.empty()) {
                const bool missing = std::isnan(column.numbers[i]);
                number[row * layout_.numbers + codec.number] =
                    static_cast<float>(missing ? middle_place : codec.scale.place(column.numbers[i]));
                if (codec.category != none)
                    state[row * columns + category] = missing;
            }
        }
    }
    for (std::int64_t row = 0; row < n; ++row) {
        state[row * columns + static_cast<std::int64_t>(layout_.group)] = rows.group[static_cast<std::size_t>(row)];
        state[row * columns + static_cast<std::int64_t>(layout_.target)] = rows.target[static_cast<std::size_t>(row)];
    }
    return out;
}

void TabFairGanColumns::decode_numbers(const Codec &codec, const float *rows, const std::vector<std::vector<std::int32_t>> &states, Column &out) const
{
    const std::int64_t width = layout_.width();
    for (std::size_t i = 0; i < out.numbers.size(); ++i) {
        const bool missing = codec.scale.empty() || (codec.category != none && states[codec.category][i] == 1);
        const float *row = rows + static_cast<std::int64_t>(i) * width;
        out.numbers[i] = missing ? std::numeric_limits<double>::quiet_NaN()
                                 : on_grid(codec.scale.number(static_cast<double>(row[codec.number])), codec.prototype, codec.scale);
    }
}

Table TabFairGanColumns::decode(const torch::Tensor &rows) const
{
    const torch::Tensor whole = rows.contiguous();
    const float *values = whole.data_ptr<float>();
    const std::size_t n = static_cast<std::size_t>(whole.size(0));
    const std::int64_t width = layout_.width();
    std::vector<std::vector<std::int32_t>> states(layout_.categories.columns(), std::vector<std::int32_t>(n));
    for (std::size_t c = 0; c < states.size(); ++c)
        for (std::size_t i = 0; i < n; ++i) {
            const float *begin = values + static_cast<std::int64_t>(i) * width + layout_.begin(c);
            states[c][i] = static_cast<std::int32_t>(std::max_element(begin, begin + layout_.states(c)) - begin);
        }
    Table table;
    table.name = "synthetic";
    for (const Codec &codec : codecs_) {
        Column &out = table.columns.emplace_back(codec.prototype);
        if (out.type == ColumnType::number) {
            out.numbers.resize(n);
            decode_numbers(codec, values, states, out);
            continue;
        }
        out.codes.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            out.codes[i] = codec.code_of_state[static_cast<std::size_t>(states[codec.category][i])];
    }
    return table;
}

} // namespace fairloom
