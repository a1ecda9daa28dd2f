#pragma once

#include <QWidget>

class QTableView;

namespace fairloom::ui {

class RunsModel;
class Session;

/// The table of runs in its dock; the chosen row is the run that the views show.
class RunsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit RunsPanel(Session &session, QWidget *parent = nullptr);

    QSize sizeHint() const override;

private:
    void showCurrent();

    Session &session_;
    RunsModel *model_;
    QTableView *table_;
};

} // namespace fairloom::ui
