#include "core/data/split.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace fairloom {

std::vector<std::size_t> some_rows(std::size_t available, std::size_t wanted, std::uint64_t seed, std::string_view purpose)
{
    std::vector<std::size_t> rows(available);
    std::iota(rows.begin(), rows.end(), std::size_t(0));
    Random random(seed, purpose);
    random.shuffle(rows);
    rows.resize(std::min(available, wanted));
    return rows;
}

std::vector<std::size_t> rows_in_order(std::size_t available, std::size_t wanted, std::uint64_t seed, std::string_view purpose)
{
    std::vector<std::size_t> rows = some_rows(available, wanted, seed, purpose);
    std::sort(rows.begin(), rows.end());
    return rows;
}

Split stratified_split(std::span<const std::int32_t> strata, double second_share, std::uint64_t seed)
{
    std::map<std::int32_t, std::vector<std::size_t>> rows_of;
    for (std::size_t i = 0; i < strata.size(); ++i)
        rows_of[strata[i]].push_back(i);

    Random random(seed, "stratified split");
    Split split;
    double wanted = 0; // so far, so that rounding errors of the strata do not add up
    for (auto &[stratum, rows] : rows_of) {
        random.shuffle(rows);
        wanted += second_share * static_cast<double>(rows.size());
        const double due = std::round(wanted) - static_cast<double>(split.second.size());
        const auto take = std::min(static_cast<std::size_t>(std::max(due, 0.0)), rows.size() - 1);
        const auto cut = rows.begin() + static_cast<std::ptrdiff_t>(take);
        split.second.insert(split.second.end(), rows.begin(), cut);
        split.first.insert(split.first.end(), cut, rows.end());
    }
    std::sort(split.first.begin(), split.first.end());
    std::sort(split.second.begin(), split.second.end());
    return split;
}

} // namespace fairloom
