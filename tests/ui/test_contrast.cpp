// Texts can be read on what they stand on, light and dark: WCAG 2.1, level AA, 4.5 to 1 for texts of ordinary size.
#include "ui/style/theme.h"

#include <QApplication>
#include <QPalette>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <utility>

using fairloom::ui::Theme;

namespace {

constexpr double least = 4.5;

double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a), two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace

class TestContrast : public QObject {
    Q_OBJECT
private slots:
    void knownPairs();
    void texts_data();
    void texts();
    void palette_data();
    void palette();
    void cleanup() { Theme::instance().setMode(Theme::Mode::light); }
};

void TestContrast::knownPairs()
{
    QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 1e-9);
    QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01); // just too faint
}

void TestContrast::texts_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestContrast::texts()
{
    QFETCH(bool, dark);
    Theme &theme = Theme::instance();
    theme.setMode(dark ? Theme::Mode::dark : Theme::Mode::light);
    const std::pair<const char *, QColor> texts[] = {{"text", theme.text()}, {"muted", theme.muted()},     {"accent", theme.accent()},
                                                     {"good", theme.good()}, {"warning", theme.warning()}, {"bad", theme.bad()}};
    const std::pair<const char *, QColor> grounds[] = {{"window", theme.window()}, {"surface", theme.surface()}, {"field", theme.field()}};
    for (const auto &[textName, text] : texts)
        for (const auto &[groundName, ground] : grounds)
            QVERIFY2(contrast(text, ground) >= least,
                     qPrintable(QStringLiteral("%1 on %2: %3").arg(QLatin1StringView(textName), QLatin1StringView(groundName)).arg(contrast(text, ground))));
    for (const QColor &text : {theme.text(), theme.accent()}) // what is selected
        QVERIFY2(contrast(text, theme.accentSoft()) >= least, qPrintable(QString::number(contrast(text, theme.accentSoft()))));
}

void TestContrast::palette_data()
{
    texts_data();
}

void TestContrast::palette()
{
    QFETCH(bool, dark);
    Theme::instance().setMode(dark ? Theme::Mode::dark : Theme::Mode::light);
    const QPalette palette = QApplication::palette();
    using P = QPalette;
    const std::pair<P::ColorRole, P::ColorRole> pairs[] = {{P::WindowText, P::Window},          {P::Text, P::Base},
                                                           {P::Text, P::AlternateBase},         {P::ButtonText, P::Button},
                                                           {P::HighlightedText, P::Highlight},  {P::ToolTipText, P::ToolTipBase},
                                                           {P::Link, P::Base},                  {P::LinkVisited, P::Base}};
    for (const auto &[text, ground] : pairs)
        QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= least,
                 qPrintable(QStringLiteral("roles %1 on %2: %3").arg(int(text)).arg(int(ground)).arg(contrast(palette.color(text), palette.color(ground)))));
}

QTEST_MAIN(TestContrast)
#include "test_contrast.moc"
