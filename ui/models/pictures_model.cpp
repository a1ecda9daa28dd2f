#include "ui/models/pictures_model.h"

#include "ui/text.h"

#include <limits>
#include <numeric>

namespace fairloom::ui {

QImage imageOf(const PictureSet &set, std::size_t index)
{
    if (index >= set.size())
        return {};
    return QImage(set.picture(index).data(), set.width, set.height, qsizetype(set.width) * PictureSet::channels, QImage::Format_RGB888);
}

PicturesModel::PicturesModel(QObject *parent) : QAbstractListModel(parent) {}

void PicturesModel::setTable(std::shared_ptr<const Table> table)
{
    beginResetModel();
    table_ = std::move(table);
    pictures_ = table_ ? table_->picture_column() : nullptr;
    marks_ = {};
    rows_.reset();
    group_ = label_ = -1;
    choose();
    endResetModel();
}

void PicturesModel::setMarks(RowMarks marks)
{
    beginResetModel();
    marks_ = std::move(marks);
    group_ = label_ = -1;
    choose();
    endResetModel();
}

void PicturesModel::setRows(std::optional<std::vector<std::size_t>> rows)
{
    beginResetModel();
    rows_ = std::move(rows);
    choose();
    endResetModel();
}

void PicturesModel::setFilter(int group, int label)
{
    if (group == group_ && label == label_)
        return;
    beginResetModel();
    group_ = group;
    label_ = label;
    choose();
    endResetModel();
}

void PicturesModel::choose()
{
    shown_.clear();
    if (!pictures_)
        return;
    if (rows_) {
        shown_ = *rows_;
    } else {
        shown_.resize(table_->rows());
        std::iota(shown_.begin(), shown_.end(), std::size_t{0});
    }
    if (group_ >= 0 || label_ >= 0)
        std::erase_if(shown_, [this](std::size_t row) { return (group_ >= 0 && groupOf(row) != group_) || (label_ >= 0 && labelOf(row) != label_); });
    if (shown_.size() > std::size_t(std::numeric_limits<int>::max()))
        shown_.resize(std::size_t(std::numeric_limits<int>::max()));
}

QImage PicturesModel::image(int row) const
{
    const std::int32_t code = pictures_->codes[tableRow(row)];
    return code < 0 ? QImage() : imageOf(*pictures_->pictures, std::size_t(code));
}

QList<std::pair<QString, QString>> PicturesModel::labelsOf(int row) const
{
    QList<std::pair<QString, QString>> out;
    for (const Column &column : table_->columns)
        if (!column.pictures)
            out << std::pair(toQString(column.name), toQString(column.text(tableRow(row))));
    return out;
}

QString PicturesModel::name(int row) const
{
    return toQString(pictures_->text(tableRow(row)));
}

QString PicturesModel::groupName(std::size_t tableRow) const
{
    const int group = groupOf(tableRow);
    return group < 0 ? QString() : toQString(marks_.groups[std::size_t(group)]);
}

QString PicturesModel::labelName(std::size_t tableRow) const
{
    const int label = labelOf(tableRow);
    return label < 0 ? QString() : toQString(marks_.labels[std::size_t(label)]);
}

/// While nobody has said which label counts; the name where there is none.
QString PicturesModel::firstLabels(std::size_t tableRow) const
{
    constexpr int most = 2;
    QStringList labels;
    for (const Column &column : table_->columns)
        if (!column.pictures && column.role != Role::identifier && labels.size() < most)
            labels << toQString(column.text(tableRow));
    return labels.isEmpty() ? toQString(pictures_->text(tableRow)) : labels.join(QStringLiteral(" · "));
}

int PicturesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(shown_.size());
}

QVariant PicturesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t row = tableRow(index.row());
    switch (role) {
    case Qt::DisplayRole: return name(index.row());
    case GroupRole: return groupOf(row);
    case LabelRole: return marks_.label.empty() ? firstLabels(row) : labelName(row);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        QStringList parts{name(index.row())};
        for (const QString &part : {groupName(row), labelName(row)})
            if (!part.isEmpty())
                parts << part;
        return parts.join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral(", "));
    }
    default: return {};
    }
}

} // namespace fairloom::ui
