#pragma once

#include "core/study/study_plan.h"

#include <QString>

namespace fairloom::ui {

// Texts of studies, as people read them.

/// "about 40 s left", "about 6 min left", "about 2 h 10 min left"
QString timeLeft(double seconds);
/// "about 11 min"
QString aboutTime(double seconds);
QString runCount(std::size_t runs); ///< "20 runs"

/// Title and description of a study, in the language of the window where it comes with Fairloom.
QString studyTitle(const StudyPlan &plan);
QString studyDescription(const StudyPlan &plan);

/// What the rest of a study says beside the form's fields, one line each: "Hidden layers: 1, 2, 3".
QString otherValues(const StudyPlan &rest);

} // namespace fairloom::ui
