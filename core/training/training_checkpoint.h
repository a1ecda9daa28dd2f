#pragma once

// Internal to core (LibTorch types).

#include "core/training/adam.h"
#include "core/training/curve_recorder.h"
#include "core/training/training_settings.h"

#include <torch/torch.h>

#include <chrono>
#include <limits>
#include <string>
#include <vector>

namespace fairloom {

/// A training's state at the end of an epoch, kept in a file: parameters, Adam's moments, LibTorch's random generator and every step's losses
/// so far. What follows from the seed alone (the batches) is not in it. A training that goes on from there ends as one that was
/// never interrupted, bit by bit, on the same number of threads.
class TrainingCheckpoint {
public:
    /// How far the loop was.
    struct Position {
        int epoch = 0;                  ///< finished ones; 0 = nothing was kept
        int epochs_without = 0;         ///< a lower loss
        double lowest = std::numeric_limits<double>::infinity();
        double seconds = 0;             ///< spent on them
    };

    /// `optimizer` must stay where it is; steps_per_epoch: of the loop.
    TrainingCheckpoint(const CheckpointPlace &place, std::vector<torch::Tensor> parameters, Adam &optimizer, int steps_per_epoch);

    /// Takes up what is in the file, losses into `recorder`. A file that is not there, is damaged or belongs to another training changes nothing.
    Position restore(CurveRecorder &recorder, std::size_t terms);

    /// Of every step.
    void note(const std::vector<double> &raw, const std::vector<double> &weighted, const std::vector<LossPart> &parts);

    /// At the end of an epoch: writes the file if the time has come. One that cannot be written (a full disk) is tried again later.
    void save_if_due(const Position &position);

private:
    using Clock = std::chrono::steady_clock;
    void save(const Position &position) const;

    CheckpointPlace place_;
    std::vector<torch::Tensor> parameters_;
    Adam &optimizer_;
    int steps_per_epoch_;
    Clock::time_point saved_ = Clock::now();
    std::vector<std::string> part_names_;
    std::vector<float> losses_; ///< a step after another: raw and weighted of all terms, then of all parts
};

} // namespace fairloom
