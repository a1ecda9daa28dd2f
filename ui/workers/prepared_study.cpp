#include "ui/workers/prepared_study.h"

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/data/readers/file_contents.h"
#include "core/study/study_file.h"
#include "ui/models/study_choices.h"
#include "ui/text.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr double most_runs = 10000;
const QString data_variable = QStringLiteral("$FAIRLOOM_DATA_DIR");

/// The paths of a data set as the study has them.
std::vector<QString> pathsOf(const StudyPlan::Data &data)
{
    const QJsonObject opening = QJsonDocument::fromJson(QByteArray::fromStdString(data.opening)).object();
    std::vector<QString> out;
    for (const char *key : {"data", "test"})
        if (const QString path = opening.value(QLatin1StringView(key)).toString(); !path.isEmpty())
            out.push_back(path);
    return out;
}

bool isThere(QString path, const std::filesystem::path &dataFolder)
{
    if (path.startsWith(u"sample:"))
        return true;
    if (path.startsWith(data_variable))
        path.replace(0, data_variable.size(), toQString(dataFolder.string()));
    return QFileInfo::exists(path) || QFileInfo::exists(toQString(split_part(path.toStdString()).file.string()));
}

} // namespace

bool needsDataFolder(const StudyPlan &plan)
{
    return std::any_of(plan.data.begin(), plan.data.end(), [](const StudyPlan::Data &data) {
        const std::vector<QString> paths = pathsOf(data);
        return std::any_of(paths.begin(), paths.end(), [](const QString &path) { return path.startsWith(data_variable); });
    });
}

PreparedStudy prepareStudy(StudyPlan plan, const std::filesystem::path &dataFolder, const std::stop_token &stop)
{
    if (dataFolder.empty() && needsDataFolder(plan))
        throw InputError(FAIRLOOM_TEXT("The study’s own data are in a folder that has not been named"), {},
                         FAIRLOOM_TEXT("Choose the folder, or take the open data"));
    PreparedStudy out;
    out.folder = dataFolder.string();
    std::erase_if(plan.data, [&](const StudyPlan::Data &data) {
        throw_if_stopped(stop);
        const std::vector<QString> paths = pathsOf(data);
        const bool isMissing = !std::all_of(paths.begin(), paths.end(), [&](const QString &path) { return isThere(path, dataFolder); });
        if (isMissing)
            out.missing.push_back(data.name);
        return isMissing;
    });
    if (plan.data.empty())
        throw InputError(FAIRLOOM_TEXT("None of the study’s own data sets is there"), dataFolder.string(),
                         FAIRLOOM_TEXT("Choose the folder that they are in, or take the open data"));
    if (roughRuns(plan) > most_runs)
        throw InputError(Message(FAIRLOOM_TEXT("The study has %1 runs"), {to_text(roughRuns(plan))}), {},
                         Message(FAIRLOOM_TEXT("Take fewer values or seeds: %1 at most"), {to_text(most_runs)}));
    throw_if_stopped(stop);
    out.text = study_json(plan);
    StudyContext context;
    context.data_folder = dataFolder;
    out.runs = parse_study(out.text, plan.name, context).trials.size();
    return out;
}

} // namespace fairloom::ui
