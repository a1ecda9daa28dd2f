#include "core/model/generator.h"

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/model/fast_exp.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr std::int64_t block_rows = 8192;

torch::Generator torch_generator(std::uint64_t seed, std::string_view purpose)
{
    return at::detail::createCPUGenerator(derive_seed(seed, purpose));
}

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

std::vector<std::int32_t> draw_groups(const std::vector<double> &shares, std::size_t n, std::uint64_t seed)
{
    Random random(seed, "groups");
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<std::int32_t> groups(n);
    for (std::int32_t &group : groups) {
        double left = random.uniform() * total;
        std::size_t s = 0;
        while (s + 1 < shares.size() && (left -= shares[s]) >= 0)
            ++s;
        group = static_cast<std::int32_t>(s);
    }
    return groups;
}

/// y~ per row from n x K probabilities; with `positive_share` exactly that share is positive: the rows whose log odds plus
/// logistic noise are largest, which is a draw from the head's distribution tilted to the wanted balance.
std::vector<std::int32_t> draw_targets(const Tensor &probabilities, std::int32_t positive, std::optional<double> positive_share,
                                       std::uint64_t seed)
{
    Random random(seed, "labels");
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

std::vector<std::size_t> choose_rows(std::size_t available, std::size_t n, Random &random)
{
    std::vector<std::size_t> rows(n);
    if (n == available) {
        std::iota(rows.begin(), rows.end(), std::size_t(0));
        random.shuffle(rows);
    } else {
        for (std::size_t &row : rows)
            row = random.below(available);
    }
    return rows;
}

} // namespace

LatentDraw draw_from_posterior(const FairModel &model, EncoderNet &encoder, const EncodedRows &rows, std::size_t n,
                               std::uint64_t seed, int threads)
{
    const torch::NoGradGuard no_gradient;
    Random random(seed, "posterior rows");
    LatentDraw draw;
    draw.source_row = choose_rows(static_cast<std::size_t>(rows.rows()), n, random);
    Tensor chosen = torch::empty({static_cast<std::int64_t>(n)}, torch::kLong);
    std::copy(draw.source_row.begin(), draw.source_row.end(), chosen.data_ptr<std::int64_t>());
    const Posterior posterior = model.posterior(encoder, rows.indices, threads);
    const Tensor noise = torch::randn({static_cast<std::int64_t>(n), model.shape.latent}, torch_generator(seed, "posterior noise"));
    draw.z = draw_latent({posterior.mean.index_select(0, chosen), posterior.logvar.index_select(0, chosen)}, noise);
    return draw;
}

LatentDraw draw_from_mixture(const FairModel &model, std::size_t n, std::uint64_t seed)
{
    return {model.mixture.sample(static_cast<std::int64_t>(n), torch_generator(seed, "mixture")), {}};
}

LatentDraw draw_from_prior(const FairModel &model, std::size_t n, std::uint64_t seed)
{
    return {torch::randn({static_cast<std::int64_t>(n), model.shape.latent}, torch_generator(seed, "prior")), {}};
}

LatentDraw draw_from_bank(const FairModel &model, std::size_t n, std::uint64_t seed)
{
    Random random(seed, "bank rows");
    const std::vector<std::size_t> rows = choose_rows(static_cast<std::size_t>(model.bank.size(0)), n, random);
    Tensor chosen = torch::empty({static_cast<std::int64_t>(n)}, torch::kLong);
    std::copy(rows.begin(), rows.end(), chosen.data_ptr<std::int64_t>());
    return {model.bank.index_select(0, chosen), {}};
}

Table decode_rows(const FairModel &model, const Tensor &z, const DecodeRequest &request, Progress &progress, std::stop_token stop)
{
    const torch::NoGradGuard no_gradient;
    const ModelSchema &schema = model.schema;
    const SegmentLayout &layout = *model.shape.layout;
    const std::size_t n = static_cast<std::size_t>(z.size(0)), columns = layout.columns();
    const std::vector<std::int32_t> groups =
        request.groups ? *request.groups
                       : draw_groups(request.group_shares.empty() ? schema.group_shares : request.group_shares, n, request.seed);

    std::vector<std::vector<std::int32_t>> states(columns, std::vector<std::int32_t>(n));
    Tensor probabilities = torch::empty({static_cast<std::int64_t>(n), model.shape.targets});
    const float sharpness = static_cast<float>(1 / request.temperature);
    std::int32_t widest = 1;
    for (std::size_t c = 0; c < columns; ++c)
        widest = std::max(widest, layout.offset[c + 1] - layout.offset[c]);
    for (std::int64_t begin = 0; begin < static_cast<std::int64_t>(n); begin += block_rows) {
        throw_if_stopped(stop);
        progress.report(FAIRLOOM_TEXT("Generating rows"), static_cast<double>(begin) / static_cast<double>(n));
        const std::int64_t end = std::min<std::int64_t>(static_cast<std::int64_t>(n), begin + block_rows);
        const Tensor part = z.slice(0, begin, end).contiguous();
        const Tensor group = torch::from_blob(const_cast<std::int32_t *>(groups.data() + begin), {end - begin, 1}, torch::kInt);
        const Tensor logits = model.decoder->forward(part, group, request.threads);
        Tensor label = model.head->forward(part, request.threads) / request.label_temperature;
        label.select(1, schema.positive) += request.label_shift;
        probabilities.slice(0, begin, end).copy_(torch::softmax(label, 1));
        const float *x = logits.data_ptr<float>();
        // One stream a row, so that the rows do not depend on how they are shared among threads.
        parallel_for(static_cast<std::size_t>(end - begin), request.threads, [&](std::size_t first, std::size_t last, int) {
            std::vector<float> scratch(static_cast<std::size_t>(widest));
            for (std::size_t i = first; i < last; ++i) {
                const std::size_t row = static_cast<std::size_t>(begin) + i;
                Random random(derive_seed(request.seed, "states") + row);
                for (std::size_t c = 0; c < columns; ++c)
                    states[c][row] = draw_state(x + i * static_cast<std::size_t>(layout.total()) + layout.offset[c],
                                                layout.offset[c + 1] - layout.offset[c], sharpness, random.uniform(), scratch);
            }
        });
    }
    const std::vector<std::int32_t> targets = draw_targets(probabilities, schema.positive, request.positive_share, request.seed);

    std::vector<Column> features(columns);
    parallel_for(columns, request.threads, [&](std::size_t first, std::size_t last, int) {
        for (std::size_t c = first; c < last; ++c) {
            Random random(request.seed, "values of column " + std::to_string(c));
            features[c] = schema.encoder.decode(c, states[c], random);
        }
    });
    throw_if_stopped(stop);

    Table table;
    table.name = "synthetic";
    for (const std::string &name : schema.column_order) {
        const auto feature = std::find_if(features.begin(), features.end(), [&](const Column &c) { return c.name == name; });
        if (feature != features.end()) {
            table.columns.push_back(std::move(*feature));
            continue;
        }
        Column column = *std::find_if(schema.fixed_columns.begin(), schema.fixed_columns.end(),
                                      [&](const Column &c) { return c.name == name; });
        column.codes.resize(n);
        if (column.role == Role::target) {
            column.codes = targets;
        } else {
            std::vector<std::int32_t> code_of_group(schema.groups.size(), 0);
            for (std::size_t g = 0; g < schema.groups.size(); ++g)
                for (const auto &[key, value] : schema.groups[g].values)
                    if (key == name)
                        code_of_group[g] = static_cast<std::int32_t>(
                            std::find(column.categories.begin(), column.categories.end(), value) - column.categories.begin());
            for (std::size_t i = 0; i < n; ++i)
                column.codes[i] = code_of_group[static_cast<std::size_t>(groups[i])];
        }
        table.columns.push_back(std::move(column));
    }
    progress.report(FAIRLOOM_TEXT("Generating rows"), 1.0);
    return table;
}

} // namespace fairloom
