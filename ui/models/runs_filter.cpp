#include "ui/models/runs_filter.h"

#include "ui/models/runs_model.h"

#include <algorithm>

namespace fairloom::ui {

RunsFilter::RunsFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RunsModel::SortRole);
    setSortLocaleAware(true);
}

void RunsFilter::setSearch(const QString &words)
{
    const QStringList wanted = words.toLower().split(u' ', Qt::SkipEmptyParts);
    if (wanted == words_)
        return;
    words_ = wanted;
    invalidateFilter();
}

void RunsFilter::setStudy(const std::optional<QString> &study)
{
    if (study == study_)
        return;
    study_ = study;
    invalidateFilter();
}

bool RunsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!isFiltering())
        return true;
    const QModelIndex run = sourceModel()->index(row, 0, parent);
    if (study_ && run.data(RunsModel::StudyRole).toString() != *study_)
        return false;
    const QString text = run.data(RunsModel::SearchRole).toString();
    return std::all_of(words_.begin(), words_.end(), [&](const QString &word) { return text.contains(word); });
}

bool RunsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(RunsModel::SortRole), b = right.data(RunsModel::SortRole);
    if (a.isValid() != b.isValid()) // runs without the figure come last either way
        return (sortOrder() == Qt::AscendingOrder) == a.isValid();
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace fairloom::ui
