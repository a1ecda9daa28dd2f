#include "ui/window/study_words.h"

#include "core/study/run_settings.h"
#include "ui/text.h"
#include "ui/window/setting_editor.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

struct TimeWords {
    Q_DECLARE_TR_FUNCTIONS(StudyWords)
};

/// Of resources/studies, for the translators.
[[maybe_unused]] const char *const ready_texts[] = {
    QT_TRANSLATE_NOOP("core", "Architecture"),
    QT_TRANSLATE_NOOP("core", "Hidden layers, latent dimensions and width of the teacher; beta goes with the latent dimensions."),
    QT_TRANSLATE_NOOP("core", "Head to head"),
    QT_TRANSLATE_NOOP("core", "Fairloom and other methods on all open data sets, with both controls."),
    QT_TRANSLATE_NOOP("core", "Imbalance and dimension"),
    QT_TRANSLATE_NOOP("core", "The favourable label from half of the rows to one in a hundred, up to 500 columns of noise, and the smallest group from half "
                              "of the rows to one in fifty."),
    QT_TRANSLATE_NOOP("core", "Which loss?"),
    QT_TRANSLATE_NOOP("core", "Four distillation losses, each with five seeds."),
    QT_TRANSLATE_NOOP("core", "Several sensitive attributes"),
    QT_TRANSLATE_NOOP("core", "Each sensitive attribute alone, and both together with their intersections."),
    QT_TRANSLATE_NOOP("core", "Loss weights"),
    QT_TRANSLATE_NOOP("core", "Lambda, the weight of the KL term in distillation, from none to ten, with each loss."),
};

QString text(const std::string &english)
{
    return QCoreApplication::translate("core", english.c_str());
}

QString label(const std::string &key)
{
    const Setting *setting = find_setting(key);
    return setting ? translated(setting->label) : toQString(key);
}

QString settingValue(const std::string &key, const std::string &json)
{
    const bool isText = json.size() >= 2 && json.front() == '"';
    const std::string word = isText ? json.substr(1, json.size() - 2) : json;
    const Setting *setting = find_setting(key);
    return isText && setting && !setting->choices.empty() ? choiceName(*setting, word) : toQString(word);
}

QString values(const StudyPlan::Axis &axis)
{
    QStringList out;
    for (const std::string &one : axis.values)
        out << settingValue(axis.key, one);
    return out.join(QStringLiteral(", "));
}

} // namespace

QString aboutTime(double seconds)
{
    if (seconds < 90)
        return TimeWords::tr("about %1 s").arg(std::max(1L, std::lround(seconds)));
    const long minutes = std::lround(seconds / 60);
    if (minutes < 120)
        return TimeWords::tr("about %1 min").arg(minutes);
    return TimeWords::tr("about %1 h").arg(number(static_cast<double>(minutes) / 60, minutes < 600 ? 1 : 0));
}

QString timeLeft(double seconds)
{
    return TimeWords::tr("%1 left").arg(aboutTime(seconds));
}

QString runCount(std::size_t runs)
{
    return TimeWords::tr("%n run(s)", nullptr, static_cast<int>(runs));
}

QString studyTitle(const StudyPlan &plan)
{
    return plan.title.empty() ? toQString(plan.name) : text(plan.title);
}

QString studyDescription(const StudyPlan &plan)
{
    return plan.description.empty() ? QString() : text(plan.description);
}

QString otherValues(const StudyPlan &rest)
{
    QStringList lines;
    for (const auto &[key, json] : rest.settings)
        lines << QStringLiteral("%1: %2").arg(label(key), settingValue(key, json));
    for (const StudyPlan::Axis &axis : rest.grid)
        if (axis.key != "sensitive")
            lines << QStringLiteral("%1: %2").arg(label(axis.key), values(axis));
    if (rest.random)
        for (const StudyPlan::Axis &range : rest.random->ranges)
            lines << TimeWords::tr("%1: drawn %2 times from %3").arg(label(range.key)).arg(rest.random->trials).arg(values(range));
    return lines.join(u'\n');
}

} // namespace fairloom::ui
