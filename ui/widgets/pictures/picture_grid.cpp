#include "ui/widgets/pictures/picture_grid.h"

#include "ui/models/pictures_model.h"
#include "ui/style/theme.h"
#include "ui/widgets/pictures/thumbnail_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace fairloom::ui {

PictureGrid::PictureGrid(QWidget *parent) : QListView(parent), delegate_(new ThumbnailDelegate(this))
{
    setFrameShape(QFrame::NoFrame);
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setItemDelegate(delegate_);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // it would move the columns when it comes
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    verticalScrollBar()->setSingleStep(24);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { emit opened(index.row()); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        delegate_->forgetCells(); // drawn in the theme's colours
        fitCells();
    });
}

void PictureGrid::setPictures(PicturesModel *model)
{
    pictures_ = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, delegate_, &ThumbnailDelegate::forgetCells);
    fitCells();
}

int PictureGrid::columns() const
{
    return std::max(1, viewport()->width() / delegate_->cell().width());
}

/// The columns share the width, so that no empty strip is left at the right.
void PictureGrid::fitCells()
{
    const QSize cell((viewport()->width() - 1) / columns(), delegate_->cell().height());
    if (cell != gridSize())
        setGridSize(cell);
}

void PictureGrid::resizeEvent(QResizeEvent *event)
{
    fitCells();
    QListView::resizeEvent(event);
}

QModelIndex PictureGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    // QListView looks for neighbours on the screen, which stops at the end of a line and takes long among very many
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0)
        return {};
    if (!currentIndex().isValid())
        return model()->index(0, 0);
    const int columns = this->columns(), at = currentIndex().row();
    const int page = columns * std::max(1, viewport()->height() / std::max(1, gridSize().height()));
    const auto down = [&](int by) {
        return at + by < count ? at + by : at / columns == (count - 1) / columns ? at : count - 1;
    };
    const auto up = [&](int by) {
        return at - by >= 0 ? at - by : at % columns;
    };
    int to = at;
    switch (action) {
    case MoveLeft:
    case MovePrevious: to = std::max(0, at - 1); break;
    case MoveRight:
    case MoveNext: to = std::min(count - 1, at + 1); break;
    case MoveUp: to = up(columns); break;
    case MoveDown: to = down(columns); break;
    case MovePageUp: to = up(page); break;
    case MovePageDown: to = down(page); break;
    case MoveHome: to = 0; break;
    case MoveEnd: to = count - 1; break;
    }
    return model()->index(to, 0);
}

void PictureGrid::copyPicture() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setImage(pictures_->image(currentIndex().row()).copy());
}

void PictureGrid::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    if (event->key() == Qt::Key_Escape) {
        emit closed();
    } else if (event->matches(QKeySequence::Copy)) {
        copyPicture();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current.isValid()) {
        emit opened(current.row());
    } else {
        QListView::keyPressEvent(event);
    }
}

} // namespace fairloom::ui
