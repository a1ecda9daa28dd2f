#include "ui/models/compare_model.h"

#include "ui/models/audit_figures.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/source_style.h"

#include <algorithm>
#include <optional>

namespace fairloom::ui {

namespace {

std::optional<ComparedFigure> figureOf(int column)
{
    switch (column) {
    case CompareModel::dpr: return ComparedFigure::dpr;
    case CompareModel::eor: return ComparedFigure::eor;
    case CompareModel::accuracy: return ComparedFigure::accuracy;
    case CompareModel::f1: return ComparedFigure::f1;
    case CompareModel::density: return ComparedFigure::density;
    case CompareModel::coverage: return ComparedFigure::coverage;
    case CompareModel::time: return ComparedFigure::total_s;
    default: return {};
    }
}

bool ofDecisions(int column)
{
    return column >= CompareModel::dpr && column <= CompareModel::f1;
}

/// These say nothing of a run that did not train Fairloom's own models.
bool ownSetting(int column)
{
    return column == CompareModel::log10_beta || column == CompareModel::lambda;
}

bool isText(int column)
{
    return column <= CompareModel::loss || column == CompareModel::tags;
}

} // namespace

CompareModel::CompareModel(const CompareRuns &runs, QObject *parent) : QAbstractTableModel(parent), runs_(runs)
{
    refresh();
}

void CompareModel::refresh()
{
    beginResetModel();
    order_ = runs_.hasSelection() && runs_.selectionOrigin() == CompareRuns::Origin::plot ? runs_.selected() : runs_.shown();
    icons_.clear();
    for (const CompareRuns::Series &series : runs_.series())
        icons_.push_back(markerIcon(seriesMarker(series.style)));
    arrange();
    endResetModel();
}

void CompareModel::sort(int column, Qt::SortOrder order)
{
    sortColumn_ = column;
    sortOrder_ = order;
    beginResetModel();
    order_ = runs_.hasSelection() && runs_.selectionOrigin() == CompareRuns::Origin::plot ? runs_.selected() : runs_.shown();
    arrange();
    endResetModel();
}

void CompareModel::arrange()
{
    if (sortColumn_ < 0 || sortColumn_ >= column_count)
        return;
    struct Key {
        std::size_t run;
        QVariant value;
        double number = 0;
        QString text;
    };
    std::vector<Key> keys;
    keys.reserve(order_.size());
    const bool texts = isText(sortColumn_);
    for (const std::size_t run : order_) {
        Key key{run, value(run, sortColumn_), 0, {}};
        if (texts)
            key.text = key.value.toString();
        else
            key.number = key.value.toDouble();
        keys.push_back(std::move(key));
    }
    const bool ascending = sortOrder_ == Qt::AscendingOrder;
    std::stable_sort(keys.begin(), keys.end(), [&](const Key &a, const Key &b) {
        // what has no value stays at the end in both orders
        if (a.value.isValid() != b.value.isValid())
            return a.value.isValid();
        if (texts) {
            const int order = QString::localeAwareCompare(a.text, b.text);
            return ascending ? order < 0 : order > 0;
        }
        return ascending ? a.number < b.number : a.number > b.number;
    });
    for (std::size_t i = 0; i < keys.size(); ++i)
        order_[i] = keys[i].run;
}

int CompareModel::rowOfRun(int id) const
{
    for (std::size_t row = 0; row < order_.size(); ++row)
        if (runs_.runs()[order_[row]].id == id)
            return int(row);
    return -1;
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(order_.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : column_count;
}

QVariant CompareModel::value(std::size_t run, int column) const
{
    const RunRecord &record = runs_.record(run);
    const auto text = [](const QString &words) { return words.isEmpty() ? QVariant() : QVariant(words); };
    switch (column) {
    case name:
        return toQString(record.name);
    case study:
        return text(toQString(record.study));
    case data_set:
        return CompareFigures::data(record);
    case loss:
        return CompareFigures::kindLabel(run_kind(record));
    case log10_beta:
        return record.settings.log10_beta;
    case lambda:
        return record.settings.lambda;
    case seed:
        return qulonglong(record.settings.seed);
    case tags: {
        QStringList words;
        for (const std::string &tag : record.tags)
            words << toQString(tag);
        return text(words.join(QStringLiteral(", ")));
    }
    default:
        break;
    }
    const Metric &metric = runs_.rows()[run][*figureOf(column)];
    return metric ? QVariant(*metric.value) : QVariant();
}

QString CompareModel::text(std::size_t run, int column) const
{
    if (ownSetting(column)) {
        const RunRecord &record = runs_.record(run);
        if (record.settings.method != "fairloom" || !record.judged_file.empty())
            return QStringLiteral("–");
        return toQString(to_text(column == log10_beta ? record.settings.log10_beta : record.settings.lambda));
    }
    const std::optional<ComparedFigure> figure = figureOf(column);
    if (!figure)
        return value(run, column).toString();
    const ComparisonRow &row = runs_.rows()[run];
    const Metric &metric = row[*figure];
    if (column == time)
        return metric ? duration(*metric.value) : QStringLiteral("–");
    if (ofDecisions(column) && row.judged)
        return AuditFigures::text(metric);
    return metric ? CompareFigures::number(*figure, *metric.value) : QStringLiteral("–");
}

QString CompareModel::toolTip(std::size_t run, int column) const
{
    const RunRecord &record = runs_.record(run);
    if (column == name) {
        QStringList lines{QStringLiteral("%1 · %2").arg(toQString(record.name), CompareFigures::subject(record))};
        if (!record.problem.empty())
            lines << toQString(record.problem);
        else if (record.state == "stopped")
            lines << tr("The run was stopped before its end.");
        if (!record.note.empty())
            lines << toQString(record.note);
        return lines.join(QLatin1Char('\n'));
    }
    if (column == study)
        return record.variant.empty() ? toQString(record.study) : QStringLiteral("%1 · %2").arg(toQString(record.study), toQString(record.variant));
    if (column == data_set)
        return CompareFigures::subject(record);
    const std::optional<ComparedFigure> figure = figureOf(column);
    if (!figure || column == time)
        return text(run, column);
    const ComparisonRow &row = runs_.rows()[run];
    if (ofDecisions(column) && !row.judged)
        return tr("Not computed in this run.");
    return AuditFigures::detail(row[*figure]);
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= order_.size())
        return {};
    const std::size_t run = order_[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case valueRole:
        return value(run, index.column());
    case idRole:
        return runs_.runs()[run].id;
    case Qt::ToolTipRole:
        return toolTip(run, index.column());
    case Qt::TextAlignmentRole:
        return int((isText(index.column()) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return index.column() == name && runs_.seriesOf(run) < icons_.size() ? QVariant(icons_[runs_.seriesOf(run)]) : QVariant();
    case Qt::ForegroundRole:
        // figures about something else step back here as in the plot
        return runs_.comparableWithAnchor(run) ? QVariant() : QVariant(Theme::instance().muted());
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isText(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case name: return tr("Run");
    case study: return tr("Study");
    case data_set: return tr("Data");
    case loss: return tr("Loss or method");
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
    case tags: return tr("Tags");
    default: return {};
    }
}

} // namespace fairloom::ui
