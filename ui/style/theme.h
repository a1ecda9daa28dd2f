#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

namespace fairloom::ui {

/// The one place that defines colours, spacing and type sizes; widgets and plots ask here and redraw on changed().
class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Mode { system, light, dark };

    static Theme &instance();

    void setMode(Mode mode); ///< applies Fusion, palette and style sheet to the application
    Mode mode() const { return mode_; }
    void setScale(double scale); ///< of all type: 1 at the desk, more in front of a class
    double scale() const { return scale_; }
    bool isDark() const { return dark_; }

    // surfaces and text
    QColor window() const, surface() const, border() const, field() const, text() const, muted() const;
    QColor accent() const, accentSoft() const, grid() const;
    QColor good() const, warning() const, bad() const;

    /// Okabe-Ito; one colour a group, everywhere in a session.
    QColor group(int index) const;
    /// "real", "teacher", "student", "control_independent", "control_joint", "imported": colour, the same everywhere.
    QColor source(const QString &name) const;
    /// Loss terms: "reconstruction", "kl", "fairness", "label", "quality".
    QColor term(const QString &name) const;

    // multiples of 4
    static constexpr int gap = 4, space = 8, wide = 12, page = 16;
    static constexpr int radius = 6;

    QFont body() const, small() const, title() const, heading() const;

signals:
    void changed();

private:
    Theme();
    Mode mode_ = Mode::system;
    double scale_ = 1;
    bool dark_ = false;
    bool desktopIsDark_ = false;
};

} // namespace fairloom::ui
