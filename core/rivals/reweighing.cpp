#include "core/rivals/reweighing.h"

#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace fairloom {

namespace {

constexpr std::size_t rows_between_looks = 1 << 16; ///< at whether to stop

} // namespace

std::vector<double> reweighing_weights(const LabelledTable &rows)
{
    std::vector<std::array<double, 2>> together;
    std::array<double, 2> of_label{};
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto group = static_cast<std::size_t>(rows.group[row]);
        if (group >= together.size())
            together.resize(group + 1);
        ++together[group][rows.label[row]];
        ++of_label[rows.label[row]];
    }
    const double all = static_cast<double>(rows.rows());
    std::vector<double> weights(rows.rows());
    for (std::size_t row = 0; row < weights.size(); ++row) {
        const std::array<double, 2> &of_both = together[static_cast<std::size_t>(rows.group[row])];
        weights[row] = (of_both[0] + of_both[1]) * of_label[rows.label[row]] / (all * of_both[rows.label[row]]);
    }
    return weights;
}

RivalTraining ReweighingRival::train(const Problem &problem, const TrainingHooks &hooks)
{
    hooks.monitor->checkpoint(hooks.stop);
    rows_ = {};
    rows_.name = problem.train.table.name;
    for (const std::size_t c : problem.generated)
        rows_.columns.push_back(problem.train.table.columns[c]);
    cumulative_ = reweighing_weights(problem.train);
    std::partial_sum(cumulative_.begin(), cumulative_.end(), cumulative_.begin());
    return {};
}

Table ReweighingRival::generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const
{
    Random random(seed, "reweighing");
    std::vector<std::size_t> drawn(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        if (i % rows_between_looks == 0) {
            throw_if_stopped(stop);
            progress.report(FAIRLOOM_TEXT("Drawing rows"), static_cast<double>(i) / static_cast<double>(rows));
        }
        const auto place = std::upper_bound(cumulative_.begin(), cumulative_.end(), random.uniform() * cumulative_.back());
        drawn[i] = std::min(static_cast<std::size_t>(place - cumulative_.begin()), cumulative_.size() - 1);
    }
    return rows_.select_rows(drawn);
}

} // namespace fairloom
