#include "ui/style/theme.h"

#include "ui/style/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QIcon>
#include <QPalette>
#include <QStandardPaths>
#include <QStyle>
#include <QStyleFactory>

// an archive's resources must be asked for by name, and outside any namespace
static void loadResources()
{
    Q_INIT_RESOURCE(fairloom);
}

namespace fairloom::ui {

namespace {

bool platformIsDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

QFont sized(int pixels, bool bold)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QStringList families = font.families();
    families << QStringLiteral("DejaVu Sans");
    font.setFamilies(families);
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

} // namespace

Theme::Theme()
{
    loadResources();
    // Qt 6.4 cannot be asked for the desktop's colour scheme; its palette is asked before ours replaces it
    desktopIsDark_ = qApp && platformIsDark();
    // a platform without a desktop (tests, pictures) does not say where icon themes are
    QStringList places = QIcon::themeSearchPaths();
    for (const QString &folder : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        if (!places.contains(folder + QStringLiteral("/icons")))
            places << folder + QStringLiteral("/icons");
    QIcon::setThemeSearchPaths(places);
}

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::setMode(Mode mode)
{
    mode_ = mode;
    dark_ = mode == Mode::dark || (mode == Mode::system && desktopIsDark_);

    if (!QApplication::style() || QApplication::style()->objectName().compare(u"fusion", Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));

    QPalette palette;
    palette.setColor(QPalette::Window, window());
    palette.setColor(QPalette::WindowText, text());
    palette.setColor(QPalette::Base, surface());
    palette.setColor(QPalette::AlternateBase, field());
    palette.setColor(QPalette::Text, text());
    palette.setColor(QPalette::PlaceholderText, muted());
    palette.setColor(QPalette::Button, surface());
    palette.setColor(QPalette::ButtonText, text());
    palette.setColor(QPalette::BrightText, bad());
    palette.setColor(QPalette::Highlight, accent());
    palette.setColor(QPalette::HighlightedText, dark_ ? window() : surface());
    palette.setColor(QPalette::Link, accent());
    palette.setColor(QPalette::LinkVisited, accent());
    palette.setColor(QPalette::ToolTipBase, text());
    palette.setColor(QPalette::ToolTipText, surface());
    palette.setColor(QPalette::Light, surface());
    palette.setColor(QPalette::Midlight, field());
    palette.setColor(QPalette::Mid, border());
    palette.setColor(QPalette::Dark, muted());
    palette.setColor(QPalette::Shadow, dark_ ? QColor(0x10, 0x12, 0x15) : QColor(0xb0, 0xb7, 0xc0));
    QColor faint = muted();
    faint.setAlphaF(0.65f);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, border());
    QApplication::setPalette(palette);
    QApplication::setFont(body());

    QIcon::setFallbackThemeName(dark_ ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    QIcon::setThemeName(dark_ ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    qApp->setStyleSheet(styleSheet(*this));
    emit changed();
}

void Theme::setScale(double scale)
{
    if (scale == scale_)
        return;
    scale_ = scale;
    setMode(mode_);
}

QColor Theme::window() const { return dark_ ? QColor(0x1b, 0x1e, 0x23) : QColor(0xf4, 0xf5, 0xf7); }
QColor Theme::surface() const { return dark_ ? QColor(0x23, 0x27, 0x2e) : QColor(0xff, 0xff, 0xff); }
QColor Theme::border() const { return dark_ ? QColor(0x36, 0x3c, 0x45) : QColor(0xdd, 0xe1, 0xe6); }
QColor Theme::field() const { return dark_ ? QColor(0x1b, 0x1e, 0x23) : QColor(0xf4, 0xf5, 0xf7); }
QColor Theme::text() const { return dark_ ? QColor(0xe6, 0xe9, 0xed) : QColor(0x1c, 0x22, 0x29); }
QColor Theme::muted() const { return dark_ ? QColor(0x98, 0xa2, 0xae) : QColor(0x66, 0x70, 0x7c); }
QColor Theme::accent() const { return dark_ ? QColor(0x6e, 0xa3, 0xff) : QColor(0x25, 0x63, 0xc9); }
QColor Theme::accentSoft() const { return dark_ ? QColor(0x27, 0x37, 0x52) : QColor(0xe4, 0xee, 0xfb); }
QColor Theme::grid() const { return dark_ ? QColor(0x30, 0x36, 0x3e) : QColor(0xec, 0xee, 0xf1); }
QColor Theme::good() const { return dark_ ? QColor(0x2f, 0xbf, 0x93) : QColor(0x00, 0x7a, 0x59); }
QColor Theme::warning() const { return dark_ ? QColor(0xe8, 0xa3, 0x3d) : QColor(0xa6, 0x5c, 0x00); }
QColor Theme::bad() const { return dark_ ? QColor(0xff, 0x86, 0x70) : QColor(0xc2, 0x38, 0x1f); }

QColor Theme::group(int index) const
{
    // Okabe and Ito's order, without black and yellow, which vanish on one of the two backgrounds
    static const QColor light[] = {"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9"};
    static const QColor dark[] = {"#56B4E9", "#E69F00", "#1FBF92", "#DB93BB", "#F0803C", "#3A9BD9"};
    const int count = 6;
    const int round = index < 0 ? 0 : index / count;
    const QColor colour = (dark_ ? dark : light)[(index < 0 ? 0 : index) % count];
    return round == 0 ? colour : dark_ ? colour.darker(100 + 25 * round) : colour.darker(100 + 30 * round);
}

QColor Theme::source(const QString &name) const
{
    if (name == u"teacher")
        return dark_ ? QColor(0xa8, 0x80, 0xea) : QColor(0x8a, 0x5c, 0xd1);
    if (name == u"student")
        return dark_ ? QColor(0x1f, 0xbf, 0x92) : QColor(0x00, 0x9e, 0x73);
    if (name == u"control_joint")
        return dark_ ? QColor(0x9c, 0x8a, 0x66) : QColor(0x8f, 0x7a, 0x52);
    if (name == u"imported" || name == u"rival")
        return dark_ ? QColor(0xf0, 0x80, 0x3c) : QColor(0xd5, 0x5e, 0x00);
    if (name.startsWith(u"control"))
        return QColor(0xb9, 0xa2, 0x7a);
    return dark_ ? QColor(0x98, 0xa2, 0xae) : QColor(0x7a, 0x82, 0x8c);
}

QColor Theme::term(const QString &name) const
{
    if (name == u"reconstruction")
        return accent();
    if (name == u"kl")
        return dark_ ? QColor(0xf0, 0x80, 0x3c) : QColor(0xd5, 0x5e, 0x00);
    if (name == u"fairness")
        return dark_ ? QColor(0x1f, 0xbf, 0x92) : QColor(0x00, 0x9e, 0x73);
    if (name == u"label")
        return dark_ ? QColor(0xdb, 0x93, 0xbb) : QColor(0xcc, 0x79, 0xa7);
    if (name == u"quality")
        return accent();
    return muted();
}

QFont Theme::body() const { return sized(qRound(13 * scale_), false); }
QFont Theme::small() const { return sized(qRound(12 * scale_), false); }
QFont Theme::title() const { return sized(qRound(13 * scale_), true); }
QFont Theme::heading() const { return sized(qRound(18 * scale_), true); }

} // namespace fairloom::ui
