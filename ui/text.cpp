#include "ui/text.h"

#include "core/study/lesson_file.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace fairloom::ui {

namespace {

const QString undefined = QStringLiteral("–");

QString sentence(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'!') ? text : text + u'.';
}

QString joined(const std::string &where, const Message &what, const Message &remedy)
{
    QString out = where.empty() ? QString() : QString::fromStdString(where) + QStringLiteral(": ");
    out += sentence(translated(what));
    if (!remedy.empty())
        out += u' ' + sentence(translated(remedy));
    return out;
}

} // namespace

QString translated(const Message &message)
{
    const QString pattern = QCoreApplication::translate("core", message.text.c_str());
    return QString::fromStdString(message.format(pattern.toStdString()));
}

QString translated(const InputError &error)
{
    return joined(error.where(), error.message(), error.remedy());
}

QString translated(const ComputationError &error)
{
    return joined({}, error.message(), error.remedy());
}

QString translated(const LessonText &text)
{
    return toQString(text.in(QLocale().name().left(2).toStdString()));
}

QString number(const Metric &metric, int decimals)
{
    return metric ? number(*metric.value, decimals) : undefined;
}

QString number(double value, int decimals)
{
    if (!std::isfinite(value))
        return undefined;
    // "-0.00" would look like a finding
    const double rounded = std::abs(value) < 0.5 * std::pow(10.0, -decimals) ? 0.0 : value;
    return QLocale().toString(rounded, 'f', decimals);
}

QString signedNumber(double value, int decimals)
{
    const QString text = number(std::abs(value), decimals);
    const bool zero = text == number(0.0, decimals);
    return (zero ? QString() : value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

QString percent(double share, int decimals)
{
    return std::isfinite(share) ? number(100 * share, decimals) + QStringLiteral("\u00a0%") : undefined;
}

QString duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return undefined;
    const long long whole = std::llround(seconds);
    const QChar zero(u'0');
    if (whole >= 3600)
        return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(whole / 60 % 60, 2, 10, zero).arg(whole % 60, 2, 10, zero);
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, zero);
}

QString lossName(const std::string &loss)
{
    if (loss == "l1")
        return QStringLiteral("L1-KL");
    if (loss == "huber")
        return QStringLiteral("Huber-KL");
    return QString::fromStdString(loss).toUpper() + QStringLiteral("-KL");
}

QString count(qulonglong value)
{
    return QLocale().toString(value);
}

QString toQString(const std::string &text)
{
    return QString::fromStdString(text);
}

QString displayName(const std::string &dataName)
{
    QString name = toQString(dataName);
    if (name.startsWith(u"sample:"))
        name.remove(0, 7);
    return name;
}

std::filesystem::path toPath(const QString &file)
{
    return std::filesystem::path(file.toStdU16String());
}

} // namespace fairloom::ui
