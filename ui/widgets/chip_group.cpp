#include "ui/widgets/chip_group.h"

#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace fairloom::ui {

ChipGroup::ChipGroup(const QStringList &labels, QWidget *parent) : QWidget(parent), group_(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space - 2);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(group_, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (!checked)
            return;
        updateTabStops();
        emit currentChanged(id);
    });
    setLabels(labels);
}

int ChipGroup::current() const
{
    return group_->checkedId();
}

void ChipGroup::setCurrent(int index)
{
    if (QAbstractButton *button = group_->button(index))
        button->setChecked(true);
}

void ChipGroup::setLabels(const QStringList &labels)
{
    const int chosen = qMax(0, current());
    const QSignalBlocker quiet(group_);
    while (group_->buttons().size() > labels.size()) {
        QAbstractButton *last = group_->button(static_cast<int>(group_->buttons().size()) - 1);
        group_->removeButton(last);
        last->deleteLater();
        last->hide();
    }
    for (int i = 0; i < labels.size(); ++i) {
        QAbstractButton *button = group_->button(i);
        if (!button) {
            button = new QPushButton(this);
            button->setProperty("look", "chip");
            button->setCheckable(true);
            button->setCursor(Qt::PointingHandCursor);
            button->installEventFilter(this);
            group_->addButton(button, i);
            layout()->addWidget(button);
        }
        button->setText(labels[i]);
        button->setAccessibleName(labels[i]);
    }
    if (!labels.isEmpty())
        group_->button(qMin(chosen, static_cast<int>(labels.size()) - 1))->setChecked(true);
    updateTabStops();
}

bool ChipGroup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int count = static_cast<int>(group_->buttons().size());
            const int next = (current() + step + count) % count;
            setCurrent(next);
            group_->button(next)->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChipGroup::updateTabStops()
{
    // as with radio buttons, Tab stops at the chosen one only
    for (QAbstractButton *button : group_->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

} // namespace fairloom::ui
