#pragma once

#include "core/base/matrix.h"
#include "core/data/problem.h"
#include "core/downstream/classifier_features.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// A classifier that is trained on real or synthetic rows to see what they are good for.
class Classifier {
public:
    virtual ~Classifier() = default;

    virtual std::string name() const = 0;                       ///< key in run.json: "xgboost", "logistic", "cnn"
    virtual Representation representation() const = 0;          ///< how it wants its rows

    /// n rows as ClassifierFeatures or a model's latents give them, label 0/1. Throws Cancelled between rounds. A constant label is
    /// learned as a constant.
    virtual void fit(const ClassifierRows &rows, std::span<const std::uint8_t> label, std::stop_token stop) = 0;
    /// Probability of label 1 for every row.
    virtual std::vector<float> predict(const ClassifierRows &rows) const = 0;
    /// SHAP values (Lundberg and Lee 2017), n x (p + 1): what each of the p features adds to a row's log odds of label 1, then what all rows
    /// have in common; a row adds up to the log odds of its prediction. Nothing where no exact ones are known. All 0 where a constant was
    /// learned, whose log odds are infinite. This and predict() may be called from several threads at a time.
    virtual std::optional<Matrix> contributions(const ClassifierRows &) const { return std::nullopt; }
};

/// kind: "xgboost" (default parameters, 100 rounds), "logistic" (L2, LIBLINEAR-like C = 1, by L-BFGS) or "cnn" (a small
/// convolutional network, for rows with pictures only). Throws InputError for another name.
std::unique_ptr<Classifier> make_classifier(const std::string &kind, std::uint64_t seed, int threads);
/// Those that judge plain vectors, such as latents.
std::vector<std::string> classifier_names();
/// Whether a problem's rows show pictures.
bool shows_pictures(const Problem &problem);
/// Those that judge a problem's rows: where they show pictures, the network stands in for the logistic regression.
std::vector<std::string> classifier_names(const Problem &problem);

} // namespace fairloom
