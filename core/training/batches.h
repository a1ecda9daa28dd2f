#pragma once

// Internal to core (LibTorch types).

#include "core/base/random.h"

#include <torch/torch.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace fairloom {

/// Cuts every epoch into batches of nearly equal size (a small last batch would make V2 noisy), in a new order each time, and
/// draws for which rows the label is hidden. One seed, one sequence.
class BatchPlan {
public:
    BatchPlan(std::int64_t rows, int batch, double label_dropout, std::uint64_t seed, std::string_view purpose);

    int steps_per_epoch() const { return steps_; }
    void start_epoch();
    /// Row numbers of one step, int64.
    torch::Tensor rows(int step) const;
    /// One byte a row of the step: 1 = hide the label.
    std::vector<std::uint8_t> hidden_labels(std::int64_t count);

private:
    std::int64_t rows_;
    int steps_;
    double label_dropout_;
    Random random_;
    std::vector<std::int64_t> order_;
};

/// Adam's learning rate for the next step.
void set_learning_rate(torch::optim::Adam &optimizer, double rate);

} // namespace fairloom
