#pragma once

// Internal to core (LibTorch types).

#include "core/model/fair_model.h"
#include "core/training/training_settings.h"

namespace fairloom {

struct TeacherOutcome {
    int epochs = 0;                  ///< finished
    double seconds_per_epoch = 0;
    double kl_per_row = 0;           ///< mean of the last epoch
    double label_loss = 0;           ///< mean cross-entropy of the last epoch
    bool collapsed = false;          ///< KL under 0.05 per row: the latent says nothing about the row
};

/// Stage 1: trains the model's teacher, decoder and head from scratch (method.md, "the teacher"). Throws Cancelled (the
/// networks keep what they have learned so far) and ComputationError.
TeacherOutcome train_teacher(FairModel &model, const EncodedRows &rows, const TeacherSettings &settings, const TrainingHooks &hooks);

} // namespace fairloom
