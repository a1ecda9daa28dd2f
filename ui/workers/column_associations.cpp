#include "ui/workers/column_associations.h"

#include "core/base/parallel.h"
#include "core/metrics/proxies.h"

#include <algorithm>

namespace fairloom::ui {

namespace {

AssociationRow &row_of(std::vector<AssociationRow> &rows, std::size_t column, const Table &table)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const AssociationRow &row) { return row.column == column; });
    if (found != rows.end())
        return *found;
    AssociationRow &row = rows.emplace_back();
    row.column = column;
    row.name = table.columns[column].name;
    return row;
}

} // namespace

std::vector<AssociationRow> associate_columns(const Problem &problem, std::stop_token stop)
{
    NoProgress quiet;
    const Table &table = problem.train.table;
    const int threads = hardware_threads();
    std::vector<AssociationRow> rows;
    for (const ProxyColumn &proxy : rank_proxies(problem, {}, threads, quiet, stop)) {
        AssociationRow &row = row_of(rows, proxy.association.column, table);
        row.group = proxy.association;
        row.auroc = proxy.auroc;
    }
    std::vector<std::size_t> others; // columns of the task: a target may be a proxy of the group, and the group of the target
    std::vector<std::size_t> all_but_target;
    for (const std::size_t column : problem.generated) {
        const std::string &name = table.columns[column].name;
        const bool target = name == problem.task.target;
        if (target)
            others.push_back(column);
        else
            all_but_target.push_back(column);
    }
    for (const ColumnAssociation &association : rank_associations(table, others, problem.train.group, int(problem.groups.size()), threads, quiet, stop))
        row_of(rows, association.column, table).group = association;
    const std::vector<std::int32_t> labels(problem.train.label.begin(), problem.train.label.end());
    for (const ColumnAssociation &association : rank_associations(table, all_but_target, labels, 2, threads, quiet, stop))
        row_of(rows, association.column, table).label = association;
    return rows;
}

} // namespace fairloom::ui
