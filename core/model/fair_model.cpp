#include "core/model/fair_model.h"

#include "core/base/error.h"
#include "core/model/pictures/picture_networks.h"

#include <algorithm>

namespace fairloom {

ModelSchema ModelSchema::from(const Problem &problem, const std::string &recipe_name, const TableEncoder &table_encoder)
{
    ModelSchema schema;
    schema.recipe = recipe_name;
    schema.task = problem.task;
    schema.groups = problem.groups;
    schema.target_values = problem.target_values;
    schema.positive = problem.positive;
    schema.encoder = table_encoder;
    schema.training_rows = problem.train.rows();
    const double weight = 1.0 / static_cast<double>(std::max<std::size_t>(1, problem.train.rows()));
    schema.group_shares.assign(problem.groups.size(), 0.0);
    for (const std::int32_t s : problem.train.group)
        schema.group_shares[static_cast<std::size_t>(s)] += weight;
    schema.target_shares.assign(problem.target_values.size(), 0.0);
    for (const std::int32_t y : problem.train.target)
        schema.target_shares[static_cast<std::size_t>(y)] += weight;
    for (const std::size_t index : problem.generated) {
        const Column &column = problem.train.table.columns[index];
        schema.column_order.push_back(column.name);
        if (column.pictures && column.role == Role::feature) {
            if (column.pictures->width != column.pictures->height || !PictureLayout::fits(column.pictures->width))
                throw InputError(Message(FAIRLOOM_TEXT("Pictures of %1 x %2 pixels cannot be learned"),
                                         {std::to_string(column.pictures->width), std::to_string(column.pictures->height)}),
                                 column.name, FAIRLOOM_TEXT("Read them at 28, 32, 48 or 64 pixels"));
            schema.picture = PictureColumn{column.name, column.pictures->width};
        }
        if (column.role == Role::sensitive || column.role == Role::target) {
            Column prototype = column;
            prototype.codes.clear();
            prototype.numbers.clear();
            schema.fixed_columns.push_back(std::move(prototype));
        }
    }
    return schema;
}

bool ModelSchema::same_encoding(const ModelSchema &other) const
{
    const auto names = [](const ModelSchema &schema) {
        std::vector<std::string> out;
        for (const Group &group : schema.groups)
            out.push_back(group.name);
        return out;
    };
    return names(*this) == names(other) && target_values == other.target_values && training_rows == other.training_rows &&
           picture == other.picture && encoder.to_json() == other.encoder.to_json();
}

FairModel::FairModel(ModelSchema schema_, int latent) : schema(std::move(schema_))
{
    auto layout = std::make_shared<SegmentLayout>();
    for (std::size_t c = 0; c < schema.encoder.columns(); ++c)
        layout->add(schema.encoder.states(c));
    shape.layout = layout;
    shape.groups = static_cast<int>(schema.groups.size());
    shape.targets = static_cast<int>(schema.target_values.size());
    shape.latent = latent;
    shape.picture_size = schema.picture ? schema.picture->size : 0;
}

std::int64_t FairModel::student_parameters() const
{
    return student ? parameter_count(*student) : generator ? parameter_count(*generator) : 0;
}

EncodedRows FairModel::encode(const LabelledTable &rows) const
{
    return encode(rows.table, rows.group, rows.target);
}

EncodedRows FairModel::encode_training_rows(const Problem &problem) const
{
    const auto mapping = [](const std::vector<std::string> &from, const std::vector<std::string> &to, const std::string &where) {
        std::vector<std::int32_t> codes;
        for (const std::string &name : from) {
            const auto found = std::find(to.begin(), to.end(), name);
            if (found == to.end())
                throw InputError(Message(FAIRLOOM_TEXT("The model has not seen the value “%1”"), {name}), where,
                                 FAIRLOOM_TEXT("Give the data that the model was trained on"));
            codes.push_back(static_cast<std::int32_t>(found - to.begin()));
        }
        return codes;
    };
    const auto names = [](const std::vector<Group> &groups) {
        std::vector<std::string> out;
        for (const Group &group : groups)
            out.push_back(group.name);
        return out;
    };
    const auto renamed = [](const std::vector<std::int32_t> &codes, const std::vector<std::int32_t> &map) {
        std::vector<std::int32_t> out;
        for (const std::int32_t code : codes)
            out.push_back(map[static_cast<std::size_t>(code)]);
        return out;
    };
    std::string sensitive;
    for (const std::string &column : schema.task.sensitive)
        sensitive += (sensitive.empty() ? "" : ", ") + column;
    return encode(problem.train.table, renamed(problem.train.group, mapping(names(problem.groups), names(schema.groups), sensitive)),
                  renamed(problem.train.target, mapping(problem.target_values, schema.target_values, schema.task.target)));
}

EncodedRows FairModel::encode(const Table &table, const std::vector<std::int32_t> &group, const std::vector<std::int32_t> &target) const
{
    const std::vector<std::int32_t> states = schema.encoder.encode(table);
    const std::size_t n = group.size(), columns = schema.encoder.columns();
    EncodedRows out;
    const auto options = torch::TensorOptions().dtype(torch::kInt);
    out.states = torch::empty({static_cast<std::int64_t>(n), static_cast<std::int64_t>(columns)}, options);
    out.indices = torch::empty({static_cast<std::int64_t>(n), static_cast<std::int64_t>(columns + 2)}, options);
    out.group = torch::empty({static_cast<std::int64_t>(n)}, options);
    out.target = torch::empty({static_cast<std::int64_t>(n)}, options);
    std::copy(states.begin(), states.end(), out.states.data_ptr<std::int32_t>());
    std::copy(group.begin(), group.end(), out.group.data_ptr<std::int32_t>());
    std::copy(target.begin(), target.end(), out.target.data_ptr<std::int32_t>());
    std::int32_t *index = out.indices.data_ptr<std::int32_t>();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t c = 0; c < columns; ++c) {
            const std::int32_t state = states[i * columns + c];
            *index++ = state < 0 ? -1 : shape.layout->offset[c] + state;
        }
        *index++ = shape.group_state(group[i]);
        *index++ = shape.target_state(target[i]);
    }
    if (schema.picture) {
        const Column &column = table.columns[table.index_of(schema.picture->name)];
        if (!column.pictures || column.pictures->width != schema.picture->size || column.pictures->height != schema.picture->size)
            throw InputError(Message(FAIRLOOM_TEXT("The model was trained on pictures of %1 x %1 pixels"), {std::to_string(schema.picture->size)}),
                             column.name, FAIRLOOM_TEXT("Read the pictures at that size"));
        out.pixels = PixelRows::of(column.pictures, column.codes);
    }
    return out;
}

EncoderInput FairModel::mask_labels(const EncoderInput &input) const
{
    EncoderInput masked{input.indices.clone(), input.pixels};
    masked.indices.select(1, masked.indices.size(1) - 1).fill_(shape.unknown_target_state());
    return masked;
}

void FairModel::hide_labels(EncoderInput &input, std::span<const std::uint8_t> marked) const
{
    const std::int64_t width = input.indices.size(1);
    std::int32_t *label = input.indices.data_ptr<std::int32_t>() + width - 1;
    for (const std::uint8_t hide : marked) {
        if (hide)
            *label = shape.unknown_target_state();
        label += width;
    }
}

torch::Tensor FairModel::latent_means(EncoderNet &net, const EncoderInput &input, int threads) const
{
    return posterior(net, mask_labels(input), threads).mean;
}

Posterior FairModel::posterior(EncoderNet &net, const EncoderInput &input, int threads) const
{
    const torch::NoGradGuard no_gradient;
    constexpr std::int64_t block = 8192;
    const std::int64_t n = input.rows();
    Posterior all{torch::empty({n, shape.latent}), torch::empty({n, shape.latent})};
    for (std::int64_t begin = 0; begin < n; begin += block) {
        const std::int64_t end = std::min(n, begin + block);
        const Posterior part = net.forward(input.slice(begin, end), threads);
        all.mean.slice(0, begin, end).copy_(part.mean);
        all.logvar.slice(0, begin, end).copy_(part.logvar);
    }
    return all;
}

} // namespace fairloom
