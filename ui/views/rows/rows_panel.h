#pragma once

#include "core/data/problem.h"
#include "core/data/table.h"

#include <QWidget>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

class QAbstractItemView;

namespace fairloom::ui {

/// The rows of a table as the data view shows them: lines of text or, for an image set, pictures. Presentation makes the one that fits.
class RowsPanel : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Null shows nothing. Forgets rows and problem.
    virtual void setTable(std::shared_ptr<const Table> table) = 0;
    /// Whose groups and labels the rows have, or null.
    virtual void setProblem(std::shared_ptr<const Problem> problem) = 0;
    /// These rows of the table only, in this order; nothing = all.
    virtual void setRows(std::optional<std::vector<std::size_t>> rows) = 0;
    /// The table is a part of so many rows; to be called after setTable().
    virtual void setPartOf(std::size_t) {}
    virtual bool isComputing() const = 0;
    /// That shows the rows, to be named for where it is used.
    virtual QAbstractItemView *view() const = 0;

    /// Where not offered, what is shown is saved; where offered, saveRequested() asks for the whole table.
    virtual void offerSaving() {}

signals:
    void saveRequested();
};

} // namespace fairloom::ui
