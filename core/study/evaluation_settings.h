#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fairloom {

/// What is judged, and how thoroughly.
struct EvaluationSettings {
    std::uint64_t seed = 1;
    int threads = 1;
    int quality_rows = 5000;                      ///< rows a side for density and coverage; 0 = all
    std::vector<std::string> classifiers;         ///< empty = all
    bool leakage = true;                          ///< whether groups are guessed from columns, and copied pictures looked for
    bool depth = true;                            ///< whether DepthEvaluator's figures are made
    bool attack = true;                           ///< whether membership inference is tried among them
    bool explanation = true;                      ///< whether the XGBoost classifier is explained
    int bootstrap = 1000;                         ///< draws of test rows; 0 = none
    double level = 0.95;                          ///< of intervals
};

} // namespace fairloom
