#pragma once

// Internal to core (LibTorch types).

#include "core/model/fair_model.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace fairloom {

/// Latents with, for the posterior sampler, the training row that each derives from.
struct LatentDraw {
    torch::Tensor z;                       ///< n x latent
    std::vector<std::size_t> source_row;   ///< empty for samplers that need no data
};

/// An endless sequence of latents, taken in parts: what comes out does not depend on how large the parts are, and memory is that
/// of a part. Copies of a stream go on alike.
class LatentStream {
public:
    /// produce: exactly the asked number of latents, always the same number but for the last time.
    explicit LatentStream(std::function<LatentDraw(std::size_t)> produce) : produce_(std::move(produce)) {}

    LatentDraw next(std::size_t n);

private:
    std::function<LatentDraw(std::size_t)> produce_;
    LatentDraw rest_; ///< of the last block
};

/// Posteriors of training rows: with replacement, or, if n is the number of rows, each once in random order.
LatentStream posterior_latents(const FairModel &model, EncoderNet &encoder, const EncodedRows &rows, std::size_t n, std::uint64_t seed,
                               int threads);
LatentStream mixture_latents(const FairModel &model, std::uint64_t seed);
/// Of a generator student.
LatentStream generator_latents(const FairModel &model, std::uint64_t seed, int threads);
LatentStream prior_latents(const FairModel &model, std::uint64_t seed);
/// Latents that were kept with the model, chosen like training rows.
LatentStream bank_latents(const FairModel &model, std::size_t n, std::uint64_t seed);

} // namespace fairloom
