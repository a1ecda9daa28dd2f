#pragma once

#include "core/data/picture_set.h"
#include "core/data/table.h"
#include "ui/workers/row_marks.h"

#include <QAbstractListModel>
#include <QImage>

#include <memory>
#include <optional>
#include <vector>

namespace fairloom::ui {

/// One picture of a set as an image that shares its bytes: valid as long as the set is.
QImage imageOf(const PictureSet &set, std::size_t index);

/// The pictures of an image set, one item a row of its table, narrowed down by group and label. Nothing is copied.
class PicturesModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum DataRole {
        GroupRole = Qt::UserRole, ///< index of the group, -1 = none
        LabelRole,                ///< the label's text
    };

    explicit PicturesModel(QObject *parent = nullptr);

    /// A table with a picture column, or null. Marks, rows and filters are forgotten.
    void setTable(std::shared_ptr<const Table> table);
    void setMarks(RowMarks marks);
    /// These rows of the table only, in this order; nothing = all.
    void setRows(std::optional<std::vector<std::size_t>> rows);
    void setFilter(int group, int label); ///< -1 = any

    std::size_t rowsOfTable() const { return table_ ? table_->rows() : 0; }
    std::size_t tableRow(int row) const { return shown_[static_cast<std::size_t>(row)]; }
    QImage image(int row) const;
    /// Name and value of every column of a row, apart from the pictures themselves.
    QList<std::pair<QString, QString>> labelsOf(int row) const;
    QString name(int row) const;          ///< of the picture: "000001.png"

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void choose();
    int groupOf(std::size_t tableRow) const { return marks_.group.empty() ? -1 : marks_.group[tableRow]; }
    int labelOf(std::size_t tableRow) const { return marks_.label.empty() ? -1 : marks_.label[tableRow]; }
    QString groupName(std::size_t tableRow) const;
    QString labelName(std::size_t tableRow) const;
    QString firstLabels(std::size_t tableRow) const;

    std::shared_ptr<const Table> table_;
    const Column *pictures_ = nullptr; ///< of table_
    RowMarks marks_;
    std::optional<std::vector<std::size_t>> rows_;
    std::vector<std::size_t> shown_;   ///< rows of the table
    int group_ = -1, label_ = -1;
};

} // namespace fairloom::ui
