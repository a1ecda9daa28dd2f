#pragma once

// Internal to core (LibTorch types).

#include "core/base/random.h"

#include <torch/torch.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace fairloom {

/// Rows in a step: `batch`, but at most a tenth of the rows (128 at least), so that an epoch of a small data set still has ten
/// steps. On COMPAS (5,050 training rows) that took the student's accuracy from 0.60 to 0.64 and its coverage from 0.76 to 0.81.
int effective_batch(std::int64_t rows, int batch);

/// Cuts every epoch into batches of nearly equal size (a small last batch would make V2 noisy), in a new order each time, and
/// draws for which rows the label is hidden. One seed, one sequence.
class BatchPlan {
public:
    /// `strata`: per row, or empty; then every stratum has the same share of each epoch (and, up to chance, of each batch). Rows of small
    /// strata come several times, rows of large ones take turns from epoch to epoch.
    BatchPlan(std::int64_t rows, int batch, double label_dropout, std::uint64_t seed, std::string_view purpose,
              const std::vector<std::int32_t> &strata = {});

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

    struct Stratum {
        std::vector<std::int64_t> rows;
        std::size_t next = 0; ///< of those that have not had their turn
    };
    std::vector<Stratum> strata_;
};

} // namespace fairloom
