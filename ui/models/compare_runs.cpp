#include "ui/models/compare_runs.h"

#include "ui/models/method_words.h"
#include "ui/text.h"

#include <algorithm>
#include <set>

namespace fairloom::ui {

namespace {

constexpr std::size_t drawn_points = 300; // of a curve

/// What is known of a run before it has ended.
std::shared_ptr<const RunRecord> begunRecord(const RunEntry &run)
{
    auto out = std::make_shared<RunRecord>();
    out->name = run.name.toStdString();
    out->state = "running";
    out->settings = run.request.settings;
    out->task = run.request.task;
    out->judged_file = run.judgedFile.toStdString();
    out->problem = run.error.toStdString();
    if (const auto &data = run.request.data) {
        out->data_name = data->name;
        out->data_sha256 = data->sha256;
        out->test_sha256 = data->test_sha256;
    }
    return out;
}

std::shared_ptr<const RecordedCurves> unlessEmpty(RecordedCurves curves)
{
    if (curves.teacher.points.empty() && curves.student.points.empty())
        return nullptr;
    return std::make_shared<const RecordedCurves>(std::move(curves));
}

QString searchText(const RunRecord &run, const QString &subject)
{
    QStringList words{toQString(run.name),
                      toQString(run.study),
                      toQString(run.variant),
                      CompareFigures::kindLabel(run_kind(run)),
                      methodName(run.settings.method),
                      subject,
                      QStringLiteral("seed %1").arg(qulonglong(run.settings.seed)),
                      toQString(run.note)};
    for (const std::string &tag : run.tags)
        words << toQString(tag);
    return words.join(QLatin1Char('\n')).toLower();
}

} // namespace

// --- runs

void CompareRuns::setRuns(const std::vector<const RunEntry *> &runs, int current)
{
    std::set<int> selected;
    for (const std::size_t run : selected_)
        selected.insert(runs_[run].id);
    std::map<int, std::shared_ptr<const RecordedCurves>> known;
    known.swap(curvesOf_);
    runs_.clear();
    for (const RunEntry *entry : runs) {
        ComparedRun run;
        run.id = entry->id;
        run.state = entry->state;
        run.record = entry->record ? entry->record : begunRecord(*entry);
        const bool ended = entry->record && run.record->state != "running";
        if (!ended)
            run.live = entry->monitor;
        if (entry->curves) {
            run.curves = entry->curves;
        } else if (const auto found = known.find(run.id); ended && found != known.end()) {
            run.curves = found->second;
        } else if (entry->monitor) {
            run.curves = unlessEmpty(curves_of(*entry->monitor, drawn_points));
        }
        if (ended && !entry->curves && run.curves)
            curvesOf_[run.id] = run.curves;
        runs_.push_back(std::move(run));
    }
    subjects_.clear();
    searched_.clear();
    for (const ComparedRun &run : runs_) {
        subjects_.push_back(CompareFigures::subject(*run.record));
        searched_.push_back(searchText(*run.record, subjects_.back()));
    }
    current_ = current;
    isSelected_.assign(runs_.size(), false);
    selected_.clear();
    for (std::size_t i = 0; i < runs_.size(); ++i)
        if (selected.contains(runs_[i].id)) {
            selected_.push_back(i);
            isSelected_[i] = true;
        }
    judge();
    arrange();
    emit reset();
}

void CompareRuns::setCurrent(int id)
{
    if (current_ == id)
        return;
    current_ = id;
    const std::size_t before = anchor_;
    findAnchor();
    const bool others = before >= runs_.size() || anchor_ >= runs_.size() || !comparable(record(before), record(anchor_));
    emit currentChanged();
    // What is faded, the front and the finding are about the anchor's data and task.
    if (others && before != anchor_)
        emit reset();
}

void CompareRuns::setChoice(const ComparisonChoice &choice)
{
    if (choice == choice_)
        return;
    choice_ = choice;
    judge();
    arrange();
    emit reset();
}

void CompareRuns::setFilter(const CompareFilter &filter)
{
    if (filter == filter_)
        return;
    filter_ = filter;
    arrange();
    emit reset();
}

void CompareRuns::setColours(CompareColours colours)
{
    if (colours == colours_)
        return;
    colours_ = colours;
    arrangeSeries();
    emit reset();
}

void CompareRuns::refreshLive()
{
    bool changed = false;
    for (ComparedRun &run : runs_)
        if (run.live) {
            run.curves = unlessEmpty(curves_of(*run.live, drawn_points));
            changed = true;
        }
    if (changed)
        emit curvesChanged();
}

void CompareRuns::judge()
{
    rows_.clear();
    rows_.reserve(runs_.size());
    for (const ComparedRun &run : runs_)
        rows_.push_back(comparison_row(*run.record, choice_));
}

// --- what is shown

bool CompareRuns::matches(std::size_t run, const QStringList &words) const
{
    const RunRecord &of = record(run);
    if (!filter_.study.isEmpty() && toQString(of.study) != filter_.study)
        return false;
    if (!filter_.kind.isEmpty() && toQString(run_kind(of)) != filter_.kind)
        return false;
    if (!filter_.subject.isEmpty() && subjects_[run] != filter_.subject)
        return false;
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return searched_[run].contains(word); });
}

void CompareRuns::arrange()
{
    const QStringList words = filter_.search.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    shown_.clear();
    isShown_.assign(runs_.size(), false);
    for (std::size_t i = 0; i < runs_.size(); ++i)
        if (matches(i, words)) {
            shown_.push_back(i);
            isShown_[i] = true;
        }
    severalData_ = std::any_of(shown_.begin(), shown_.end(), [this](std::size_t run) { return !comparable(record(run), record(shown_.front())); });
    std::erase_if(selected_, [this](std::size_t run) { return !isShown_[run]; });
    isSelected_.assign(runs_.size(), false);
    for (const std::size_t run : selected_)
        isSelected_[run] = true;
    const std::vector<std::size_t> oldest_first(shown_.rbegin(), shown_.rend());
    groups_ = seed_groups(rows_, oldest_first);
    // Groups on the same data stand together.
    const auto first_of = [this](const SeedGroup &group) {
        for (std::size_t g = 0; g < groups_.size(); ++g)
            if (comparable(record(groups_[g].rows.front()), record(group.rows.front())))
                return g;
        return groups_.size();
    };
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t g = 0; g < groups_.size(); ++g)
        order.emplace_back(first_of(groups_[g]), g);
    std::sort(order.begin(), order.end());
    std::vector<SeedGroup> together;
    for (const auto &[first, g] : order)
        together.push_back(groups_[g]);
    groups_ = std::move(together);
    groupNames_ = group_names(rows_, groups_);
    arrangeSeries();
    findAnchor();
    compareGroups();
}

void CompareRuns::findAnchor()
{
    anchor_ = runs_.size();
    for (const std::size_t run : shown_)
        if (runs_[run].id == current_)
            anchor_ = run;
    for (std::size_t i = 0; i < shown_.size() && anchor_ == runs_.size(); ++i)
        if (rows_[shown_[i]].judged)
            anchor_ = shown_[i];
    if (anchor_ == runs_.size() && !shown_.empty())
        anchor_ = shown_.front();
    isComparable_.assign(runs_.size(), false);
    for (std::size_t i = 0; i < runs_.size(); ++i)
        isComparable_[i] = anchor_ < runs_.size() && (i == anchor_ || comparable(record(i), record(anchor_)));
}

bool CompareRuns::comparableWithAnchor(std::size_t run) const
{
    return isComparable_[run];
}

// --- groups

void CompareRuns::setReference(std::size_t group)
{
    if (group < groups_.size() && group != reference_)
        setReference(recordOfGroup(group).name);
}

void CompareRuns::setReference(const std::string &run)
{
    if (run == referenceKey_)
        return;
    referenceKey_ = run;
    compareGroups();
    emit referenceChanged();
}

void CompareRuns::compareGroups()
{
    reference_ = groups_.size();
    for (std::size_t g = 0; g < groups_.size() && !referenceKey_.empty(); ++g)
        for (const std::size_t row : groups_[g].rows)
            if (record(row).name == referenceKey_)
                reference_ = g;
    if (reference_ == groups_.size())
        for (std::size_t g = 0; g < groups_.size(); ++g)
            if (reference_ == groups_.size() || groups_[g].seeds() > groups_[reference_].seeds())
                reference_ = g;
    differences_ = paired_differences(rows_, groups_, reference_, headline_figures());
}

// --- selection

void CompareRuns::select(std::vector<std::size_t> runs, Origin origin)
{
    std::erase_if(runs, [this](std::size_t run) { return run >= runs_.size() || !isShown_[run]; });
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    if (runs == selected_)
        return;
    selected_ = std::move(runs);
    origin_ = origin;
    isSelected_.assign(runs_.size(), false);
    for (const std::size_t run : selected_)
        isSelected_[run] = true;
    emit selectionChanged();
}

ComparisonTable CompareRuns::table(std::vector<std::size_t> listed) const
{
    return {rows_, groups_, groupNames_, differences_, reference_, choice_, std::move(listed)};
}

} // namespace fairloom::ui
