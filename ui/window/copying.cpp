#include "ui/window/copying.h"

#include "ui/widgets/pictures/picture_grid.h"
#include "ui/widgets/plot.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>

namespace fairloom::ui {

namespace {

QString selectedCells(const QAbstractItemView *view)
{
    QModelIndexList cells = view->selectionModel() ? view->selectionModel()->selectedIndexes() : QModelIndexList();
    if (cells.isEmpty())
        return {};
    std::sort(cells.begin(), cells.end());
    QStringList header;
    for (const QModelIndex &cell : cells) {
        if (cell.row() != cells.first().row())
            break;
        header << view->model()->headerData(cell.column(), Qt::Horizontal).toString();
    }
    QString out = header.join(u'\t');
    int row = -1;
    for (const QModelIndex &cell : cells) {
        out += cell.row() == row ? u'\t' : u'\n';
        out += cell.data().toString();
        row = cell.row();
    }
    return out + u'\n';
}

} // namespace

void copyFromFocus()
{
    QWidget *focus = QApplication::focusWidget();
    if (auto *edit = qobject_cast<QLineEdit *>(focus))
        edit->copy();
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(focus))
        plain->copy();
    else if (auto *rich = qobject_cast<QTextEdit *>(focus))
        rich->copy();
    else if (auto *plot = qobject_cast<Plot *>(focus))
        plot->copyPicture();
    else if (auto *label = qobject_cast<QLabel *>(focus); label && label->hasSelectedText())
        QApplication::clipboard()->setText(label->selectedText());
    else if (auto *grid = qobject_cast<PictureGrid *>(focus))
        grid->copyPicture();
    else if (auto *view = qobject_cast<QAbstractItemView *>(focus)) {
        const QString text = selectedCells(view);
        if (!text.isEmpty())
            QApplication::clipboard()->setText(text);
    }
}

void copyAsPicture(QWidget *widget)
{
    if (widget)
        QApplication::clipboard()->setPixmap(widget->grab());
}

} // namespace fairloom::ui
