#include "core/metrics/authenticity.h"

#include "core/base/error.h"
#include "core/base/matrix_rows.h"
#include "core/metrics/neighbours.h"

#include <algorithm>
#include <vector>

namespace fairloom {

double compute_authenticity(const Matrix &real, const Matrix &generated, int threads, const std::stop_token &stop)
{
    if (real.rows < 2 || generated.rows == 0)
        throw InputError(FAIRLOOM_TEXT("there are too few rows to tell copies from others"), "", FAIRLOOM_TEXT("Use at least two real rows and a generated one"));
    const NearestRows nearest = nearest_rows(generated, real, 1, threads, stop);
    std::vector<std::uint32_t> found = nearest.row;
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    // Of two neighbours one is the row itself, or a duplicate of it at the same distance, 0.
    const NearestRows others = nearest_rows(select_rows(real, found), real, 2, threads, stop);
    std::size_t authentic = 0;
    for (std::size_t j = 0; j < generated.rows; ++j) {
        const auto place = static_cast<std::size_t>(std::lower_bound(found.begin(), found.end(), nearest.row[j]) - found.begin());
        authentic += nearest.distance[j] > others.distance[2 * place + 1];
    }
    return static_cast<double>(authentic) / static_cast<double>(generated.rows);
}

} // namespace fairloom
