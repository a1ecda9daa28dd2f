#pragma once

#include "core/training/training_settings.h"

#include <string>
#include <vector>

namespace fairloom {

/// Passes every step's losses on and gathers them into the points of a live curve: one an epoch, or one every 16 steps where an
/// epoch has more.
class CurveRecorder {
public:
    CurveRecorder(const TrainingHooks &hooks, CurveStage stage, std::vector<std::string> terms, int epochs, int steps_per_epoch);

    /// raw and weighted: one value a term. Throws ComputationError if one is not finite.
    void add(int epoch, int step, const std::vector<double> &raw, const std::vector<double> &weighted,
             const std::vector<LossPart> &parts = {});
    /// Means of the last complete epoch, raw.
    const std::vector<double> &epoch_means() const { return last_epoch_; }

private:
    const TrainingHooks &hooks_;
    CurveStage stage_;
    int steps_per_epoch_, steps_per_point_;
    int gathered_ = 0, in_epoch_ = 0;
    std::vector<double> raw_, weighted_, epoch_sum_, last_epoch_;
};

} // namespace fairloom
