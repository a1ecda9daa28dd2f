#include "ui/widgets/view_scroll.h"

#include "ui/style/theme.h"

#include <QVBoxLayout>

namespace fairloom::ui {

ViewScroll::ViewScroll(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    content_ = new QVBoxLayout(page);
    content_->setContentsMargins(Theme::wide, Theme::wide, Theme::wide, Theme::wide);
    content_->setSpacing(Theme::wide);
    setWidget(page);
}

} // namespace fairloom::ui
