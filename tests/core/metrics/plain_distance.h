#pragma once

#include <cstddef>
#include <span>

/// Squared Euclidean distance as anybody would write it: what the blocked search is held against.
inline double squared_distance(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t j = 0; j < a.size(); ++j) {
        const double difference = static_cast<double>(a[j]) - static_cast<double>(b[j]);
        sum += difference * difference;
    }
    return sum;
}
