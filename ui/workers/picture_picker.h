#pragma once

#include "core/data/picture_set.h"
#include "core/data/table.h"

#include <cstddef>
#include <memory>
#include <utility>

namespace fairloom::ui {

/// A block of pictures of one size picked from others.
class PicturePicker {
public:
    void add(const PictureSet &from, std::size_t index);
    void add(const Table &table, std::size_t row); ///< of an image set
    std::shared_ptr<const PictureSet> take() { return std::make_shared<const PictureSet>(std::move(out_)); }

private:
    PictureSet out_;
};

} // namespace fairloom::ui
