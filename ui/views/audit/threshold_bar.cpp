#include "ui/views/audit/threshold_bar.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double usual = 0.5;
constexpr int slider_steps = 100; ///< of the slider, from 0 to 1

} // namespace

ThresholdBar::ThresholdBar(QWidget *parent)
    : QWidget(parent), slider_(new QSlider(Qt::Horizontal)), spin_(new QDoubleSpinBox), reset_(new QPushButton(tr("Reset to %1").arg(number(usual, 2)))),
      reference_(new QComboBox),
      label_(new QLabel(tr("Threshold"))), referenceLabel_(new QLabel(tr("Reference group"))), remark_(new QLabel),
      sliderTip_(tr("From which probability of the favourable label a row is selected. All figures about decisions follow, for every source.")),
      referenceTip_(tr("The group that the others are held against in the table of groups"))
{
    slider_->setObjectName(QStringLiteral("thresholdSlider"));
    slider_->setAccessibleName(tr("Threshold"));
    slider_->setRange(0, slider_steps);
    slider_->setPageStep(5);
    slider_->setFixedWidth(150);
    spin_->setObjectName(QStringLiteral("thresholdSpin"));
    spin_->setAccessibleName(tr("Threshold, as a number"));
    spin_->setRange(0, 1);
    spin_->setDecimals(2);
    spin_->setSingleStep(0.01);
    reset_->setObjectName(QStringLiteral("thresholdReset"));
    reset_->setProperty("look", "chip");
    reset_->setAccessibleName(tr("Back to a threshold of %1").arg(number(usual, 2)));
    reset_->setToolTip(tr("Back to %1, at which the run was judged").arg(number(usual, 2)));
    reference_->setObjectName(QStringLiteral("referenceGroup"));
    reference_->setAccessibleName(tr("Reference group"));
    reference_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    reference_->setMaximumWidth(240);
    remark_->setObjectName(QStringLiteral("thresholdRemark"));
    remark_->setProperty("look", "muted");
    remark_->setWordWrap(true);
    remark_->hide();
    for (QLabel *label : {label_, referenceLabel_})
        label->setProperty("look", "muted");
    label_->setBuddy(slider_);
    referenceLabel_->setBuddy(reference_);

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space);
    for (QWidget *widget : {static_cast<QWidget *>(label_), static_cast<QWidget *>(slider_), static_cast<QWidget *>(spin_), static_cast<QWidget *>(reset_)})
        line->addWidget(widget);
    line->addSpacing(Theme::page);
    line->addWidget(referenceLabel_);
    line->addWidget(reference_);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addLayout(line);
    layout->addWidget(remark_);

    slider_->setValue(int(usual * slider_steps));
    spin_->setValue(usual);
    reset_->setEnabled(false);
    connect(slider_, &QSlider::valueChanged, this, [this](int value) { setThreshold(double(value) / slider_steps); });
    connect(spin_, &QDoubleSpinBox::valueChanged, this, &ThresholdBar::setThreshold);
    connect(reset_, &QPushButton::clicked, this, [this] {
        setThreshold(usual);
        slider_->setFocus(Qt::OtherFocusReason); // the button has nothing more to do
    });
    connect(reference_, &QComboBox::currentIndexChanged, this, &ThresholdBar::termsChanged);
    new WheelGuard(this);
    setGroups({});
    setUnavailable({});
}

void ThresholdBar::setThreshold(double threshold)
{
    {
        const QSignalBlocker quietSlider(slider_), quietSpin(spin_);
        slider_->setValue(int(std::lround(threshold * slider_steps)));
        spin_->setValue(threshold);
    }
    reset_->setEnabled(slider_->isEnabled() && terms().threshold != usual);
    emit termsChanged();
}

AuditTerms ThresholdBar::terms() const
{
    return {std::round(spin_->value() * slider_steps) / slider_steps, reference_->currentData().toString().toStdString()};
}

void ThresholdBar::setGroups(const std::vector<std::string> &names)
{
    const QString chosen = reference_->currentData().toString();
    const QSignalBlocker quiet(reference_);
    reference_->clear();
    reference_->addItem(tr("largest group"), QString());
    for (const std::string &name : names)
        reference_->addItem(toQString(name), toQString(name));
    reference_->setCurrentIndex(std::max(0, reference_->findData(chosen)));
}

void ThresholdBar::setUnavailable(const QString &why)
{
    for (QWidget *widget : {static_cast<QWidget *>(slider_), static_cast<QWidget *>(spin_), static_cast<QWidget *>(reference_)})
        widget->setEnabled(why.isEmpty());
    reset_->setEnabled(why.isEmpty() && terms().threshold != usual);
    slider_->setToolTip(why.isEmpty() ? sliderTip_ : why);
    spin_->setToolTip(slider_->toolTip());
    label_->setToolTip(slider_->toolTip());
    slider_->setAccessibleDescription(slider_->toolTip());
    reference_->setToolTip(why.isEmpty() ? referenceTip_ : why);
    referenceLabel_->setToolTip(reference_->toolTip());
}

void ThresholdBar::setRemark(const QString &sentence)
{
    remark_->setText(sentence);
    remark_->setVisible(!sentence.isEmpty());
}

} // namespace fairloom::ui
