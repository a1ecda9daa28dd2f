#pragma once

#include <QIcon>
#include <QString>

#include <qcustomplot.h>

namespace fairloom::ui {

/// Every source keeps its own marker beside its colour, so that colour is never the only signal.
QCPScatterStyle::ScatterShape sourceShape(const QString &source);
QCPScatterStyle sourceMarker(const QString &source, double size = 9);
/// The marker as a small icon for tables and combo boxes.
QIcon sourceIcon(const QString &source);

/// Marker shapes for things that are counted (losses, groups).
QCPScatterStyle indexedMarker(int index, const QColor &colour, double size = 8);
QIcon markerIcon(const QCPScatterStyle &marker);

} // namespace fairloom::ui
