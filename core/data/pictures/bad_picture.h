#pragma once

#include "core/base/message.h"

#include <string>

namespace fairloom {

/// A picture of an image set that is left out.
struct BadPicture {
    std::string name; ///< as the picture column would have it
    Message reason;   ///< "the file is empty", "30,000 x 30,000 pixels are more than 100 million"
    bool operator==(const BadPicture &) const = default;
};

} // namespace fairloom
