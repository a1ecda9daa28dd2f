#include "core/model/pictures/pixel_rows.h"

#include <algorithm>
#include <cstring>

namespace fairloom {

using torch::Tensor;

PixelRows PixelRows::select(const Tensor &rows) const
{
    if (!defined())
        return {};
    return {pool, which.index_select(0, rows), mirrored.defined() ? mirrored.index_select(0, rows) : Tensor()};
}

PixelRows PixelRows::slice(std::int64_t begin, std::int64_t end) const
{
    if (!defined())
        return {};
    return {pool, which.slice(0, begin, end), mirrored.defined() ? mirrored.slice(0, begin, end) : Tensor()};
}

Tensor PixelRows::patches(std::int64_t p) const
{
    constexpr std::int64_t channels = PictureSet::channels;
    const std::int64_t n = which.size(0), s = size(), g = s / p, run = p * channels;
    Tensor out = torch::empty({n, g, g, p * run}, torch::kByte);
    const Tensor pictures = which.contiguous(), turned = mirrored.defined() ? mirrored.contiguous() : Tensor();
    const std::uint8_t *pixels = pool.data_ptr<std::uint8_t>();
    std::uint8_t *to = out.data_ptr<std::uint8_t>();
    for (std::int64_t i = 0; i < n; ++i) {
        const std::uint8_t *picture = pixels + pictures.data_ptr<std::int64_t>()[i] * s * s * channels;
        const bool turn = turned.defined() && turned.data_ptr<bool>()[i];
        for (std::int64_t y = 0; y < g; ++y)
            for (std::int64_t x = 0; x < g; ++x)
                for (std::int64_t dy = 0; dy < p; ++dy, to += run) {
                    const std::uint8_t *line = picture + (y * p + dy) * s * channels;
                    if (!turn) {
                        std::memcpy(to, line + x * run, static_cast<std::size_t>(run));
                        continue;
                    }
                    for (std::int64_t dx = 0; dx < p; ++dx)
                        std::memcpy(to + dx * channels, line + (s - 1 - x * p - dx) * channels, channels);
                }
    }
    return out;
}

PixelRows PixelRows::of(const std::shared_ptr<const PictureSet> &pictures, std::span<const std::int32_t> picture_of_row)
{
    PixelRows out;
    // Never written to: LibTorch has no tensor of constants.
    out.pool = torch::from_blob(const_cast<std::uint8_t *>(pictures->bytes.data()),
                                {static_cast<std::int64_t>(pictures->size()), pictures->height, pictures->width, PictureSet::channels},
                                [pictures](void *) {}, torch::kByte);
    out.which = torch::empty({static_cast<std::int64_t>(picture_of_row.size())}, torch::kLong);
    std::ranges::copy(picture_of_row, out.which.data_ptr<std::int64_t>());
    return out;
}

Tensor from_patches(const Tensor &patches, std::int64_t p)
{
    const std::int64_t n = patches.size(0), g = patches.size(1), channels = PictureSet::channels;
    return patches.reshape({n, g, g, p, p, channels}).permute({0, 1, 3, 2, 4, 5}).reshape({n, g * p, g * p, channels});
}

} // namespace fairloom
