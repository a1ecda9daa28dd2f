#include "ui/widgets/bar_chart.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/chart_menu.h"

#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double label_gap = 8, bar_gap = 2, least_row = 13, least_thin_row = 6;
constexpr std::size_t most_labelled = 4; // series

} // namespace

BarChart::BarChart(QWidget *parent) : QWidget(parent), valueName_(tr("value"))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BarChart::setBars(const QStringList &categories, std::vector<BarSeries> series)
{
    categories_ = categories;
    series_ = std::move(series);
    current_ = 0;
    updateGeometry();
    update();
}

void BarChart::setRange(double low, double high)
{
    range_ = {low, high};
    update();
}

void BarChart::setLegend(bool shown)
{
    legend_ = shown;
    updateGeometry();
    update();
}

void BarChart::setNamesInGrid(bool shown)
{
    namesInGrid_ = shown;
    update();
}

void BarChart::setSummary(const QString &sentence)
{
    setAccessibleDescription(sentence);
}

int BarChart::barCount() const
{
    return int(categories_.size()) * int(series_.size());
}

QSize BarChart::minimumSizeHint() const
{
    // each bar keeps room for its label, unless there are so many that the picture would grow out of the window
    const std::size_t each = std::max<std::size_t>(1, series_.size());
    const double row = std::max((each <= most_labelled ? least_row : least_thin_row) * double(each) + 5, 20.0);
    return {220, int(row * double(std::max<qsizetype>(1, categories_.size()))) + (legend_ ? 24 : 0)};
}

QSize BarChart::sizeHint() const
{
    return {360, minimumSizeHint().height() + 8 * int(categories_.size())};
}

BarChart::Layout BarChart::layOut(const QSizeF &size) const
{
    Layout layout;
    if (categories_.isEmpty() || series_.empty())
        return layout;
    const QFontMetricsF metrics(Theme::instance().small());
    double longestName = 0, longestLabel = 0, highest = 0;
    for (const QString &name : categories_)
        longestName = std::max(longestName, metrics.horizontalAdvance(name));
    for (const BarSeries &series : series_)
        for (const Bar &bar : series.bars) {
            longestLabel = std::max(longestLabel, metrics.horizontalAdvance(bar.label));
            highest = std::max({highest, bar.value.value_or(0), bar.high.value_or(0)});
        }
    layout.nameWidth = std::min(longestName, size.width() * (namesInGrid_ ? 0.34 : 0.3));
    layout.left = namesInGrid_ ? size.width() * 0.36 : layout.nameWidth + label_gap;
    layout.right = std::max(layout.left + 20, size.width() - longestLabel - 2 * label_gap);
    layout.bottom = size.height() - (legend_ ? 24 : 0);
    layout.low = range_ ? range_->first : 0;
    layout.high = range_ ? range_->second : highest > 0 ? highest : 1;

    const double rows = double(categories_.size()), each = double(series_.size());
    layout.rowHeight = layout.bottom / rows;
    const double comfortable = each * (maximumThickness_ + bar_gap) + std::max(12.0, 0.9 * maximumThickness_);
    layout.rowHeight = std::min(layout.rowHeight, comfortable);
    layout.top = namesInGrid_ ? 0 : (layout.bottom - layout.rowHeight * rows) / 2;
    const double between = std::clamp(layout.rowHeight * 0.22, 3.0, 14.0);
    layout.thickness = std::clamp((layout.rowHeight - between) / each - bar_gap, 2.0, double(maximumThickness_));
    const double groupHeight = each * (layout.thickness + bar_gap) - bar_gap;
    for (int c = 0; c < int(categories_.size()); ++c)
        for (int s = 0; s < int(series_.size()); ++s) {
            if (c >= int(series_[std::size_t(s)].bars.size()))
                continue;
            const Bar &bar = series_[std::size_t(s)].bars[std::size_t(c)];
            Placed placed;
            placed.category = c;
            placed.series = s;
            const double top = layout.top + c * layout.rowHeight + (layout.rowHeight - groupHeight) / 2 + s * (layout.thickness + bar_gap);
            const double end = along(layout, bar.value.value_or(layout.low));
            placed.bar = QRectF(layout.left, top, std::max(0.0, end - layout.left), layout.thickness);
            placed.row = QRectF(0, top - bar_gap / 2, size.width(), layout.thickness + bar_gap);
            layout.bars.push_back(placed);
        }
    return layout;
}

double BarChart::along(const Layout &layout, double value) const
{
    const double share = (std::clamp(value, layout.low, layout.high) - layout.low) / (layout.high - layout.low);
    return layout.left + share * (layout.right - layout.left);
}

QBrush BarChart::fillOf(int category, int series) const
{
    const BarSeries &of = series_[std::size_t(series)];
    const auto &fill = category < int(of.fills.size()) ? of.fills[std::size_t(category)] : of.fill;
    return fill ? fill() : QBrush(Theme::instance().accent());
}

QString BarChart::describe(const Placed &placed) const
{
    const BarSeries &series = series_[std::size_t(placed.series)];
    const Bar &bar = series.bars[std::size_t(placed.category)];
    if (!bar.toolTip.isEmpty())
        return bar.toolTip;
    QString value = bar.label;
    if (value.isEmpty())
        value = bar.value ? number(*bar.value) : tr("undefined");
    const QString &category = categories_[placed.category];
    return series.name.isEmpty() ? tr("%1: %2").arg(category, value) : tr("%1, %2: %3").arg(category, series.name, value);
}

// --- painting

void BarChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChart(painter, size());
    if (!hasFocus() || !focusShown_)
        return;
    const Layout layout = layOut(size());
    if (current_ < 0 || current_ >= int(layout.bars.size()))
        return;
    painter.setPen(QPen(Theme::instance().accent(), 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(layout.bars[std::size_t(current_)].row.adjusted(0, 0, -1, 0));
}

void BarChart::paintChart(QPainter &painter, const QSizeF &size) const
{
    const Theme &theme = Theme::instance();
    const Layout layout = layOut(size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.small());
    const QFontMetricsF metrics(theme.small());
    for (int c = 0; c < int(categories_.size()) && layout.rowHeight > 0; ++c) {
        const QRectF row(0, layout.top + c * layout.rowHeight, size.width(), layout.rowHeight);
        if (namesInGrid_) {
            painter.setPen(QPen(theme.grid(), 1));
            painter.drawLine(QPointF(0, std::floor(row.bottom()) - 0.5), QPointF(size.width(), std::floor(row.bottom()) - 0.5));
        }
        painter.setPen(theme.text());
        const QRectF place(0, row.top(), namesInGrid_ ? layout.left - label_gap : layout.nameWidth, row.height());
        painter.drawText(place, int((namesInGrid_ ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter),
                         metrics.elidedText(categories_[c], Qt::ElideRight, place.width()));
    }
    for (const Placed &placed : layout.bars)
        paintBar(painter, layout, placed);
    if (legend_)
        paintLegend(painter, size);
}

void BarChart::paintBar(QPainter &painter, const Layout &layout, const Placed &placed) const
{
    const Theme &theme = Theme::instance();
    const Bar &bar = series_[std::size_t(placed.series)].bars[std::size_t(placed.category)];
    double end = placed.bar.right();
    if (bar.value && placed.bar.width() > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fillOf(placed.category, placed.series));
        painter.drawRoundedRect(placed.bar, 2, 2);
    }
    if (bar.low && bar.high) {
        const double from = along(layout, *bar.low), to = along(layout, *bar.high), middle = placed.bar.center().y();
        painter.setPen(QPen(theme.text(), 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(from, middle), QPointF(std::max(to, from + 2), middle));
        end = std::max(end, to);
    }
    const QFontMetricsF metrics(theme.small());
    if (bar.label.isEmpty() || (series_.size() > 1 && layout.thickness + bar_gap < metrics.ascent()))
        return; // too close together to be read; the read-out has it
    painter.setPen(series_.size() > 1 ? theme.muted() : theme.text());
    const QRectF place(end + label_gap, placed.bar.center().y() - metrics.height() / 2, metrics.horizontalAdvance(bar.label) + 4,
                       metrics.height());
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), bar.label);
}

void BarChart::paintLegend(QPainter &painter, const QSizeF &size) const
{
    const Theme &theme = Theme::instance();
    const QFontMetricsF metrics(theme.small());
    double x = 0;
    const double middle = size.height() - 9;
    for (int s = 0; s < int(series_.size()); ++s) {
        const QString &name = series_[std::size_t(s)].name;
        if (x + metrics.horizontalAdvance(name) + 14 > size.width())
            break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(fillOf(0, s));
        painter.drawRoundedRect(QRectF(x, middle - 5, 10, 10), 2, 2);
        painter.setPen(theme.text());
        const double width = metrics.horizontalAdvance(name);
        painter.drawText(QRectF(x + 15, middle - metrics.height() / 2, width + 2, metrics.height()), int(Qt::AlignVCenter), name);
        x += width + 36;
    }
}

// --- pointer, keys, menu

bool BarChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const Placed &placed : layOut(size()).bars)
        if (placed.row.contains(help->pos())) {
            QToolTip::showText(help->globalPos(), describe(placed), this, placed.row.toAlignedRect());
            return true;
        }
    QToolTip::hideText();
    return true;
}

void BarChart::mousePressEvent(QMouseEvent *event)
{
    const Layout layout = layOut(size());
    for (int i = 0; i < int(layout.bars.size()); ++i) {
        const Placed &placed = layout.bars[std::size_t(i)];
        if (event->button() != Qt::LeftButton || !placed.row.contains(event->position()))
            continue;
        current_ = i;
        update();
        emit barActivated(placed.category, placed.series);
        return;
    }
    QWidget::mousePressEvent(event);
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const Layout layout = layOut(size());
    const int count = int(layout.bars.size());
    const bool next = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right;
    const bool previous = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (count > 0 && (next || previous)) {
        current_ = std::clamp(current_ + (next ? 1 : -1), 0, count - 1);
        readOutCurrent();
        return;
    }
    if (current_ >= 0 && current_ < count
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        const Placed placed = layout.bars[std::size_t(current_)];
        emit barActivated(placed.category, placed.series);
        return;
    }
    QWidget::keyPressEvent(event);
}

void BarChart::readOutCurrent()
{
    focusShown_ = true;
    update();
    const Layout layout = layOut(size());
    const Placed &placed = layout.bars[std::size_t(current_)];
    QToolTip::showText(mapToGlobal(placed.bar.bottomRight().toPoint()), describe(placed), this);
}

void BarChart::focusInEvent(QFocusEvent *event)
{
    focusShown_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QWidget::focusInEvent(event);
    update();
}

QString BarChart::numbersAsText() const
{
    const auto plain = [](std::optional<double> value) { return value ? QString::number(*value, 'g', 10) : QString(); };
    QStringList lines{QStringList{tr("category"), tr("series"), valueName_, tr("low"), tr("high")}.join(QLatin1Char('\t'))};
    for (const BarSeries &series : series_)
        for (int c = 0; c < int(categories_.size()) && c < int(series.bars.size()); ++c) {
            const Bar &bar = series.bars[std::size_t(c)];
            lines << QStringList{categories_[c], series.name, plain(bar.value), plain(bar.low), plain(bar.high)}.join(QLatin1Char('\t'));
        }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

ChartSource BarChart::chartSource()
{
    return {this,
            [this](QPainter *painter, const QSize &size) {
                painter->fillRect(QRect(QPoint(0, 0), size), Theme::instance().surface());
                paintChart(*painter, size);
            },
            [this] { return numbersAsText(); }, {}};
}

bool BarChart::savePicture(const QString &file)
{
    return saveChart(chartSource(), file);
}

void BarChart::copyPicture()
{
    copyChart(chartSource());
}

void BarChart::contextMenuEvent(QContextMenuEvent *event)
{
    showChartMenu(chartSource(), event->globalPos());
}

} // namespace fairloom::ui
