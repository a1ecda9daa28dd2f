#include "ui/window/notice_bar.h"

#include "ui/style/icons.h"
#include "ui/style/look.h"
#include "ui/style/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace fairloom::ui {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent), frame_(new QFrame), text_(new QLabel), progress_(new QProgressBar), action_(new QPushButton), close_(new QToolButton)
{
    setObjectName(QStringLiteral("noticeBar"));
    text_->setObjectName(QStringLiteral("noticeText"));
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedWidth(160);
    const auto paint = [this] { close_->setIcon(tintedIcon(QStringLiteral("close"), Theme::instance().muted())); };
    paint();
    connect(&Theme::instance(), &Theme::changed, this, paint);
    close_->setToolTip(tr("Close"));
    close_->setAccessibleName(tr("Close"));

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Theme::wide, Theme::space, Theme::wide, 0);
    outer->addWidget(frame_);
    auto *layout = new QHBoxLayout(frame_);
    layout->setContentsMargins(Theme::page, Theme::gap, Theme::gap, Theme::gap);
    layout->setSpacing(Theme::wide);
    layout->addWidget(text_, 1);
    layout->addWidget(progress_);
    layout->addWidget(action_);
    layout->addWidget(close_);
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);
    connect(action_, &QPushButton::clicked, this, &NoticeBar::actionRequested);
    hide();
}

void NoticeBar::showNotice(Kind kind, const QString &sentence, const QString &action)
{
    kind_ = kind;
    setLook(frame_, kind == Kind::error ? QStringLiteral("banner") : QStringLiteral("note"));
    text_->setText(sentence);
    setAccessibleName(sentence);
    progress_->setVisible(kind == Kind::progress);
    close_->setVisible(kind != Kind::progress);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    show();
}

void NoticeBar::setFraction(double fraction)
{
    progress_->setRange(0, fraction < 0 ? 0 : 1000);
    if (fraction >= 0)
        progress_->setValue(static_cast<int>(1000 * fraction));
}

} // namespace fairloom::ui
