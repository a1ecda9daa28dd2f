#include "core/data/pictures/webp_picture.h"

#include "core/data/pictures/picture_header.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <cstdint>
#include <memory>

namespace fairloom {

namespace {

cv::Mat still(const std::uint8_t *bytes, std::size_t size, const WebPBitstreamFeatures &features)
{
    cv::Mat out(features.height, features.width, features.has_alpha ? CV_8UC4 : CV_8UC3);
    const auto decode = features.has_alpha ? WebPDecodeBGRAInto : WebPDecodeBGRInto;
    return decode(bytes, size, out.data, out.step[0] * static_cast<std::size_t>(out.rows), static_cast<int>(out.step[0])) ? out : cv::Mat();
}

cv::Mat first_frame(const std::uint8_t *bytes, std::size_t size)
{
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_BGRA;
    const WebPData data{bytes, size};
    const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(WebPAnimDecoderNew(&data, &options), WebPAnimDecoderDelete);
    WebPAnimInfo info;
    std::uint8_t *pixels = nullptr;
    int milliseconds = 0;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info) || !WebPAnimDecoderGetNext(decoder.get(), &pixels, &milliseconds))
        return {};
    return cv::Mat(static_cast<int>(info.canvas_height), static_cast<int>(info.canvas_width), CV_8UC4, pixels).clone();
}

} // namespace

cv::Mat webp_picture(std::string_view bytes, Message &why)
{
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    WebPBitstreamFeatures features;
    cv::Mat out;
    if (WebPGetFeatures(data, bytes.size(), &features) == VP8_STATUS_OK && static_cast<std::uint64_t>(features.width) * static_cast<std::uint64_t>(features.height) <= most_picture_pixels)
        out = features.has_animation ? first_frame(data, bytes.size()) : still(data, bytes.size(), features);
    if (out.empty())
        why = FAIRLOOM_TEXT("the picture is damaged");
    return out;
}

} // namespace fairloom
