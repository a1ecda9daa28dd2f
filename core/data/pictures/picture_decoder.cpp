#include "core/data/pictures/picture_decoder.h"

#include "core/data/pictures/gif_frame.h"
#include "core/data/pictures/picture_header.h"
#include "core/data/pictures/webp_picture.h"
#include "core/data/number_text.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace fairloom {

namespace {

/// How far libjpeg may shrink while it decodes: what is left has at least 1.5 times the wanted edge, so that averaging has the last word.
/// (200 to 64 pixels by way of 100 differs from the straight way by 48 dB, and takes half the time.)
int jpeg_flags(const PictureHeader &header, int size)
{
    const std::uint64_t edge = std::min(header.width, header.height), enough = 3 * static_cast<std::uint64_t>(size) / 2;
    const int flags = edge / 8 >= enough   ? cv::IMREAD_REDUCED_COLOR_8
                      : edge / 4 >= enough ? cv::IMREAD_REDUCED_COLOR_4
                      : edge / 2 >= enough ? cv::IMREAD_REDUCED_COLOR_2
                                           : cv::IMREAD_COLOR;
    return flags | cv::IMREAD_IGNORE_ORIENTATION; // it is cheaper to turn the small square, and the same for every format
}

cv::Mat decode(std::string_view bytes, const PictureHeader &header, int size, Message &why)
{
    if (header.format == PictureFormat::gif)
        return first_gif_frame(bytes, why);
    if (header.format == PictureFormat::webp)
        return webp_picture(bytes, why);
    int flags = cv::IMREAD_UNCHANGED; // with alpha and all its bits
    if (header.format == PictureFormat::jpeg)
        flags = jpeg_flags(header, size);
    else if (header.format == PictureFormat::bmp) // its fourth byte is seldom alpha
        flags = cv::IMREAD_COLOR;
    const cv::Mat coded(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char *>(bytes.data())); // is only read
    return cv::imdecode(coded, flags);
}

cv::Mat middle_square(const cv::Mat &picture)
{
    const int edge = std::min(picture.cols, picture.rows);
    return picture(cv::Rect((picture.cols - edge) / 2, (picture.rows - edge) / 2, edge, edge));
}

cv::Mat over_white(const cv::Mat &bgra)
{
    cv::Mat out(bgra.rows, bgra.cols, CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto *from = bgra.ptr<cv::Vec4b>(y);
        auto *to = out.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x) {
            const int alpha = from[x][3];
            for (int c = 0; c < 3; ++c)
                to[x][c] = static_cast<std::uint8_t>((from[x][c] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return out;
}

/// 8-bit RGB of any kind of pixels that a decoder gives; empty for others.
cv::Mat to_rgb(cv::Mat picture)
{
    if (picture.depth() == CV_16U) {
        cv::Mat bytes;
        picture.convertTo(bytes, CV_8U, 1.0 / 257);
        picture = bytes;
    }
    if (picture.depth() != CV_8U)
        return {};
    if (picture.channels() == 4)
        picture = over_white(picture);
    cv::Mat rgb;
    if (picture.channels() == 1)
        cv::cvtColor(picture, rgb, cv::COLOR_GRAY2RGB);
    else if (picture.channels() == 3)
        cv::cvtColor(picture, rgb, cv::COLOR_BGR2RGB);
    return rgb;
}

void resize_into(const cv::Mat &square, cv::Mat &out)
{
    const bool smaller = square.cols > out.cols;
    cv::resize(square, out, out.size(), 0, 0, smaller ? cv::INTER_AREA : cv::INTER_LINEAR);
}

/// In place; `picture` is square.
void turn(cv::Mat &picture, int orientation)
{
    if (orientation >= 5)
        cv::transpose(picture, picture);
    switch (orientation) {
    case 2:
    case 6: cv::flip(picture, picture, 1); break;
    case 3:
    case 7: cv::flip(picture, picture, -1); break;
    case 4:
    case 8: cv::flip(picture, picture, 0); break;
    default: break;
    }
}

} // namespace

Message decode_picture(std::string_view bytes, int size, std::span<std::uint8_t> out)
{
    if (bytes.empty())
        return FAIRLOOM_TEXT("the file is empty");
    const PictureHeader header = read_picture_header(bytes);
    if (header.format == PictureFormat::unknown)
        return FAIRLOOM_TEXT("the content is not a picture");
    if (header.width * header.height > most_picture_pixels)
        return {FAIRLOOM_TEXT("%1 x %2 pixels are more than 100 million"), {count_text(header.width), count_text(header.height)}};
    if (header.ends_early)
        return FAIRLOOM_TEXT("the file is cut short");
    if (header.width == 0 || header.height == 0 || header.part_pixels > most_picture_pixels)
        return FAIRLOOM_TEXT("the picture is damaged");
    try {
        Message why;
        const cv::Mat picture = decode(bytes, header, size, why);
        if (!why.empty())
            return why;
        if (picture.empty())
            return FAIRLOOM_TEXT("the picture is damaged");
        const cv::Mat square = to_rgb(middle_square(picture));
        if (square.empty())
            return FAIRLOOM_TEXT("its pixels are of a kind that cannot be shown, such as decimal numbers");
        cv::Mat small(size, size, CV_8UC3, out.data());
        resize_into(square, small);
        turn(small, header.orientation);
    } catch (const cv::Exception &) {
        return FAIRLOOM_TEXT("the picture is damaged");
    }
    return {};
}

void resize_picture(std::span<const std::uint8_t> pixels, int width, int height, int size, std::span<std::uint8_t> out)
{
    const cv::Mat picture(height, width, CV_8UC3, const_cast<std::uint8_t *>(pixels.data())); // is only read
    cv::Mat small(size, size, CV_8UC3, out.data());
    resize_into(middle_square(picture), small);
}

} // namespace fairloom
