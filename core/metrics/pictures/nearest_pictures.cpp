#include "core/metrics/pictures/nearest_pictures.h"

#include "core/base/error.h"
#include "core/downstream/column_features.h"
#include "core/downstream/pictures/picture_embedding.h"
#include "core/metrics/neighbours.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

constexpr double near_share = 0.01;

const Column &picture_feature(const Problem &problem)
{
    const std::vector<Column> &columns = problem.train.table.columns;
    const auto found = std::ranges::find_if(problem.features, [&](std::size_t c) { return columns[c].pictures != nullptr; });
    if (found == problem.features.end())
        throw InputError(FAIRLOOM_TEXT("The data have no pictures to compare"), problem.train.table.name, FAIRLOOM_TEXT("Open an image set"));
    return columns[*found];
}

/// values: ascending and not empty.
double median_of(const std::vector<float> &values)
{
    const std::size_t n = values.size();
    return 0.5 * (static_cast<double>(values[(n - 1) / 2]) + static_cast<double>(values[n / 2]));
}

double share_below(const std::vector<float> &ascending, double limit)
{
    const auto end = std::ranges::lower_bound(ascending, limit, {}, [](float v) { return static_cast<double>(v); });
    return static_cast<double>(end - ascending.begin()) / static_cast<double>(ascending.size());
}

/// Share of pictures of which all pixels are those of their nearest training picture. nearest: of picture i, at i * stride.
double share_of_copies(const PictureRows &pictures, const PictureRows &train, const std::vector<std::uint32_t> &nearest, std::size_t stride)
{
    std::size_t copies = 0;
    for (std::size_t i = 0; i < pictures.rows(); ++i) {
        const std::int32_t own = pictures.index[i], other = train.index[nearest[i * stride]];
        copies += own >= 0 && other >= 0 &&
                  std::ranges::equal(pictures.set->picture(static_cast<std::size_t>(own)), train.set->picture(static_cast<std::size_t>(other)));
    }
    return static_cast<double>(copies) / static_cast<double>(pictures.rows());
}

std::vector<float> roots(const std::vector<double> &squares)
{
    std::vector<float> out(squares.size());
    std::ranges::transform(squares, out.begin(), [](double v) { return static_cast<float>(std::sqrt(v)); });
    return out;
}

} // namespace

struct PictureNeighbours::Real {
    Column known; ///< the training pictures' column, without its rows
    PictureEmbedding embedding;
    PictureRows train_pictures;
    Matrix train;
    std::vector<float> holdout; ///< distances, ascending
    double holdout_copies = 0;

    PictureRows pictures_of(const Table &table) const { return PictureRows(source_column(table, known)); }
};

PictureNeighbours::PictureNeighbours(const Problem &problem, int threads, std::stop_token stop) : threads_(threads), stop_(std::move(stop))
{
    auto real = std::make_shared<Real>();
    const Column &train = picture_feature(problem);
    real->known = without_rows(train);
    real->train_pictures = PictureRows(train);
    real->embedding = PictureEmbedding::fit(real->train_pictures, threads_, stop_);
    real->train = real->embedding.transform(real->train_pictures, threads_, stop_);
    const PictureRows holdout = real->pictures_of(problem.test.table);
    const NearestRows nearest = nearest_rows(real->embedding.transform(holdout, threads_, stop_), real->train, 1, threads_, stop_);
    real->holdout_copies = share_of_copies(holdout, real->train_pictures, nearest.row, 1);
    real->holdout = roots(nearest.distance);
    std::ranges::sort(real->holdout);
    real_ = std::move(real);
}

NearestPictures PictureNeighbours::nearest(const Table &generated, int count) const
{
    const Matrix rows = real_->embedding.transform(real_->pictures_of(generated), threads_, stop_);
    NearestRows found = nearest_rows(rows, real_->train, count, threads_, stop_);
    return {std::move(found.row), roots(found.distance), median_of(real_->holdout)};
}

Memorisation PictureNeighbours::memorisation(const Table &generated) const
{
    const int count = real_->train.rows > 1 ? 2 : 1;
    const NearestPictures found = nearest(generated, count);
    std::vector<float> first, ratio;
    for (std::size_t i = 0; i < found.distance.size(); i += static_cast<std::size_t>(count)) {
        const float nearest = found.distance[i], second = found.distance[i + static_cast<std::size_t>(count) - 1];
        first.push_back(nearest);
        ratio.push_back(second > 0 ? nearest / second : 1.0f);
    }
    std::ranges::sort(first);
    std::ranges::sort(ratio);

    Memorisation out;
    out.generated = first.size();
    out.train = real_->train.rows;
    out.holdout = real_->holdout.size();
    out.median = median_of(first);
    out.median_holdout = found.usual;
    out.median_ratio = median_of(ratio);
    out.limit = static_cast<double>(real_->holdout[static_cast<std::size_t>(near_share * static_cast<double>(out.holdout))]);
    out.near = share_below(first, out.limit);
    out.near_holdout = share_below(real_->holdout, out.limit);
    out.copies = share_of_copies(real_->pictures_of(generated), real_->train_pictures, found.row, static_cast<std::size_t>(count));
    out.copies_holdout = real_->holdout_copies;
    return out;
}

} // namespace fairloom
