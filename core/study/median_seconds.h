#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace fairloom {

/// Median time of `tries` (odd, at least 1) repetitions of some work, in seconds.
template <typename Work>
double median_seconds(int tries, Work work)
{
    std::vector<double> seconds;
    for (int i = 0; i < tries; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(seconds.begin(), seconds.begin() + tries / 2, seconds.end());
    return seconds[static_cast<std::size_t>(tries) / 2];
}

} // namespace fairloom
