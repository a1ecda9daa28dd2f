#pragma once

#include "core/base/matrix.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Multinomial logistic regression: minimises mean cross-entropy + l2 / (2 n) * |W|^2 (intercepts free) by L-BFGS.
/// Two classes are fitted as one weight vector w, of which the classes get -w/2 and w/2. The fit does not depend on the
/// number of threads. Throws InputError for values that are not finite, Cancelled when stopped.
class LogisticRegression {
public:
    struct Settings {
        double l2 = 1.0;
        int max_iterations = 200;
        double tolerance = 1e-5;
        int threads = 1;
    };

    void fit(const Matrix &features, std::span<const std::int32_t> target, int classes, const Settings &settings,
             std::stop_token stop);
    /// n x classes probabilities.
    Matrix predict(const Matrix &features) const;
    /// What one more of each feature adds to the log odds of class 1 against class 0, and the intercept last; of two classes.
    std::vector<double> log_odds_weights() const;

private:
    std::size_t features_ = 0;
    int classes_ = 0;
    std::vector<double> weights_; ///< (features + 1) x classes, intercepts last
};

} // namespace fairloom
