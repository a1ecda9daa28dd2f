#include "core/model/row_decoder.h"

#include "core/base/parallel.h"
#include "core/data/pictures/picture_column.h"
#include "core/model/fast_exp.h"
#include "core/model/pictures/decoded_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr std::int64_t decoded_block_rows = 8192;

/// Draws one state from softmax(logits * sharpness), by inversion.
std::int32_t draw_state(const float *logits, std::int32_t count, float sharpness, double uniform, std::vector<float> &scratch)
{
    const float largest = *std::max_element(logits, logits + count);
    float total = 0;
    for (std::int32_t k = 0; k < count; ++k)
        total += scratch[static_cast<std::size_t>(k)] = fast_exp((logits[k] - largest) * sharpness);
    float left = static_cast<float>(uniform) * total;
    for (std::int32_t k = 0; k + 1 < count; ++k) {
        left -= scratch[static_cast<std::size_t>(k)];
        if (left < 0)
            return k;
    }
    return count - 1;
}

} // namespace

Tensor label_probabilities(const FairModel &model, const Tensor &z, double temperature, double shift, int threads)
{
    const torch::NoGradGuard no_gradient;
    Tensor logits = model.head->forward(z.contiguous(), threads) / temperature;
    logits.select(1, model.schema.positive) += shift;
    return torch::softmax(logits, 1);
}

RowDecoder::RowDecoder(const FairModel &model, DecodeRequest request)
    : model_(model), request_(std::move(request)),
      group_shares_(request_.group_shares.empty() ? model.schema.group_shares : request_.group_shares),
      state_seed_(derive_seed(request_.seed, "states")), group_random_(request_.seed, "groups"), label_random_(request_.seed, "labels")
{
    for (std::size_t c = 0; c < model.shape.layout->columns(); ++c)
        value_random_.emplace_back(request_.seed, "values of column " + std::to_string(c));
}

std::vector<std::int32_t> RowDecoder::draw_groups(std::size_t n)
{
    const double total = std::accumulate(group_shares_.begin(), group_shares_.end(), 0.0);
    std::vector<std::int32_t> groups(n);
    for (std::int32_t &group : groups) {
        double left = group_random_.uniform() * total;
        std::size_t s = 0;
        while (s + 1 < group_shares_.size() && (left -= group_shares_[s]) >= 0)
            ++s;
        group = static_cast<std::int32_t>(s);
    }
    return groups;
}

/// y~ per row from n x K probabilities; with `positive_share` exactly that share is positive: the rows whose log odds plus
/// logistic noise are largest, which is a draw from the head's distribution tilted to the wanted balance.
std::vector<std::int32_t> RowDecoder::draw_targets(const Tensor &probabilities)
{
    const std::int32_t positive = model_.schema.positive;
    const std::optional<double> positive_share = request_.positive_share;
    Random &random = label_random_;
    const std::int64_t n = probabilities.size(0), count = probabilities.size(1);
    const float *p = probabilities.data_ptr<float>();
    std::vector<std::int32_t> targets(static_cast<std::size_t>(n));
    const auto draw = [&](std::int64_t i, bool without_positive) {
        double total = 0;
        for (std::int64_t k = 0; k < count; ++k)
            total += without_positive && k == positive ? 0.0 : static_cast<double>(p[i * count + k]);
        double left = random.uniform() * total;
        std::int32_t last = 0;
        for (std::int32_t k = 0; k < count; ++k) {
            if (without_positive && k == positive)
                continue;
            last = k;
            left -= static_cast<double>(p[i * count + k]);
            if (left < 0)
                break;
        }
        return last;
    };
    if (!positive_share) {
        for (std::int64_t i = 0; i < n; ++i)
            targets[static_cast<std::size_t>(i)] = draw(i, false);
        return targets;
    }
    std::vector<std::pair<double, std::int64_t>> order(static_cast<std::size_t>(n));
    for (std::int64_t i = 0; i < n; ++i) {
        const double share = std::clamp(static_cast<double>(p[i * count + positive]), 1e-9, 1 - 1e-9);
        const double u = std::clamp(random.uniform(), 1e-12, 1 - 1e-12);
        order[static_cast<std::size_t>(i)] = {-(std::log(share / (1 - share)) + std::log(u / (1 - u))), i};
    }
    std::sort(order.begin(), order.end());
    const std::size_t positives = static_cast<std::size_t>(std::llround(*positive_share * static_cast<double>(n)));
    for (std::size_t r = 0; r < order.size(); ++r)
        targets[static_cast<std::size_t>(order[r].second)] = r < positives ? positive : draw(order[r].second, true);
    return targets;
}

/// "000001.png" and on, for the rows of a part.
std::vector<std::string> RowDecoder::picture_names(std::size_t rows) const
{
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= rows; ++i)
        names.push_back(fmt::format("{:06}.png", done_ + i));
    return names;
}

Column RowDecoder::fixed_column(const std::string &name, const std::vector<std::int32_t> &groups,
                                const std::vector<std::int32_t> &targets) const
{
    const ModelSchema &schema = model_.schema;
    Column column = *std::find_if(schema.fixed_columns.begin(), schema.fixed_columns.end(), [&](const Column &c) { return c.name == name; });
    if (column.role == Role::target) {
        column.codes = targets;
        return column;
    }
    std::vector<std::int32_t> code_of_group(schema.groups.size(), 0);
    for (std::size_t g = 0; g < schema.groups.size(); ++g)
        for (const auto &[key, value] : schema.groups[g].values)
            if (key == name)
                code_of_group[g] = static_cast<std::int32_t>(std::find(column.categories.begin(), column.categories.end(), value) -
                                                             column.categories.begin());
    column.codes.resize(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i)
        column.codes[i] = code_of_group[static_cast<std::size_t>(groups[i])];
    return column;
}

Table RowDecoder::next(const Tensor &z, Progress &progress, const std::stop_token &stop)
{
    const torch::NoGradGuard no_gradient;
    const ModelSchema &schema = model_.schema;
    const SegmentLayout &layout = *model_.shape.layout;
    const std::size_t n = static_cast<std::size_t>(z.size(0)), columns = layout.columns();
    const auto given = [&](const std::vector<std::int32_t> &all) { // those of this part
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(done_);
        return std::vector<std::int32_t>(from, from + static_cast<std::ptrdiff_t>(n));
    };
    const std::vector<std::int32_t> groups = request_.groups ? given(*request_.groups) : draw_groups(n);

    std::vector<std::vector<std::int32_t>> states(columns, std::vector<std::int32_t>(n));
    Tensor probabilities = torch::empty({static_cast<std::int64_t>(n), model_.shape.targets});
    auto pictures = std::make_shared<PictureSet>();
    if (schema.picture) {
        pictures->width = pictures->height = schema.picture->size;
        pictures->bytes.reserve(n * pictures->picture_bytes());
    }
    const float sharpness = static_cast<float>(1 / request_.temperature);
    std::int32_t widest = 1;
    for (std::size_t c = 0; c < columns; ++c)
        widest = std::max(widest, layout.offset[c + 1] - layout.offset[c]);
    for (std::int64_t begin = 0; begin < static_cast<std::int64_t>(n); begin += decoded_block_rows) {
        throw_if_stopped(stop);
        progress.report(FAIRLOOM_TEXT("Generating rows"), static_cast<double>(begin) / static_cast<double>(n));
        const std::int64_t end = std::min<std::int64_t>(static_cast<std::int64_t>(n), begin + decoded_block_rows);
        const Tensor part = z.slice(0, begin, end).contiguous();
        const Tensor group = torch::from_blob(const_cast<std::int32_t *>(groups.data() + begin), {end - begin}, torch::kInt);
        const DecodedFeatures decoded = model_.decoder->decode(part, group, request_.threads);
        if (decoded.pixels.defined())
            append_pictures(*pictures, decoded.pixels);
        probabilities.slice(0, begin, end)
            .copy_(label_probabilities(model_, part, request_.label_temperature, request_.label_shift, request_.threads));
        const float *x = decoded.logits.data_ptr<float>();
        // One stream a row, so that the rows do not depend on how they are shared among threads.
        parallel_for(static_cast<std::size_t>(end - begin), request_.threads, [&](std::size_t first, std::size_t last, int) {
            std::vector<float> scratch(static_cast<std::size_t>(widest));
            for (std::size_t i = first; i < last; ++i) {
                const std::size_t row = static_cast<std::size_t>(begin) + i;
                Random random(state_seed_ + done_ + row);
                for (std::size_t c = 0; c < columns; ++c)
                    states[c][row] = draw_state(x + i * static_cast<std::size_t>(layout.total()) + layout.offset[c],
                                                layout.offset[c + 1] - layout.offset[c], sharpness, random.uniform(), scratch);
            }
        });
    }
    const std::vector<std::int32_t> targets = request_.targets ? given(*request_.targets) : draw_targets(probabilities);

    std::vector<Column> features(columns);
    parallel_for(columns, request_.threads, [&](std::size_t first, std::size_t last, int) {
        for (std::size_t c = first; c < last; ++c)
            features[c] = schema.encoder.decode(c, states[c], value_random_[c]);
    });
    throw_if_stopped(stop);
    if (schema.picture)
        features.push_back(picture_column(schema.picture->name, picture_names(n), std::move(pictures)));
    done_ += n;

    Table table;
    table.name = "synthetic";
    for (const std::string &name : schema.column_order) {
        const auto feature = std::find_if(features.begin(), features.end(), [&](const Column &c) { return c.name == name; });
        table.columns.push_back(feature != features.end() ? std::move(*feature) : fixed_column(name, groups, targets));
    }
    progress.report(FAIRLOOM_TEXT("Generating rows"), 1.0);
    return table;
}

Table decode_rows(const FairModel &model, const Tensor &z, const DecodeRequest &request, Progress &progress, std::stop_token stop)
{
    return RowDecoder(model, request).next(z, progress, stop);
}

} // namespace fairloom
