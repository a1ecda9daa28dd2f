#include "ui/widgets/plot_tickers.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

QString superscript(int value)
{
    static const char16_t digits[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString out;
    for (const QChar digit : QString::number(std::abs(value)))
        out += QChar(digits[digit.digitValue()]);
    return value < 0 ? QStringLiteral("⁻") + out : out;
}

/// "2·10⁻⁷"; the factor is left out where it is 1.
QString scientific(double value, int decimals)
{
    const int exponent = int(std::floor(std::log10(std::abs(value)) + 1e-9));
    const double factor = value / std::pow(10.0, exponent);
    const QString power = QStringLiteral("10") + superscript(exponent);
    if (std::abs(factor - 1) < 1e-6)
        return power;
    return QLocale().toString(factor, 'f', decimals) + QStringLiteral("·") + power;
}

} // namespace

QString plotNumber(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    if (value != 0 && (size < 0.001 || size >= 1e7))
        return scientific(value, 2);
    const bool whole = std::abs(value - std::round(value)) < 1e-9;
    return QLocale().toString(value, 'f', whole ? 0 : size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3);
}

double TidyTicker::getTickStep(const QCPRange &range)
{
    // 1, 2, 5 and no 2.5: epochs and ages are whole
    const double exact = range.size() / std::max(1, tickCount());
    const double power = std::pow(10.0, std::floor(std::log10(exact)));
    const double factor = exact / power;
    step_ = power * (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10);
    return step_;
}

QString TidyTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    if (std::abs(tick) < step_ * 1e-6)
        return QStringLiteral("0");
    if (step_ < 0.0009 || std::abs(tick) >= 1e7)
        return scientific(tick, 1);
    const int decimals = std::clamp(int(std::ceil(-std::log10(step_) - 1e-9)), 0, 3);
    return locale.toString(tick, 'f', decimals);
}

QVector<double> DecadeTicker::createTickVector(double, const QCPRange &range)
{
    if (range.lower <= 0)
        return {};
    const int first = int(std::floor(std::log10(range.lower))), last = int(std::ceil(std::log10(range.upper)));
    const double decades = std::log10(range.upper / range.lower);
    const int step = std::max(1, int(std::ceil(decades / 6)));
    QVector<double> ticks;
    for (int exponent = first - 1; exponent <= last + 1; ++exponent) {
        const double power = std::pow(10.0, exponent);
        if (decades < 2)
            ticks << power << 2 * power << 5 * power;
        else if (exponent % step == 0)
            ticks << power;
    }
    return ticks;
}

QString DecadeTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    if (tick < 0.001 * 0.999 || tick >= 1e5 * 0.999)
        return scientific(tick, 0);
    const int decimals = std::clamp(int(std::ceil(-std::log10(tick) - 1e-9)), 0, 3);
    return locale.toString(tick, 'f', decimals);
}

} // namespace fairloom::ui
