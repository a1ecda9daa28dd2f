#include "ui/help/help_control.h"

#include "ui/help/help_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace fairloom::ui {

namespace {

/// Object names of parts of the window, and the manual's places that are about them.
constexpr std::pair<const char *, const char *> places[] = {
    {"dataView", "bias"},           {"subgroupsView", "uncertainty#many"}, {"associationsView", "bias"},  {"trainingView", "method"},
    {"leakagePlot", "leakage"},     {"cloudPlot", "method#teacher"},       {"studentPlot", "losses"},     {"samplesView", "quality"},
    {"auditView", "fairness"},      {"policyCard", "fairness"},            {"compareView", "compare"},    {"setupDock", "settings"},
    {"studiesDock", "compare#studies"}, {"studyDialog", "compare#studies"}, {"queuePanel", "compare#studies"}, {"openDataDialog", "start#own-data"},
    {"runsDock", "compare"},        {"welcomeView", "start"},              {"compareScatter", "frontier"},
};

} // namespace

HelpControl::HelpControl(QWidget *window, std::function<const QWidget *()> shown) : QObject(window), window_(window), shown_(std::move(shown))
{
    qApp->installEventFilter(this);
}

QString HelpControl::placeFor(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget())
        for (const auto &[name, place] : places)
            if (widget->objectName() == QLatin1StringView(name))
                return QLatin1StringView(place);
    return {};
}

void HelpControl::open(const QString &place)
{
    open(place, window_);
}

void HelpControl::openFor(const QWidget *widget)
{
    QString place = placeFor(widget);
    if (place.isEmpty())
        place = placeFor(shown_());
    open(place.isEmpty() ? QStringLiteral("start") : place, widget ? widget->window() : window_);
}

/// A modal dialog lets people read what it is the owner of, and nothing else.
void HelpControl::open(const QString &place, QWidget *owner)
{
    if (help_ && help_->parentWidget() != owner)
        delete help_;
    if (!help_) {
        help_ = new HelpWindow(*window_, owner);
        help_->setAttribute(Qt::WA_DeleteOnClose);
    }
    help_->open(place);
}

bool HelpControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_F1 || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    auto *widget = static_cast<QWidget *>(watched);
    if (widget->window() != window_ && widget->window()->parentWidget() != window_)
        return QObject::eventFilter(watched, event); // of another window, or the manual's own
    if (help_ && widget->window() == help_)
        return true;
    openFor(widget);
    return true;
}

} // namespace fairloom::ui
