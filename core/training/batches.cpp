#include "core/training/batches.h"

#include <algorithm>
#include <numeric>

namespace fairloom {

int effective_batch(std::int64_t rows, int batch)
{
    return static_cast<int>(std::min<std::int64_t>(batch, std::max<std::int64_t>(rows / 10, 128)));
}

BatchPlan::BatchPlan(std::int64_t rows, int batch, double label_dropout, std::uint64_t seed, std::string_view purpose)
    : rows_(rows), steps_(static_cast<int>(std::max<std::int64_t>(1, (rows + effective_batch(rows, batch) / 2) / effective_batch(rows, batch)))), label_dropout_(label_dropout),
      random_(seed, purpose), order_(static_cast<std::size_t>(rows))
{
    std::iota(order_.begin(), order_.end(), std::int64_t(0));
}

void BatchPlan::start_epoch()
{
    random_.shuffle(order_);
}

torch::Tensor BatchPlan::rows(int step) const
{
    const std::int64_t begin = rows_ * step / steps_, end = rows_ * (step + 1) / steps_;
    torch::Tensor chosen = torch::empty({end - begin}, torch::kLong);
    std::copy(order_.begin() + begin, order_.begin() + end, chosen.data_ptr<std::int64_t>());
    return chosen;
}

std::vector<std::uint8_t> BatchPlan::hidden_labels(std::int64_t count)
{
    std::vector<std::uint8_t> hidden(static_cast<std::size_t>(count));
    for (std::uint8_t &h : hidden)
        h = random_.uniform() < label_dropout_;
    return hidden;
}

} // namespace fairloom
