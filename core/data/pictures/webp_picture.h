#pragma once

#include "core/base/message.h"

#include <opencv2/core/mat.hpp>

#include <string_view>

namespace fairloom {

/// A WebP picture, 8-bit BGR or, if it can be transparent, BGRA; of an animation the first frame on its canvas. `why` is set instead if it cannot be
/// decoded. OpenCV would hand a file that libwebp refuses to whichever of its decoders likes some of the bytes, and that of DICOM ends the program.
cv::Mat webp_picture(std::string_view bytes, Message &why);

} // namespace fairloom
