#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace fairloom {

/// Scores sorted once, so that AUROCs of many labellings or resamplings of the same rows cost O(n) each.
struct RankedScores {
    std::vector<double> midrank;            ///< per row, 1 .. n, ties share their mean rank
    std::vector<std::uint32_t> order;       ///< rows by ascending score
    std::vector<std::uint32_t> tie_begin;   ///< where runs of equal scores begin in `order`; the last entry is n

    explicit RankedScores(std::span<const float> score) : midrank(score.size()), order(score.size())
    {
        std::iota(order.begin(), order.end(), 0u);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return score[a] < score[b]; });
        for (std::size_t i = 0; i < order.size();) {
            tie_begin.push_back(static_cast<std::uint32_t>(i));
            std::size_t end = i + 1;
            while (end < order.size() && score[order[end]] == score[order[i]])
                ++end;
            for (std::size_t j = i; j < end; ++j)
                midrank[order[j]] = 0.5 * static_cast<double>(i + 1 + end);
            i = end;
        }
        tie_begin.push_back(static_cast<std::uint32_t>(order.size()));
    }
};

/// Mann-Whitney: rank_sum is the sum of the positives' midranks; 0 < positives < n.
inline double auroc_from_rank_sum(double rank_sum, std::size_t positives, std::size_t n)
{
    const double p = static_cast<double>(positives);
    return (rank_sum - 0.5 * p * (p + 1)) / (p * static_cast<double>(n - positives));
}

} // namespace fairloom
