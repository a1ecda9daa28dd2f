#pragma once

// Internal to core (LibTorch types).

#include "core/training/training_settings.h"

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fairloom {

/// One step as a trainer sees it.
struct TrainingStep {
    torch::Tensor rows;                          ///< numbers of the rows of this batch, int64
    const std::vector<std::uint8_t> &hide_label; ///< per row of the batch
    double position = 0;                         ///< share of all steps that lies behind, 0 .. 1
};

/// What a step comes to: the loss to be minimised and its terms for the curves.
struct StepLoss {
    torch::Tensor loss;
    std::vector<double> raw, weighted;
    std::vector<LossPart> parts;
};

struct LoopSettings {
    int epochs = 1;
    int batch = 2048;
    double learning_rate = 3e-3;
    double label_dropout = 0;
    int patience = 0;                     ///< ends after so many epochs without a lower loss; 0 = never
    double settled_from = 0;              ///< share of the epochs before which nothing counts: the loss itself still changes
    std::uint64_t seed = 1;
    std::vector<std::int32_t> strata;     ///< per row, for balanced batches; empty = batches as the rows are
    const char *purpose = "";             ///< names the stream of random numbers for batches
    CurveStage stage = CurveStage::teacher;
    std::vector<std::string> terms;
    const char *activity = "";            ///< English template for the status line: %1 = epoch, %2 = epochs
};

struct LoopResult {
    int epochs = 0;                       ///< finished
    double seconds_per_epoch = 0;
    std::vector<double> means;            ///< per term, raw, over the last epoch
};

/// The loop that both stages share: batches, Adam with a one-cycle rate, pauses and Stop before every step, curves and status.
/// Throws Cancelled and, if a loss is no longer finite, ComputationError.
LoopResult run_training_loop(std::vector<torch::Tensor> parameters, std::int64_t rows, const LoopSettings &settings,
                             const TrainingHooks &hooks, const std::function<StepLoss(const TrainingStep &)> &step);

} // namespace fairloom
