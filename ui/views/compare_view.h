#pragma once

#include "ui/models/compare_runs.h"
#include "ui/views/compare/compare_state.h"
#include "ui/workers/session.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace fairloom::ui {

class CompareGroupsModel;
class CompareModel;
class CurvesCard;
class ExportMenu;
class FilterBar;
class ScatterCard;
class TablesCard;

/// Any number of runs beside each other: two figures against each other with the best front, loss curves with bands over seeds, means over seeds with
/// paired differences, and a list. What is selected in one of them is selected in all; the main finding stands on top.
class CompareView final : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString viewState READ viewState WRITE setViewState)
public:
    explicit CompareView(Session &session, QWidget *parent = nullptr);
    ~CompareView() override;

    /// Shows these runs (newest first); `current` is highlighted.
    void showRuns(const std::vector<const RunEntry *> &runs, int current);
    /// Filters, judges, figures, colours, reference and selected runs, as they are kept with the project.
    QString viewState() const;
    void setViewState(const QString &state);
    const CompareModel &model() const;
    const CompareGroupsModel &groupsModel() const;
    CompareRuns &runs() { return runs_; }
    ScatterCard &scatter() { return *scatter_; }
    CurvesCard &curves() { return *curves_; }
    TablesCard &tables() { return *tables_; }
    const ExportMenu &exports() const { return *export_; }

signals:
    void studyRequested(); ///< several runs are to be queued at once

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHead();
    void layOut();
    void sessionChanged(); ///< read its runs, now or when the view is looked at
    void showSession();
    void takeWish();
    void showTick();
    void showFinding();

    Session &session_;
    CompareRuns runs_;
    QTimer refresh_;
    bool stale_ = false;   ///< the session's runs have changed since they were read
    std::optional<CompareState> wished_; ///< until there are runs that it can be about
    QElapsedTimer lastCurves_;

    QLabel *finding_;
    FilterBar *filters_;
    ScatterCard *scatter_;
    CurvesCard *curves_;
    TablesCard *tables_;
    ExportMenu *export_;
    QPushButton *study_;
};

} // namespace fairloom::ui
