#include "ui/models/runs_model.h"

#include "ui/models/method_words.h"
#include "ui/text.h"

#include <algorithm>
#include <functional>

namespace fairloom::ui {

namespace {

const RecordedJudgement *judged(const RunEntry &run)
{
    return run.record ? run.record->judgement(run.record->generated_source(), "tstr", "xgboost") : nullptr;
}

const RecordedSource *subject(const RunEntry &run)
{
    return run.record ? run.record->source(run.record->generated_source()) : nullptr;
}

QString withSpread(const Metric *metric)
{
    if (!metric || !*metric)
        return QStringLiteral("–");
    QString out = number(*metric, 2);
    if (metric->interval)
        out += QStringLiteral(" ±") + number((metric->interval->high - metric->interval->low) / 2, 2);
    return out;
}

double seconds(const RunEntry &run)
{
    return run.record ? run.record->seconds() : run.monitor->status().seconds_elapsed;
}

bool isTrainedElsewhere(const RunEntry &run)
{
    return run.record && run.state == RunEntry::State::running;
}

QString tags(const RunEntry &run)
{
    QStringList out;
    if (run.record)
        for (const std::string &tag : run.record->tags)
            out << toQString(tag);
    return out.join(QStringLiteral(", "));
}

/// Everything about a run that somebody may remember of it.
QString searchText(const RunEntry &run)
{
    QStringList words{run.name, run.dataName, wayName(run.request.settings), methodName(run.request.settings.method), toQString(run.request.settings.method),
                      toQString(run.request.settings.loss), tags(run)};
    if (run.record)
        words << toQString(run.record->note) << toQString(run.record->study) << toQString(run.record->variant);
    return words.join(u'\n').toLower();
}

QString intervalText(const Metric *metric)
{
    if (!metric)
        return {};
    if (!*metric)
        return translated(metric->undefined);
    return metric->interval ? RunsModel::tr("95 % interval %1 to %2")
                                  .arg(number(metric->interval->low), number(metric->interval->high))
                            : QString();
}

} // namespace

QString runStateText(const RunEntry &run)
{
    switch (run.state) {
    case RunEntry::State::waiting:
        return RunsModel::tr("waiting");
    case RunEntry::State::stopping:
        return RunsModel::tr("stopping");
    case RunEntry::State::done:
        return RunsModel::tr("done");
    case RunEntry::State::stopped:
        return RunsModel::tr("stopped");
    case RunEntry::State::failed:
        return RunsModel::tr("failed");
    case RunEntry::State::running:
    case RunEntry::State::paused:
        break;
    }
    if (isTrainedElsewhere(run))
        return RunsModel::tr("running");
    const RunStatus status = run.monitor->status();
    QString stage;
    switch (status.stage) {
    case RunStage::loading:
        stage = RunsModel::tr("reading");
        break;
    case RunStage::teacher:
        stage = RunsModel::tr("teacher");
        break;
    case RunStage::student:
        stage = RunsModel::tr("student");
        break;
    case RunStage::control:
        stage = RunsModel::tr("control");
        break;
    case RunStage::generating:
        stage = RunsModel::tr("generating");
        break;
    case RunStage::evaluating:
        stage = RunsModel::tr("evaluating");
        break;
    case RunStage::repeats:
        stage = RunsModel::tr("other seeds");
        break;
    case RunStage::saving:
    case RunStage::finished: // its files are being written
    case RunStage::stopped:
        stage = RunsModel::tr("saving");
        break;
    default:
        stage = RunsModel::tr("starting");
    }
    if (status.epochs > 0)
        stage += QStringLiteral(" %1/%2").arg(status.epoch).arg(status.epochs);
    return run.state == RunEntry::State::paused ? RunsModel::tr("paused, %1").arg(stage) : stage;
}

RunsModel::RunsModel(Session &session, QObject *parent) : QAbstractTableModel(parent), session_(session)
{
    connect(&session_, &Session::runsChanged, this, &RunsModel::reload);
    connect(&session_, &Session::tick, this, &RunsModel::updateActive);
    reload();
}

/// Rows come and go one by one, so that selection, place and a name that is being edited stay.
void RunsModel::reload()
{
    std::vector<int> ids;
    for (const RunEntry *run : session_.runs())
        ids.push_back(run->id);
    for (int last = rowCount() - 1; last >= 0;) {
        const auto isGone = [&](int row) { return !std::binary_search(ids.begin(), ids.end(), ids_[std::size_t(row)], std::greater()); };
        if (!isGone(last)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        ids_.erase(ids_.begin() + first, ids_.begin() + last + 1);
        endRemoveRows();
        last = first - 1;
    }
    for (std::size_t row = 0; row < ids.size();) {
        std::size_t end = row;
        while (end < ids.size() && (row >= ids_.size() || ids[end] > ids_[row]))
            ++end;
        if (end > row) {
            beginInsertRows({}, int(row), int(end) - 1);
            ids_.insert(ids_.begin() + std::ptrdiff_t(row), ids.begin() + std::ptrdiff_t(row), ids.begin() + std::ptrdiff_t(end));
            endInsertRows();
        }
        row = std::max(end, row + 1);
    }
    if (!ids_.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RunsModel::updateActive()
{
    const RunEntry *run = session_.activeRun();
    const int row = run ? rowOf(run->id) : -1;
    if (row < 0)
        return;
    emit dataChanged(index(row, State), index(row, State));
    emit dataChanged(index(row, Time), index(row, Time));
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ids_.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int RunsModel::runId(int row) const
{
    return row >= 0 && row < rowCount() ? ids_[static_cast<std::size_t>(row)] : -1;
}

int RunsModel::rowOf(int runId) const
{
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), runId, std::greater());
    return found == ids_.end() || *found != runId ? -1 : static_cast<int>(found - ids_.begin());
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section >= Dpr && section < Tags ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Loss:
            return tr("The loss that the student learned by; of other methods, the method.");
        case Dpr:
            return tr("Demographic parity ratio: lowest over highest selection rate of the groups; 1 is even.");
        case Eor:
            return tr("Equalized odds ratio: the smaller of the groups' true-positive and false-positive rate ratios.");
        case Accuracy:
            return tr("Accuracy on real test rows of a classifier trained on the generated rows.");
        case Coverage:
            return tr("Share of real training rows that have a generated row in their neighbourhood.");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Tags:
        return tr("Tags");
    case Name:
        return tr("Name");
    case Data:
        return tr("Data");
    case Loss:
        return tr("Loss");
    case State:
        return tr("State");
    case Dpr:
        return tr("DPR");
    case Eor:
        return tr("EOR");
    case Accuracy:
        return tr("Accuracy");
    case Coverage:
        return tr("Coverage");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

QString RunsModel::text(const RunEntry &run, int column) const
{
    const RecordedJudgement *result = judged(run);
    switch (column) {
    case Name:
        return run.name;
    case Data:
        return run.dataName;
    case Loss:
        return run.judgedFile.isEmpty() ? wayName(run.request.settings) : tr("imported");
    case State:
        return runStateText(run);
    case Dpr:
        return withSpread(result ? &result->dpr : nullptr);
    case Eor:
        return withSpread(result ? &result->eor : nullptr);
    case Accuracy:
        return result ? number(result->accuracy) : QStringLiteral("–");
    case Coverage: {
        const RecordedSource *source = subject(run);
        return source ? number(source->coverage, 2) : QStringLiteral("–");
    }
    case Time:
        // a run that another process trains, or that was interrupted, tells no time
        return run.record && seconds(run) <= 0 ? QStringLiteral("–") : duration(seconds(run));
    case Tags:
        return tags(run);
    default:
        return {};
    }
}

QString RunsModel::toolTip(const RunEntry &run, int column) const
{
    const RecordedJudgement *result = judged(run);
    switch (column) {
    case Name: {
        QStringList lines;
        if (run.record && !run.record->study.empty())
            lines << tr("Study: %1").arg(toQString(run.record->study));
        if (run.record && !run.record->note.empty())
            lines << toQString(run.record->note);
        return lines.join(u'\n');
    }
    case Loss:
        return run.judgedFile;
    case State:
        return run.error;
    case Dpr:
        return intervalText(result ? &result->dpr : nullptr);
    case Eor:
        return intervalText(result ? &result->eor : nullptr);
    case Accuracy:
        return intervalText(result ? &result->accuracy : nullptr);
    case Tags:
        return tags(run);
    default:
        return {};
    }
}

QVariant RunsModel::sortValue(const RunEntry &run, int column) const
{
    const auto figure = [](const Metric *metric) { return metric && *metric ? QVariant(*metric->value) : QVariant(); };
    const RecordedJudgement *result = judged(run);
    switch (column) {
    case Dpr:
        return figure(result ? &result->dpr : nullptr);
    case Eor:
        return figure(result ? &result->eor : nullptr);
    case Accuracy:
        return figure(result ? &result->accuracy : nullptr);
    case Coverage: {
        const RecordedSource *source = subject(run);
        return figure(source ? &source->coverage : nullptr);
    }
    case Time:
        return seconds(run);
    default:
        return text(run, column);
    }
}

Qt::ItemFlags RunsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const RunEntry *run = session_.run(runId(index.row()));
    return index.column() == Name && run && run->record && !run->active() ? flags | Qt::ItemIsEditable : flags;
}

bool RunsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Name)
        return false;
    const RunEntry *run = session_.run(runId(index.row()));
    if (run && run->name != value.toString().trimmed())
        emit renameRequested(run->id, value.toString());
    return run != nullptr;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    const RunEntry *run = session_.run(runId(index.row()));
    if (!run)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(*run, index.column());
    case IdRole:
        return run->id;
    case SortRole:
        return sortValue(*run, index.column());
    case SearchRole:
        return searchText(*run);
    case StudyRole:
        return run->record ? toQString(run->record->study) : QString();
    case Qt::ToolTipRole: {
        const QString tip = toolTip(*run, index.column());
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() >= Dpr && index.column() < Tags ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case FractionRole:
        return run->state == RunEntry::State::done ? 1.0 : run->monitor->status().fraction;
    case FailedRole:
        return run->state == RunEntry::State::failed;
    default:
        return {};
    }
}

} // namespace fairloom::ui
