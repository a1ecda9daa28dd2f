#pragma once

#include "core/base/message.h"

#include <opencv2/core/mat.hpp>

#include <string_view>

namespace fairloom {

/// The first frame of a GIF as it stands on its screen, 8-bit BGR; what is transparent is white. `why` is set instead if there is none.
cv::Mat first_gif_frame(std::string_view bytes, Message &why);

} // namespace fairloom
