#include "ui/style/style_sheet.h"

#include "ui/style/theme.h"

#include <QRegularExpression>

#include <utility>

namespace fairloom::ui {

namespace {

// $names are replaced by colours; sizes are multiples of 4 where the eye compares them
const char *const style_template = R"(
QToolTip { background: $text; color: $surface; border: 0; padding: 4px 8px; font-size: 12px; }

QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }

#topBar { background: $surface; border: 0; border-bottom: 1px solid $border; }
#topBar QMenuBar { background: transparent; border: 0; padding: 0; }
QMenuBar::item { background: transparent; color: $text; padding: 6px 8px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $soft; color: $text; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QLabel[look="title"] { font-weight: bold; }
QLabel[look="heading"] { font-size: 22px; font-weight: bold; }
QLabel[look="muted"] { color: $muted; font-size: 12px; }
QLabel[look="hint"] { color: $muted; }
QLabel[look="finding"] { color: $text; }
QLabel[look="warning"] { color: $warning; font-size: 12px; }
QLabel[look="error"] { color: $bad; font-size: 12px; }
QLabel[look="value"] { font-weight: bold; }
QLabel[look="lessonTitle"] { font-size: 18px; font-weight: bold; }
QLabel[look="lessonText"] { font-size: 15px; }

fairloom--ui--Card, QFrame[look="card"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[look="banner"] { background: $surface; border: 1px solid $bad; border-left: 4px solid $bad; border-radius: 4px; }
QFrame[look="note"] { background: $surface; border: 1px solid $border; border-left: 4px solid $accent; border-radius: 4px; }

#navigation { background: $nav; border: 0; border-right: 1px solid $border; outline: 0; padding: 8px 6px; }
#navigation::item { border-radius: 6px; }

QDockWidget { border: 0; font-weight: bold; }
#setupDock, #runsDock, #studiesDock, #lessonDock { background: $surface; }
QWidget[look="dockTitle"] { background: $surface; }
QWidget[look="panel"], QScrollArea[look="panel"] { background: $surface; border: 0; }

QStatusBar { background: $nav; border: 0; border-top: 1px solid $border; min-height: 24px; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; font-size: 12px; padding: 0 8px 0 4px; }

QPushButton { background: $surface; color: $text; border: 1px solid $border; border-radius: 4px; padding: 4px 12px; min-height: 18px; }
QPushButton:hover { border-color: $accent; }
QPushButton:pressed { background: $soft; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; border-color: $border; }
QPushButton[look="primary"], QPushButton:default { background: $accent; color: $onaccent; border-color: $accent; }
QPushButton[look="primary"]:hover, QPushButton:default:hover { background: $strong; border-color: $strong; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 3px 11px; }
QPushButton[look="primary"]:disabled { background: $surface; color: $faint; border-color: $border; }
QPushButton[look="chip"] { border-radius: 11px; padding: 1px 10px; min-height: 18px; font-size: 12px; }
QPushButton[look="chip"]:checked { background: $soft; color: $accent; border-color: $accent; }
QPushButton[look="chip"]:focus { border-color: $text; }
QPushButton[look="chip"]:checked:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton[look="link"], QToolButton[look="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 0; text-align: left; }
QPushButton[look="link"]:hover, QToolButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus, QToolButton[look="link"]:focus { border: 1px dotted $accent; }
QPushButton[look="segment"] { border: 1px solid transparent; border-radius: 0; padding: 2px 4px; min-height: 18px; background: transparent; }
QPushButton[look="segment"]:checked { background: $soft; color: $accent; font-weight: bold; }
QPushButton[look="segment"]:focus { border: 1px solid $accent; }
QFrame[look="segments"] { border: 1px solid $border; border-radius: 4px; background: $surface; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 4px; padding: 3px; }
QToolButton:hover { background: $soft; }
QToolButton:focus { border-color: $accent; }
QPushButton[look="field"] { background-color: $field; padding: 3px 8px; text-align: left; background-image: url(:/icons/down-$shade.svg);
    background-repeat: no-repeat; background-position: right center; background-origin: content; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: $field; color: $text; border: 1px solid $border; border-radius: 4px; padding: 3px 8px; min-height: 18px;
    selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QComboBox:on, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $faint; }
QSpinBox, QDoubleSpinBox { padding-right: 2px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/down-$shade.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border; padding: 4px; outline: 0;
    selection-background-color: $soft; selection-color: $text; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 20px; border: 0; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 20px; border: 0; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/up-$shade.svg); width: 9px; height: 9px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/down-$shade.svg); width: 9px; height: 9px; }
QDoubleSpinBox[look="value"], QSpinBox[look="value"] { background: transparent; border: 1px solid transparent; padding: 0; font-weight: bold; min-height: 16px; }
QDoubleSpinBox[look="value"]:hover, QSpinBox[look="value"]:hover { border-color: $border; }
QDoubleSpinBox[look="value"]:focus, QSpinBox[look="value"]:focus { border-color: $accent; background: $field; }

QSlider { min-height: 18px; }
QSlider::groove:horizontal { height: 4px; background: $track; border-radius: 2px; }
QSlider::sub-page:horizontal { height: 4px; background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 10px; height: 10px; margin: -5px 0; background: $surface; border: 2px solid $accent; border-radius: 7px; }
QSlider::handle:horizontal:hover { background: $soft; }
QSlider::handle:horizontal:focus { background: $accent; }

QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0; selection-background-color: $soft; selection-color: $text; gridline-color: $grid; }
QTableView::item, QTreeView::item { border: 0; border-bottom: 1px solid $grid; padding: 0 5px; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $soft; color: $text; }
QTableView QLineEdit { padding: 0 2px; min-height: 0; border-radius: 0; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $border; padding: 4px 8px; font-size: 12px; }
QTableCornerButton::section { background: $surface; border: 0; }

QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollArea { border: 0; background: transparent; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $track; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border; }
QTabWidget::pane { border: 0; border-top: 1px solid $border; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 12px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
)";

QString mixedName(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - share) + b.redF() * share),
                            static_cast<float>(a.greenF() * (1 - share) + b.greenF() * share),
                            static_cast<float>(a.blueF() * (1 - share) + b.blueF() * share)).name();
}

/// Type, and what must be high enough for it.
QString scaled(const QString &sheet, double scale)
{
    static const QRegularExpression size(QStringLiteral("(font-size|min-height): (\\d+)px"));
    QString out;
    qsizetype from = 0;
    for (auto found = size.globalMatch(sheet); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        out += sheet.mid(from, match.capturedStart() - from);
        out += QStringLiteral("%1: %2px").arg(match.captured(1)).arg(qRound(match.captured(2).toInt() * scale));
        from = match.capturedEnd();
    }
    return out + sheet.mid(from);
}

} // namespace

QString styleSheet(const Theme &theme)
{
    const bool dark = theme.isDark();
    // longer names first, so that "$surface" is not taken for a shorter name followed by letters
    const std::pair<const char *, QString> colours[] = {
        {"$onaccent", dark ? theme.window().name() : theme.surface().name()},
        {"$surface", theme.surface().name()},
        {"$warning", theme.warning().name()},
        {"$window", theme.window().name()},
        {"$border", theme.border().name()},
        {"$accent", theme.accent().name()},
        {"$strong", mixedName(theme.accent(), theme.text(), 0.2)},
        {"$handle", mixedName(theme.border(), theme.muted(), 0.35)},
        {"$muted", theme.muted().name()},
        {"$faint", mixedName(theme.surface(), theme.muted(), 0.65)},
        {"$track", dark ? theme.border().name() : QStringLiteral("#e8ebef")},
        {"$field", theme.field().name()},
        {"$shade", dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {"$text", theme.text().name()},
        {"$soft", theme.accentSoft().name()},
        {"$grid", theme.grid().name()},
        {"$nav", dark ? QStringLiteral("#1f2328") : QStringLiteral("#edeff2")},
        {"$bad", theme.bad().name()},
    };
    QString out = QString::fromUtf8(style_template);
    for (const auto &[name, value] : colours)
        out.replace(QLatin1StringView(name), value);
    return theme.scale() == 1 ? out : scaled(out, theme.scale());
}

} // namespace fairloom::ui
