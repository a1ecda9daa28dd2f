#include "core/downstream/classifier_features.h"

#include "core/data/picture_set.h"
#include "core/downstream/column_features.h"
#include "core/downstream/pictures/picture_descriptor.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace fairloom {

namespace {

/// Classifiers refuse infinity: what a float cannot hold becomes the largest that it can.
float to_float(double value)
{
    constexpr double limit = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(value, -limit, limit));
}

} // namespace

struct ClassifierFeatures::Part {
    Column known; ///< of the training rows, without its rows
    std::size_t offset = 0;
    Representation representation = Representation::raw;
    bool indicator = false;
    double mean = 0, deviation = 1;
    PictureDescriptor descriptor;

    void write_numbers(const Column &column, Matrix &out) const;
    void write_descriptions(const Column &column, Matrix &out) const;
};

void ClassifierFeatures::Part::write_numbers(const Column &column, Matrix &out) const
{
    for (std::size_t row = 0; row < out.rows; ++row) {
        float *const to = out.values.data() + row * out.columns + offset;
        const double value = column.numbers[row];
        if (representation == Representation::raw)
            to[0] = to_float(value);
        else if (!std::isnan(value))
            to[0] = to_float((value - mean) / deviation);
        else if (indicator)
            to[1] = 1;
    }
}

void ClassifierFeatures::Part::write_descriptions(const Column &column, Matrix &out) const
{
    for (std::size_t row = 0; row < out.rows; ++row)
        if (const std::int32_t code = column.codes[row]; code >= 0)
            descriptor.describe(column.pictures->picture(static_cast<std::size_t>(code)), out.row(row).subspan(offset, descriptor.size()));
}

ClassifierFeatures ClassifierFeatures::fit(const Problem &problem, const Table &train, Representation representation)
{
    std::vector<std::size_t> columns = problem.features;
    for (const std::string &name : problem.task.sensitive)
        columns.push_back(problem.train.table.index_of(name));
    return fit(problem, train, representation, columns);
}

ClassifierFeatures ClassifierFeatures::fit(const Problem &problem, const Table &train, Representation representation,
                                           const std::vector<std::size_t> &columns)
{
    ClassifierFeatures out;
    // Categories and the indicators for missing numbers come from the problem, not from `train`: so the width is the same
    // whichever rows a protocol trains on.
    const Table &known = problem.train.table;
    for (const std::size_t c : columns) {
        const Column &column = known.columns[c];
        Part part;
        part.known = without_rows(column);
        part.offset = out.names_.size();
        part.representation = representation;
        if (column.pictures) {
            if (representation != Representation::pixels) {
                part.descriptor = PictureDescriptor(column.pictures->width, column.pictures->height);
                std::ranges::move(part.descriptor.names(column.name), std::back_inserter(out.names_));
            }
        } else if (column.type == ColumnType::category) {
            for (const std::string &category : column.categories)
                out.names_.push_back(column.name + "=" + category);
        } else {
            out.names_.push_back(column.name);
            if (representation != Representation::raw) {
                part.indicator = column.missing_count() > 0;
                if (part.indicator)
                    out.names_.push_back(column.name + " missing");
                const Column &rows = source_column(train, column);
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
        out.columns_.resize(out.names_.size(), c);
        out.parts_.push_back(std::make_shared<const Part>(std::move(part)));
    }
    return out;
}

ClassifierRows ClassifierFeatures::transform(const Table &table) const
{
    ClassifierRows out(Matrix(table.rows(), names_.size()));
    for (const auto &part : parts_) {
        const Column &column = source_column(table, part->known);
        if (part->known.type == ColumnType::number)
            part->write_numbers(column, out.values);
        else if (!part->known.pictures)
            write_one_hot(column, part->known.categories, part->offset, out.values);
        else if (part->representation == Representation::pixels)
            out.pictures = PictureRows(column);
        else
            part->write_descriptions(column, out.values);
    }
    return out;
}

} // namespace fairloom
