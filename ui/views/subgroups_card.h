#pragma once

#include "core/metrics/subgroup_search.h"
#include "ui/workers/async_value.h"
#include "ui/workers/shared_progress.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace fairloom::ui {

class Card;
class RowsView;
class Session;
class SubgroupsModel;

/// The subgroups that have the favourable label least often, found by looking at every combination of up to three conditions.
class SubgroupsCard final : public QWidget {
    Q_OBJECT
public:
    explicit SubgroupsCard(Session &session, QWidget *parent = nullptr);

    bool isComputing() const { return searching_.isRunning(); }

signals:
    void subgroupChosen(const std::vector<fairloom::Condition> &conditions);

private:
    void showProblem();
    void search();
    void stop();
    void showProgress();
    void showFound(SubgroupSearch &found);
    void setSearching(bool searching);

    Session &session_;
    std::shared_ptr<const Problem> problem_;
    std::shared_ptr<SharedProgress> progress_;
    Card *card_;
    QPushButton *search_, *stop_;
    QLabel *state_;
    QProgressBar *bar_;
    QStackedWidget *pages_;
    QLabel *hint_;
    RowsView *view_;
    SubgroupsModel *model_;
    QSortFilterProxyModel *sorted_;
    QTimer timer_;
    AsyncValue<SubgroupSearch> searching_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
