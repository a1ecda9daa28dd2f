#include "ui/models/queue_model.h"

#include "ui/text.h"

#include <QHash>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace fairloom::ui {

namespace {

bool isFigure(int column)
{
    return column == QueueModel::Attempts || column == QueueModel::Time;
}

} // namespace

void QueueModel::setTrials(std::vector<QueuedTrial> trials, bool paused)
{
    const bool pauseChanged = std::exchange(paused_, paused) != paused;
    removeGone(trials);
    appendNew(trials);
    takeOrder(trials);
    int first = -1, last = -1;
    for (std::size_t row = 0; row < trials.size(); ++row) {
        if (trials_[row] == trials[row] && !(pauseChanged && trials[row].state == TrialState::running))
            continue;
        first = first < 0 ? static_cast<int>(row) : first;
        last = static_cast<int>(row);
    }
    trials_ = std::move(trials);
    if (first >= 0)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void QueueModel::removeGone(const std::vector<QueuedTrial> &now)
{
    std::unordered_set<std::string> names;
    for (const QueuedTrial &trial : now)
        names.insert(trial.name);
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (names.contains(trials_[std::size_t(last)].name))
            continue;
        int first = last;
        while (first > 0 && !names.contains(trials_[std::size_t(first) - 1].name))
            --first;
        beginRemoveRows({}, first, last);
        trials_.erase(trials_.begin() + first, trials_.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void QueueModel::appendNew(const std::vector<QueuedTrial> &now)
{
    std::unordered_set<std::string> names;
    for (const QueuedTrial &trial : trials_)
        names.insert(trial.name);
    std::vector<QueuedTrial> fresh;
    std::copy_if(now.begin(), now.end(), std::back_inserter(fresh), [&](const QueuedTrial &trial) { return !names.contains(trial.name); });
    if (fresh.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    std::move(fresh.begin(), fresh.end(), std::back_inserter(trials_));
    endInsertRows();
}

void QueueModel::takeOrder(const std::vector<QueuedTrial> &now)
{
    if (std::equal(now.begin(), now.end(), trials_.begin(), trials_.end(), [](const auto &a, const auto &b) { return a.name == b.name; }))
        return;
    emit layoutAboutToBeChanged();
    std::unordered_map<std::string, int> place;
    for (std::size_t row = 0; row < now.size(); ++row)
        place.emplace(now[row].name, static_cast<int>(row));
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after << index(place.at(trials_[std::size_t(old.row())].name), old.column());
    std::sort(trials_.begin(), trials_.end(), [&](const auto &a, const auto &b) { return place.at(a.name) < place.at(b.name); });
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(trials_.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Attempts)
        return tr("How often a process was started for the run; one that fails is tried once more.");
    if (role == Qt::ToolTipRole && section == Name)
        return tr("Data set, settings and seed; the run’s files are in the project’s folder of this name.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Study:
        return tr("Study");
    case Name:
        return tr("Run");
    case State:
        return tr("State");
    case Attempts:
        return tr("Attempts");
    case Time:
        return tr("Time");
    case Problem:
        return tr("Problem");
    default:
        return {};
    }
}

QString QueueModel::stateText(const QueuedTrial &trial) const
{
    switch (trial.state) {
    case TrialState::waiting:
        return tr("waiting");
    case TrialState::running:
        return paused_ ? tr("paused, %1").arg(percent(trial.fraction, 0)) : tr("running, %1").arg(percent(trial.fraction, 0));
    case TrialState::done:
        return tr("done");
    case TrialState::failed:
        return tr("failed");
    case TrialState::cancelled:
        return tr("cancelled");
    }
    return {};
}

QString QueueModel::text(const QueuedTrial &trial, int column) const
{
    switch (column) {
    case Study:
        return toQString(trial.study);
    case Name:
        return toQString(trial.name);
    case State:
        return stateText(trial);
    case Attempts:
        return trial.attempts > 0 ? count(qulonglong(trial.attempts)) : QStringLiteral("–");
    case Time:
        return trial.seconds > 0 ? duration(trial.seconds) : QStringLiteral("–");
    case Problem:
        return translated(trial.problem);
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const QueuedTrial &trial = trials_[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(trial, index.column());
    case Qt::ToolTipRole: {
        const bool isLong = index.column() == Name || index.column() == Study || index.column() == Problem;
        const QString tip = isLong ? text(trial, index.column()) : QString();
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case Qt::TextAlignmentRole:
        return static_cast<int>((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case FractionRole:
        return trial.state == TrialState::done ? 1.0 : trial.state == TrialState::running ? trial.fraction : 0.0;
    case FailedRole:
        return trial.state == TrialState::failed;
    case NameRole:
        return toQString(trial.name);
    case StateRole:
        return static_cast<int>(trial.state);
    default:
        return {};
    }
}

} // namespace fairloom::ui
