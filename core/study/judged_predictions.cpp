#include "core/study/judged_predictions.h"

namespace fairloom {

ClassifierResult judge_predictions(std::shared_ptr<const ScoredRows> rows, const std::vector<Group> &groups, const FairnessOptions &options)
{
    ClassifierResult out{compute_fairness(*rows, groups, options), compute_utility(*rows, options.threshold, options.level), {}, {}, rows};
    for (const GroupMarginal &marginal : group_marginals(groups)) {
        ScoredRows together = *rows;
        for (std::int32_t &group : together.group)
            group = marginal.of_group[static_cast<std::size_t>(group)];
        FairnessOptions own = options;
        own.reference.reset();
        out.by_column.push_back({marginal.column, compute_fairness(together, marginal.groups, own)});
    }
    return out;
}

} // namespace fairloom
