// Plot's texts: direct labels at the ends of lines, marks and notes, axis title, hint.

#include "ui/widgets/plot.h"
#include "ui/widgets/plot_tickers.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fairloom::ui {

namespace {

constexpr double dot_size = 7;

}

QCPItemStraightLine *Plot::addMark(double at, const QString &text, bool vertical)
{
    Mark mark;
    mark.at = at;
    mark.vertical = vertical;
    mark.line = new QCPItemStraightLine(this);
    mark.line->point1->setCoords(vertical ? at : 0, vertical ? 0 : at);
    mark.line->point2->setTypeX(vertical ? QCPItemPosition::ptPlotCoords : QCPItemPosition::ptAxisRectRatio);
    mark.line->point2->setTypeY(vertical ? QCPItemPosition::ptAxisRectRatio : QCPItemPosition::ptPlotCoords);
    mark.line->point1->setTypeX(mark.line->point2->typeX());
    mark.line->point1->setTypeY(mark.line->point2->typeY());
    mark.line->point1->setCoords(vertical ? at : 0, vertical ? 0 : at);
    mark.line->point2->setCoords(vertical ? at : 1, vertical ? 1 : at);
    mark.line->setSelectable(false);
    mark.text = new QCPItemText(this);
    mark.text->setText(text);
    mark.text->setSelectable(false);
    mark.text->position->setType(QCPItemPosition::ptAbsolute);
    mark.text->setClipToAxisRect(false);
    styleMark(mark);
    marks_ << mark;
    return mark.line;
}

QCPItemStraightLine *Plot::addVerticalMark(double x, const QString &text)
{
    return addMark(x, text, true);
}

QCPItemStraightLine *Plot::addHorizontalMark(double y, const QString &text)
{
    return addMark(y, text, false);
}

QCPItemText *Plot::addNote(double x, double y, const QString &text, Qt::Alignment alignment)
{
    Mark note;
    note.text = new QCPItemText(this);
    note.text->setSelectable(false);
    note.text->setText(text);
    note.text->setPositionAlignment(alignment);
    note.text->position->setCoords(x, y);
    styleMark(note);
    marks_ << note;
    return note.text;
}

void Plot::setHint(const QString &text)
{
    hint_ = text;
    placeHint();
}

void Plot::clearMarks()
{
    for (const Mark &mark : std::as_const(marks_)) {
        if (mark.line)
            removeItem(mark.line);
        if (mark.text)
            removeItem(mark.text);
    }
    marks_.clear();
}

void Plot::styleMark(const Mark &mark) const
{
    const Theme &theme = Theme::instance();
    if (mark.line)
        mark.line->setPen(QPen(theme.muted(), 1, Qt::DashLine));
    if (mark.text) {
        mark.text->setColor(theme.muted());
        mark.text->setFont(theme.small());
    }
}

void Plot::updateEndLabels()
{
    forgetCleared();
    for (Line &line : lines_) {
        if (!line.labelled || line.graph->name().isEmpty())
            continue;
        if (!line.label) {
            line.label = new QCPItemText(this);
            line.label->setSelectable(false);
            line.label->setClipToAxisRect(false);
            line.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            line.label->position->setType(QCPItemPosition::ptAbsolute);
            line.label->setFont(Theme::instance().small());
        }
        if (!line.dot) {
            line.dot = new QCPItemTracer(this);
            line.dot->setSelectable(false);
            line.dot->setClipToAxisRect(false);
            line.dot->setStyle(QCPItemTracer::tsCircle);
            line.dot->setSize(dot_size);
            line.dot->position->setType(QCPItemPosition::ptAbsolute);
        }
        line.label->setText(line.graph->name());
        styleLine(line);
    }
}

void Plot::reserveMargins()
{
    if (axisRectCount() == 0)
        return;
    updateEndLabels();
    const QFontMetrics metrics(Theme::instance().small());
    int right = 0;
    for (const Line &line : std::as_const(lines_))
        if (line.label && !line.graph->data()->isEmpty())
            right = std::max(right, metrics.horizontalAdvance(line.label->text()) + 16);
    for (QCPAxis *axis : {xAxis, yAxis})
        if (axis && axis->ticker().dynamicCast<TidyTicker>()) {
            const int length = axis->orientation() == Qt::Horizontal ? width() / 70 : height() / 36;
            axis->ticker()->setTickCount(std::clamp(length, 2, 6));
        }
    if (right == 0 && yName_.isEmpty() && marks_.isEmpty())
        return; // a subclass may have margins of its own
    QMargins margins(4, 4, 12, 2);
    margins.setRight(std::clamp(right, margins.right(), std::max(margins.right(), width() / 2)));
    if (!yName_.isEmpty() || !marks_.isEmpty())
        margins.setTop(metrics.height() + 12);
    axisRect()->setMinimumMargins(margins);
}

void Plot::placeTexts()
{
    if (axisRectCount() == 0)
        return;
    placeEndLabels();
    placeMarks();
    placeAxisTitle();
    placeHint();
}

void Plot::placeEndLabels()
{
    const QRectF inside = axisRect()->rect();
    const QFontMetrics metrics(Theme::instance().small());
    struct Place {
        Line *line;
        QPointF end;
        double y;
    };
    std::vector<Place> places;
    for (Line &line : lines_) {
        if (!line.graph || !line.label || !line.dot)
            continue;
        line.label->setVisible(false);
        line.dot->setVisible(false);
        if (!line.graph->visible())
            continue;
        // the last point that is in sight and not a gap
        const auto points = line.graph->data();
        auto last = points->findEnd(xAxis->range().upper, false);
        while (last != points->constBegin()) {
            --last;
            if (last->key < xAxis->range().lower)
                break;
            if (!std::isfinite(last->value))
                continue;
            const QPointF end(xAxis->coordToPixel(last->key), yAxis->coordToPixel(last->value));
            if (end.y() >= inside.top() - 2 && end.y() <= inside.bottom() + 2)
                places.push_back({&line, end, end.y()});
            break;
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.y < b.y; });
    // push labels apart downwards, then back up from the lower edge
    const double gap = metrics.height() - 1, half = metrics.height() / 2.0;
    double free = inside.top() - 2;
    for (Place &place : places) {
        place.y = std::max(place.y, free + half);
        free = place.y - half + gap;
    }
    double limit = inside.bottom() + half;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        place->y = std::min(place->y, limit - half);
        limit = place->y + half - gap;
    }
    for (const Place &place : places) {
        place.line->dot->position->setCoords(place.end);
        place.line->dot->setVisible(true);
        place.line->label->position->setCoords(place.end.x() + dot_size / 2 + 5, place.y);
        place.line->label->setVisible(true);
    }
}

void Plot::placeMarks()
{
    const QRectF inside = axisRect()->rect();
    for (const Mark &mark : std::as_const(marks_)) {
        if (!mark.line || !mark.text)
            continue;
        const QCPAxis *axis = mark.vertical ? xAxis : yAxis;
        const bool visible = axis->range().contains(mark.at);
        mark.line->setVisible(visible);
        mark.text->setVisible(visible && !mark.text->text().isEmpty());
        const double at = axis->coordToPixel(mark.at);
        if (mark.vertical) {
            // above the picture, beside the axis title, where no line runs
            const QFontMetrics metrics(mark.text->font());
            const double half = metrics.horizontalAdvance(mark.text->text()) / 2.0;
            const double from = yName_.isEmpty() ? 0 : metrics.horizontalAdvance(yName_) + 16;
            mark.text->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
            mark.text->position->setCoords(std::max(std::min(at, viewport().right() - half), from + half), inside.top() - 1);
        } else {
            mark.text->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
            mark.text->position->setCoords(inside.right(), at - 2);
        }
    }
}

void Plot::placeAxisTitle()
{
    if (yName_.isEmpty()) {
        if (yTitle_)
            yTitle_->setVisible(false);
        return;
    }
    if (!yTitle_) {
        yTitle_ = new QCPItemText(this);
        yTitle_->setSelectable(false);
        yTitle_->setClipToAxisRect(false);
        yTitle_->position->setType(QCPItemPosition::ptAbsolute);
        yTitle_->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        yTitle_->setFont(Theme::instance().small());
        yTitle_->setColor(Theme::instance().muted());
    }
    yTitle_->setVisible(true);
    yTitle_->setText(yName_);
    yTitle_->position->setCoords(4, 1);
}

void Plot::placeHint()
{
    if (hint_.isEmpty()) {
        if (hintText_)
            hintText_->setVisible(false);
        return;
    }
    if (!hintText_) {
        hintText_ = new QCPItemText(this);
        hintText_->setSelectable(false);
        hintText_->position->setType(QCPItemPosition::ptAxisRectRatio);
        hintText_->position->setCoords(0.5, 0.45);
        hintText_->setPositionAlignment(Qt::AlignCenter);
        hintText_->setTextAlignment(Qt::AlignCenter);
        hintText_->setFont(Theme::instance().body());
        hintText_->setPadding(QMargins(8, 4, 8, 4));
        hintText_->setColor(Theme::instance().muted());
    }
    hintText_->setBrush(Theme::instance().surface());
    hintText_->setVisible(true);
    hintText_->setText(hint_);
}

} // namespace fairloom::ui
