#pragma once

#include "core/downstream/classifier.h"

#include <cstdint>
#include <memory>

namespace fairloom {

/// Gradient-boosted trees with XGBoost's default parameters and 100 rounds. Errors of the library are std::runtime_error.
std::unique_ptr<Classifier> make_xgboost_classifier(std::uint64_t seed, int threads);

} // namespace fairloom
