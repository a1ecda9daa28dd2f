#include "ui/widgets/card.h"

#include "ui/style/theme.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace fairloom::ui {

Card::Card(const QString &title, QWidget *parent) : QFrame(parent)
{
    setAccessibleName(title);
    title_ = new ElidedLabel(title);
    title_->setProperty("look", "title");
    remark_ = new ElidedLabel;
    remark_->setProperty("look", "muted");
    remark_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    remark_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // has what title and tools leave

    tools_ = new QHBoxLayout;
    tools_->setSpacing(Theme::space);

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::space);
    head->addWidget(title_);
    head->addWidget(remark_, 1);
    head->addLayout(tools_);

    auto *filled = new QWidget;
    body_ = new QVBoxLayout(filled);
    body_->setContentsMargins(0, 0, 0, 0);
    body_->setSpacing(Theme::space);

    auto *empty = new QWidget;
    auto *emptyLayout = new QVBoxLayout(empty);
    emptyLayout->setContentsMargins(Theme::wide, Theme::space, Theme::wide, Theme::space);
    emptyLayout->setSpacing(Theme::wide);
    hint_ = new QLabel;
    hint_->setProperty("look", "hint");
    hint_->setWordWrap(true);
    hint_->setAlignment(Qt::AlignCenter);
    action_ = new QPushButton;
    action_->hide();
    emptyLayout->addStretch(1);
    emptyLayout->addWidget(hint_);
    emptyLayout->addWidget(action_, 0, Qt::AlignHCenter);
    emptyLayout->addStretch(1);
    connect(action_, &QPushButton::clicked, this, &Card::actionRequested);

    stack_ = new QStackedLayout;
    stack_->addWidget(filled);
    stack_->addWidget(empty);

    finding_ = new QLabel;
    finding_->setProperty("look", "finding");
    finding_->setWordWrap(true);
    finding_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    finding_->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::wide, Theme::space, Theme::wide, Theme::wide);
    layout->setSpacing(Theme::space);
    layout->addLayout(head);
    layout->addLayout(stack_, 1);
    layout->addWidget(finding_);
}

void Card::setTitle(const QString &title)
{
    title_->setText(title);
    setAccessibleName(title);
}

void Card::setRemark(const QString &remark)
{
    remark_->setText(remark);
}

void Card::setFinding(const QString &sentence)
{
    if (finding_->text() == sentence)
        return;
    finding_->setText(sentence);
    finding_->setVisible(!sentence.isEmpty());
    // The layout moves the body a moment later; a plot that shrinks then leaves its old picture under itself otherwise.
    QTimer::singleShot(0, this, [this] {
        layout()->activate();
        repaint();
    });
    setAccessibleDescription(sentence);
}

QHBoxLayout *Card::tools()
{
    return tools_;
}

QVBoxLayout *Card::body()
{
    return body_;
}

void Card::setEmpty(const QString &hint, const QString &action)
{
    hint_->setText(hint);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    stack_->setCurrentIndex(1);
}

void Card::setFilled()
{
    stack_->setCurrentIndex(0);
}

} // namespace fairloom::ui
