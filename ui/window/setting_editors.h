#pragma once

#include "ui/window/setting_editor.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFrame;
class QLineEdit;
class QSlider;
class QSpinBox;

namespace fairloom::ui {

enum class SettingKind { whole, real, flag, text };
SettingKind settingKind(const fairloom::SettingField &field);

/// A combo box.
class ChoiceField final : public SettingEditor {
    Q_OBJECT
public:
    ChoiceField(const Setting &setting, QWidget *parent);
    QWidget *editor() const override;
    void load(const RunSettings &settings) override;
    void store(RunSettings &settings) const override;

private:
    QComboBox *box_;
};

/// Four choices in two rows of two; arrow keys move between them.
class SegmentField final : public SettingEditor {
    Q_OBJECT
public:
    SegmentField(const Setting &setting, QWidget *parent);
    QWidget *editor() const override;
    void load(const RunSettings &settings) override;
    void store(RunSettings &settings) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateTabStops();

    QFrame *frame_;
    QButtonGroup *group_;
};

/// A slider with its number above it.
class SliderField final : public SettingEditor {
    Q_OBJECT
public:
    SliderField(const Setting &setting, QWidget *parent);
    QWidget *editor() const override;
    void load(const RunSettings &settings) override;
    void store(RunSettings &settings) const override;

private:
    int toPosition(double value) const;
    double toValue(int position) const;

    QDoubleSpinBox *box_;
    QSlider *slider_;
    double bend_; ///< value grows with position to this power
};

class RealField final : public SettingEditor {
    Q_OBJECT
public:
    RealField(const Setting &setting, QWidget *parent);
    QWidget *editor() const override;
    void load(const RunSettings &settings) override;
    void store(RunSettings &settings) const override;

private:
    QDoubleSpinBox *box_;
};

class WholeField final : public SettingEditor {
    Q_OBJECT
public:
    WholeField(const Setting &setting, QWidget *parent);
    QWidget *editor() const override;
    void load(const RunSettings &settings) override;
    void store(RunSettings &settings) const override;

private:
    QSpinBox *box_;
};

/// The path of a JSON file, typed or chosen; empty = none.
class FileField final : public SettingEditor {
    Q_OBJECT
public:
    FileField(const Setting &setting, QWidget *parent);
    QWidget *editor() const override;
    void load(const RunSettings &settings) override;
    void store(RunSettings &settings) const override;

private:
    void choose();

    QLineEdit *edit_;
};

class FlagField final : public SettingEditor {
    Q_OBJECT
public:
    FlagField(const Setting &setting, QWidget *parent);
    QWidget *editor() const override;
    void load(const RunSettings &settings) override;
    void store(RunSettings &settings) const override;

private:
    QCheckBox *box_;
};

} // namespace fairloom::ui
