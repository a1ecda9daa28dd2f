#include "ui/window/dock_title.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace fairloom::ui {

DockTitle::DockTitle(QDockWidget *dock) : QWidget(dock), layout_(new QHBoxLayout(this))
{
    setProperty("look", "dockTitle");
    setAttribute(Qt::WA_StyledBackground);
    auto *title = new QLabel(dock->windowTitle());
    title->setProperty("look", "title");
    layout_->setContentsMargins(14, 6, 6, Theme::gap);
    layout_->setSpacing(0);
    layout_->addWidget(title, 1);

    const auto button = [&](const QString &name, const QString &tip) {
        auto *widget = new QToolButton;
        const auto paint = [widget, name] { widget->setIcon(tintedIcon(name, Theme::instance().muted())); };
        paint();
        connect(&Theme::instance(), &Theme::changed, widget, paint);
        widget->setIconSize(QSize(14, 14));
        widget->setFixedSize(20, 20);
        widget->setToolTip(tip);
        widget->setAccessibleName(tip);
        layout_->addWidget(widget);
        return widget;
    };
    connect(button(QStringLiteral("float"), tr("Float %1").arg(dock->windowTitle())), &QToolButton::clicked, dock,
            [dock] { dock->setFloating(!dock->isFloating()); });
    connect(button(QStringLiteral("close"), tr("Close %1").arg(dock->windowTitle())), &QToolButton::clicked, dock,
            &QDockWidget::close);
}

void DockTitle::addTools(QWidget *tools)
{
    layout_->setContentsMargins(14, Theme::gap, 6, Theme::gap);
    layout_->setStretch(0, 0);
    layout_->insertWidget(1, tools, 1);
}

} // namespace fairloom::ui
