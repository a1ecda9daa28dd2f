#include "ui/window/top_bar.h"

#include "core/data/sample_source.h"
#include "ui/style/icons.h"
#include "ui/style/look.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/presentation.h"
#include "ui/widgets/elided_label.h"
#include "ui/window/window_actions.h"
#include "ui/workers/session.h"

#include <QHBoxLayout>
#include <QMenuBar>
#include <QPushButton>

namespace fairloom::ui {

namespace {

QPushButton *button(const char *name, QAction *action)
{
    auto *out = new QPushButton;
    out->setObjectName(QLatin1StringView(name));
    QObject::connect(out, &QPushButton::clicked, action, &QAction::trigger);
    return out;
}

} // namespace

TopBar::TopBar(Session &session, WindowActions &actions, QWidget *parent)
    : QWidget(parent), session_(session), actions_(actions), menuBar_(new QMenuBar), name_(new QLabel),
      size_(new ElidedLabel), train_(button("trainButton", actions.train)), pause_(button("pauseButton", actions.pause)),
      stop_(button("stopButton", actions.stop))
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    menuBar_->setNativeMenuBar(false);
    menuBar_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    name_->setProperty("look", "title");
    name_->setObjectName(QStringLiteral("datasetName"));
    size_->setProperty("look", "muted");

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::gap, 5, Theme::wide, 6);
    layout->setSpacing(6);
    layout->addWidget(menuBar_);
    layout->addSpacing(24);
    layout->addWidget(name_);
    layout->addWidget(size_, 1);
    layout->addWidget(train_);
    layout->addWidget(pause_);
    layout->addWidget(stop_);

    connect(&session_, &Session::datasetChanged, this, &TopBar::showDataset);
    for (QAction *action : {actions_.train, actions_.pause, actions_.stop})
        connect(action, &QAction::changed, this, &TopBar::showButtons);
    connect(&session_, &Session::runsChanged, this, &TopBar::showButtons);
    connect(&Theme::instance(), &Theme::changed, this, &TopBar::showButtons);
    showDataset();
    showButtons();
}

void TopBar::showDataset()
{
    const auto dataset = session_.dataset();
    if (!dataset) {
        name_->clear();
        size_->clear();
        return;
    }
    QString text = QStringLiteral("· ");
    if (is_sample_source(dataset->name))
        text += tr("built-in sample") + QStringLiteral(" · ");
    name_->setText(displayName(dataset->name));
    text += Presentation::of(&dataset->table).size(dataset->table);
    if (dataset->test)
        text += QStringLiteral(" · ") + tr("test %1").arg(count(dataset->test->rows()));
    size_->setText(text);
}

void TopBar::showButtons()
{
    const Theme &theme = Theme::instance();
    const bool running = session_.activeRun() != nullptr;
    const QColor onAccent = theme.isDark() ? theme.window() : theme.surface();
    QColor faint = theme.muted();
    faint.setAlphaF(0.5f);
    const struct {
        QPushButton *button;
        QAction *action;
        const char *icon;
        bool primary;
    } all[] = {{train_, actions_.train, "media-playback-start", !running},
               {pause_, actions_.pause, actions_.pause->text() == WindowActions::tr("&Resume") ? "media-playback-start" : "media-playback-pause", running},
               {stop_, actions_.stop, "media-playback-stop", false}};
    for (const auto &[button, action, icon, primary] : all) {
        QString text = action->text();
        text.remove(u'&');
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setIcon(tintedIcon(QLatin1StringView(icon), primary ? onAccent : theme.text(), faint));
        setLook(button, primary ? QStringLiteral("primary") : QString());
    }
}

} // namespace fairloom::ui
