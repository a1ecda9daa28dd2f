#include "core/downstream/pictures/picture_descriptor.h"

#include "core/data/picture_set.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fairloom {

namespace {

constexpr int channels = PictureSet::channels;
/// Added to a block's norm, in grey levels: keeps the noise of a flat area from looking like edges.
constexpr float flat = 4;
constexpr float clipped = 0.2f;
constexpr float steps = 64;

int cells_in(int pixels)
{
    return std::clamp(static_cast<int>(std::lround(pixels / 8.0)), 2, 6);
}

} // namespace

PictureDescriptor::PictureDescriptor(int width, int height)
    : width_(width), height_(height), columns_(cells_in(width)), rows_(cells_in(height)),
      gradients_(static_cast<std::size_t>((columns_ - 1) * (rows_ - 1)) * block_values), across_(shares(width, columns_)),
      down_(shares(height, rows_))
{
}

std::vector<PictureDescriptor::Share> PictureDescriptor::shares(int pixels, int cells)
{
    std::vector<Share> out(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i) {
        const float at = (static_cast<float>(i) + 0.5f) * static_cast<float>(cells) / static_cast<float>(pixels) - 0.5f;
        const float cell = std::floor(at);
        out[static_cast<std::size_t>(i)] = {static_cast<int>(cell), at - cell};
    }
    return out;
}

std::vector<std::string> PictureDescriptor::names(const std::string &column) const
{
    std::vector<std::string> out;
    const auto place = [](int row, int of) { return std::to_string(row + 1) + "," + std::to_string(of + 1); };
    for (int row = 0; row + 1 < rows_; ++row)
        for (int c = 0; c + 1 < columns_; ++c)
            for (std::size_t i = 0; i < block_values; ++i)
                out.push_back(column + " gradient " + std::to_string(i + 1) + " of block " + place(row, c));
    for (int row = 0; row < grid; ++row)
        for (int c = 0; c < grid; ++c)
            for (const char *colour : {" red ", " green ", " blue "})
                out.push_back(column + colour + place(row, c));
    return out;
}

void PictureDescriptor::describe(std::span<const std::uint8_t> pixels, std::span<float> out) const
{
    std::vector<float> histogram(static_cast<std::size_t>(columns_ * rows_ * bins));
    add_gradients(pixels, histogram);
    write_blocks(histogram, out.first(gradients_));
    write_colours(pixels, out.subspan(gradients_));
    for (float &value : out)
        value = std::round(value * steps) / steps;
}

void PictureDescriptor::add_gradients(std::span<const std::uint8_t> pixels, std::vector<float> &histogram) const
{
    for (int y = 0; y < height_; ++y) {
        const std::uint8_t *const line = pixels.data() + static_cast<std::size_t>(y * width_ * channels);
        const std::uint8_t *const above = y > 0 ? line - width_ * channels : line;
        const std::uint8_t *const below = y + 1 < height_ ? line + width_ * channels : line;
        const Share down = down_[static_cast<std::size_t>(y)];
        for (int x = 0; x < width_; ++x) {
            const int left = channels * std::max(x - 1, 0), here = channels * x, right = channels * std::min(x + 1, width_ - 1);
            int dx = 0, dy = 0, strongest = 0; // of the channel in which the edge is strongest
            for (int c = 0; c < channels; ++c) {
                const int across = line[right + c] - line[left + c], along = below[here + c] - above[here + c];
                if (const int strength = across * across + along * along; strength > strongest)
                    dx = across, dy = along, strongest = strength;
            }
            if (strongest == 0)
                continue;
            const float magnitude = std::sqrt(static_cast<float>(strongest));
            float turn = std::atan2(static_cast<float>(dy), static_cast<float>(dx)) / std::numbers::pi_v<float>; // -1 .. 1
            turn = (turn < 0 ? turn + 1 : turn) * bins - 0.5f;
            const float whole = std::floor(turn);
            const float to_second = turn - whole;
            const int first = (static_cast<int>(whole) + bins) % bins, second = (first + 1) % bins;
            const Share across = across_[static_cast<std::size_t>(x)];
            for (const auto &[row, row_share] : {std::pair{down.cell, 1 - down.next}, std::pair{down.cell + 1, down.next}})
                for (const auto &[column, column_share] : {std::pair{across.cell, 1 - across.next}, std::pair{across.cell + 1, across.next}}) {
                    if (row < 0 || row >= rows_ || column < 0 || column >= columns_)
                        continue;
                    float *const cell = histogram.data() + (row * columns_ + column) * bins;
                    const float weight = magnitude * row_share * column_share;
                    cell[first] += weight * (1 - to_second);
                    cell[second] += weight * to_second;
                }
        }
    }
}

void PictureDescriptor::write_blocks(const std::vector<float> &histogram, std::span<float> out) const
{
    float *to = out.data();
    for (int row = 0; row + 1 < rows_; ++row)
        for (int column = 0; column + 1 < columns_; ++column, to += block_values) {
            for (int half = 0; half < 2; ++half) // two neighbouring cells of a row lie beside each other
                std::copy_n(histogram.data() + ((row + half) * columns_ + column) * bins, 2 * bins, to + half * 2 * bins);
            const auto scale = [&](float added) {
                float squares = added * added;
                for (std::size_t i = 0; i < block_values; ++i)
                    squares += to[i] * to[i];
                return squares > 0 ? 1 / std::sqrt(squares) : 0;
            };
            const float first = scale(flat);
            for (std::size_t i = 0; i < block_values; ++i)
                to[i] = std::min(to[i] * first, clipped);
            const float second = scale(1e-3f);
            for (std::size_t i = 0; i < block_values; ++i)
                to[i] *= second;
        }
}

void PictureDescriptor::write_colours(std::span<const std::uint8_t> pixels, std::span<float> out) const
{
    float *to = out.data();
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column, to += channels) {
            const int top = row * height_ / grid, bottom = (row + 1) * height_ / grid;
            const int left = column * width_ / grid, right = (column + 1) * width_ / grid;
            int sum[channels] = {};
            for (int y = top; y < bottom; ++y)
                for (int x = left; x < right; ++x)
                    for (int c = 0; c < channels; ++c)
                        sum[c] += pixels[static_cast<std::size_t>((y * width_ + x) * channels + c)];
            const int count = std::max((bottom - top) * (right - left), 1);
            for (int c = 0; c < channels; ++c)
                to[c] = static_cast<float>(sum[c]) / (255.0f * static_cast<float>(count));
        }
}

} // namespace fairloom
