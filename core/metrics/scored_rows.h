#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fairloom {

/// What a classifier says of test rows, and what is true of them: every figure about its decisions is derived from this, at any
/// threshold. All three have one entry a row.
struct ScoredRows {
    std::vector<float> probability;   ///< of the favourable label, 0 .. 1
    std::vector<std::uint8_t> label;  ///< 1 = favourable
    std::vector<std::int32_t> group;  ///< 0 .. number of groups - 1

    std::size_t rows() const { return probability.size(); }
};

/// 1 = selected: the probability is the threshold or more.
inline std::vector<std::uint8_t> decisions_at(const ScoredRows &rows, double threshold)
{
    std::vector<std::uint8_t> out;
    out.reserve(rows.rows());
    for (const float probability : rows.probability)
        out.push_back(static_cast<double>(probability) >= threshold);
    return out;
}

} // namespace fairloom
