#include "ui/views/audit/explanation_strip.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace fairloom::ui {

ExplanationStrip::ExplanationStrip(QWidget *parent) : QFrame(parent), text_(new QLabel), manual_(new QToolButton), close_(new QToolButton)
{
    setObjectName(QStringLiteral("explanationStrip"));
    setProperty("look", "note");
    text_->setObjectName(QStringLiteral("auditExplanation"));
    text_->setProperty("look", "muted");
    text_->setAccessibleName(tr("Explanation of the chosen number"));
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    manual_->setObjectName(QStringLiteral("explanationManual"));
    manual_->setText(QStringLiteral("?"));
    manual_->setToolTip(tr("Read about it in the manual"));
    manual_->setAccessibleName(tr("Read about it in the manual"));
    close_->setObjectName(QStringLiteral("explanationClose"));
    close_->setText(QStringLiteral("×"));
    close_->setToolTip(tr("Close the explanation"));
    close_->setAccessibleName(tr("Close the explanation"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::gap, Theme::gap, Theme::gap);
    layout->setSpacing(Theme::space);
    layout->addWidget(text_, 1);
    layout->addWidget(manual_, 0, Qt::AlignTop);
    layout->addWidget(close_, 0, Qt::AlignTop);
    connect(manual_, &QToolButton::clicked, this, &ExplanationStrip::manualRequested);
    connect(close_, &QToolButton::clicked, this, &ExplanationStrip::closed);
    explain({});
}

void ExplanationStrip::explain(const QString &text)
{
    manual_->setVisible(!text.isEmpty());
    close_->setVisible(!text.isEmpty());
    text_->setText(text.isEmpty() ? tr("Choose a number to read what it means, how it was computed and from how many rows.") : text);
}

} // namespace fairloom::ui
