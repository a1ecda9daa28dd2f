#include "ui/window/study_form.h"

#include "core/study/run_settings.h"
#include "ui/models/number_list.h"
#include "ui/style/look.h"
#include "ui/widgets/choice_boxes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

// What is wrong with the fields of a study, and which of them count.

namespace fairloom::ui {

void StudyForm::fieldEdited()
{
    check();
    emit edited();
}

void StudyForm::check()
{
    problem_.clear();
    for (const Row &row : rows_)
        row.note->hide();
    showDecided();
    say(nameRow_, name_->text().trimmed().isEmpty() ? tr("Give the study a name.") : QString());
    sayMissing(methodsRow_, methods_, tr("Choose at least one method."));
    sayMissing(presetsRow_, presets_, tr("Choose at least one preset."));
    sayMissing(lossesRow_, losses_, tr("Choose at least one loss."));
    sayMissing(studentsRow_, students_, tr("Choose at least one kind of student."));
    betas_ = numbers(betaRow_, beta_, *find_setting("log10_beta"));
    lambdas_ = numbers(lambdaRow_, lambda_, *find_setting("lambda"));
    checkSensitive();
    checkSeeds();
    if (!rest_.variants.empty())
        sayMissing(variantsRow_, variants_, tr("Choose at least one variant."));
}

void StudyForm::say(int row, const QString &problem)
{
    const Row &line = rows_[static_cast<std::size_t>(row)];
    if (problem.isEmpty() || !line.field->isEnabledTo(this))
        return;
    setLook(line.note, QStringLiteral("error"));
    line.note->setText(problem);
    line.note->show();
    if (problem_.isEmpty())
        problem_ = tr("%1: %2").arg(line.label->text(), problem);
}

void StudyForm::sayMissing(int row, const ChoiceBoxes *boxes, const QString &problem)
{
    if (boxes->chosen().empty())
        say(row, problem);
}

std::vector<std::string> StudyForm::numbers(int row, const QLineEdit *edit, const Setting &setting)
{
    const NumberList list = readNumbers(edit->text(), setting.minimum, setting.maximum, false, locale());
    say(row, list.problem);
    std::vector<std::string> out;
    if (list.problem.isEmpty())
        for (const double value : list.values)
            out.push_back(plainNumber(value));
    return out;
}

void StudyForm::checkSensitive()
{
    const std::size_t chosen = sensitive_->chosen().size();
    for (QCheckBox *box : {alone_, together_})
        box->setEnabled(chosen > 1);
    if (!hasData_)
        return;
    if (chosen == 0)
        say(sensitiveRow_, tr("Choose at least one sensitive attribute."));
    else if (chosen > 1 && !alone_->isChecked() && !together_->isChecked())
        say(sensitiveRow_, tr("Say how they are taken: each alone, all together, or both."));
}

void StudyForm::checkSeeds()
{
    const Setting &setting = *find_setting("seed");
    const NumberList list = readNumbers(seedList_->text(), setting.minimum, setting.maximum, true, locale());
    say(seedsRow_, list.problem.isEmpty() && list.values.empty() ? tr("Name at least one seed.") : list.problem);
    seeds_.clear();
    if (list.problem.isEmpty())
        for (const double value : list.values)
            seeds_.push_back(static_cast<std::uint64_t>(value));
}

/// Fields that count for nothing in this study are greyed out, and say why.
void StudyForm::showDecided()
{
    const std::set<std::string> decided = decidedBy(rest_);
    const bool isOwn = !rest_.variants.empty() || decided.contains("method") || methods_->isChosen(RunSettings().method);
    for (const Row &row : rows_) {
        QString reason;
        const bool byStudy = decided.contains(row.key) || (row.key == "method" && !rest_.variants.empty());
        if (byStudy)
            reason = rest_.variants.empty() ? tr("The study says it; see below.") : tr("The study’s variants say it; see below.");
        else if (row.own && !isOwn)
            reason = tr("Only for Fairloom’s own method.");
        row.field->setEnabled(reason.isEmpty());
        if (reason.isEmpty() || !byStudy)
            continue;
        setLook(row.note, QStringLiteral("muted"));
        row.note->setText(reason);
        row.note->show();
    }
    evaluation_->setEnabled(!decided.contains("evaluation"));
    rows_[static_cast<std::size_t>(evaluationRow_)].field->setEnabled(true);
    controls_->setEnabled(isOwn && !decided.contains("controls"));
    teacherEpochs_->setEnabled(!decided.contains("teacher_epochs"));
    studentEpochs_->setEnabled(!decided.contains("student_epochs"));
    const auto show = [this](int index, bool shown) {
        const Row &row = rows_[static_cast<std::size_t>(index)];
        row.label->setVisible(shown);
        row.field->setVisible(shown);
    };
    show(variantsRow_, !rest_.variants.empty());
    show(otherRow_, !other_->text().isEmpty());
    show(sensitiveRow_, hasData_);
}

} // namespace fairloom::ui
