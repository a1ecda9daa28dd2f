#include "core/model/pictures/decoded_pictures.h"

namespace fairloom {

using torch::Tensor;

PictureSet as_pictures(const Tensor &pixels)
{
    const Tensor all = pixels.contiguous();
    PictureSet out;
    out.height = static_cast<int>(all.size(1));
    out.width = static_cast<int>(all.size(2));
    out.bytes.assign(all.data_ptr<std::uint8_t>(), all.data_ptr<std::uint8_t>() + all.numel());
    return out;
}

PictureSet decode_pictures(const FairModel &model, const Tensor &z, const std::vector<std::int32_t> &groups, int threads)
{
    return as_pictures(model.decoder->decode(z.contiguous(), torch::tensor(groups, torch::kInt), threads).pixels);
}

Tensor latent_means(const FairModel &model, EncoderNet &encoder, const EncoderInput &rows, int threads)
{
    return model.posterior(encoder, model.mask_labels(rows), threads).mean;
}

} // namespace fairloom
