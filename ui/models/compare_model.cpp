#include "ui/models/compare_model.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/source_style.h"

#include <algorithm>

namespace fairloom::ui {

void CompareModel::setRows(std::vector<CompareRow> rows)
{
    // The same runs with other states keep selection and scroll position.
    const bool same = rows.size() == rows_.size()
                      && std::equal(rows.begin(), rows.end(), rows_.begin(), [](const CompareRow &a, const CompareRow &b) { return a.id == b.id; });
    if (same) {
        rows_ = std::move(rows);
        if (!rows_.empty())
            emit dataChanged(index(0, 0), index(int(rows_.size()) - 1, column_count - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(rows_.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(column_count);
}

const Metric *CompareModel::metric(const CompareRow &row, int column)
{
    switch (column) {
    case dpr: return &row.dpr;
    case eor: return &row.eor;
    case accuracy: return &row.accuracy;
    case f1: return &row.f1;
    default: return nullptr;
    }
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CompareRow &row = rows_[std::size_t(index.row())];
    const int column = index.column();
    if (role == idRole)
        return row.id;
    if (role == Qt::TextAlignmentRole)
        return int((column <= loss ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && column == loss)
        return markerIcon(indexedMarker(CompareFigures::lossIndex(row.settings.loss),
                                        Theme::instance().group(CompareFigures::lossColour(row.settings.loss))));
    if (role == Qt::ToolTipRole && column == name)
        return tr("%1, %2").arg(row.name, row.data);
    if (role != Qt::DisplayRole && role != valueRole && role != Qt::ToolTipRole)
        return {};
    const bool exact = role == valueRole;

    switch (column) {
    case name:
        return row.name;
    case loss:
        return CompareFigures::lossLabel(row.settings.loss);
    case log10_beta:
        return exact ? QVariant(row.settings.log10_beta) : QVariant(toQString(to_text(row.settings.log10_beta)));
    case lambda:
        return exact ? QVariant(row.settings.lambda) : QVariant(toQString(to_text(row.settings.lambda)));
    case seed:
        return exact ? QVariant(qulonglong(row.settings.seed)) : QVariant(QString::number(qulonglong(row.settings.seed)));
    case density:
    case coverage: {
        const std::optional<double> &value = column == density ? row.density : row.coverage;
        if (exact)
            return value ? QVariant(*value) : QVariant();
        return value ? number(*value) : QStringLiteral("–");
    }
    case time:
        if (exact)
            return row.seconds ? QVariant(*row.seconds) : QVariant();
        return row.seconds ? duration(*row.seconds) : QStringLiteral("–");
    default:
        break;
    }
    const Metric &value = *metric(row, column);
    if (exact)
        return row.judged && value ? QVariant(*value.value) : QVariant();
    if (role == Qt::ToolTipRole)
        return row.judged ? AuditFigures::detail(value) : tr("Not computed in this run.");
    return row.judged ? AuditFigures::text(value) : QStringLiteral("–");
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section <= loss ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case name: return tr("Run");
    case loss: return tr("Loss");
    case log10_beta: return tr("log10 β");
    case lambda: return tr("λ");
    case seed: return tr("Seed");
    case dpr: return tr("DPR");
    case eor: return tr("EOR");
    case accuracy: return tr("Accuracy");
    case f1: return tr("F1");
    case density: return tr("Density");
    case coverage: return tr("Coverage");
    case time: return tr("Time");
    default: return {};
    }
}

} // namespace fairloom::ui
