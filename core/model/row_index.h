#pragma once

// Internal to core (LibTorch types).

#include <torch/torch.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fairloom {

/// Row numbers as LibTorch takes them, int64.
inline torch::Tensor as_index(const std::vector<std::size_t> &rows)
{
    torch::Tensor index = torch::empty({static_cast<std::int64_t>(rows.size())}, torch::kLong);
    std::copy(rows.begin(), rows.end(), index.data_ptr<std::int64_t>());
    return index;
}

} // namespace fairloom
