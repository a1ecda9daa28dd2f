#pragma once

// Shared by study_choices.cpp and study_parts.cpp only.

#include "core/study/run_settings.h"
#include "ui/models/study_choices.h"

#include <array>
#include <string>
#include <vector>

namespace fairloom::ui {

/// An axis of Fairloom's own models, in the order in which they name a run.
struct OwnAxis {
    const char *key;
    std::vector<std::string> StudyChoices::*values;
    bool isText;
    const char *word; ///< before a value in the name of a variant
};
inline constexpr std::array<OwnAxis, 5> own_axes{{{"preset", &StudyChoices::presets, true, ""},
                                                  {"loss", &StudyChoices::losses, true, ""},
                                                  {"student", &StudyChoices::students, true, ""},
                                                  {"log10_beta", &StudyChoices::betas, false, "beta-"},
                                                  {"lambda", &StudyChoices::lambdas, false, "lambda-"}}};

/// "fairloom"
const std::string &ownMethod();
/// A choice of a setting as JSON and back; what has escapes in it is none.
std::string quoted(const std::string &word);
std::string unquoted(const std::string &json);
/// The choice that a setting has by itself.
std::string defaultOf(const char *key);
/// Null if the key is not there.
const std::string *valueOf(const StudyPlan::Values &values, const std::string &key);

} // namespace fairloom::ui
