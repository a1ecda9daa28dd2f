#pragma once

// Internal to core (LibTorch types).

#include <torch/torch.h>

#include <string>
#include <vector>

namespace fairloom {

/// How a student's latent z' is held against the teacher's z drawn with the same noise. The names of runs are those of
/// the paper: L1-KL, Huber-KL, MSE-KL, MD-KL.
enum class DistillationLoss { l1, huber, mse, md };

/// "l1", "huber", "mse", "md"; throws InputError for another.
DistillationLoss distillation_loss_from(const std::string &name);

/// Quality part of the student's loss: z, z': n x d; returns a scalar, mean over elements.
///   l1     |z' - z|
///   huber  (z' - z)^2 / 2 where |z' - z| <= 1, else |z' - z| - 1/2
///   mse    (z' - z)^2
///   md     squared maximum mean discrepancy, see below. The paper's summary does not spell MD out; this reading is ours.
torch::Tensor distillation_quality(DistillationLoss loss, const torch::Tensor &student, const torch::Tensor &teacher,
                                   int threads);

/// Squared maximum mean discrepancy, biased estimator (Gretton et al., JMLR 2012), with the kernel
/// k(r) = sum over c in {0.25, 0.5, 1, 2, 4} of exp(-r^2 / (2 (c m)^2)), m = median distance between rows of b. Value and
/// gradient come out of one pass over pairs in O(n d) memory. a: n x d, b: m x d, float or double; b and m are constants:
/// the gradient goes to a alone.
torch::Tensor squared_mmd(const torch::Tensor &a, const torch::Tensor &b, int threads);

/// Sliced Wasserstein distance (Bonneel et al. 2015): both samples are projected on each direction and sorted; the mean cost of
/// the differences between equal ranks. l1: Wasserstein-1; mse: Wasserstein-2, squared; huber: the same with Huber's cost; not md. a, b: n
/// x d; directions: P x d, of length 1. Value and gradient in one pass, O(P n log n) time. The gradient goes to a alone.
torch::Tensor sliced_wasserstein(DistillationLoss loss, const torch::Tensor &a, const torch::Tensor &b, const torch::Tensor &directions,
                                 int threads);

/// Quality part of a generator student's loss. Its latents belong to no row, so point-wise losses would only learn the mean:
/// sliced_wasserstein() for l1, huber and mse, squared_mmd() for md.
torch::Tensor unpaired_quality(DistillationLoss loss, const torch::Tensor &student, const torch::Tensor &teacher,
                               const torch::Tensor &directions, int threads);

/// KL divergence between the Gaussians that have the means and full covariances (plus 1e-4 I) of two samples, KL(p || q); both
/// n x d. Differentiable in both.
torch::Tensor kl_of_moments(const torch::Tensor &p, const torch::Tensor &q);

} // namespace fairloom
