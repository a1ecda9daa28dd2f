#pragma once

// Internal to core (LibTorch types).

#include "core/rivals/causal_graph.h"
#include "core/rivals/rival.h"

namespace fairloom {

/// DECAF (van Breugel, Kyono, Berrevoets and van der Schaar, "DECAF: Generating Fair Synthetic Data Using Causally-Aware Generative Networks",
/// NeurIPS 2021). A generator with a network a column, which sees the columns that cause it and noise of its own, makes rows along a causal graph; a
/// critic of whole rows trains all of them jointly (Wasserstein GAN with gradient penalty of weight 10; what a network sees of a parent is
/// generated, in training as afterwards). Fairness costs no training: at generation the edges that unfair_edges() names are cut, that is, what the
/// child sees of the parent is drawn from the parent's own distribution.
///
/// Reads of RivalSettings: graph ("" = estimate_causal_graph()), decaf_fairness, epochs, batch, learning_rate, and the teacher's seed and
/// threads. Where our defaults differ from the authors' program (50 epochs of Adult in batches of 64, rate 5e-4, Adam with beta1 = 0.5, hidden 200 shared by all
/// columns, numbers and category codes scaled to 0 .. 1) is where we found ours better or that unreasonable on 32,561 rows, at the same
/// architecture:
///   * Columns are states of TableEncoder, one-hot and with a score where they are of numbers, with Gumbel noise (decaf_states.h,
///     decaf_networks.h), so that a row has existing categories and numbers on the column's grid; every column starts at its shares in the training rows.
///   * Every column has hidden layers of its own, 100 wide; the critic's are 128 wide.
///   * Batches of 500 (a tenth of the rows where those are few, 128 at least), as many epochs as make 10,000 steps of the critic (154 on Adult); the
///     generator takes a step every second time.
///   * Rate 1e-3 throughout. The weights kept are not those of the last step but the generator's mean over the second half of the steps: the two
///     networks go on circling around each other, and on Adult (one seed) the last step's rows are three times as far off in pairs of columns.
///   * No weight decay, no privacy loss (the authors' experiments have none).
/// A combination of sensitive values that no training row has is drawn again.
class DecafRival final : public Rival {
public:
    explicit DecafRival(RivalSettings settings);
    ~DecafRival() override;

    /// "critic": mean of the critic for generated rows less that for real ones; "generator": the mean for generated rows, negated; "penalty".
    std::vector<std::string> terms() const override;
    RivalTraining train(const Problem &problem, const TrainingHooks &hooks) override;
    Table generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const override;

private:
    struct Learned;
    RivalSettings settings_;
    std::unique_ptr<const Learned> learned_;
};

} // namespace fairloom
