#include "core/rivals/decaf_states.h"

#include "core/base/normal_quantile.h"

namespace fairloom {

namespace {

/// Normal scores of `count` states from their shares, which are in order.
void write_scores(const float *shares, std::int64_t count, float *to, std::int64_t stride)
{
    double total = 0, below = 0;
    for (std::int64_t k = 0; k < count; ++k)
        total += static_cast<double>(shares[k]);
    for (std::int64_t k = 0; k < count; ++k) {
        const double share = static_cast<double>(shares[k]) / total;
        if (share > 0)
            to[k * stride] = static_cast<float>(normal_quantile(below + share / 2));
        below += share;
    }
}

} // namespace

StateSpace StateSpace::of(const TableEncoder &encoder, const Table &train)
{
    StateSpace out;
    auto layout = std::make_shared<SegmentLayout>();
    for (std::size_t c = 0; c < encoder.columns(); ++c)
        layout->add(encoder.states(c));
    out.layout = layout;

    const std::vector<std::int32_t> encoded = encoder.encode(train);
    const std::size_t columns = encoder.columns();
    out.rows = torch::empty({static_cast<std::int64_t>(train.rows()), static_cast<std::int64_t>(columns)}, torch::kInt);
    std::int32_t *const to = out.rows.data_ptr<std::int32_t>();
    for (std::size_t i = 0; i < encoded.size(); ++i)
        to[i] = layout->offset[i % columns] + encoded[i];
    out.shares = torch::bincount(out.rows.flatten(), {}, out.states()).to(torch::kFloat) / static_cast<double>(train.rows());

    std::vector<std::size_t> numbers;
    for (std::size_t c = 0; c < columns; ++c)
        if (train.columns[encoder.source_columns()[c]].type == ColumnType::number)
            numbers.push_back(c);
    const std::int64_t width = static_cast<std::int64_t>(numbers.size());
    out.scores = torch::zeros({out.states(), width});
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t c = numbers[i];
        const bool missing = train.columns[encoder.source_columns()[c]].missing_count() > 0; // the last state
        const std::int64_t first = layout->offset[c], count = out.width(c) - (missing ? 1 : 0);
        write_scores(out.shares.data_ptr<float>() + first, count, out.scores.data_ptr<float>() + first * width + static_cast<std::int64_t>(i), width);
    }
    return out;
}

} // namespace fairloom
