#include "ui/models/runs_model.h"

#include "ui/text.h"

#include <algorithm>

namespace fairloom::ui {

namespace {

/// What the run is about: the student's rows, or those that were imported.
const SourceResult *subject(const RunEntry &run)
{
    return run.outcome ? run.outcome->result.source(run.judgedFile.isEmpty() ? "student" : "imported") : nullptr;
}

const ClassifierResult *judged(const RunEntry &run)
{
    const SourceResult *student = subject(run);
    if (!student)
        return nullptr;
    const auto protocol = student->protocols.find("tstr");
    if (protocol == student->protocols.end())
        return nullptr;
    const auto classifier = protocol->second.find("xgboost");
    return classifier == protocol->second.end() ? nullptr : &classifier->second;
}

const Quality *judgedQuality(const RunEntry &run)
{
    const SourceResult *student = subject(run);
    return student && student->quality ? &student->quality->train : nullptr;
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
    if (run.outcome) {
        for (const auto &[name, value] : run.outcome->result.timings)
            if (name == "total")
                return value;
    }
    return run.monitor->status().seconds_elapsed;
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

void RunsModel::reload()
{
    std::vector<int> ids;
    for (const RunEntry *run : session_.runs())
        ids.push_back(run->id);
    if (ids == ids_) {
        if (!ids_.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    ids_ = std::move(ids);
    endResetModel();
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
    const auto found = std::find(ids_.begin(), ids_.end(), runId);
    return found == ids_.end() ? -1 : static_cast<int>(found - ids_.begin());
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section >= Dpr ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Dpr:
            return tr("Demographic parity ratio: lowest over highest selection rate of the groups; 1 is even.");
        case Eor:
            return tr("Equalized odds ratio: the smaller of the groups' true-positive and false-positive rate ratios.");
        case Accuracy:
            return tr("Accuracy on real test rows of a classifier trained on the student's rows.");
        case Coverage:
            return tr("Share of real training rows that have a generated row in their neighbourhood.");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
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
    const ClassifierResult *result = judged(run);
    switch (column) {
    case Name:
        return run.name;
    case Data:
        return run.dataName;
    case Loss:
        return run.judgedFile.isEmpty() ? lossName(run.request.settings.loss) : tr("imported");
    case State:
        return runStateText(run);
    case Dpr:
        return withSpread(result ? &result->fairness.dpr : nullptr);
    case Eor:
        return withSpread(result ? &result->fairness.eor : nullptr);
    case Accuracy:
        return result ? number(result->utility.accuracy) : QStringLiteral("–");
    case Coverage: {
        const Quality *quality = judgedQuality(run);
        return quality ? number(quality->coverage, 2) : QStringLiteral("–");
    }
    case Time:
        return duration(seconds(run));
    default:
        return {};
    }
}

QString RunsModel::toolTip(const RunEntry &run, int column) const
{
    const ClassifierResult *result = judged(run);
    switch (column) {
    case Loss:
        return run.judgedFile;
    case State:
        return run.error;
    case Dpr:
        return intervalText(result ? &result->fairness.dpr : nullptr);
    case Eor:
        return intervalText(result ? &result->fairness.eor : nullptr);
    case Accuracy:
        return intervalText(result ? &result->utility.accuracy : nullptr);
    default:
        return {};
    }
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    const RunEntry *run = session_.run(runId(index.row()));
    if (!run)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*run, index.column());
    case Qt::ToolTipRole: {
        const QString tip = toolTip(*run, index.column());
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() >= Dpr ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case FractionRole:
        return run->state == RunEntry::State::done ? 1.0 : run->monitor->status().fraction;
    case FailedRole:
        return run->state == RunEntry::State::failed;
    default:
        return {};
    }
}

} // namespace fairloom::ui
