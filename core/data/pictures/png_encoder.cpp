#include "core/data/pictures/png_encoder.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <vector>

namespace fairloom {

std::string encode_png(int width, int height, const std::uint8_t *rgb)
{
    const cv::Mat picture(height, width, CV_8UC3, const_cast<std::uint8_t *>(rgb)); // is only read
    cv::Mat bgr;
    cv::cvtColor(picture, bgr, cv::COLOR_RGB2BGR);
    std::vector<std::uint8_t> bytes;
    if (!cv::imencode(".png", bgr, bytes))
        return {};
    return {bytes.begin(), bytes.end()};
}

} // namespace fairloom
