#include "ui/workers/nearest_shown.h"

#include <algorithm>
#include <numeric>

namespace fairloom::ui {

namespace {

constexpr std::size_t looked_at = 500; ///< generated pictures, spread over all

}

NearestShown find_nearest(std::shared_ptr<const PictureNeighbours> real, const Table &generated, std::size_t most)
{
    const std::size_t n = std::min(looked_at, generated.rows());
    std::vector<std::size_t> sample(n);
    for (std::size_t i = 0; i < n; ++i)
        sample[i] = i * generated.rows() / n;
    const NearestPictures found = real->nearest(generated.select_rows(sample), 1);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return found.distance[a] < found.distance[b]; });
    order.resize(std::min(most, n));
    NearestShown out;
    out.real = std::move(real);
    out.count = 1;
    out.usual = found.usual;
    for (const std::size_t i : order) {
        out.generated.push_back(sample[i]);
        out.row.push_back(found.row[i]);
        out.distance.push_back(found.distance[i]);
    }
    return out;
}

NearestShown find_nearest_of(std::shared_ptr<const PictureNeighbours> real, const Table &generated, std::size_t row, int count)
{
    NearestPictures found = real->nearest(generated.select_rows({row}), count);
    NearestShown out;
    out.real = std::move(real);
    out.generated = {row};
    out.count = count;
    out.row.assign(found.row.begin(), found.row.end());
    out.distance = std::move(found.distance);
    out.usual = found.usual;
    return out;
}

} // namespace fairloom::ui
