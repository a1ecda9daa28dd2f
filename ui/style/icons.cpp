#include "ui/style/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

namespace fairloom::ui {

namespace {

/// Drawn once: items of lists ask for theirs whenever they are painted, and an SVG file has to be read for it.
QPixmap tinted(const QString &name, const QColor &colour, int size)
{
    const qreal scale = qGuiApp->devicePixelRatio();
    const QString key = QStringLiteral("fairloom/%1/%2/%3/%4").arg(name, colour.name(QColor::HexArgb)).arg(size).arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = icon(name).pixmap(QSize(size, size), scale);
    if (pixmap.isNull())
        return pixmap;
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

QIcon icon(const QString &name)
{
    const QString own = QStringLiteral(":/icons/%1.svg").arg(name);
    return QFile::exists(own) ? QIcon(own) : QIcon::fromTheme(name);
}

QIcon tintedIcon(const QString &name, const QColor &colour, const QColor &disabled)
{
    QIcon out;
    for (const int size : {16, 22, 32}) {
        out.addPixmap(tinted(name, colour, size), QIcon::Normal);
        out.addPixmap(tinted(name, disabled, size), QIcon::Disabled);
    }
    return out;
}

QIcon tintedIcon(const QString &name, const QColor &colour)
{
    return tintedIcon(name, colour, colour);
}

} // namespace fairloom::ui
