#pragma once

#include <QTableView>

namespace fairloom::ui {

/// A table in the house style: no frame, thin lines, rows of one height (so that a million of them scroll), Ctrl+C copies
/// the selection as text, the context menu offers to save everything.
class RowsView final : public QTableView {
    Q_OBJECT
public:
    explicit RowsView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Widths from headers and the rows in sight, within limits.
    void fitColumns(int most = 180);
    QString selectionAsText() const; ///< tab separated with the header; everything if nothing is selected

signals:
    void saveRequested(); ///< "Save as CSV..." was chosen

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copySelection();
    QString rowsAsText(const QList<int> &rows, const QList<int> &columns) const;
};

} // namespace fairloom::ui
