#include "ui/window/study_form.h"

#include "core/study/run_settings.h"
#include "ui/models/number_list.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/choice_boxes.h"
#include "ui/widgets/clear_box.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/window/setting_editor.h"
#include "ui/window/study_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace fairloom::ui {

namespace {

QWidget *sideBySide(std::initializer_list<QWidget *> widgets)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::wide);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return line;
}

std::vector<double> doubles(const std::vector<std::string> &texts)
{
    std::vector<double> out;
    for (const std::string &text : texts)
        out.push_back(QString::fromStdString(text).toDouble());
    return out;
}

} // namespace

StudyForm::StudyForm(QWidget *source, QWidget *parent) : QWidget(parent), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(Theme::wide);
    grid_->setVerticalSpacing(0);
    grid_->setColumnStretch(1, 1);
    addRow(tr("Data"), source, {});
    buildWhat();
    buildHow();
    grid_->setRowStretch(grid_->rowCount(), 1);
    new WheelGuard(this);
}

int StudyForm::addRow(const QString &text, QWidget *field, const QString &toolTip, const std::string &key, bool own)
{
    Row row{new QLabel(text), new QLabel, field, key, own};
    row.label->setProperty("look", "muted");
    row.label->setBuddy(field);
    row.label->setContentsMargins(0, Theme::gap, 0, 0);
    row.note->setObjectName(QStringLiteral("studyNote_%1").arg(rows_.size()));
    row.note->setWordWrap(true);
    row.note->hide();
    if (!toolTip.isEmpty()) {
        const QString tip = QStringLiteral("<p>%1</p>").arg(toolTip.toHtmlEscaped());
        row.label->setToolTip(tip);
        field->setToolTip(tip);
        field->setAccessibleDescription(toolTip);
    }
    const int line = 3 * static_cast<int>(rows_.size());
    grid_->addWidget(row.label, line, 0, Qt::AlignTop | Qt::AlignLeft);
    grid_->addWidget(field, line, 1);
    grid_->addWidget(row.note, line + 1, 1);
    grid_->setRowMinimumHeight(line + 2, Theme::space);
    rows_.push_back(row);
    return static_cast<int>(rows_.size()) - 1;
}

ChoiceBoxes *StudyForm::addChoices(const char *key, const QString &prefix, int columns, bool own, int &row)
{
    const Setting &setting = *find_setting(key);
    const QString label = translated(setting.label);
    auto *boxes = new ChoiceBoxes(prefix, label, columns);
    std::vector<ChoiceBoxes::Choice> choices;
    for (const std::string &choice : setting.choices)
        if (choice != "custom") // what a preset becomes once it is changed
            choices.push_back({choice, choiceName(setting, choice)});
    boxes->setChoices(choices);
    connect(boxes, &ChoiceBoxes::edited, this, &StudyForm::fieldEdited);
    row = addRow(label, boxes, translated(setting.help), key, own);
    return boxes;
}

QLineEdit *StudyForm::addNumbers(const QString &label, const char *name, const Setting *setting, const QString &placeholder, int &row)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1StringView(name));
    edit->setAccessibleName(label);
    edit->setPlaceholderText(placeholder);
    connect(edit, &QLineEdit::textEdited, this, &StudyForm::fieldEdited);
    row = addRow(label, edit, translated(setting->help), setting->key, std::string(setting->key) != "seed");
    return edit;
}

void StudyForm::buildWhat()
{
    name_ = new QLineEdit;
    name_->setObjectName(QStringLiteral("studyName"));
    name_->setAccessibleName(tr("Name of the study"));
    connect(name_, &QLineEdit::textEdited, this, &StudyForm::fieldEdited);
    nameRow_ = addRow(tr("Name"), name_, tr("What its runs are found by in Runs and Compare."));
    methods_ = addChoices("method", QStringLiteral("studyMethod_"), 3, false, methodsRow_);
    presets_ = addChoices("preset", QStringLiteral("studyPreset_"), 4, true, presetsRow_);
    losses_ = addChoices("loss", QStringLiteral("studyLoss_"), 4, true, lossesRow_);
    students_ = addChoices("student", QStringLiteral("studyStudent_"), 4, true, studentsRow_);
    const QString asPreset = tr("as the preset has it; or several: 6.5, 7, 7.5");
    beta_ = addNumbers(tr("log10 β, fairness"), "studyBeta", find_setting("log10_beta"), asPreset, betaRow_);
    lambda_ = addNumbers(tr("λ, utility"), "studyLambda", find_setting("lambda"), tr("as the preset has it; or several: 0, 0.1, 1"), lambdaRow_);

    sensitive_ = new ChoiceBoxes(QStringLiteral("studySensitive_"), tr("Sensitive attribute"), 4);
    alone_ = new QCheckBox(tr("each alone"));
    alone_->setObjectName(QStringLiteral("studyEachAlone"));
    together_ = new QCheckBox(tr("all together, with their intersections"));
    together_->setObjectName(QStringLiteral("studyTogether"));
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addWidget(sensitive_);
    layout->addWidget(sideBySide({alone_, together_}));
    connect(sensitive_, &ChoiceBoxes::edited, this, &StudyForm::fieldEdited);
    for (QCheckBox *box : {alone_, together_}) {
        makeClear(box);
        connect(box, &QCheckBox::clicked, this, &StudyForm::fieldEdited);
    }
    sensitiveRow_ = addRow(tr("Sensitive"), both, tr("Sensitive attributes of the open data. Others can be named in Set-up."));
}

QSpinBox *StudyForm::epochsBox(const char *name, const QString &accessibleName, const char *key)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1StringView(name));
    box->setAccessibleName(accessibleName);
    box->setRange(0, static_cast<int>(find_setting(key)->maximum));
    box->setSpecialValueText(tr("by default"));
    box->setToolTip(translated(find_setting(key)->help));
    box->setFixedWidth(104);
    connect(box, &QSpinBox::valueChanged, this, &StudyForm::fieldEdited);
    return box;
}

void StudyForm::buildHow()
{
    seedList_ = addNumbers(tr("Seeds"), "studySeeds", find_setting("seed"), tr("1..5, or a list: 1, 2, 7"), seedsRow_);
    teacherEpochs_ = epochsBox("studyTeacherEpochs", tr("Teacher epochs"), "teacher_epochs");
    studentEpochs_ = epochsBox("studyStudentEpochs", tr("Student epochs"), "student_epochs");
    auto *student = new QLabel(tr("student"));
    student->setProperty("look", "muted");
    student->setBuddy(studentEpochs_);
    auto *teacher = new QLabel(tr("teacher"));
    teacher->setProperty("look", "muted");
    teacher->setBuddy(teacherEpochs_);
    epochsRow_ = addRow(tr("Epochs"), sideBySide({teacher, teacherEpochs_, student, studentEpochs_}), {});

    const Setting &depth = *find_setting("evaluation");
    evaluation_ = new QComboBox;
    evaluation_->setObjectName(QStringLiteral("studyEvaluation"));
    evaluation_->setAccessibleName(translated(depth.label));
    for (const std::string &choice : depth.choices)
        evaluation_->addItem(choiceName(depth, choice), toQString(choice));
    connect(evaluation_, &QComboBox::activated, this, &StudyForm::fieldEdited);
    const Setting &controls = *find_setting("controls");
    controls_ = new QCheckBox(translated(controls.label));
    controls_->setObjectName(QStringLiteral("studyControls"));
    controls_->setToolTip(translated(controls.help));
    makeClear(controls_);
    connect(controls_, &QCheckBox::clicked, this, &StudyForm::fieldEdited);
    evaluationRow_ = addRow(translated(depth.label), sideBySide({evaluation_, controls_}), translated(depth.help));

    variants_ = new ChoiceBoxes(QStringLiteral("studyVariant_"), tr("Variant"), 3);
    connect(variants_, &ChoiceBoxes::edited, this, &StudyForm::fieldEdited);
    variantsRow_ = addRow(tr("Variants"), variants_, tr("Sets of values that the study has by name; each is run."));
    other_ = new QLabel;
    other_->setObjectName(QStringLiteral("studyOther"));
    other_->setWordWrap(true);
    otherRow_ = addRow(tr("Also set"), other_, tr("What else the study says; it stays as it is."));
}

// --- values in and out

void StudyForm::setParts(const StudyParts &parts, const OpenStudyData *open)
{
    rest_ = parts.rest;
    const StudyChoices &choices = parts.choices;
    name_->setText(toQString(choices.name));
    methods_->setChosen(choices.methods);
    presets_->setChosen(choices.presets);
    losses_->setChosen(choices.losses);
    students_->setChosen(choices.students);
    beta_->setText(numbersText(doubles(choices.betas), locale()));
    lambda_->setText(numbersText(doubles(choices.lambdas), locale()));
    seedList_->setText(numbersText({choices.seeds.begin(), choices.seeds.end()}, locale()));
    for (const auto &[box, epochs] : {std::pair(teacherEpochs_, choices.teacherEpochs), std::pair(studentEpochs_, choices.studentEpochs)}) {
        const QSignalBlocker quiet(box);
        box->setValue(epochs);
    }
    evaluation_->setCurrentIndex(std::max(0, evaluation_->findData(toQString(choices.evaluation))));
    controls_->setChecked(choices.controls);
    std::vector<ChoiceBoxes::Choice> variants;
    std::vector<std::string> chosen;
    for (const StudyPlan::Variant &variant : rest_.variants) {
        variants.push_back({variant.name, toQString(variant.name)});
        if (std::find(choices.leftOut.begin(), choices.leftOut.end(), variant.name) == choices.leftOut.end())
            chosen.push_back(variant.name);
    }
    variants_->setChoices(variants);
    variants_->setChosen(chosen);
    other_->setText(otherValues(rest_));
    alone_->setChecked(choices.eachAlone);
    together_->setChecked(choices.allTogether);
    setData(open);
    sensitive_->setChosen(choices.sensitive);
    check();
}

void StudyForm::setData(const OpenStudyData *open)
{
    hasData_ = open != nullptr;
    if (open) {
        std::vector<ChoiceBoxes::Choice> columns;
        for (const std::string &column : open->sensitive)
            columns.push_back({column, toQString(column)});
        sensitive_->setChoices(columns);
    }
    for (const std::string &method : find_setting("method")->choices)
        if (takesTablesOnly(method))
            methods_->setAvailable(method, !(open && open->pictures), open && open->pictures ? tr("Takes tables, not pictures.") : QString());
    check();
}

StudyParts StudyForm::parts() const
{
    StudyParts out;
    out.rest = rest_;
    StudyChoices &choices = out.choices;
    choices.name = name_->text().trimmed().toStdString();
    choices.methods = methods_->chosen();
    choices.presets = presets_->chosen();
    choices.losses = losses_->chosen();
    choices.students = students_->chosen();
    choices.betas = betas_;
    choices.lambdas = lambdas_;
    choices.sensitive = sensitive_->chosen();
    choices.eachAlone = alone_->isChecked();
    choices.allTogether = together_->isChecked();
    choices.seeds = seeds_;
    choices.evaluation = evaluation_->currentData().toString().toStdString();
    choices.controls = controls_->isChecked();
    choices.teacherEpochs = teacherEpochs_->value();
    choices.studentEpochs = studentEpochs_->value();
    for (const StudyPlan::Variant &variant : rest_.variants)
        if (!variants_->isChosen(variant.name))
            choices.leftOut.push_back(variant.name);
    return out;
}

QString StudyForm::problem() const
{
    return problem_;
}

} // namespace fairloom::ui
