#include "ui/models/study_subject.h"

#include "core/data/recipe_json.h"
#include "core/data/sample_source.h"
#include "ui/text.h"
#include "ui/workers/session.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <filesystem>

namespace fairloom::ui {

namespace {

/// A study may be run from another working folder.
QString wholePath(const std::string &source)
{
    if (source.empty() || is_sample_source(source))
        return toQString(source);
    return toQString(std::filesystem::absolute(source).lexically_normal().string());
}

std::string plainName(const Dataset &data)
{
    if (is_sample_source(data.source))
        return data.source.substr(7);
    const std::string name = QFileInfo(toQString(data.name)).completeBaseName().toStdString();
    const std::string word = folder_word(name.empty() ? data.name : name);
    return word.empty() || word[0] == '.' ? "data" + word : word; // no hidden folders
}

std::vector<std::string> sensitiveColumns(const Dataset &data, const Task &task)
{
    std::vector<std::string> out = task.sensitive;
    const auto add = [&](const std::string &name) {
        if (name != task.target && std::find(out.begin(), out.end(), name) == out.end())
            out.push_back(name);
    };
    for (const std::string &name : data.suggested_sensitive)
        add(name);
    for (const Column &column : data.table.columns)
        if (column.role == Role::sensitive)
            add(column.name);
    return out;
}

} // namespace

std::optional<OpenStudyData> openStudyData(const Session &session)
{
    if (!session.dataset() || !session.problem())
        return std::nullopt;
    const Dataset &data = *session.dataset();
    OpenStudyData out;
    out.task = session.task();
    out.name = plainName(data);
    out.sensitive = sensitiveColumns(data, out.task);
    out.pictures = data.table.picture_column() != nullptr;

    QJsonObject opening{{QStringLiteral("data"), wholePath(data.source)}};
    if (!data.test_source.empty())
        opening.insert(QStringLiteral("test"), wholePath(data.test_source));
    if (!data.recipe.empty())
        opening.insert(QStringLiteral("recipe"), toQString(data.recipe));
    if (!data.schema.columns.empty())
        opening.insert(QStringLiteral("schema"), QJsonDocument::fromJson(QByteArray::fromStdString(recipe_json(data.schema))).object());
    QJsonArray sensitive;
    for (const std::string &name : out.task.sensitive)
        sensitive << toQString(name);
    opening.insert(QStringLiteral("sensitive"), sensitive);
    opening.insert(QStringLiteral("target"), toQString(out.task.target));
    opening.insert(QStringLiteral("positive"), toQString(out.task.positive));
    out.opening = QJsonDocument(opening).toJson(QJsonDocument::Compact).toStdString();
    return out;
}

QString openDataTitle(const Session &session)
{
    if (!session.dataset())
        return {};
    const QString name = displayName(session.dataset()->name);
    const Task &task = session.task();
    QStringList columns;
    for (const std::string &column : task.sensitive)
        columns << toQString(column);
    if (columns.isEmpty() || task.target.empty())
        return name;
    return QStringLiteral("%1 · %2 → %3 = %4")
        .arg(name, columns.join(QStringLiteral(" & ")), toQString(task.target), toQString(task.positive));
}

std::optional<RunTime> lastRunTime(const Session &session, const std::string &evaluation)
{
    if (!session.dataset())
        return std::nullopt;
    const RunEntry *best = nullptr;
    for (const RunEntry *run : session.runs()) {
        const bool counts = run->state == RunEntry::State::done && run->judgedFile.isEmpty() && run->record && run->record->seconds() > 0
                            && run->record->data_sha256 == session.dataset()->sha256;
        if (!counts)
            continue;
        if (run->request.settings.evaluation == evaluation)
            return RunTime{run->record->seconds(), run->name};
        best = best ? best : run;
    }
    return best ? std::optional(RunTime{best->record->seconds(), best->name}) : std::nullopt;
}

} // namespace fairloom::ui
