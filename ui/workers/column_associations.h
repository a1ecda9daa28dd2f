#pragma once

#include "core/data/problem.h"
#include "core/metrics/column_association.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom::ui {

/// What one column has to do with the sensitive attribute and with the target, among the training rows.
struct AssociationRow {
    std::size_t column = 0;
    std::string name;
    std::optional<ColumnAssociation> group;  ///< empty of a sensitive column itself
    std::optional<ColumnAssociation> label;  ///< with the favourable label; empty of the target itself
    std::optional<Metric> auroc;             ///< of the group from this column alone; features only
};

/// Every column that is not ignored: proxies first, the best predictor of the group at the top; then the other columns.
std::vector<AssociationRow> associate_columns(const Problem &problem, std::stop_token stop);

} // namespace fairloom::ui
