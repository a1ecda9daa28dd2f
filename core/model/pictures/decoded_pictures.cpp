#include "core/model/pictures/decoded_pictures.h"

namespace fairloom {

using torch::Tensor;

void append_pictures(PictureSet &pictures, const Tensor &pixels)
{
    const Tensor all = pixels.contiguous();
    pictures.height = static_cast<int>(all.size(1));
    pictures.width = static_cast<int>(all.size(2));
    const std::uint8_t *bytes = all.data_ptr<std::uint8_t>();
    pictures.bytes.insert(pictures.bytes.end(), bytes, bytes + all.numel());
}

Tensor decoded_pixels(const FairModel &model, const Tensor &z, const std::vector<std::int32_t> &groups, int threads)
{
    return model.decoder->decode(z.contiguous(), torch::tensor(groups, torch::kInt), threads).pixels;
}

PictureSet decode_pictures(const FairModel &model, const Tensor &z, const std::vector<std::int32_t> &groups, int threads)
{
    PictureSet out;
    append_pictures(out, decoded_pixels(model, z, groups, threads));
    return out;
}

} // namespace fairloom
