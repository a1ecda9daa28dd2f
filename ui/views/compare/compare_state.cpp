#include "ui/views/compare/compare_state.h"

#include "ui/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace fairloom::ui {

namespace {

QString keyOf(ComparedFigure figure)
{
    return QString::fromLatin1(info_of(figure).key);
}

ComparedFigure figureOf(const QString &key, ComparedFigure otherwise)
{
    for (const ComparedFigureInfo &info : compared_figures())
        if (key == QLatin1StringView(info.key))
            return info.figure;
    return otherwise;
}

} // namespace

QString CompareState::text() const
{
    const QJsonObject json{{QStringLiteral("search"), filter.search},
                           {QStringLiteral("study"), filter.study},
                           {QStringLiteral("kind"), filter.kind},
                           {QStringLiteral("data"), filter.subject},
                           {QStringLiteral("protocol"), toQString(choice.protocol)},
                           {QStringLiteral("classifier"), toQString(choice.classifier)},
                           {QStringLiteral("x"), keyOf(x)},
                           {QStringLiteral("y"), keyOf(y)},
                           {QStringLiteral("colours"), int(colours)},
                           {QStringLiteral("reference"), toQString(reference)},
                           {QStringLiteral("selected"), QJsonArray::fromStringList(selected)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<CompareState> CompareState::read(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    const auto word = [&](const char *key) { return json.value(QLatin1StringView(key)).toString(); };
    CompareState out;
    out.filter = {word("search"), word("study"), word("kind"), word("data")};
    if (const QString protocol = word("protocol"); !protocol.isEmpty())
        out.choice.protocol = protocol.toStdString();
    if (const QString classifier = word("classifier"); !classifier.isEmpty())
        out.choice.classifier = classifier.toStdString();
    out.x = figureOf(word("x"), out.x);
    out.y = figureOf(word("y"), out.y);
    out.colours = CompareColours(std::clamp(json.value(QStringLiteral("colours")).toInt(), 0, int(CompareColours::variant)));
    out.reference = word("reference").toStdString();
    for (const QJsonValue &name : json.value(QStringLiteral("selected")).toArray())
        out.selected << name.toString();
    return out;
}

} // namespace fairloom::ui
