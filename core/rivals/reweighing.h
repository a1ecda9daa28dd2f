#pragma once

#include "core/rivals/rival.h"

namespace fairloom {

/// Reweighing (Kamiran and Calders, "Data preprocessing techniques for classification without discrimination", KAIS 2012). A row of group s with
/// label y (favourable or not) weighs w(s, y) = P(s) P(y) / P(s, y), which makes s and y independent in the weighted training rows and leaves the
/// shares of both as they are. As a rival it makes rows in the paper's other form, by sampling: training rows are drawn with replacement, each
/// with a probability proportional to its weight, so that the evaluation of generated rows applies as it is. What it makes are therefore rows of real
/// people. A pair (s, y) that no training row has stays away. Nothing is trained; reads no setting.
class ReweighingRival final : public Rival {
public:
    std::vector<std::string> terms() const override { return {}; }
    RivalTraining train(const Problem &problem, const TrainingHooks &hooks) override;
    Table generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const override;

private:
    Table rows_;                     ///< Problem::generated's columns of the training rows
    std::vector<double> cumulative_; ///< of their weights
};

/// w(s, y) of every row.
std::vector<double> reweighing_weights(const LabelledTable &rows);

} // namespace fairloom
