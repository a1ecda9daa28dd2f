#include "core/base/parallel.h"
#include "core/model/distillation_losses.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace fairloom {

namespace {

using torch::Tensor;

/// The rows' projections on a direction, and the rows in ascending order of them.
template <typename Float>
struct Projection {
    std::vector<std::pair<Float, std::uint32_t>> sorted;

    void project(const Tensor &rows, const Float *direction)
    {
        const std::size_t n = static_cast<std::size_t>(rows.size(0)), d = static_cast<std::size_t>(rows.size(1));
        const Float *x = rows.data_ptr<Float>();
        sorted.resize(n);
        for (std::size_t i = 0; i < n; ++i) {
            Float sum = 0;
            for (std::size_t k = 0; k < d; ++k)
                sum += x[i * d + k] * direction[k];
            sorted[i] = {sum, static_cast<std::uint32_t>(i)};
        }
        std::sort(sorted.begin(), sorted.end());
    }
};

/// Cost of a difference and its derivative.
template <typename Float>
std::pair<Float, Float> cost(DistillationLoss loss, Float difference)
{
    const Float size = std::abs(difference);
    const Float sign = difference > 0 ? Float(1) : difference < 0 ? Float(-1) : Float(0);
    if (loss == DistillationLoss::l1)
        return {size, sign};
    if (loss == DistillationLoss::mse)
        return {difference * difference, 2 * difference};
    return size <= 1 ? std::pair<Float, Float>{difference * difference / 2, difference} : std::pair<Float, Float>{size - Float(0.5), sign};
}

template <typename Float>
double evaluate(DistillationLoss loss, const Tensor &a, const Tensor &b, const Tensor &directions, Tensor &gradient, int threads)
{
    const std::size_t n = static_cast<std::size_t>(a.size(0)), d = static_cast<std::size_t>(a.size(1));
    const std::size_t count = static_cast<std::size_t>(directions.size(0));
    const std::size_t parts = std::min<std::size_t>(static_cast<std::size_t>(std::max(threads, 1)), count);
    const Float scale = static_cast<Float>(1.0 / (static_cast<double>(n) * static_cast<double>(count)));
    std::vector<double> totals(parts, 0.0);
    std::vector<std::vector<Float>> gradients(parts, std::vector<Float>(n * d, Float(0)));
    parallel_for(count, static_cast<int>(parts), [&](std::size_t first, std::size_t last, int part) {
        Projection<Float> of_a, of_b;
        std::vector<Float> &out = gradients[static_cast<std::size_t>(part)];
        double total = 0;
        for (std::size_t p = first; p < last; ++p) {
            const Float *direction = directions.data_ptr<Float>() + p * d;
            of_a.project(a, direction);
            of_b.project(b, direction);
            for (std::size_t rank = 0; rank < n; ++rank) {
                const auto [value, slope] = cost<Float>(loss, of_a.sorted[rank].first - of_b.sorted[rank].first);
                total += static_cast<double>(value);
                Float *to = out.data() + of_a.sorted[rank].second * d;
                for (std::size_t k = 0; k < d; ++k)
                    to[k] += scale * slope * direction[k];
            }
        }
        totals[static_cast<std::size_t>(part)] = total;
    });
    Float *to = gradient.data_ptr<Float>();
    for (std::size_t i = 0; i < n * d; ++i) {
        to[i] = 0;
        for (const std::vector<Float> &part : gradients)
            to[i] += part[i];
    }
    return std::accumulate(totals.begin(), totals.end(), 0.0) * static_cast<double>(scale);
}

class SlicedWasserstein : public torch::autograd::Function<SlicedWasserstein> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &a, const Tensor &b, const Tensor &directions,
                          std::int64_t loss, std::int64_t threads)
    {
        const Tensor x = a.contiguous(), y = b.contiguous(), lines = directions.contiguous();
        Tensor gradient = torch::empty_like(x);
        const auto kind = static_cast<DistillationLoss>(loss);
        const double value = x.scalar_type() == torch::kDouble ? evaluate<double>(kind, x, y, lines, gradient, static_cast<int>(threads))
                                                               : evaluate<float>(kind, x, y, lines, gradient, static_cast<int>(threads));
        context->save_for_backward({gradient});
        return torch::full({}, value, x.options());
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        return {context->get_saved_variables()[0] * grads[0], Tensor(), Tensor(), Tensor(), Tensor()};
    }
};

} // namespace

Tensor sliced_wasserstein(DistillationLoss loss, const Tensor &a, const Tensor &b, const Tensor &directions, int threads)
{
    return SlicedWasserstein::apply(a, b.detach(), directions.detach(), static_cast<std::int64_t>(loss), static_cast<std::int64_t>(threads));
}

Tensor unpaired_quality(DistillationLoss loss, const Tensor &student, const Tensor &teacher, const Tensor &directions, int threads)
{
    return loss == DistillationLoss::md ? squared_mmd(student, teacher, threads)
                                        : sliced_wasserstein(loss, student, teacher, directions, threads);
}

Tensor kl_of_moments(const Tensor &p, const Tensor &q)
{
    constexpr double ridge = 1e-4;
    const std::int64_t d = p.size(1);
    const auto covariance = [&](const Tensor &x) {
        const Tensor centred = x - x.mean(0);
        return torch::mm(centred.t(), centred) / static_cast<double>(x.size(0)) + ridge * torch::eye(d, x.options());
    };
    const Tensor cov_p = covariance(p), factor = torch::linalg_cholesky(covariance(q));
    const Tensor inverse = torch::cholesky_inverse(factor);
    const Tensor difference = (q.mean(0) - p.mean(0)).unsqueeze(1);
    const Tensor log_det_q = 2 * factor.diagonal().log().sum(), log_det_p = 2 * torch::linalg_cholesky(cov_p).diagonal().log().sum();
    return 0.5 * ((inverse * cov_p).sum() + torch::mm(difference.t(), torch::mm(inverse, difference)).squeeze() - static_cast<double>(d) +
                  log_det_q - log_det_p);
}

} // namespace fairloom
