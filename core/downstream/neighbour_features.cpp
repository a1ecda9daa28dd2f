#include "core/downstream/neighbour_features.h"

#include "core/base/normal_quantile.h"
#include "core/downstream/column_features.h"
#include "core/downstream/pictures/picture_embedding.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace fairloom {

struct NeighbourFeatures::Part {
    Column known; ///< of the training rows, without its rows
    std::size_t column = 0; ///< its index there
    bool indicator = false;
    std::vector<double> values; ///< distinct training values, ascending
    std::vector<double> scores; ///< their normal scores
    std::optional<PictureEmbedding> embedding;

    std::size_t width() const
    {
        return known.pictures ? PictureEmbedding::features() : known.type == ColumnType::category ? known.categories.size() : indicator ? 2 : 1;
    }
    void write_scores(const Column &from, Matrix &out, std::size_t offset) const;
};

void NeighbourFeatures::append(std::shared_ptr<const Part> part)
{
    const std::size_t width = part->width();
    parts_.push_back({std::move(part), width_});
    width_ += width;
}

NeighbourFeatures NeighbourFeatures::restricted(const std::vector<std::size_t> &columns) const
{
    NeighbourFeatures out;
    for (const Place &place : parts_)
        if (std::ranges::find(columns, place.part->column) != columns.end())
            out.append(place.part);
    return out;
}

NeighbourFeatures NeighbourFeatures::fit(const Problem &problem, int threads, const std::stop_token &stop)
{
    constexpr double limit = 3;
    NeighbourFeatures out;
    const Table &known = problem.train.table;
    for (const std::size_t c : problem.generated) {
        const Column &column = known.columns[c];
        Part part;
        part.known = without_rows(column);
        part.column = c;
        if (column.pictures) {
            part.embedding = PictureEmbedding::fit(PictureRows(column), threads, stop);
        } else if (column.type == ColumnType::number) {
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
        }
        out.append(std::make_shared<const Part>(std::move(part)));
    }
    return out;
}

void NeighbourFeatures::Part::write_scores(const Column &from, Matrix &out, std::size_t offset) const
{
    for (std::size_t row = 0; row < out.rows; ++row) {
        float *const to = out.values.data() + row * out.columns + offset;
        const double value = from.numbers[row];
        if (std::isnan(value)) {
            if (indicator)
                to[1] = 1;
            continue;
        }
        if (values.empty())
            continue;
        const auto above = std::lower_bound(values.begin(), values.end(), value);
        const auto i = static_cast<std::size_t>(above - values.begin());
        double score;
        if (i == values.size())
            score = scores.back();
        else if (i == 0 || *above == value)
            score = scores[i];
        else {
            const double way = (value - values[i - 1]) / (values[i] - values[i - 1]);
            score = scores[i - 1] + way * (scores[i] - scores[i - 1]);
        }
        to[0] = static_cast<float>(score);
    }
}

Matrix NeighbourFeatures::transform(const Table &table, int threads, const std::stop_token &stop) const
{
    Matrix out(table.rows(), width_);
    for (const auto &[part, offset] : parts_) {
        const Column &column = source_column(table, part->known);
        if (part->known.type == ColumnType::number) {
            part->write_scores(column, out, offset);
        } else if (!part->known.pictures) {
            write_one_hot(column, part->known.categories, offset, out);
        } else {
            const Matrix embedded = part->embedding->transform(PictureRows(column), threads, stop);
            for (std::size_t row = 0; row < out.rows; ++row)
                std::ranges::copy(embedded.row(row), out.row(row).subspan(offset).begin());
        }
    }
    return out;
}

} // namespace fairloom
