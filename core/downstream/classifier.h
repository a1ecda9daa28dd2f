#pragma once

#include "core/base/matrix.h"
#include "core/data/feature_space.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// A classifier that is trained on real or synthetic rows to see what they are good for.
class Classifier {
public:
    virtual ~Classifier() = default;

    virtual std::string name() const = 0;                       ///< key in run.json: "xgboost", "logistic"
    virtual ClassifierFeatures::Numbers numbers() const = 0;    ///< how it wants its numbers

    /// features n x p, label 0/1. Throws Cancelled between rounds. A constant label is learned as a constant.
    virtual void fit(const Matrix &features, std::span<const std::uint8_t> label, std::stop_token stop) = 0;
    /// Probability of label 1 for every row.
    virtual std::vector<float> predict(const Matrix &features) const = 0;
};

/// kind: "xgboost" (default parameters, 100 rounds) or "logistic" (L2, LIBLINEAR-like C = 1, by L-BFGS).
/// Throws InputError for another name.
std::unique_ptr<Classifier> make_classifier(const std::string &kind, std::uint64_t seed, int threads);
std::vector<std::string> classifier_names();

} // namespace fairloom
