#pragma once

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace fairloom::test {

/// Red above left, green above right, blue below left, white below right.
inline cv::Mat quadrants(int width = 64, int height = 64)
{
    cv::Mat out(height, width, CV_8UC3, cv::Scalar(255, 255, 255));
    out(cv::Rect(0, 0, width / 2, height / 2)).setTo(cv::Scalar(0, 0, 255)); // BGR
    out(cv::Rect(width / 2, 0, width - width / 2, height / 2)).setTo(cv::Scalar(0, 255, 0));
    out(cv::Rect(0, height / 2, width / 2, height - height / 2)).setTo(cv::Scalar(255, 0, 0));
    return out;
}

inline cv::Mat plain(int red, int green, int blue, int edge = 40)
{
    return cv::Mat(edge, edge, CV_8UC3, cv::Scalar(blue, green, red));
}

/// A file's bytes, in the format that the extension names (".png").
inline QByteArray encoded(const cv::Mat &picture, const char *extension)
{
    std::vector<std::uint8_t> bytes;
    if (!cv::imencode(extension, picture, bytes))
        qFatal("cannot encode %s", extension);
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// Makes the folders above it too.
inline void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// The colour of a pixel as letters: R, G, B, W(hite), K (black), or its numbers if it is none of these.
inline QString colour_at(std::span<const std::uint8_t> picture, int size, int x, int y)
{
    const std::uint8_t *const p = picture.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)) * 3;
    const std::array<std::pair<const char *, std::array<int, 3>>, 5> known = {
        {{"R", {255, 0, 0}}, {"G", {0, 255, 0}}, {"B", {0, 0, 255}}, {"W", {255, 255, 255}}, {"K", {0, 0, 0}}}};
    for (const auto &[name, rgb] : known)
        if (std::abs(p[0] - rgb[0]) + std::abs(p[1] - rgb[1]) + std::abs(p[2] - rgb[2]) < 30)
            return QString::fromLatin1(name);
    return QString("(%1 %2 %3)").arg(p[0]).arg(p[1]).arg(p[2]);
}

/// The colours of the four quarters, row by row: "RGBW" for quadrants().
inline QString corners(std::span<const std::uint8_t> picture, int size)
{
    const int near = size / 8, far = size - 1 - near;
    return colour_at(picture, size, near, near) + colour_at(picture, size, far, near) + colour_at(picture, size, near, far) + colour_at(picture, size, far, far);
}

} // namespace fairloom::test
