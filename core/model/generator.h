#pragma once

// Internal to core (LibTorch types).

#include "core/base/progress.h"
#include "core/model/fair_model.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Latents with, for the posterior sampler, the training row that each derives from.
struct LatentDraw {
    torch::Tensor z;                       ///< n x latent
    std::vector<std::size_t> source_row;   ///< empty for samplers that need no data
};

/// Posteriors of training rows drawn with replacement (n != all rows) or each once in random order (n = all rows).
LatentDraw draw_from_posterior(const FairModel &model, EncoderNet &encoder, const EncodedRows &rows, std::size_t n,
                               std::uint64_t seed, int threads);
LatentDraw draw_from_mixture(const FairModel &model, std::size_t n, std::uint64_t seed);
LatentDraw draw_from_prior(const FairModel &model, std::size_t n, std::uint64_t seed);
LatentDraw draw_from_bank(const FairModel &model, std::size_t n, std::uint64_t seed);

struct DecodeRequest {
    std::vector<double> group_shares;             ///< s~ drawn independently of z'; empty = shares of the training rows
    const std::vector<std::int32_t> *groups = nullptr; ///< given groups instead (control 2), per row
    std::optional<double> positive_share;         ///< exact share of the positive label; empty = as the head draws it
    double temperature = 1;                       ///< divides the decoder's logits
    double label_temperature = 1;                 ///< divides the head's logits
    double label_shift = 0;                       ///< then added to the logit of the positive label
    std::uint64_t seed = 1;
    int threads = 1;
};

/// x~ = D(z', s~), y~ from the head: rows of the original kind, columns in the original order.
Table decode_rows(const FairModel &model, const torch::Tensor &z, const DecodeRequest &request, Progress &progress,
                  std::stop_token stop);

} // namespace fairloom
