#include "core/data/pictures/gif_frame.h"

#include "core/data/pictures/picture_header.h"

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

namespace fairloom {

namespace {

struct Source {
    std::string_view left;
};

int take(GifFileType *file, GifByteType *out, int wanted)
{
    std::string_view &left = static_cast<Source *>(file->UserData)->left;
    const std::size_t count = std::min(left.size(), static_cast<std::size_t>(std::max(wanted, 0)));
    std::memcpy(out, left.data(), count);
    left.remove_prefix(count);
    return static_cast<int>(count);
}

struct Close {
    void operator()(GifFileType *file) const
    {
        int error = 0;
        DGifCloseFile(file, &error);
    }
};

/// Reads to the first picture, and on the way which colour is transparent (-1 = none). False if there is none.
bool find_frame(GifFileType *file, int &transparent)
{
    GifRecordType record = UNDEFINED_RECORD_TYPE;
    while (DGifGetRecordType(file, &record) == GIF_OK && record != TERMINATE_RECORD_TYPE) {
        if (record == IMAGE_DESC_RECORD_TYPE)
            return DGifGetImageDesc(file) == GIF_OK;
        if (record != EXTENSION_RECORD_TYPE)
            continue;
        int code = 0;
        GifByteType *block = nullptr; // its first byte is its length
        if (DGifGetExtension(file, &code, &block) != GIF_OK)
            return false;
        while (block) {
            GraphicsControlBlock control;
            if (code == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
                transparent = control.TransparentColor;
            if (DGifGetExtensionNext(file, &block) != GIF_OK)
                return false;
        }
    }
    return false;
}

/// The order in which an interlaced frame's rows come.
std::vector<int> row_order(int height, bool interlaced)
{
    std::vector<int> rows;
    if (!interlaced) {
        for (int row = 0; row < height; ++row)
            rows.push_back(row);
        return rows;
    }
    constexpr std::array<std::pair<int, int>, 4> passes = {{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    for (const auto &[first, step] : passes)
        for (int row = first; row < height; row += step)
            rows.push_back(row);
    return rows;
}

} // namespace

cv::Mat first_gif_frame(std::string_view bytes, Message &why)
{
    const Message damaged = FAIRLOOM_TEXT("the picture is damaged");
    Source source{bytes};
    int error = 0;
    const std::unique_ptr<GifFileType, Close> file(DGifOpen(&source, take, &error));
    int transparent = NO_TRANSPARENT_COLOR;
    if (!file || !find_frame(file.get(), transparent)) {
        why = source.left.empty() ? Message(FAIRLOOM_TEXT("the file is cut short")) : damaged;
        return {};
    }
    const GifImageDesc &frame = file->Image;
    const ColorMapObject *colours = frame.ColorMap ? frame.ColorMap : file->SColorMap;
    if (!colours || frame.Width <= 0 || frame.Height <= 0 || frame.Left < 0 || frame.Top < 0 ||
        static_cast<std::size_t>(frame.Width) * static_cast<std::size_t>(frame.Height) > most_picture_pixels) {
        why = damaged;
        return {};
    }
    cv::Mat screen(file->SHeight, file->SWidth, CV_8UC3, cv::Scalar::all(255));
    std::vector<GifPixelType> line(static_cast<std::size_t>(frame.Width));
    for (const int row : row_order(frame.Height, frame.Interlace)) {
        if (DGifGetLine(file.get(), line.data(), frame.Width) != GIF_OK) {
            why = source.left.empty() ? Message(FAIRLOOM_TEXT("the file is cut short")) : damaged;
            return {};
        }
        if (frame.Top + row >= screen.rows)
            continue;
        auto *to = screen.ptr<cv::Vec3b>(frame.Top + row);
        for (int x = 0; x < frame.Width && frame.Left + x < screen.cols; ++x) {
            const int colour = line[static_cast<std::size_t>(x)];
            if (colour == transparent || colour >= colours->ColorCount)
                continue;
            const GifColorType &rgb = colours->Colors[colour];
            to[frame.Left + x] = {rgb.Blue, rgb.Green, rgb.Red};
        }
    }
    return screen;
}

} // namespace fairloom
