#include "ui/window/study_dialog.h"

#include "core/base/error.h"
#include "ui/text.h"
#include "ui/window/preferences.h"
#include "ui/workers/study_runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

// What is done with the study of the dialog.

namespace fairloom::ui {

namespace {

constexpr qint64 largest_file = 16 << 20;

} // namespace

void StudyDialog::start(const PreparedStudy &study)
{
    if (starting_)
        return;
    starting_ = true;
    fileProblem_.clear();
    if (usesOwnData())
        preferences::setStudyDataFolder(dataFolder());
    showReason();
    runner_.add(toQString(study.text), toQString(study.folder));
}

bool StudyDialog::saveStudy(const QString &file)
{
    fileProblem_.clear();
    QSaveFile out(file);
    const QByteArray text = studyText().toUtf8();
    if (text.isEmpty() || !out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        fileProblem_ = tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(file), out.errorString());
    else
        preferences::setLastFolder(QFileInfo(file).absolutePath());
    const QString problem = fileProblem_;
    showReason();
    return problem.isEmpty();
}

void StudyDialog::openStudy(const QString &file)
{
    QFile in(file);
    const QString shown = QDir::toNativeSeparators(file);
    try {
        if (!in.open(QIODevice::ReadOnly))
            throw InputError(Message(FAIRLOOM_TEXT("The file cannot be read (%1)"), {in.errorString().toStdString()}), shown.toStdString(),
                             FAIRLOOM_TEXT("Choose another one"));
        if (in.size() > largest_file)
            throw InputError(FAIRLOOM_TEXT("The file is too large for a study"), shown.toStdString(), FAIRLOOM_TEXT("Choose another one"));
        const StudyPlan plan = parse_study_plan(in.readAll().toStdString(), shown.toStdString());
        preferences::setLastFolder(QFileInfo(file).absolutePath());
        showPlan(plan, QString(), !plan.data.empty());
    } catch (const InputError &error) {
        fileProblem_ = translated(error);
        showReason();
    }
}

} // namespace fairloom::ui
