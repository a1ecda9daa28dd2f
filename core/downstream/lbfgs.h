#pragma once

#include <functional>
#include <vector>

namespace fairloom {

/// What the minimiser did.
struct LbfgsResult {
    double value = 0;
    double gradient = 0; ///< largest absolute component at the end
    int iterations = 0;
    bool converged = false;
};

/// Limited-memory BFGS (Nocedal and Wright, 2006, algorithm 7.4; memory 10) with a weak Wolfe line search by bisection
/// (Lewis and Overton, 2013). `evaluate` writes the gradient and returns the value; what it throws passes through.
/// Ends when no component of the gradient is larger than `tolerance`, or when no step lowers the value any more.
LbfgsResult minimise_lbfgs(std::vector<double> &x,
                           const std::function<double(const std::vector<double> &, std::vector<double> &)> &evaluate,
                           int max_iterations, double tolerance);

} // namespace fairloom
