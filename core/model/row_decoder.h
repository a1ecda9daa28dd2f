#pragma once

// Internal to core (LibTorch types).

#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/model/fair_model.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace fairloom {

struct DecodeRequest {
    std::vector<double> group_shares;             ///< s~ drawn independently of z'; empty = shares of the training rows
    const std::vector<std::int32_t> *groups = nullptr; ///< given groups instead (control 2), per row
    const std::vector<std::int32_t> *targets = nullptr; ///< given labels instead of the head's, per row
    std::optional<double> positive_share;         ///< exact share of the positive label; empty = as the head draws it
    double temperature = 1;                       ///< divides the decoder's logits
    double label_temperature = 1;                 ///< divides the head's logits
    double label_shift = 0;                       ///< then added to the logit of the positive label
    std::uint64_t seed = 1;
    int threads = 1;
};

/// p(y | z) by the target head: softmax(logits / temperature, `shift` added to the positive label's). z: n x latent; n x target values.
torch::Tensor label_probabilities(const FairModel &model, const torch::Tensor &z, double temperature, double shift, int threads);

/// x~ = D(z', s~), y~ from the head: rows of the original kind, columns in the original order. Latents may come in parts: the rows
/// are those that one part would give (an exact share of the positive label is kept within every part).
class RowDecoder {
public:
    RowDecoder(const FairModel &model, DecodeRequest request);

    /// The next rows; z: n x latent. Progress is that of the part.
    Table next(const torch::Tensor &z, Progress &progress, const std::stop_token &stop);

private:
    std::vector<std::int32_t> draw_groups(std::size_t n);
    std::vector<std::int32_t> draw_targets(const torch::Tensor &probabilities);
    std::vector<std::string> picture_names(std::size_t rows) const;
    Column fixed_column(const std::string &name, const std::vector<std::int32_t> &groups, const std::vector<std::int32_t> &targets) const;

    const FairModel &model_;
    DecodeRequest request_;
    std::vector<double> group_shares_;
    std::size_t done_ = 0;                 ///< rows of the parts before
    std::uint64_t state_seed_;
    Random group_random_, label_random_;
    std::vector<Random> value_random_;     ///< per feature column
};

/// All rows in one part.
Table decode_rows(const FairModel &model, const torch::Tensor &z, const DecodeRequest &request, Progress &progress, std::stop_token stop);

} // namespace fairloom
