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

/// The rows of a table (n x k, contiguous) that are asked for, in that order; rows: int64, each in [0, n). What index_select does, several times
/// as fast: rows of a batch lie anywhere in memory, and here they are sent for some rows ahead. Without gradient.
torch::Tensor select_rows(const torch::Tensor &table, const torch::Tensor &rows);

} // namespace fairloom
