#include "core/base/parallel.h"
#include "core/model/distillation_losses.h"
#include "core/model/vector_kernels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace fairloom {

namespace {

using torch::Tensor;

/// Rows by dimension, so that the loops over rows are contiguous.
template <typename Float>
std::vector<Float> by_dimension(const Tensor &rows)
{
    const std::size_t n = static_cast<std::size_t>(rows.size(0)), d = static_cast<std::size_t>(rows.size(1));
    std::vector<Float> out(n * d);
    const Float *source = rows.data_ptr<Float>();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t k = 0; k < d; ++k)
            out[k * n + i] = source[i * d + k];
    return out;
}

/// Squared median distance between different rows; a few hundred rows settle it.
template <typename Float>
double squared_median(const Tensor &rows)
{
    const std::size_t d = static_cast<std::size_t>(rows.size(1));
    const std::size_t used = std::min<std::size_t>(static_cast<std::size_t>(rows.size(0)), 512);
    const Float *x = rows.data_ptr<Float>();
    std::vector<double> squared;
    for (std::size_t i = 0; i < used; ++i)
        for (std::size_t j = i + 1; j < used; ++j) {
            double total = 0;
            for (std::size_t k = 0; k < d; ++k) {
                const double difference = static_cast<double>(x[i * d + k]) - static_cast<double>(x[j * d + k]);
                total += difference * difference;
            }
            squared.push_back(total);
        }
    if (squared.empty())
        return 1;
    const auto middle = squared.begin() + static_cast<std::ptrdiff_t>(squared.size() / 2);
    std::nth_element(squared.begin(), middle, squared.end());
    return std::max(*middle, 1e-12);
}

/// Sum over i in [begin, end) and all j of k(|a_i - b_j|); adds factor * d/da_i of it to gradient (rows x d) if not null.
/// In double, for gradient checks. With t = exp(-r^2 / (32 m^2)) the five kernels are t, t^4, t^16, t^64 and t^256: one exponential a pair.
double kernel_sum(const double *a, std::size_t d, const std::vector<double> &b, std::size_t m, std::size_t begin, std::size_t end,
                  double inverse, double factor, double *gradient)
{
    std::vector<double> squared(m), slope(m);
    double total = 0;
    for (std::size_t i = begin; i < end; ++i) {
        std::fill(squared.begin(), squared.end(), 0.0);
        for (std::size_t k = 0; k < d; ++k) {
            const double x = a[i * d + k];
            const double *y = b.data() + k * m;
            for (std::size_t j = 0; j < m; ++j)
                squared[j] += (x - y[j]) * (x - y[j]);
        }
        for (std::size_t j = 0; j < m; ++j) {
            const double t = std::exp(-squared[j] * inverse);
            const double t2 = t * t, t4 = t2 * t2, t8 = t4 * t4, t16 = t8 * t8, t32 = t16 * t16, t64 = t32 * t32;
            const double t128 = t64 * t64, t256 = t128 * t128;
            squared[j] = t + t4 + t16 + t64 + t256;
            slope[j] = t + 4 * t4 + 16 * t16 + 64 * t64 + 256 * t256;
        }
        double row = 0;
        for (std::size_t j = 0; j < m; ++j)
            row += squared[j];
        total += row;
        if (!gradient)
            continue;
        for (std::size_t k = 0; k < d; ++k) {
            const double x = a[i * d + k];
            const double *y = b.data() + k * m;
            double sum = 0;
            for (std::size_t j = 0; j < m; ++j)
                sum += slope[j] * (x - y[j]);
            gradient[i * d + k] += factor * -2 * inverse * sum;
        }
    }
    return total;
}

double kernel_sum(const float *a, std::size_t d, const std::vector<float> &b, std::size_t m, std::size_t begin, std::size_t end,
                  float inverse, float factor, float *gradient)
{
    std::vector<float> scratch(2 * m);
    return kernel::vector_kernels().kernel_sums(a, d, b.data(), m, begin, end, inverse, factor, gradient, scratch.data());
}

template <typename Float>
double evaluate(const Tensor &a, const Tensor &b, Tensor &gradient, int threads)
{
    const std::size_t n = static_cast<std::size_t>(a.size(0)), m = static_cast<std::size_t>(b.size(0));
    const std::size_t d = static_cast<std::size_t>(a.size(1));
    const Float inverse = static_cast<Float>(1 / (32 * squared_median<Float>(b)));
    const std::vector<Float> columns_a = by_dimension<Float>(a), columns_b = by_dimension<Float>(b);
    const double nn = static_cast<double>(n) * static_cast<double>(n), nm = static_cast<double>(n) * static_cast<double>(m);
    const double mm = static_cast<double>(m) * static_cast<double>(m);
    std::vector<double> parts(static_cast<std::size_t>(std::max(threads, 1)), 0.0);
    const auto add = [&](const Tensor &rows, const std::vector<Float> &others, std::size_t other_count, double weight, Float *out) {
        parallel_for(static_cast<std::size_t>(rows.size(0)), threads, [&](std::size_t begin, std::size_t end, int part) {
            // d/da_i counts a pair (i, j) of one sample twice; `weight` already carries that for the mixed term.
            const Float factor = static_cast<Float>(weight > 0 ? 2 * weight : weight);
            parts[static_cast<std::size_t>(part)] += weight * kernel_sum(rows.data_ptr<Float>(), d, others, other_count,
                                                                                begin, end, inverse, factor, out);
        });
    };
    add(a, columns_a, n, 1 / nn, gradient.data_ptr<Float>());
    add(a, columns_b, m, -2 / nm, gradient.data_ptr<Float>());
    add(b, columns_b, m, 1 / mm, nullptr);
    return std::accumulate(parts.begin(), parts.end(), 0.0);
}

class SquaredMmd : public torch::autograd::Function<SquaredMmd> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &a, const Tensor &b, std::int64_t threads)
    {
        const Tensor x = a.contiguous(), y = b.contiguous();
        Tensor gradient = torch::zeros_like(x);
        const double value = x.scalar_type() == torch::kDouble ? evaluate<double>(x, y, gradient, static_cast<int>(threads))
                                                               : evaluate<float>(x, y, gradient, static_cast<int>(threads));
        context->save_for_backward({gradient});
        return torch::full({}, value, x.options());
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        return {context->get_saved_variables()[0] * grads[0], Tensor(), Tensor()};
    }
};

} // namespace

Tensor squared_mmd(const Tensor &a, const Tensor &b, int threads)
{
    return SquaredMmd::apply(a, b.detach(), static_cast<std::int64_t>(threads));
}

} // namespace fairloom
