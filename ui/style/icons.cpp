#include "ui/style/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

namespace fairloom::ui {

namespace {

QPixmap tinted(const QIcon &icon, const QColor &colour, int size)
{
    const qreal scale = qGuiApp->devicePixelRatio();
    QPixmap pixmap = icon.pixmap(QSize(size, size), scale);
    if (pixmap.isNull())
        return pixmap;
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
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
    const QIcon source = icon(name);
    QIcon out;
    for (const int size : {16, 22, 32}) {
        out.addPixmap(tinted(source, colour, size), QIcon::Normal);
        out.addPixmap(tinted(source, disabled, size), QIcon::Disabled);
    }
    return out;
}

QIcon tintedIcon(const QString &name, const QColor &colour)
{
    return tintedIcon(name, colour, colour);
}

} // namespace fairloom::ui
