#pragma once

// Internal to core (LibTorch types).

#include "core/model/fair_model.h"
#include "core/training/training_settings.h"

namespace fairloom {

struct LoopSettings;

/// What the loops of both kinds of student have in common.
LoopSettings student_loop(const StudentSettings &settings, const TrainingHooks &hooks);

struct StudentOutcome {
    int epochs = 0;
    double quality = 0, kl = 0; ///< means of the last epoch
};

/// Stage 2: distils the teacher's latent into a narrower encoder of the same depth, V = quality + lambda * KL, where quality
/// compares z and z' drawn with the same noise. The teacher's posteriors are computed once, with and without the label.
StudentOutcome train_student(FairModel &model, const EncodedRows &rows, const StudentSettings &settings, const TrainingHooks &hooks);

} // namespace fairloom
