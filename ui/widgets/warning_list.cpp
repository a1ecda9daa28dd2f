#include "ui/widgets/warning_list.h"

#include "ui/style/look.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace fairloom::ui {

namespace {

constexpr int atOnce = 2;

}

WarningList::WarningList(QWidget *parent) : QFrame(parent), text_(new QLabel), more_(new QPushButton)
{
    setAccessibleName(tr("Warnings"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    more_->setProperty("look", "link");
    more_->setObjectName(QStringLiteral("moreWarnings"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::wide, Theme::gap, Theme::wide, Theme::gap);
    layout->addWidget(text_, 1);
    layout->addWidget(more_, 0, Qt::AlignTop);
    connect(more_, &QPushButton::clicked, this, [this] {
        all_ = !all_;
        showWarnings();
    });
    hide();
}

void WarningList::setWarnings(const QStringList &warnings, bool severe)
{
    warnings_ = warnings;
    all_ = false;
    severe_ = severe;
    setLook(text_, severe ? QStringLiteral("error") : QStringLiteral("warning"));
    showWarnings();
    setVisible(!warnings_.isEmpty());
}

void WarningList::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(theme.border());
    painter.setBrush(theme.surface());
    painter.drawRoundedRect(box, Theme::gap, Theme::gap);
    painter.fillRect(QRectF(0, 1, 4, height() - 2), severe_ ? theme.bad() : theme.warning());
}

void WarningList::showWarnings()
{
    text_->setText((all_ ? warnings_ : warnings_.mid(0, atOnce)).join(QLatin1Char('\n')));
    setAccessibleDescription(warnings_.join(QLatin1Char(' ')));
    more_->setVisible(warnings_.size() > atOnce);
    more_->setText(all_ ? tr("Show less") : tr("%1 more").arg(warnings_.size() - atOnce));
}

} // namespace fairloom::ui
