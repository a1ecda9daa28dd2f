#include "core/downstream/pictures/picture_embedding.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

constexpr std::size_t fitted_rows = 2000;

} // namespace

PictureEmbedding PictureEmbedding::fit(const PictureRows &training, int threads, const std::stop_token &stop)
{
    PictureRows some;
    some.set = training.set;
    const std::size_t n = std::min(training.rows(), fitted_rows);
    for (std::size_t i = 0; i < n; ++i)
        some.index.push_back(training.index[i * training.rows() / n]);

    PictureEmbedding out;
    const Matrix x = out.network_.transform(some, threads, stop);
    std::vector<double> sum(x.columns), squares(x.columns);
    for (std::size_t i = 0; i < x.rows; ++i)
        for (std::size_t j = 0; j < x.columns; ++j)
            sum[j] += x.row(i)[j];
    for (std::size_t i = 0; i < x.rows; ++i)
        for (std::size_t j = 0; j < x.columns; ++j)
            squares[j] += std::pow(x.row(i)[j] - sum[j] / static_cast<double>(n), 2);
    std::size_t alive = 0; // a random unit may be silent on all of these pictures
    for (std::size_t j = 0; j < x.columns; ++j) {
        const double mean = sum[j] / static_cast<double>(n), deviation = std::sqrt(squares[j] / static_cast<double>(n));
        const bool says_something = deviation > 1e-6 * (1 + std::abs(mean));
        alive += says_something;
        out.mean_.push_back(static_cast<float>(mean));
        out.scale_.push_back(says_something ? static_cast<float>(1 / deviation) : 0);
    }
    // two independent points are 2 apart in each standardised direction
    const auto shared = static_cast<float>(std::sqrt(spread / (2 * static_cast<double>(std::max<std::size_t>(alive, 1)))));
    for (float &scale : out.scale_)
        scale *= shared;
    return out;
}

Matrix PictureEmbedding::transform(const PictureRows &pictures, int threads, const std::stop_token &stop) const
{
    Matrix out = network_.transform(pictures, threads, stop);
    for (std::size_t i = 0; i < out.rows; ++i)
        for (std::size_t j = 0; j < out.columns; ++j)
            out.row(i)[j] = (out.row(i)[j] - mean_[j]) * scale_[j];
    return out;
}

} // namespace fairloom
