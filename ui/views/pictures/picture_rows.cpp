#include "ui/views/pictures/picture_rows.h"

#include "ui/models/pictures_model.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/group_legend.h"
#include "ui/widgets/pictures/picture_details.h"
#include "ui/widgets/pictures/picture_grid.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

QComboBox *chooser(const char *name, const QString &accessible)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1StringView(name));
    box->setAccessibleName(accessible);
    box->setToolTip(accessible);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

/// "any group", then each name with how many rows have it.
void fillNames(QComboBox *box, const QString &any, const std::vector<std::string> &names, const std::vector<std::int32_t> &of)
{
    const QSignalBlocker quiet(box);
    std::vector<std::size_t> rows(names.size());
    for (const std::int32_t index : of)
        if (index >= 0)
            ++rows[std::size_t(index)];
    box->clear();
    box->addItem(any);
    for (std::size_t i = 0; i < names.size(); ++i)
        box->addItem(PictureRows::tr("%1 (%2)", "a group or label, and how many pictures have it").arg(toQString(names[i]), count(rows[i])));
    box->setVisible(!names.empty());
}

} // namespace

PictureRows::PictureRows(QWidget *parent)
    : RowsPanel(parent), model_(new PicturesModel(this)), grid_(new PictureGrid), details_(new PictureDetails),
      group_(chooser("pictureGroupFilter", tr("Pictures of this group only"))), label_(chooser("pictureLabelFilter", tr("Pictures with this label only"))),
      count_(new QLabel), legend_(new GroupLegend), marking_([this](RowMarks &marks) { showMarks(marks); })
{
    grid_->setObjectName(QStringLiteral("pictureGrid"));
    grid_->setAccessibleName(tr("Pictures of the data"));
    grid_->setPictures(model_);
    details_->setObjectName(QStringLiteral("pictureDetails"));
    details_->hide();
    count_->setObjectName(QStringLiteral("pictureCount"));
    count_->setProperty("look", "muted");

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space);
    line->addWidget(group_, 1);
    line->addWidget(label_, 1);
    line->addStretch(1);
    line->addWidget(count_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addLayout(line);
    layout->addWidget(legend_);
    layout->addWidget(grid_, 1);
    layout->addWidget(details_);

    connect(group_, &QComboBox::currentIndexChanged, this, &PictureRows::filter);
    connect(label_, &QComboBox::currentIndexChanged, this, &PictureRows::filter);
    connect(model_, &QAbstractItemModel::modelReset, this, &PictureRows::showCount);
    connect(grid_, &PictureGrid::opened, this, &PictureRows::open);
    connect(grid_, &PictureGrid::closed, details_, &QWidget::hide);
    connect(details_, &PictureDetails::closeRequested, this, [this] {
        details_->hide();
        grid_->setFocus();
    });
    connect(grid_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        if (details_->isVisible())
            details_->showPicture(*model_, index.row());
        emit chosen(model_->tableRow(index.row()));
    });
    setTable(nullptr);
}

QAbstractItemView *PictureRows::view() const
{
    return grid_;
}

void PictureRows::setTable(std::shared_ptr<const Table> table)
{
    marking_.discard();
    table_ = std::move(table);
    details_->hide();
    partOf_ = 0;
    model_->setTable(table_);
    fillNames(group_, {}, {}, {});
    fillNames(label_, {}, {}, {});
    legend_->setNames({});
}

void PictureRows::setProblem(std::shared_ptr<const Problem> problem)
{
    marking_.discard();
    if (!table_)
        return;
    if (!problem) {
        RowMarks none;
        showMarks(none);
        return;
    }
    marking_.start([table = table_, problem = std::move(problem)](std::stop_token stop) { return mark_rows(*table, *problem, stop); });
}

void PictureRows::showMarks(RowMarks &marks)
{
    fillNames(group_, tr("any group"), marks.groups, marks.group);
    fillNames(label_, tr("any label"), marks.labels, marks.label);
    QStringList names;
    for (const std::string &name : marks.groups)
        names << toQString(name);
    legend_->setNames(names, true);
    model_->setMarks(std::move(marks));
}

void PictureRows::setRows(std::optional<std::vector<std::size_t>> rows)
{
    model_->setRows(std::move(rows));
}

int PictureRows::groupFilter() const
{
    return std::max(-1, group_->currentIndex() - 1);
}

int PictureRows::labelFilter() const
{
    return std::max(-1, label_->currentIndex() - 1);
}

void PictureRows::setPartOf(std::size_t rows)
{
    partOf_ = rows;
    showCount();
}

void PictureRows::filter()
{
    model_->setFilter(groupFilter(), labelFilter());
    details_->hide();
}

void PictureRows::showCount()
{
    const std::size_t shown = std::size_t(model_->rowCount()), all = std::max(model_->rowsOfTable(), partOf_);
    count_->setText(shown == all ? tr("%1 pictures").arg(count(all)) : tr("%1 of %2").arg(count(shown), count(all)));
}

void PictureRows::open(int item)
{
    if (!detailsOffered_)
        return;
    details_->showPicture(*model_, item);
    details_->show();
    grid_->doItemsLayout(); // it is lower now
    grid_->scrollTo(grid_->currentIndex());
}

} // namespace fairloom::ui
