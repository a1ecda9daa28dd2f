#pragma once

#include "core/study/comparison/comparison_exports.h"
#include "ui/models/compare_figures.h"
#include "ui/workers/session.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fairloom::ui {

/// One run as it is compared.
struct ComparedRun {
    int id = 0;                                   ///< RunEntry::id
    RunEntry::State state = RunEntry::State::waiting;
    std::shared_ptr<const RunRecord> record;      ///< never null; of a run that goes on, what is known of it before
    std::shared_ptr<const RecordedCurves> curves; ///< null while there are none
    std::shared_ptr<const RunMonitor> live;       ///< of a run that goes on in this session
};

/// Which runs are shown; an empty text is all.
struct CompareFilter {
    QString search;  ///< words that name, tags, note, study, variant, method or data must have, in any order
    QString study, kind, subject;
    bool operator==(const CompareFilter &) const = default;
};

enum class CompareColours { loss, method, variant };

/// What the cards of the comparison share: the runs, which of them are shown, which are selected, and which groups they form. Runs are counted as they
/// come from the session, newest first; an index stays right until reset().
class CompareRuns final : public QObject {
    Q_OBJECT
public:
    explicit CompareRuns(QObject *parent = nullptr) : QObject(parent) {}

    void setRuns(const std::vector<const RunEntry *> &runs, int current);
    void setCurrent(int id);
    void setChoice(const ComparisonChoice &choice);
    void setFilter(const CompareFilter &filter);
    void setColours(CompareColours colours);
    void setReference(std::size_t group);
    /// The group that has this run, now or once it is there; empty: the one with most seeds.
    void setReference(const std::string &run);
    /// Takes over what runs that go on have written since.
    void refreshLive();

    const std::vector<ComparedRun> &runs() const { return runs_; }
    const std::vector<ComparisonRow> &rows() const { return rows_; }
    const RunRecord &record(std::size_t run) const { return *runs_[run].record; }
    const ComparisonChoice &choice() const { return choice_; }
    const CompareFilter &filter() const { return filter_; }
    std::vector<std::size_t> shown() const { return shown_; }       ///< pass the filter
    bool isShown(std::size_t run) const { return isShown_[run]; }
    int current() const { return current_; }                        ///< id, or -1
    std::size_t anchor() const { return anchor_; }                  ///< the shown run that others are held against: the current one, else the newest; runs().size() = none
    bool comparableWithAnchor(std::size_t run) const;

    // --- groups of shown runs that differ in their seed alone, oldest first
    const std::vector<SeedGroup> &groups() const { return groups_; }
    const std::vector<GroupName> &groupNames() const { return groupNames_; }
    std::size_t reference() const { return reference_; }            ///< groups().size() = none
    const std::string &chosenReference() const { return referenceKey_; } ///< name of a run; empty = the reader has chosen none
    const std::vector<PairedDifference> &differences() const { return differences_; }
    const RunRecord &recordOfGroup(std::size_t group) const { return record(groups_[group].rows.front()); }
    bool onSeveralData() const { return severalData_; }             ///< shown runs are about more than one thing

    // --- colours
    struct Series {
        std::string key;
        QString label;
        SeriesStyle style;
        std::size_t runs = 0; ///< shown
    };
    const std::vector<Series> &series() const { return series_; }   ///< that shown runs have
    std::size_t seriesOf(std::size_t run) const { return seriesOf_[run]; }
    CompareColours colours() const { return colours_; }

    // --- selection, by brushing or in the table
    enum class Origin { plot, table };
    void select(std::vector<std::size_t> runs, Origin origin);      ///< in place of what was selected; only shown ones count
    void clearSelection() { select({}, Origin::plot); }
    bool hasSelection() const { return !selected_.empty(); }
    bool isSelected(std::size_t run) const { return isSelected_[run]; }
    const std::vector<std::size_t> &selected() const { return selected_; } ///< ascending
    Origin selectionOrigin() const { return origin_; }

    // --- what the filters offer
    QStringList studies() const, kinds() const, subjects() const;
    std::vector<std::string> protocols() const, classifiers() const;

    /// `listed`: the runs that are written, as the list shows them.
    ComparisonTable table(std::vector<std::size_t> listed) const;

signals:
    void reset();            ///< runs, figures, filter, groups or colours are others
    void selectionChanged();
    void currentChanged();
    void referenceChanged();
    void curvesChanged();    ///< of runs that go on

private:
    void judge();            ///< rows, from the choice
    void arrange();          ///< what is shown, groups and series, from the filter
    void findAnchor();
    void compareGroups();
    bool matches(std::size_t run, const QStringList &words) const;
    std::string seriesKey(const RunRecord &run) const;
    void arrangeSeries();

    std::vector<ComparedRun> runs_;
    std::map<int, std::shared_ptr<const RecordedCurves>> curvesOf_; ///< of runs of this session that have ended
    std::vector<QString> searched_, subjects_;                      ///< per run
    std::vector<ComparisonRow> rows_;
    ComparisonChoice choice_;
    CompareFilter filter_;
    CompareColours colours_ = CompareColours::loss;
    std::vector<std::size_t> shown_;
    std::vector<bool> isShown_, isSelected_, isComparable_;
    std::size_t anchor_ = 0, reference_ = 0;
    std::string referenceKey_;                                      ///< of the group that the reader chose; empty = none was
    std::vector<SeedGroup> groups_;
    std::vector<GroupName> groupNames_;
    std::vector<PairedDifference> differences_;
    std::vector<Series> series_;
    std::vector<std::size_t> seriesOf_;
    std::vector<std::size_t> selected_;
    Origin origin_ = Origin::plot;
    bool severalData_ = false;
    int current_ = -1;
};

} // namespace fairloom::ui
