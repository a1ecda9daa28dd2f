#pragma once

#include <QTableView>

namespace fairloom::ui {

/// A table in the house style: no frame, thin lines, rows of one height (so that a million of them scroll), Ctrl+C copies
/// the selection as text, the context menu saves everything.
class RowsView final : public QTableView {
    Q_OBJECT
public:
    explicit RowsView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Widths from headers and the rows in sight, within limits.
    void fitColumns(int most = 180);
    QString allAsCsv() const;        ///< everything as shown, RFC 4180; hidden columns and those without text are left out
    QString selectionAsText() const; ///< tab separated with the header; everything if nothing is selected

signals:
    /// "Save as CSV..." was chosen. Connected, it replaces the view's own saving of allAsCsv(): for tables that show less
    /// than there is to save.
    void saveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copySelection();
    void save();
    QString rowsAsText(const QList<int> &rows, const QList<int> &columns) const;
};

} // namespace fairloom::ui
