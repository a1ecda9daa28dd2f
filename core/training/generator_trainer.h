#pragma once

// Internal to core (LibTorch types).

#include "core/training/student_trainer.h"

namespace fairloom {

/// Stage 2 with a generator student, noise in and latent out (data-free at generation, after arXiv 2410.01423): V = quality + lambda *
/// KL, where quality compares a batch of its latents with one drawn from the teacher's posteriors as unpaired samples, and KL is that
/// between the Gaussian moments of both.
StudentOutcome train_generator(FairModel &model, const EncodedRows &rows, const StudentSettings &settings, const TrainingHooks &hooks);

} // namespace fairloom
