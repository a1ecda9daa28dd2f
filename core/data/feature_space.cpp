#include "core/data/feature_space.h"

#include "core/base/error.h"
#include "core/data/column_mapping.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fairloom {

namespace {

/// Inverse of the standard normal distribution function: Newton's method on erfc from the rational approximation 26.2.23 of
/// Abramowitz and Stegun. 0 < p < 1.
double normal_quantile(double p)
{
    if (p > 0.5)
        return -normal_quantile(1 - p);
    const double t = std::sqrt(-2 * std::log(p));
    double x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
    for (int i = 0; i < 4; ++i) {
        const double error = 0.5 * std::erfc(-x / std::numbers::sqrt2) - p;
        const double density = std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi);
        x -= error / density;
    }
    return x;
}

/// Classifiers refuse infinity: what a float cannot hold becomes the largest that it can.
float to_float(double value)
{
    constexpr double limit = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(value, -limit, limit));
}

/// The column that a part stands for. Tables of generated columns only have other indices than full ones.
const Column &source_column(const Table &table, const std::string &name, ColumnType type)
{
    const Column &column = table.columns[table.index_of(name)];
    if (column.type != type)
        throw InputError(Message(FAIRLOOM_TEXT("Column %1 is not of the type that it has in the training rows"), {name}), table.name,
                         FAIRLOOM_TEXT("Map the table to the training rows first"));
    return column;
}

void write_one_hot(const Column &column, const std::vector<std::string> &categories, std::size_t offset, Matrix &out)
{
    std::vector<std::int32_t> renamed;
    if (column.categories != categories)
        renamed = category_mapping(column.categories, categories);
    for (std::size_t row = 0; row < out.rows; ++row) {
        std::int32_t code = column.codes[row];
        if (code >= 0 && !renamed.empty())
            code = renamed[static_cast<std::size_t>(code)];
        if (code >= 0) // a value that training has not is all zeros
            out.values[row * out.columns + offset + static_cast<std::size_t>(code)] = 1;
    }
}

} // namespace

struct ClassifierFeatures::Part {
    std::string column;
    ColumnType type = ColumnType::category;
    std::size_t offset = 0;
    std::vector<std::string> categories;
    Numbers numbers = Numbers::raw;
    bool indicator = false;
    double mean = 0, deviation = 1;
};

ClassifierFeatures ClassifierFeatures::fit(const Problem &problem, const Table &train, Numbers numbers)
{
    std::vector<std::size_t> columns = problem.features;
    for (const std::string &name : problem.task.sensitive)
        columns.push_back(problem.train.table.index_of(name));
    return fit(problem, train, numbers, columns);
}

ClassifierFeatures ClassifierFeatures::fit(const Problem &problem, const Table &train, Numbers numbers,
                                           const std::vector<std::size_t> &columns)
{
    ClassifierFeatures out;
    // Categories and the indicators for missing numbers come from the problem, not from `train`: so the width is the same
    // whichever rows a protocol trains on.
    const Table &known = problem.train.table;
    for (const std::size_t c : columns) {
        const Column &column = known.columns[c];
        Part part;
        part.column = column.name;
        part.type = column.type;
        part.offset = out.width_;
        part.numbers = numbers;
        if (column.type == ColumnType::category) {
            part.categories = column.categories;
            for (const std::string &category : column.categories)
                out.names_.push_back(column.name + "=" + category);
        } else {
            out.names_.push_back(column.name);
            if (numbers == Numbers::standardised) {
                part.indicator = column.missing_count() > 0;
                if (part.indicator)
                    out.names_.push_back(column.name + " missing");
                const Column &rows = source_column(train, column.name, ColumnType::number);
                double sum = 0, squares = 0;
                std::size_t n = 0;
                for (const double value : rows.numbers)
                    if (!std::isnan(value))
                        sum += value, ++n;
                part.mean = n > 0 ? sum / static_cast<double>(n) : 0;
                for (const double value : rows.numbers)
                    if (!std::isnan(value))
                        squares += (value - part.mean) * (value - part.mean);
                const double deviation = n > 0 ? std::sqrt(squares / static_cast<double>(n)) : 0;
                part.deviation = deviation > 0 ? deviation : 1;
            }
        }
        out.width_ = out.names_.size();
        out.parts_.push_back(std::make_shared<const Part>(std::move(part)));
    }
    return out;
}

Matrix ClassifierFeatures::transform(const Table &table) const
{
    Matrix out(table.rows(), width_);
    for (const auto &part : parts_) {
        const Column &column = source_column(table, part->column, part->type);
        if (part->type == ColumnType::category) {
            write_one_hot(column, part->categories, part->offset, out);
            continue;
        }
        for (std::size_t row = 0; row < out.rows; ++row) {
            float *const to = out.values.data() + row * width_ + part->offset;
            const double value = column.numbers[row];
            if (part->numbers == Numbers::raw)
                to[0] = to_float(value);
            else if (!std::isnan(value))
                to[0] = to_float((value - part->mean) / part->deviation);
            else if (part->indicator)
                to[1] = 1;
        }
    }
    return out;
}

struct NeighbourFeatures::Part {
    std::string column;
    ColumnType type = ColumnType::category;
    std::size_t offset = 0;
    std::vector<std::string> categories;
    bool indicator = false;
    std::vector<double> values; ///< distinct training values, ascending
    std::vector<double> scores; ///< their normal scores
};

NeighbourFeatures NeighbourFeatures::fit(const Problem &problem)
{
    constexpr double limit = 3;
    NeighbourFeatures out;
    const Table &known = problem.train.table;
    for (const std::size_t c : problem.generated) {
        const Column &column = known.columns[c];
        Part part;
        part.column = column.name;
        part.type = column.type;
        part.offset = out.width_;
        if (column.type == ColumnType::category) {
            part.categories = column.categories;
            out.width_ += column.categories.size();
        } else {
            std::vector<double> sorted;
            for (const double value : column.numbers)
                if (!std::isnan(value))
                    sorted.push_back(value);
            part.indicator = sorted.size() < column.numbers.size();
            std::sort(sorted.begin(), sorted.end());
            const auto n = static_cast<double>(sorted.size());
            for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
                while (end < sorted.size() && sorted[end] == sorted[begin])
                    ++end;
                const double midrank = 0.5 * static_cast<double>(begin + end) / n;
                part.values.push_back(sorted[begin]);
                part.scores.push_back(std::clamp(normal_quantile(midrank), -limit, limit));
            }
            out.width_ += part.indicator ? 2 : 1;
        }
        out.parts_.push_back(std::make_shared<const Part>(std::move(part)));
    }
    return out;
}

Matrix NeighbourFeatures::transform(const Table &table) const
{
    Matrix out(table.rows(), width_);
    for (const auto &part : parts_) {
        const Column &column = source_column(table, part->column, part->type);
        if (part->type == ColumnType::category) {
            write_one_hot(column, part->categories, part->offset, out);
            continue;
        }
        for (std::size_t row = 0; row < out.rows; ++row) {
            float *const to = out.values.data() + row * width_ + part->offset;
            const double value = column.numbers[row];
            if (std::isnan(value)) {
                if (part->indicator)
                    to[1] = 1;
                continue;
            }
            if (part->values.empty())
                continue;
            const auto above = std::lower_bound(part->values.begin(), part->values.end(), value);
            const auto i = static_cast<std::size_t>(above - part->values.begin());
            double score;
            if (i == part->values.size())
                score = part->scores.back();
            else if (i == 0 || *above == value)
                score = part->scores[i];
            else {
                const double way = (value - part->values[i - 1]) / (part->values[i] - part->values[i - 1]);
                score = part->scores[i - 1] + way * (part->scores[i] - part->scores[i - 1]);
            }
            to[0] = static_cast<float>(score);
        }
    }
    return out;
}

} // namespace fairloom
