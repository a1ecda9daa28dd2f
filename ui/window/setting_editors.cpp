#include "ui/window/setting_editors.h"

#include "ui/style/theme.h"
#include "ui/text.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include <cmath>
#include <type_traits>

namespace fairloom::ui {

namespace {

constexpr int fine_slider_steps = 1000;

/// Decimals that a step and the ends of the range need.
int decimalsOf(const Setting &setting)
{
    for (int decimals = 1; decimals < 6; ++decimals) {
        const double scale = std::pow(10.0, decimals);
        const auto whole = [scale](double value) { return std::abs(value * scale - std::round(value * scale)) < 1e-6; };
        if (whole(setting.step) && whole(setting.minimum) && whole(setting.maximum))
            return decimals;
    }
    return 6;
}

/// Reads or writes a numeric field of whatever type.
double getNumber(const Setting &setting, const RunSettings &settings)
{
    RunSettings copy = settings;
    return std::visit(
        [](auto *value) -> double {
            if constexpr (std::is_same_v<std::remove_pointer_t<decltype(value)>, std::string>)
                return 0;
            else
                return static_cast<double>(*value);
        },
        setting.field(copy));
}

void setNumber(const Setting &setting, RunSettings &settings, double number)
{
    std::visit(
        [number](auto *value) {
            using Value = std::remove_pointer_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, bool>)
                *value = number != 0;
            else if constexpr (!std::is_same_v<Value, std::string>)
                *value = static_cast<Value>(number);
        },
        setting.field(settings));
}

std::string &textOf(const Setting &setting, RunSettings &settings)
{
    return *std::get<std::string *>(setting.field(settings));
}

int indexOf(const Setting &setting, const RunSettings &settings)
{
    RunSettings copy = settings;
    const std::string &text = textOf(setting, copy);
    for (std::size_t i = 0; i < setting.choices.size(); ++i)
        if (setting.choices[i] == text)
            return static_cast<int>(i);
    return -1;
}

QVBoxLayout *column(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    return layout;
}

QHBoxLayout *line(QWidget *widget)
{
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    return layout;
}

} // namespace

SettingKind settingKind(const fairloom::SettingField &field)
{
    if (std::holds_alternative<std::string *>(field))
        return SettingKind::text;
    if (std::holds_alternative<bool *>(field))
        return SettingKind::flag;
    return std::holds_alternative<double *>(field) ? SettingKind::real : SettingKind::whole;
}

// --- ChoiceField

ChoiceField::ChoiceField(const Setting &setting, QWidget *parent) : SettingEditor(setting, parent), box_(new QComboBox)
{
    for (const std::string &choice : setting.choices)
        box_->addItem(choiceName(setting, choice), toQString(choice));
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMinimumContentsLength(6);
    describe(box_);
    auto *layout = column(this);
    layout->addWidget(makeLabel(box_));
    layout->addWidget(box_);
    connect(box_, &QComboBox::currentIndexChanged, this, &SettingEditor::edited);
}

QWidget *ChoiceField::editor() const
{
    return box_;
}

void ChoiceField::load(const RunSettings &settings)
{
    const QSignalBlocker quiet(box_);
    box_->setCurrentIndex(indexOf(setting(), settings));
}

void ChoiceField::store(RunSettings &settings) const
{
    if (box_->currentIndex() >= 0)
        textOf(setting(), settings) = box_->currentData().toString().toStdString();
}

// --- SegmentField

SegmentField::SegmentField(const Setting &setting, QWidget *parent)
    : SettingEditor(setting, parent), frame_(new QFrame), group_(new QButtonGroup(this))
{
    frame_->setProperty("look", "segments");
    auto *grid = new QGridLayout(frame_);
    grid->setContentsMargins(1, 1, 1, 1);
    grid->setSpacing(0);
    for (std::size_t i = 0; i < setting.choices.size(); ++i) {
        const int id = static_cast<int>(i);
        auto *button = new QPushButton(choiceName(setting, setting.choices[i]));
        button->setObjectName(QStringLiteral("setting_%1_%2").arg(QLatin1StringView(setting.key), toQString(setting.choices[i])));
        button->setProperty("look", "segment");
        button->setCheckable(true);
        button->setAccessibleName(translated(setting.label) + QStringLiteral(": ") + button->text());
        button->installEventFilter(this);
        group_->addButton(button, id);
        grid->addWidget(button, id / 2, id % 2);
    }
    describe(frame_);
    auto *layout = column(this);
    layout->addWidget(makeLabel(group_->button(0)));
    layout->addWidget(frame_);
    connect(group_, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (!checked)
            return;
        updateTabStops();
        emit edited();
    });
    updateTabStops();
}

QWidget *SegmentField::editor() const
{
    return frame_;
}

void SegmentField::load(const RunSettings &settings)
{
    const QSignalBlocker quiet(group_);
    if (QAbstractButton *button = group_->button(indexOf(setting(), settings)))
        button->setChecked(true);
    updateTabStops();
}

void SegmentField::store(RunSettings &settings) const
{
    if (group_->checkedId() >= 0)
        textOf(setting(), settings) = setting().choices[static_cast<std::size_t>(group_->checkedId())];
}

bool SegmentField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : key == Qt::Key_Down ? 2 : key == Qt::Key_Up ? -2 : 0;
        const int next = group_->id(qobject_cast<QAbstractButton *>(watched)) + step;
        if (step != 0) {
            if (QAbstractButton *button = group_->button(next)) {
                button->setChecked(true);
                button->setFocus(Qt::TabFocusReason);
            }
            return true;
        }
    }
    return SettingEditor::eventFilter(watched, event);
}

void SegmentField::updateTabStops()
{
    for (QAbstractButton *button : group_->buttons())
        button->setFocusPolicy(button->isChecked() || group_->checkedId() < 0 ? Qt::StrongFocus : Qt::ClickFocus);
}

// --- SliderField

SliderField::SliderField(const Setting &setting, QWidget *parent)
    : SettingEditor(setting, parent), box_(new QDoubleSpinBox), slider_(new QSlider(Qt::Horizontal)),
      // with so many steps the useful values are small ones, which a linear slider would squeeze into its first per cent
      bend_((setting.maximum - setting.minimum) / setting.step > 150 ? 3 : 1)
{
    box_->setProperty("look", "value");
    box_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box_->setAlignment(Qt::AlignRight);
    box_->setDecimals(decimalsOf(setting));
    box_->setRange(setting.minimum, setting.maximum);
    box_->setSingleStep(setting.step);
    box_->setKeyboardTracking(false);
    box_->setFixedWidth(64);
    describe(box_);
    slider_->setObjectName(QStringLiteral("slider_") + QLatin1StringView(setting.key));
    slider_->setAccessibleName(translated(setting.label));
    slider_->setRange(0, fine_slider_steps);
    slider_->setSingleStep(10);
    slider_->setPageStep(100);

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::gap);
    head->addWidget(makeLabel(box_), 1);
    head->addWidget(box_);
    auto *layout = column(this);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(slider_);

    connect(slider_, &QSlider::valueChanged, this, [this](int position) { box_->setValue(toValue(position)); });
    connect(box_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const QSignalBlocker quiet(slider_);
        if (!slider_->isSliderDown())
            slider_->setValue(toPosition(value));
        emit edited();
    });
}

QWidget *SliderField::editor() const
{
    return box_;
}

int SliderField::toPosition(double value) const
{
    const double share = (value - setting().minimum) / (setting().maximum - setting().minimum);
    return static_cast<int>(std::lround(fine_slider_steps * std::pow(share, 1 / bend_)));
}

double SliderField::toValue(int position) const
{
    const double share = std::pow(static_cast<double>(position) / fine_slider_steps, bend_);
    const double value = setting().minimum + share * (setting().maximum - setting().minimum);
    return std::round(value / setting().step) * setting().step;
}

void SliderField::load(const RunSettings &settings)
{
    const QSignalBlocker quietBox(box_), quietSlider(slider_);
    const double value = getNumber(setting(), settings);
    box_->setValue(value);
    if (!slider_->isSliderDown())
        slider_->setValue(toPosition(value));
}

void SliderField::store(RunSettings &settings) const
{
    setNumber(setting(), settings, box_->value());
}

// --- RealField

RealField::RealField(const Setting &setting, QWidget *parent) : SettingEditor(setting, parent), box_(new QDoubleSpinBox)
{
    box_->setDecimals(decimalsOf(setting));
    box_->setRange(setting.minimum, setting.maximum);
    box_->setSingleStep(setting.step);
    box_->setKeyboardTracking(false);
    box_->setFixedWidth(92);
    describe(box_);
    auto *layout = line(this);
    layout->addWidget(makeLabel(box_), 1);
    layout->addWidget(box_);
    connect(box_, &QDoubleSpinBox::valueChanged, this, &SettingEditor::edited);
}

QWidget *RealField::editor() const
{
    return box_;
}

void RealField::load(const RunSettings &settings)
{
    const QSignalBlocker quiet(box_);
    box_->setValue(getNumber(setting(), settings));
}

void RealField::store(RunSettings &settings) const
{
    setNumber(setting(), settings, box_->value());
}

// --- WholeField

WholeField::WholeField(const Setting &setting, QWidget *parent) : SettingEditor(setting, parent), box_(new QSpinBox)
{
    box_->setRange(static_cast<int>(setting.minimum), static_cast<int>(setting.maximum));
    box_->setSingleStep(static_cast<int>(setting.step));
    box_->setKeyboardTracking(false);
    box_->setFixedWidth(92);
    describe(box_);
    auto *layout = line(this);
    layout->addWidget(makeLabel(box_), 1);
    layout->addWidget(box_);
    connect(box_, &QSpinBox::valueChanged, this, &SettingEditor::edited);
}

QWidget *WholeField::editor() const
{
    return box_;
}

void WholeField::load(const RunSettings &settings)
{
    const QSignalBlocker quiet(box_);
    box_->setValue(static_cast<int>(getNumber(setting(), settings)));
}

void WholeField::store(RunSettings &settings) const
{
    setNumber(setting(), settings, box_->value());
}

// --- FileField

FileField::FileField(const Setting &setting, QWidget *parent) : SettingEditor(setting, parent), edit_(new QLineEdit)
{
    describe(edit_);
    edit_->setClearButtonEnabled(true);
    auto *button = new QToolButton;
    button->setObjectName(QStringLiteral("choose_") + QLatin1StringView(setting.key));
    button->setText(QStringLiteral("…"));
    button->setToolTip(tr("Choose a file"));
    button->setAccessibleName(translated(setting.label) + QStringLiteral(": ") + tr("Choose a file"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    row->addWidget(edit_, 1);
    row->addWidget(button);
    auto *layout = column(this);
    layout->addWidget(makeLabel(edit_));
    layout->addLayout(row);
    connect(edit_, &QLineEdit::editingFinished, this, &SettingEditor::edited);
    connect(button, &QToolButton::clicked, this, &FileField::choose);
}

QWidget *FileField::editor() const
{
    return edit_;
}

void FileField::choose()
{
    const QString file = QFileDialog::getOpenFileName(window(), translated(setting().label), QFileInfo(edit_->text()).path(), tr("JSON files (*.json)"));
    if (file.isEmpty())
        return;
    edit_->setText(file);
    emit edited();
}

void FileField::load(const RunSettings &settings)
{
    RunSettings copy = settings;
    const QString path = toQString(textOf(setting(), copy));
    if (path != edit_->text())
        edit_->setText(path);
}

void FileField::store(RunSettings &settings) const
{
    textOf(setting(), settings) = edit_->text().trimmed().toStdString();
}

// --- FlagField

FlagField::FlagField(const Setting &setting, QWidget *parent)
    : SettingEditor(setting, parent), box_(new QCheckBox(translated(setting.label)))
{
    describe(box_);
    line(this)->addWidget(box_);
    connect(box_, &QCheckBox::toggled, this, &SettingEditor::edited);
}

QWidget *FlagField::editor() const
{
    return box_;
}

void FlagField::load(const RunSettings &settings)
{
    const QSignalBlocker quiet(box_);
    box_->setChecked(getNumber(setting(), settings) != 0);
}

void FlagField::store(RunSettings &settings) const
{
    setNumber(setting(), settings, box_->isChecked() ? 1 : 0);
}

} // namespace fairloom::ui
