#include "core/model/latent_mixture.h"

#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr double smallest_variance = 1e-6;

/// One tensor a component, made by all threads; each component's arithmetic is the same with any number of them.
std::vector<Tensor> per_component(std::int64_t components, int threads, const std::function<Tensor(std::int64_t)> &make)
{
    std::vector<Tensor> out(static_cast<std::size_t>(components));
    parallel_for(out.size(), threads, [&](std::size_t begin, std::size_t end, int) {
        const torch::NoGradGuard no_gradient; // each thread has its own
        for (std::size_t c = begin; c < end; ++c)
            out[c] = make(static_cast<std::int64_t>(c));
    });
    return out;
}

/// log weight_k + log N(x_i; mean_k, L_k L_k^T), n x K.
Tensor component_log_density(const Tensor &x, const Tensor &weight, const Tensor &mean, const Tensor &cholesky, int threads)
{
    const auto d = static_cast<double>(x.size(1));
    return torch::stack(per_component(weight.size(0), threads,
                                      [&](std::int64_t c) {
                                          const Tensor whitened =
                                              torch::linalg_solve_triangular(cholesky[c], (x - mean[c]).t(), /*upper=*/false);
                                          const Tensor log_det = cholesky[c].diagonal().log().sum();
                                          return -0.5 * whitened.square().sum(0) - log_det - 0.5 * d * std::log(2 * std::numbers::pi) +
                                                 weight[c].log();
                                      }),
                        1);
}

} // namespace

LatentMixture LatentMixture::fit(const Tensor &latents, int components, int iterations, std::uint64_t seed, int threads, std::stop_token stop)
{
    const torch::NoGradGuard no_gradient;
    const Tensor x = latents.to(torch::kDouble);
    const std::int64_t n = x.size(0), d = x.size(1);
    const std::int64_t k = std::clamp<std::int64_t>(components, 1, std::max<std::int64_t>(1, n / (4 * d)));

    // Centres: the first at random, each next one drawn far from those before (k-means++).
    Random random(seed, "latent mixture");
    std::vector<Tensor> centres{x[static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(n)))]};
    Tensor nearest = (x - centres[0]).square().sum(1);
    while (static_cast<std::int64_t>(centres.size()) < k) {
        const Tensor cumulative = nearest.cumsum(0);
        const double target = random.uniform() * cumulative[n - 1].item<double>();
        const std::int64_t chosen = std::min<std::int64_t>(torch::searchsorted(cumulative, target).item<std::int64_t>(), n - 1);
        centres.push_back(x[chosen]);
        nearest = torch::minimum(nearest, (x - centres.back()).square().sum(1));
    }

    const Tensor centred = x - x.mean(0);
    const Tensor ridge = torch::eye(d, x.options()) * smallest_variance;
    const Tensor covariance = torch::mm(centred.t(), centred) / static_cast<double>(n) / static_cast<double>(k) + ridge;
    Tensor weight = torch::full({k}, 1.0 / static_cast<double>(k), x.options());
    Tensor mean = torch::stack(centres);
    Tensor cholesky = torch::linalg_cholesky(covariance).unsqueeze(0).repeat({k, 1, 1});
    double before = -INFINITY;
    for (int iteration = 0; iteration < iterations; ++iteration) {
        throw_if_stopped(stop);
        const Tensor log_density = component_log_density(x, weight, mean, cholesky, threads);
        const Tensor total = torch::logsumexp(log_density, 1, true);
        const Tensor responsibility = (log_density - total).exp();
        const Tensor count = responsibility.sum(0) + 1e-10;
        weight = count / count.sum();
        mean = torch::mm(responsibility.t(), x) / count.unsqueeze(1);
        cholesky = torch::stack(per_component(k, threads, [&](std::int64_t c) {
            const Tensor difference = x - mean[c];
            const Tensor weighted = difference * responsibility.select(1, c).unsqueeze(1);
            return torch::linalg_cholesky(torch::mm(weighted.t(), difference) / count[c] + ridge);
        }));
        const double now = total.mean().item<double>();
        if (now - before < 1e-4)
            break;
        before = now;
    }
    return {weight.to(torch::kFloat), mean.to(torch::kFloat), cholesky.to(torch::kFloat)};
}

Tensor LatentMixture::sample(std::int64_t n, torch::Generator generator) const
{
    const torch::NoGradGuard no_gradient;
    const Tensor component = torch::multinomial(weight, n, /*replacement=*/true, generator);
    const Tensor noise = torch::randn({n, mean.size(1)}, generator);
    Tensor out = torch::empty({n, mean.size(1)});
    for (std::int64_t c = 0; c < components(); ++c) {
        const Tensor rows = (component == c).nonzero().squeeze(1);
        if (rows.numel() > 0)
            out.index_copy_(0, rows, mean[c] + torch::mm(noise.index_select(0, rows), cholesky[c].t()));
    }
    return out;
}

double LatentMixture::mean_log_density(const Tensor &latents) const
{
    const torch::NoGradGuard no_gradient;
    return torch::logsumexp(component_log_density(latents.to(torch::kDouble), weight.to(torch::kDouble), mean.to(torch::kDouble),
                                                  cholesky.to(torch::kDouble), 1),
                            1)
        .mean()
        .item<double>();
}

} // namespace fairloom
