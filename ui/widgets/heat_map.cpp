#include "ui/widgets/heat_map.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/chart_menu.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr int titleHeight = 20;
constexpr int scaleHeight = 26; // gap, bar and numbers under the cells

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

} // namespace

HeatMap::HeatMap(const QString &title, Scale scale, QWidget *parent) : QWidget(parent), title_(title), scale_(scale)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(title);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void HeatMap::setMatrix(const QStringList &names, std::vector<double> values, double limit)
{
    Q_ASSERT(values.size() == std::size_t(names.size()) * std::size_t(names.size()));
    names_ = names;
    values_ = std::move(values);
    limit_ = limit > 0 ? limit : 1;
    cell_ = {-1, -1};
    setAccessibleDescription(tr("Matrix of %1 columns; arrow keys read single cells.").arg(names_.size()));
    update();
}

void HeatMap::setTitle(const QString &title)
{
    title_ = title;
    setAccessibleName(title);
    update();
}

double HeatMap::value(int row, int column) const
{
    return values_[std::size_t(row) * std::size_t(order()) + std::size_t(column)];
}

QString HeatMap::describe(int row, int column) const
{
    if (row < 0 || column < 0 || row >= order() || column >= order())
        return {};
    const double shown = value(row, column);
    const QString text = scale_ == Scale::diverging && shown > 0 ? QLatin1Char('+') + number(shown, 2) : number(shown, 2);
    return tr("%1 × %2: %3").arg(names_[row], names_[column], text);
}

int HeatMap::heightForWidth(int width) const
{
    return std::min(width, 260) + titleHeight + scaleHeight;
}

QRectF HeatMap::area() const
{
    const double side = std::max(1, std::min(width(), height() - titleHeight - scaleHeight));
    return {0, titleHeight, side, side};
}

QPoint HeatMap::cellAt(const QPointF &position) const
{
    const QRectF square = area();
    if (order() == 0 || !square.contains(position))
        return {-1, -1};
    const double step = square.width() / order();
    return {std::min(order() - 1, int((position.x() - square.left()) / step)),
            std::min(order() - 1, int((position.y() - square.top()) / step))};
}

QColor HeatMap::colour(double value) const
{
    const Theme &theme = Theme::instance();
    const double share = std::clamp(std::abs(value) / limit_, 0.0, 1.0);
    // The lightest cells are still told from the card they lie on.
    const QColor floor = mixed(theme.surface(), theme.muted(), theme.isDark() ? 0.14 : 0.06);
    const QColor strong = scale_ == Scale::diverging && value < 0 ? QColor(theme.isDark() ? 0xf0803c : 0xd55e00) : theme.accent();
    return mixed(floor, strong, share);
}

void HeatMap::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.small());
    painter.setPen(theme.text());
    painter.drawText(QRectF(0, 0, width(), titleHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(title_, Qt::ElideRight, width()));
    if (order() == 0)
        return;
    const QRectF square = area();
    const double step = square.width() / order();
    const double gap = step > 6 ? 1 : 0;
    for (int row = 0; row < order(); ++row)
        for (int column = 0; column < order(); ++column)
            painter.fillRect(QRectF(square.left() + column * step, square.top() + row * step, step - gap, step - gap),
                             colour(value(row, column)));
    if (cell_.x() >= 0) {
        painter.setPen(QPen(theme.text(), 1.5));
        painter.drawRect(QRectF(square.left() + cell_.x() * step, square.top() + cell_.y() * step, step - gap, step - gap));
    }
    paintScale(painter, square);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent(), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void HeatMap::paintScale(QPainter &painter, const QRectF &square) const
{
    const Theme &theme = Theme::instance();
    const QRectF bar(square.left(), square.bottom() + 5, square.width(), 5);
    const bool diverging = scale_ == Scale::diverging;
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (double place : {0.0, 0.25, 0.5, 0.75, 1.0})
        gradient.setColorAt(place, colour(limit_ * (diverging ? 2 * place - 1 : place)));
    painter.fillRect(bar, gradient);
    painter.setPen(theme.muted());
    QFont font = theme.small();
    font.setPixelSize(10);
    painter.setFont(font);
    const QRectF text(bar.left(), bar.bottom(), bar.width(), scaleHeight - 10);
    const QString end = number(limit_, limit_ < 1 ? 1 : 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, diverging ? QStringLiteral("−") + end : QStringLiteral("0"));
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, diverging ? QLatin1Char('+') + end : end);
    if (diverging)
        painter.drawText(text, Qt::AlignCenter, QStringLiteral("0"));
}

void HeatMap::setFocusCell(QPoint cell, bool read)
{
    cell_ = cell;
    update();
    if (read && cell.x() >= 0) {
        const QString text = describe(cell.y(), cell.x());
        setAccessibleDescription(text);
        const double step = area().width() / order();
        QToolTip::showText(mapToGlobal(QPoint(int((cell.x() + 1) * step), titleHeight + int((cell.y() + 1) * step))), text, this);
    }
}

bool HeatMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint cell = cellAt(help->pos());
    if (cell.x() < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), describe(cell.y(), cell.x()), this);
    return true;
}

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint cell = cellAt(event->position());
    if (cell == cell_)
        return;
    setFocusCell(cell, false);
    if (cell.x() >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), describe(cell.y(), cell.x()), this);
}

void HeatMap::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    const QPoint cell = cellAt(event->position());
    if (event->button() == Qt::LeftButton && cell.x() >= 0)
        emit cellChosen(cell.y(), cell.x());
}

void HeatMap::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        setFocusCell({-1, -1}, false);
}

void HeatMap::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (cell_.x() < 0 && order() > 0 && event->reason() != Qt::MouseFocusReason)
        setFocusCell({0, 0}, true);
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    QPoint to = cell_.x() < 0 ? QPoint(0, 0) : cell_;
    switch (event->key()) {
    case Qt::Key_Left: to.rx()--; break;
    case Qt::Key_Right: to.rx()++; break;
    case Qt::Key_Up: to.ry()--; break;
    case Qt::Key_Down: to.ry()++; break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (cell_.x() >= 0)
            emit cellChosen(cell_.y(), cell_.x());
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (order() > 0)
        setFocusCell({std::clamp(to.x(), 0, order() - 1), std::clamp(to.y(), 0, order() - 1)}, true);
}

QString HeatMap::numbersAsText() const
{
    QStringList lines{QLatin1Char('\t') + names_.join(QLatin1Char('\t'))};
    for (int row = 0; row < order(); ++row) {
        QStringList cells{names_[row]};
        for (int column = 0; column < order(); ++column)
            cells << QString::number(value(row, column), 'g', 6);
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void HeatMap::contextMenuEvent(QContextMenuEvent *event)
{
    setFocusCell({-1, -1}, false);
    showChartMenu({this,
                   [this](QPainter *painter, const QSize &) { render(painter, QPoint(), QRegion(), QWidget::DrawChildren); },
                   [this] { return numbersAsText(); },
                   {}},
                  event->globalPos());
}

} // namespace fairloom::ui
