#include "ui/widgets/warning_list.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace fairloom::ui {

namespace {

constexpr int atOnce = 2;

}

WarningList::WarningList(QWidget *parent) : QFrame(parent), text_(new QLabel), more_(new QPushButton)
{
    setProperty("look", "note");
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
    setProperty("look", severe ? "banner" : "note");
    text_->setProperty("look", severe ? "error" : "warning");
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(text_)}) {
        style()->unpolish(widget);
        style()->polish(widget);
    }
    showWarnings();
    setVisible(!warnings_.isEmpty());
}

void WarningList::showWarnings()
{
    text_->setText((all_ ? warnings_ : warnings_.mid(0, atOnce)).join(QLatin1Char('\n')));
    setAccessibleDescription(warnings_.join(QLatin1Char(' ')));
    more_->setVisible(warnings_.size() > atOnce);
    more_->setText(all_ ? tr("Show less") : tr("%1 more").arg(warnings_.size() - atOnce));
}

} // namespace fairloom::ui
