#pragma once

#include "ui/workers/async_value.h"
#include "ui/workers/column_associations.h"

#include <QWidget>

#include <memory>

class QSortFilterProxyModel;

namespace fairloom::ui {

class AssociationsModel;
class Card;
class RowsView;
class Session;

/// Every column's association with the sensitive attribute and with the target, and how well the group is told from it alone.
class AssociationsCard final : public QWidget {
    Q_OBJECT
public:
    explicit AssociationsCard(Session &session, QWidget *parent = nullptr);

    bool isComputing() const { return computing_.isRunning(); }

signals:
    void columnChosen(std::size_t column);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showProblem();
    void start();
    void showRows(std::vector<AssociationRow> &rows);

    Session &session_;
    std::shared_ptr<const Problem> problem_;
    bool done_ = false;
    Card *card_;
    RowsView *view_;
    AssociationsModel *model_;
    QSortFilterProxyModel *sorted_;
    AsyncValue<std::vector<AssociationRow>> computing_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
