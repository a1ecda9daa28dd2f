#pragma once

#include "ui/views/rows/rows_panel.h"
#include "ui/workers/async_value.h"

namespace fairloom::ui {

class RowsView;
class TableModel;

/// Rows as lines of text, sorted by a click on a header or by keyboard, on a worker thread.
class TextRows final : public RowsPanel {
    Q_OBJECT
public:
    explicit TextRows(QWidget *parent = nullptr);

    void setTable(std::shared_ptr<const Table> table) override;
    void offerSaving() override;
    void setProblem(std::shared_ptr<const Problem>) override {}
    void setRows(std::optional<std::vector<std::size_t>> rows) override;
    bool isComputing() const override { return sorting_.isRunning(); }
    QAbstractItemView *view() const override;

private:
    void sort(int section, Qt::SortOrder order);

    std::shared_ptr<const Table> table_;
    std::optional<std::vector<std::size_t>> among_;
    RowsView *view_;
    TableModel *model_;
    AsyncValue<std::vector<std::size_t>> sorting_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
