#include "core/metrics/proxies.h"

#include "core/base/item_loop.h"

#include <algorithm>

namespace fairloom {

std::vector<ProxyColumn> rank_proxies(const Problem &problem, const SingleColumnSettings &settings, int threads,
                                      Progress &progress, std::stop_token stop)
{
    const LabelledTable &rows = problem.train;
    const int groups = static_cast<int>(problem.groups.size());
    const std::vector<ColumnAssociation> associations =
        rank_associations(rows.table, problem.features, rows.group, groups, threads, progress, stop);
    const std::vector<std::uint8_t> fold = stratified_folds(rows.group, groups, settings.folds, settings.seed);

    std::vector<ProxyColumn> out(associations.size());
    for_each_item(out.size(), threads, FAIRLOOM_TEXT("Looking for proxies"), progress, stop, [&](std::size_t i, int) {
        out[i].association = associations[i];
        const Column &column = rows.table.columns[associations[i].column];
        out[i].auroc = single_column_auroc(column, rows.group, groups, fold, settings, stop);
    });
    // already in order of association
    std::stable_sort(out.begin(), out.end(), [](const ProxyColumn &a, const ProxyColumn &b) {
        return a.auroc.value.value_or(-1) > b.auroc.value.value_or(-1);
    });
    return out;
}

} // namespace fairloom
