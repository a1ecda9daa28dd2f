#pragma once

#include "core/base/progress.h"
#include "core/data/problem.h"
#include "core/metrics/column_association.h"
#include "core/metrics/metric.h"
#include "core/metrics/single_column_score.h"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace fairloom {

/// A feature that may stand in for the sensitive attribute: leaving the attribute out would not hide it.
struct ProxyColumn {
    ColumnAssociation association; ///< with the group; has the column's index
    Metric auroc;                  ///< of the group from this column alone (single_column_auroc)
};

/// The problem's features among its training rows, best predictor of the group first. They are ranked by AUROC, which means
/// the same for every type of column; equal ones by association, undefined ones last. The group is the combination of
/// all sensitive columns.
std::vector<ProxyColumn> rank_proxies(const Problem &problem, const SingleColumnSettings &settings, int threads,
                                      Progress &progress, std::stop_token stop);

} // namespace fairloom
