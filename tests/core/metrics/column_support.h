#pragma once

#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "real_data.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <string>

namespace fairloom::test {

using Codes = std::vector<std::int32_t>;

inline Codes random_codes(std::size_t n, int count, std::uint64_t seed)
{
    Random random(seed);
    Codes out(n);
    for (std::int32_t &c : out)
        c = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(count)));
    return out;
}

inline Column numbers(const std::string &name, std::vector<double> values, int decimals = 0)
{
    Column c;
    c.name = name;
    c.type = ColumnType::number;
    c.numbers = std::move(values);
    c.decimals = decimals;
    return c;
}

inline Column random_numbers(const std::string &name, std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    std::vector<double> values(n);
    for (double &v : values)
        v = random.normal();
    return numbers(name, std::move(values), 6);
}

inline Column categories(const std::string &name, std::vector<std::string> spelling, Codes codes)
{
    Column c;
    c.name = name;
    c.categories = std::move(spelling);
    c.codes = std::move(codes);
    return c;
}

/// Categories "0", "1", ...
inline Column coded(const std::string &name, int count, Codes codes)
{
    std::vector<std::string> spelling;
    for (int i = 0; i < count; ++i)
        spelling.push_back(std::to_string(i));
    return categories(name, std::move(spelling), std::move(codes));
}

/// A problem that has training rows alone; all columns are features.
inline Problem problem_of(Table table, Codes group, std::vector<std::uint8_t> label)
{
    Problem out;
    out.task.target = "outcome";
    std::int32_t groups = 0;
    for (const std::int32_t g : group)
        groups = std::max(groups, g + 1);
    for (std::int32_t g = 0; g < groups; ++g)
        out.groups.push_back({std::to_string(g), {{"group", std::to_string(g)}}});
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        out.features.push_back(c);
    out.generated = out.features;
    out.train.table = std::move(table);
    out.train.group = std::move(group);
    out.train.label = std::move(label);
    return out;
}

/// Asks for a stop as soon as the given stage is under way.
class StopAt final : public Progress {
public:
    explicit StopAt(std::string stage) : stage_(std::move(stage)) {}
    void report(const Message &stage, double) override
    {
        if (stage.text == stage_ && source.request_stop())
            asked_ = std::chrono::steady_clock::now();
    }
    double seconds_since() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - asked_).count(); }
    std::stop_source source;

private:
    std::chrono::steady_clock::time_point asked_;
    std::string stage_;
};

inline Dataset open_real(const std::filesystem::path &file, const std::string &recipe, const std::filesystem::path &test = {})
{
    NoProgress progress;
    DatasetOptions options;
    options.recipe = recipe;
    options.test = test;
    return *open_dataset(file.string(), options, progress, {});
}

inline Problem suggested_problem(const Dataset &data)
{
    return make_problem(data, {data.suggested_sensitive, data.suggested_target, data.suggested_positive}, 1);
}

} // namespace fairloom::test
