#include "core/training/batches.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace fairloom {

int effective_batch(std::int64_t rows, int batch)
{
    return static_cast<int>(std::min<std::int64_t>(batch, std::max<std::int64_t>(rows / 10, 128)));
}

BatchPlan::BatchPlan(std::int64_t rows, int batch, double label_dropout, std::uint64_t seed, std::string_view purpose,
                     const std::vector<std::int32_t> &strata)
    : rows_(rows), steps_(static_cast<int>(std::max<std::int64_t>(1, (rows + effective_batch(rows, batch) / 2) / effective_batch(rows, batch)))), label_dropout_(label_dropout),
      random_(seed, purpose), order_(static_cast<std::size_t>(rows))
{
    std::iota(order_.begin(), order_.end(), std::int64_t(0));
    std::map<std::int32_t, Stratum> found;
    for (std::size_t row = 0; row < strata.size(); ++row)
        found[strata[row]].rows.push_back(static_cast<std::int64_t>(row));
    for (auto &[stratum, of_it] : found)
        strata_.push_back(std::move(of_it));
    for (Stratum &stratum : strata_)
        random_.shuffle(stratum.rows);
}

void BatchPlan::start_epoch()
{
    std::size_t at = 0;
    for (std::size_t s = 0; s < strata_.size(); ++s) {
        Stratum &stratum = strata_[s];
        for (const std::size_t end = order_.size() * (s + 1) / strata_.size(); at < end; ++at) {
            if (stratum.next == stratum.rows.size()) {
                random_.shuffle(stratum.rows);
                stratum.next = 0;
            }
            order_[at] = stratum.rows[stratum.next++];
        }
    }
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
