#include "core/downstream/lbfgs.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <numeric>

namespace fairloom {

namespace {

constexpr std::size_t memory = 10;
constexpr double sufficient_decrease = 1e-4, curvature = 0.9;

struct Pair {
    std::vector<double> s, y;
    double rho = 0; ///< 1 / s'y
};

double dot(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double largest(const std::vector<double> &v)
{
    double m = 0;
    for (const double x : v)
        m = std::max(m, std::abs(x));
    return m;
}

void add(std::vector<double> &to, double factor, const std::vector<double> &v)
{
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += factor * v[i];
}

/// The two-loop recursion: minus the approximate inverse Hessian times the gradient.
std::vector<double> direction_of(const std::vector<double> &gradient, const std::deque<Pair> &pairs)
{
    std::vector<double> q = gradient;
    std::vector<double> alpha(pairs.size());
    for (std::size_t i = pairs.size(); i-- > 0;) {
        alpha[i] = pairs[i].rho * dot(pairs[i].s, q);
        add(q, -alpha[i], pairs[i].y);
    }
    const double scale = pairs.empty() ? 1 / std::max(1.0, std::sqrt(dot(gradient, gradient)))
                                       : 1 / (pairs.back().rho * dot(pairs.back().y, pairs.back().y));
    for (double &v : q)
        v *= -scale;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        add(q, -alpha[i] - pairs[i].rho * dot(pairs[i].y, q), pairs[i].s);
    return q;
}

} // namespace

LbfgsResult minimise_lbfgs(std::vector<double> &x,
                           const std::function<double(const std::vector<double> &, std::vector<double> &)> &evaluate,
                           int max_iterations, double tolerance)
{
    std::vector<double> gradient(x.size()), next(x.size()), next_gradient(x.size());
    LbfgsResult result;
    result.value = evaluate(x, gradient);
    std::deque<Pair> pairs;
    while (result.iterations < max_iterations) {
        result.gradient = largest(gradient);
        if (result.gradient <= tolerance) {
            result.converged = true;
            return result;
        }
        std::vector<double> direction = direction_of(gradient, pairs);
        double slope = dot(direction, gradient);
        if (!(slope < 0)) { // rounding spoilt the pairs: start again from steepest descent
            if (pairs.empty())
                return result;
            pairs.clear();
            continue;
        }

        double step = 1, low = 0, high = std::numeric_limits<double>::infinity(), value = result.value;
        bool lower = false;
        for (int trial = 0; trial < 40; ++trial) {
            next = x;
            add(next, step, direction);
            value = evaluate(next, next_gradient);
            if (!(value <= result.value + sufficient_decrease * step * slope)) {
                high = step;
            } else if (dot(next_gradient, direction) < curvature * slope) {
                low = step;
                lower = true;
            } else {
                lower = true;
                break;
            }
            step = std::isinf(high) ? 2 * low : 0.5 * (low + high);
        }
        if (!lower || !(value < result.value)) {
            if (pairs.empty())
                return result;
            pairs.clear();
            continue;
        }

        Pair pair;
        pair.s = next;
        add(pair.s, -1, x);
        pair.y = next_gradient;
        add(pair.y, -1, gradient);
        const double sy = dot(pair.s, pair.y);
        x.swap(next);
        gradient.swap(next_gradient);
        result.value = value;
        ++result.iterations;
        if (sy > 1e-14 * dot(pair.y, pair.y)) {
            pair.rho = 1 / sy;
            pairs.push_back(std::move(pair));
            if (pairs.size() > memory)
                pairs.pop_front();
        }
    }
    result.gradient = largest(gradient);
    result.converged = result.gradient <= tolerance;
    return result;
}

} // namespace fairloom
