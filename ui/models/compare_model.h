#pragma once

#include "ui/models/audit_figures.h"
#include "ui/workers/session.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace fairloom::ui {

/// What is compared of one run: the student's rows.
struct CompareRow {
    int id = 0;
    QString name, data;
    std::shared_ptr<const Dataset> dataset;
    Task task;
    RunSettings settings;
    RunEntry::State state = RunEntry::State::waiting;
    bool judged = false;             ///< the metrics below were computed
    Metric dpr, eor, accuracy, f1;
    std::optional<double> density, coverage;
    std::optional<double> seconds;   ///< of the whole run, without pauses
};

/// Mean and standard deviation over comparable runs that differ in their seed alone; at least two.
struct SeedSummary {
    struct Spread {
        double mean = 0, deviation = 0; ///< n - 1 in the denominator
        int n = 0;                      ///< runs where the figure is defined
    };
    QString subject;
    RunSettings settings;
    int runs = 0;
    Spread dpr, eor, accuracy, f1, density, coverage;
};

/// Reads the runs of a session.
class CompareFigures {
    Q_DECLARE_TR_FUNCTIONS(CompareFigures)
public:
    static CompareRow row(const RunEntry &run, const AuditChoice &choice);
    /// Whether two runs are about the same: the same rows as read, and the same task. Figures of others say nothing about
    /// which run is better.
    static bool comparable(const CompareRow &a, const CompareRow &b);
    /// "adult · sex → income = >50K": what comparable runs have in common, for people.
    static QString subject(const CompareRow &row);
    /// Indices of the rows comparable with rows[reference] that no other such row beats in DPR and accuracy both, by
    /// ascending DPR.
    static std::vector<std::size_t> bestFront(const std::vector<CompareRow> &rows, std::size_t reference);
    static std::vector<SeedSummary> seedSummaries(const std::vector<CompareRow> &rows);
    /// Rich text; figures that are not defined in all runs say in how many. withSubject: also the data and the task.
    static QString seedSentence(const SeedSummary &summary, bool withSubject);
    /// "L1-KL"
    static QString lossLabel(const std::string &loss);
    /// 0 .. 3; each loss keeps one colour (Theme::group of lossColour) and marker.
    static int lossIndex(const std::string &loss);
    static int lossColour(const std::string &loss);
    static QByteArray csv(const std::vector<CompareRow> &rows);
};

/// One row per run; valueRole has the exact number (invalid if there is none), which sorting uses.
class CompareModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, loss, log10_beta, lambda, seed, dpr, eor, accuracy, f1, density, coverage, time, column_count };
    static constexpr int valueRole = Qt::UserRole;
    static constexpr int idRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<CompareRow> rows);
    const std::vector<CompareRow> &rows() const { return rows_; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static const Metric *metric(const CompareRow &row, int column);

    std::vector<CompareRow> rows_;
};

} // namespace fairloom::ui
