#include "ui/widgets/order_list.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

OrderList::OrderList(QWidget *parent)
    : QWidget(parent), list_(new QListWidget), up_(new QPushButton(tr("Lower"))), down_(new QPushButton(tr("Higher")))
{
    list_->setObjectName(QStringLiteral("orderList"));
    list_->setAccessibleName(tr("Order of the values, lowest first"));
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setFixedHeight(112);
    list_->installEventFilter(this);
    up_->setObjectName(QStringLiteral("orderUpButton"));
    up_->setToolTip(tr("Move the value towards the lowest (Alt+Up)"));
    down_->setObjectName(QStringLiteral("orderDownButton"));
    down_->setToolTip(tr("Move the value towards the highest (Alt+Down)"));

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(Theme::gap);
    for (QPushButton *button : {up_, down_}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(list_, 1);
    layout->addLayout(buttons);

    connect(up_, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { move(1); });
    connect(list_->model(), &QAbstractItemModel::rowsMoved, this, &OrderList::orderEdited);
}

void OrderList::setValues(const QStringList &values)
{
    if (values == this->values())
        return;
    const int row = std::max(0, list_->currentRow());
    list_->clear();
    list_->addItems(values);
    list_->setCurrentRow(std::min(row, int(values.size()) - 1));
}

QStringList OrderList::values() const
{
    QStringList out;
    for (int row = 0; row < list_->count(); ++row)
        out << list_->item(row)->text();
    return out;
}

void OrderList::move(int step)
{
    const int row = list_->currentRow();
    if (row < 0 || row + step < 0 || row + step >= list_->count())
        return;
    list_->insertItem(row + step, list_->takeItem(row));
    list_->setCurrentRow(row + step);
    emit orderEdited();
}

bool OrderList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fairloom::ui
