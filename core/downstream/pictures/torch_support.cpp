#include "core/downstream/pictures/torch_support.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

OneTorchThread::OneTorchThread() : before_(torch::get_num_threads())
{
    if (before_ != 1)
        torch::set_num_threads(1);
}

OneTorchThread::~OneTorchThread()
{
    if (before_ != 1)
        torch::set_num_threads(before_);
}

torch::Tensor picture_batch(const PictureRows &pictures, std::span<const std::size_t> rows)
{
    const PictureSet &set = *pictures.set;
    torch::Tensor bytes =
        torch::empty({static_cast<std::int64_t>(rows.size()), set.height, set.width, PictureSet::channels}, torch::kByte);
    std::uint8_t *to = bytes.data_ptr<std::uint8_t>();
    for (const std::size_t row : rows) {
        const std::int32_t index = pictures.index[row];
        if (index < 0)
            std::fill_n(to, set.picture_bytes(), std::uint8_t(0));
        else
            std::ranges::copy(set.picture(static_cast<std::size_t>(index)), to);
        to += set.picture_bytes();
    }
    return bytes.permute({0, 3, 1, 2}).to(torch::kFloat).div_(255).sub_(0.5).mul_(4);
}

void set_he_weights(torch::Tensor weight, Random &random)
{
    const torch::NoGradGuard no_gradient;
    const double inputs = static_cast<double>(weight.numel()) / static_cast<double>(weight.size(0));
    const double deviation = std::sqrt(2 / inputs);
    float *const values = weight.data_ptr<float>();
    for (std::int64_t i = 0; i < weight.numel(); ++i)
        values[i] = static_cast<float>(random.normal() * deviation);
}

} // namespace fairloom
