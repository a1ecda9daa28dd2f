#include "core/metrics/column_codes.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

std::size_t QuantileBins::bin_of(double value) const
{
    if (std::isnan(value) || high.empty())
        return high.size();
    const auto found = std::lower_bound(high.begin(), high.end() - 1, value);
    return static_cast<std::size_t>(found - high.begin());
}

QuantileBins quantile_bins(std::span<const double> numbers, int bins)
{
    std::vector<double> sorted;
    sorted.reserve(numbers.size());
    for (const double value : numbers)
        if (!std::isnan(value))
            sorted.push_back(value);
    std::sort(sorted.begin(), sorted.end());
    QuantileBins out;
    if (sorted.empty())
        return out;

    const std::size_t n = sorted.size(), parts = static_cast<std::size_t>(std::max(bins, 1));
    const auto close_bin = [&](double value) {
        if (out.high.empty() || value > out.high.back())
            out.high.push_back(value);
    };
    for (std::size_t b = 1; b <= parts; ++b) {
        const double cut = sorted[(n * b + parts - 1) / parts - 1];
        const double before = b > 1 ? sorted[(n * (b - 1) + parts - 1) / parts - 1] : sorted.front();
        if (cut == before && cut > sorted.front()) {
            // the value fills a bin: end the one below it just before
            const double below = *(std::lower_bound(sorted.begin(), sorted.end(), cut) - 1);
            if (!out.high.empty() && out.high.back() == cut)
                out.high.pop_back();
            close_bin(below);
        }
        close_bin(cut);
    }
    for (std::size_t b = 0; b < out.high.size(); ++b)
        out.low.push_back(b == 0 ? sorted.front() : *std::upper_bound(sorted.begin(), sorted.end(), out.high[b - 1]));
    return out;
}

CodedColumn category_codes(const Column &column)
{
    CodedColumn out;
    out.codes = column.codes;
    out.count = static_cast<int>(column.categories.size());
    bool unknown = false;
    for (std::int32_t &code : out.codes)
        if (code < 0) {
            code = out.count;
            unknown = true;
        }
    out.count += unknown ? 1 : 0;
    return out;
}

} // namespace fairloom
