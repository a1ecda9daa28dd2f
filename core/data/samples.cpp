#include "core/data/samples.h"

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/base/sha256.h"
#include "core/data/csv_writer.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/picture_set.h"
#include "core/data/sample_models.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace fairloom {

double sigmoid(double x)
{
    return 1 / (1 + std::exp(-x));
}

int draw_index(Random &random, const std::vector<double> &probabilities)
{
    double left = random.uniform();
    for (std::size_t i = 0; i + 1 < probabilities.size(); ++i) {
        left -= probabilities[i];
        if (left < 0)
            return static_cast<int>(i);
    }
    return static_cast<int>(probabilities.size()) - 1;
}

double on_grid(double value, int decimals, double low, double high)
{
    const double scale = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
    return std::round(std::clamp(value, low, high) * scale) / scale;
}

Column category_column(std::string name, std::vector<std::string> categories, Role role)
{
    Column column;
    column.name = std::move(name);
    column.role = role;
    column.categories = std::move(categories);
    return column;
}

Column number_column(std::string name, int decimals)
{
    Column column;
    column.name = std::move(name);
    column.type = ColumnType::number;
    column.decimals = decimals;
    return column;
}

SampleGraph graph_of(std::vector<SampleGraph::Node> nodes, std::initializer_list<NamedEdge> edges, const char *sensitive, const char *target)
{
    SampleGraph out;
    out.nodes = std::move(nodes);
    const auto place = [&](const char *name) {
        return static_cast<std::size_t>(std::find_if(out.nodes.begin(), out.nodes.end(), [&](const SampleGraph::Node &node) { return node.name == name; })
                                        - out.nodes.begin());
    };
    for (const NamedEdge &edge : edges)
        out.edges.push_back({place(edge.from), place(edge.to), edge.biased});
    out.sensitive = place(sensitive);
    out.target = place(target);
    return out;
}

namespace {

const SampleModel &sample_model(const std::string &name)
{
    if (const SampleModel *model = find_sample_model(name))
        return *model;
    std::vector<std::string> names;
    for (const SampleInfo &info : builtin_samples())
        names.push_back(info.name);
    throw InputError(Message(FAIRLOOM_TEXT("There is no built-in sample named \"%1\""), {name}), "",
                     Message(FAIRLOOM_TEXT("The samples are %1"), {join_names(names)}));
}

Table draw_table(const SampleModel &model, const std::string &name, std::size_t rows, std::uint64_t seed, const std::string &purpose, double bias)
{
    Random random(seed, purpose);
    Table table;
    table.name = name;
    table.columns = model.columns();
    std::vector<double> row;
    for (std::size_t i = 0; i < rows; ++i) {
        model.draw(random, -1, bias, row);
        for (std::size_t c = 0; c < row.size(); ++c) {
            Column &column = table.columns[c];
            if (column.type == ColumnType::number)
                column.numbers.push_back(row[c]);
            else
                column.codes.push_back(static_cast<std::int32_t>(row[c]));
        }
    }
    model.add_pictures(table, Random(derive_seed(seed, purpose), "pictures"));
    return table;
}

} // namespace

const SampleModel *find_sample_model(const std::string &name)
{
    for (const SampleModel *model : {&hiring_model(), &lending_model(), &shapes_model()})
        if (model->info().name == name)
            return model;
    return nullptr;
}

std::vector<SampleInfo> builtin_samples()
{
    return {hiring_model().info(), lending_model().info(), shapes_model().info()};
}

Dataset make_sample(const std::string &name, std::uint64_t seed, double bias, std::size_t rows)
{
    const SampleModel &model = sample_model(name);
    const SampleInfo info = model.info();
    Dataset data;
    data.name = "sample:" + name;
    data.source = data.name;
    data.test_source = data.name;
    data.table = draw_table(model, data.name, rows > 0 ? rows : info.rows, seed, name + " training rows", bias);
    data.test = draw_table(model, data.name + " (test)", info.test_rows, seed, name + " test rows", bias);
    data.counterparts = model.counterparts();
    data.suggested_sensitive = info.sensitive;
    data.suggested_target = info.target;
    data.suggested_positive = info.positive;

    Sha256 hash;
    for (const Table *table : {&data.table, &*data.test}) {
        std::ostringstream text;
        write_csv(*table, text);
        hash.update(text.str());
        for (const Column &column : table->columns)
            if (column.pictures)
                hash.update({reinterpret_cast<const char *>(column.pictures->bytes.data()), column.pictures->bytes.size()});
    }
    data.sha256 = hash.finish();

    data.notes.push_back(info.story);
    std::size_t missing = 0;
    std::vector<std::string> where;
    for (std::size_t c = 0; c < data.table.columns.size(); ++c) {
        const std::size_t here = data.table.columns[c].missing_count() + data.test->columns[c].missing_count();
        missing += here;
        if (here > 0)
            where.push_back(data.table.columns[c].name);
    }
    if (missing > 0)
        data.notes.emplace_back(FAIRLOOM_TEXT("%1 values are missing, in %2"), std::vector{count_text(missing), join_names(where)});
    return data;
}

SampleGraph sample_graph(const std::string &name)
{
    return sample_model(name).graph();
}

std::vector<std::pair<std::string, double>> sample_truth(const std::string &name, double bias, const std::stop_token &stop)
{
    constexpr int draws = 1000000;
    const SampleModel &model = sample_model(name);
    std::vector<std::pair<std::string, double>> truth;
    std::vector<double> row;
    for (const std::string &group : model.groups()) {
        Random random(1, name + " truth"); // the same people in every group
        int positive = 0;
        for (int i = 0; i < draws; ++i) {
            if (i % 10000 == 0)
                throw_if_stopped(stop);
            positive += model.draw(random, static_cast<int>(truth.size()), bias, row);
        }
        truth.emplace_back(group, static_cast<double>(positive) / draws);
    }
    return truth;
}

} // namespace fairloom
