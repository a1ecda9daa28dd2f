#include "ui/views/reading/picture_reading.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/window/preferences.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace fairloom::ui {

PictureReading::PictureReading(QWidget *parent)
    : ReadingForm(parent), size_(new QComboBox), labels_(new QLineEdit), pattern_(new QLineEdit), strength_(new QDoubleSpinBox),
      strengthTitle_(new QLabel(tr("Colour tells the parity")))
{
    size_->setObjectName(QStringLiteral("pictureSize"));
    size_->setAccessibleName(tr("Size"));
    size_->setToolTip(tr("Pictures are cut to a square and brought to this many pixels an edge. Training takes four times as long at twice the size."));
    for (const int size : picture_sizes)
        size_->addItem(tr("%1 × %1 pixels").arg(size), size);
    labels_->setObjectName(QStringLiteral("pictureLabelsFile"));
    labels_->setAccessibleName(tr("Labels from"));
    labels_->setPlaceholderText(tr("found by itself, or folders are classes"));
    labels_->setToolTip(tr("A table with a column that names the pictures, in the folder, beside it or elsewhere."));
    pattern_->setObjectName(QStringLiteral("pictureNamePattern"));
    pattern_->setAccessibleName(tr("File names"));
    pattern_->setPlaceholderText(tr("[age]_[gender]_[race], for example"));
    pattern_->setToolTip(tr("Labels inside file names: what stands between brackets becomes a column."));
    strength_->setObjectName(QStringLiteral("colourStrength"));
    strength_->setAccessibleName(strengthTitle_->text());
    strength_->setToolTip(tr("How often even digits are red and odd ones green; from a third, where the colour says nothing, to 1."));
    strength_->setRange(0.33, 1);
    strength_->setSingleStep(0.05);
    strength_->setDecimals(2);
    strength_->setKeyboardTracking(false);
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setObjectName(QStringLiteral("browseLabelsButton"));
    browse->setAutoDefault(false);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::space);
    grid->setVerticalSpacing(Theme::gap);
    const auto title = [&](QLabel *label, QWidget *field, int row, int column) {
        label->setProperty("look", "muted");
        label->setBuddy(field);
        grid->addWidget(label, row, column);
    };
    title(new QLabel(size_->accessibleName()), size_, 0, 0);
    grid->addWidget(size_, 0, 1);
    title(new QLabel(pattern_->accessibleName()), pattern_, 0, 2);
    grid->addWidget(pattern_, 0, 3, 1, 2);
    title(new QLabel(labels_->accessibleName()), labels_, 1, 0);
    grid->addWidget(labels_, 1, 1, 1, 3);
    grid->addWidget(browse, 1, 4);
    title(strengthTitle_, strength_, 2, 0);
    grid->addWidget(strength_, 2, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 2);

    connect(size_, &QComboBox::activated, this, &PictureReading::store);
    connect(labels_, &QLineEdit::editingFinished, this, &PictureReading::store);
    connect(pattern_, &QLineEdit::editingFinished, this, &PictureReading::store);
    connect(strength_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (filling_ || !shown_.colouring)
            return;
        PictureRule rule = shown_; // whose strength may be more exact than the field shows
        rule.colouring->strength = std::max(value, 1.0 / 3);
        change(rule);
    });
    connect(browse, &QPushButton::clicked, this, &PictureReading::chooseLabels);
    show({});
}

void PictureReading::chooseLabels()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Labels of the pictures"), preferences::lastFolder(),
                                                      tr("Tables (*.csv *.tsv *.txt *.json *.jsonl);;All files (*)"));
    if (file.isEmpty())
        return;
    labels_->setText(file);
    store();
}

void PictureReading::show(const PictureRule &rule)
{
    filling_ = true;
    shown_ = rule;
    const int at = size_->findData(rule.size);
    if (at < 0)
        size_->addItem(tr("%1 × %1 pixels").arg(rule.size), rule.size);
    size_->setCurrentIndex(at < 0 ? size_->count() - 1 : at);
    labels_->setText(toQString(rule.labels));
    pattern_->setText(toQString(rule.name_pattern));
    strengthTitle_->setVisible(rule.colouring.has_value());
    strength_->setVisible(rule.colouring.has_value());
    strength_->setValue(rule.colouring.value_or(ColouringRule()).strength);
    filling_ = false;
}

void PictureReading::setFound(const FilePreview &preview)
{
    if (!corrected_)
        show(preview.pictures);
}

void PictureReading::store()
{
    if (filling_)
        return;
    PictureRule rule = shown_;
    rule.size = size_->currentData().toInt();
    if (const std::string labels = labels_->text().trimmed().toStdString(); labels != rule.labels) {
        rule.labels = labels;
        rule.file_column.clear(); // it was of the other file
    }
    rule.name_pattern = pattern_->text().trimmed().toStdString();
    change(rule);
}

void PictureReading::change(const PictureRule &rule)
{
    if (rule == shown_)
        return;
    shown_ = rule;
    corrected_ = true;
    emit edited();
}

QString PictureReading::inWords(const FilePreview &preview) const
{
    if (preview.refused)
        return translated(*preview.refused);
    const PictureRule &rule = preview.pictures;
    const QString from = !rule.name_pattern.empty() ? tr("labels from their names")
                         : !rule.labels.empty()     ? tr("labels from %1").arg(toQString(rule.labels))
                                                    : tr("labels found with them");
    return tr("Found: %1 pictures, %2.").arg(count(preview.picture_count), from);
}

Recipe PictureReading::corrections() const
{
    Recipe out;
    if (corrected_)
        out.pictures = shown_;
    return out;
}

void PictureReading::setCorrections(const Recipe &corrections)
{
    corrected_ = corrections.pictures.has_value();
    show(corrections.pictures.value_or(PictureRule()));
}

} // namespace fairloom::ui
