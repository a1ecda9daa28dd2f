#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fairloom {

/// A picture as numbers that decision trees can use: histograms of oriented gradients (Dalal and Triggs, CVPR 2005: 9 unsigned
/// orientations, blocks of 2 x 2 cells, L2 norm clipped at 0.2) and, since those are blind to colour, the mean red, green and blue of a
/// 4 x 4 grid, 0 .. 1. A cell is about 8 pixels wide, and there are at most 6 x 6 of them. All numbers are rounded to 64ths: with as many
/// values as a float has, XGBoost took 4 to 7 times as long to get no further.
class PictureDescriptor {
public:
    PictureDescriptor() = default;
    PictureDescriptor(int width, int height);

    std::size_t size() const { return gradients_ + colours; }
    /// "COLUMN gradient 1 of block 1,1", "COLUMN red 1,1", ...
    std::vector<std::string> names(const std::string &column) const;
    /// pixels: height x width x 3; out: size() numbers.
    void describe(std::span<const std::uint8_t> pixels, std::span<float> out) const;

private:
    static constexpr int bins = 9, grid = 4;
    static constexpr std::size_t block_values = 4 * bins, colours = 3 * grid * grid;

    /// A pixel's share in the two cells that its centre lies between.
    struct Share {
        int cell = 0; ///< the left or upper one; the other is the next; either may be outside
        float next = 0;
    };
    static std::vector<Share> shares(int pixels, int cells);
    void add_gradients(std::span<const std::uint8_t> pixels, std::vector<float> &histogram) const;
    void write_blocks(const std::vector<float> &histogram, std::span<float> out) const;
    void write_colours(std::span<const std::uint8_t> pixels, std::span<float> out) const;

    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0; ///< pixels and cells
    std::size_t gradients_ = 0;
    std::vector<Share> across_, down_;
};

} // namespace fairloom
