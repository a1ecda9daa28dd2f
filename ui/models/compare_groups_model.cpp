#include "ui/models/compare_groups_model.h"

#include "ui/models/compare_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/source_style.h"

#include <algorithm>

namespace fairloom::ui {

CompareGroupsModel::CompareGroupsModel(const CompareRuns &compared, QObject *parent) : QAbstractTableModel(parent), runs_(compared)
{
    refresh();
}

void CompareGroupsModel::refresh()
{
    beginResetModel();
    icons_.clear();
    for (const CompareRuns::Series &series : runs_.series())
        icons_.push_back(markerIcon(seriesMarker(series.style)));
    endResetModel();
}

void CompareGroupsModel::emitChanged(int first, int last)
{
    if (rowCount() > 0)
        emit dataChanged(index(0, first), index(rowCount() - 1, last));
}

void CompareGroupsModel::refreshSelection()
{
    emitChanged(0, column_count - 1);
}

void CompareGroupsModel::refreshReference()
{
    emitChanged(name, against);
    emit headerDataChanged(Qt::Horizontal, against, against);
}

ComparedFigure CompareGroupsModel::figureOf(int column)
{
    switch (column) {
    case eor: return ComparedFigure::eor;
    case accuracy: return ComparedFigure::accuracy;
    case f1: return ComparedFigure::f1;
    case density: return ComparedFigure::density;
    case coverage: return ComparedFigure::coverage;
    case tsts_dpr: return ComparedFigure::tsts_dpr;
    case student_s: return ComparedFigure::student_s;
    default: return ComparedFigure::dpr;
    }
}

int CompareGroupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(runs_.groups().size());
}

int CompareGroupsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : column_count;
}

std::size_t CompareGroupsModel::selectedIn(std::size_t group) const
{
    const std::vector<std::size_t> &rows = runs_.groups()[group].rows;
    return std::size_t(std::count_if(rows.begin(), rows.end(), [this](std::size_t run) { return runs_.isSelected(run); }));
}

QString CompareGroupsModel::text(std::size_t group, int column) const
{
    const SeedGroup &of = runs_.groups()[group];
    if (isFigure(column))
        return CompareFigures::spread(figureOf(column), of[figureOf(column)], of.seeds());
    switch (column) {
    case name:
        return CompareFigures::groupName(runs_.groupNames()[group]);
    case data_set:
        return CompareFigures::subject(runs_.recordOfGroup(group));
    case runs:
        return runs_.hasSelection() ? tr("%1 of %2").arg(selectedIn(group)).arg(of.rows.size()) : QString::number(of.rows.size());
    case against:
        return CompareWords::against(runs_, group);
    default:
        return {};
    }
}

QString CompareGroupsModel::toolTip(std::size_t group, int column) const
{
    const SeedGroup &of = runs_.groups()[group];
    if (column == against || column == name) {
        const QString full = CompareWords::againstInFull(runs_, group);
        return full.isEmpty() ? text(group, column) : full;
    }
    if (column == runs) {
        QStringList names;
        for (const std::size_t run : of.rows)
            names << toQString(runs_.record(run).name);
        if (names.size() > 12)
            names = names.mid(0, 12) << QStringLiteral("…");
        return tr("%1 seeds: %2").arg(of.seeds()).arg(names.join(QStringLiteral(", ")));
    }
    if (!isFigure(column))
        return text(group, column);
    const Spread &spread = of[figureOf(column)];
    if (spread.n == 0)
        return tr("Not computed in these runs.");
    if (spread.n == 1)
        return tr("One run; other seeds would show how much of it is chance.");
    const auto number = [column](double value) { return CompareFigures::number(figureOf(column), value); };
    return tr("Mean ± standard deviation over %1 seeds; lowest %2, highest %3").arg(spread.n).arg(number(spread.low), number(spread.high));
}

QVariant CompareGroupsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const std::size_t group = std::size_t(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(group, column);
    case valueRole:
        if (isFigure(column))
            return runs_.groups()[group][figureOf(column)].n > 0 ? QVariant(runs_.groups()[group][figureOf(column)].mean) : QVariant();
        return column == runs ? QVariant(qulonglong(runs_.groups()[group].rows.size())) : QVariant(text(group, column));
    case Qt::ToolTipRole:
        return toolTip(group, column);
    case Qt::TextAlignmentRole:
        return int((isFigure(column) || column == runs ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole: {
        const std::size_t series = runs_.seriesOf(runs_.groups()[group].rows.front());
        return column == name && series < icons_.size() ? QVariant(icons_[series]) : QVariant();
    }
    case Qt::ForegroundRole: {
        const bool back = runs_.hasSelection() && selectedIn(group) == 0;
        return back || column == data_set ? QVariant(Theme::instance().muted()) : QVariant();
    }
    default:
        return {};
    }
}

QVariant CompareGroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isFigure(section) || section == runs ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case name: return tr("Setting");
    case data_set: return tr("Data");
    case runs: return tr("Runs");
    case dpr: return tr("DPR");
    case eor: return tr("EOR");
    case accuracy: return tr("Accuracy");
    case f1: return tr("F1");
    case density: return tr("Density");
    case coverage: return tr("Coverage");
    case tsts_dpr: return tr("TSTS DPR");
    case student_s: return tr("Student, s");
    case against:
        return runs_.reference() < runs_.groups().size()
                   ? tr("Against %1 (paired, 95 %)").arg(CompareFigures::groupName(runs_.groupNames()[runs_.reference()]))
                   : tr("Against the reference");
    default: return {};
    }
}

} // namespace fairloom::ui
