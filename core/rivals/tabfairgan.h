#pragma once

// Internal to core (LibTorch types).

#include "core/rivals/rival.h"
#include "core/rivals/tabfairgan_columns.h"
#include "core/rivals/tabfairgan_networks.h"

#include <memory>
#include <optional>

namespace fairloom {

/// TabFairGAN (Rajabi and Garibay, Machine Learning and Knowledge Extraction 4 (2022); arXiv 2109.00666): a Wasserstein GAN with gradient penalty
/// for tables that, in the last epochs of its training, also counts parity of the labels that it makes. Where paper and public program differ, it is
/// the program's way: the critic's last layer (see TabFairGanCritic), shares of real and generated per value, and lambda divided by the batch, which
/// comes of a mean where the formula has a sum.
///
/// Ours beyond the program: all training rows are used (it puts a tenth aside and does not look at them), in a new order each epoch; numbers come out on
/// their column's grid; missing numbers have a state of their own; several sensitive columns, and more than two groups. With two groups the parity
/// term is the privileged group's rate of favourable labels minus the other's, with its sign, so that a large lambda overshoots; with
/// more it is the weighted sum of parity_weights(), which moves every group's rate by how far from the mean it is in the training rows.
///
/// Reads of RivalSettings: epochs (0 = 200), fair_epochs, the last of all (0 = a quarter, rounded down; negative = none), fairness, that is lambda
/// (0 = 0.5), batch (0 = 256; at most the training rows), learning_rate (0 = 2e-4, of which the generator has half in fair epochs), and of
/// `teacher` seed and threads.
class TabFairGan final : public Rival {
public:
    explicit TabFairGan(RivalSettings settings) : settings_(std::move(settings)) {}

    std::vector<std::string> terms() const override;
    RivalTraining train(const Problem &problem, const TrainingHooks &hooks) override;
    /// Categories are drawn with the same Gumbel noise as in training, and the greatest counts.
    Table generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const override;

private:
    RivalSettings settings_;
    std::optional<TabFairGanColumns> columns_;
    std::shared_ptr<TabFairGanGenerator> generator_;
};

} // namespace fairloom
