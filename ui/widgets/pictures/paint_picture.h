#pragma once

class QImage;
class QPainter;
class QRect;

namespace fairloom::ui {

/// Paints a picture over the rectangle, smoothly, with a thin edge so that pictures as bright or dark as the window end somewhere. An
/// empty picture leaves the edge.
void paintPicture(QPainter &painter, const QRect &where, const QImage &picture);

} // namespace fairloom::ui
