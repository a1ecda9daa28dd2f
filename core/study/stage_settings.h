#pragma once

#include "core/study/pipeline.h"
#include "core/training/training_settings.h"

#include <string>

namespace fairloom {

/// What the run's settings mean for each stage. log10_beta apart: controls are trained with 0.
TeacherSettings teacher_settings(const RunSettings &settings, double log10_beta, int threads);
StudentSettings student_settings(const RunSettings &settings, int threads);

/// Equal if the stage would be trained on the same data with the same settings: what a resumed run compares before it takes a
/// finished stage from its folder.
std::string teacher_fingerprint(const RunRequest &request, int threads);
std::string student_fingerprint(const RunRequest &request, int threads);

} // namespace fairloom
