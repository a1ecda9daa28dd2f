#pragma once

#include "core/data/picture_set.h"
#include "core/data/table.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fairloom {

/// The pictures that rows show: row i shows picture index[i] of the set, or none where that is -1. The set is shared, never copied.
struct PictureRows {
    std::shared_ptr<const PictureSet> set;
    std::vector<std::int32_t> index;

    PictureRows() = default;
    explicit PictureRows(const Column &column) : set(column.pictures), index(column.codes) {}

    bool empty() const { return set == nullptr; }
    std::size_t rows() const { return index.size(); }
};

} // namespace fairloom
