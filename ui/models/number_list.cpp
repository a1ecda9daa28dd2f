#include "ui/models/number_list.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <optional>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_numbers = 1000;

struct NumberListWords {
    Q_DECLARE_TR_FUNCTIONS(NumberList)
};

bool hasDecimalComma(const QLocale &locale)
{
    return locale.decimalPoint() == QLatin1StringView(",");
}

QString shown(double value, const QLocale &locale)
{
    QString out = QString::fromStdString(plainNumber(value));
    return hasDecimalComma(locale) ? out.replace(u'.', u',') : out;
}

class Reader {
public:
    Reader(double minimum, double maximum, bool whole, const QLocale &locale) : minimum_(minimum), maximum_(maximum), whole_(whole), locale_(locale) {}

    NumberList read(QString text)
    {
        static const QRegularExpression ellipsis(QStringLiteral("\\s*(\\.\\.+|…)\\s*")), comma(QStringLiteral("(?<=\\d),(?=\\d)")),
            separators(QStringLiteral("[\\s;,]+"));
        text.replace(ellipsis, QStringLiteral(".."));
        if (!whole_ && hasDecimalComma(locale_))
            text.replace(comma, QStringLiteral("."));
        for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
            if (const qsizetype dots = part.indexOf(QLatin1StringView("..")); dots >= 0)
                addRange(part, part.left(dots), part.mid(dots + 2));
            else if (const auto value = number(part))
                add(*value);
            if (!out_.problem.isEmpty())
                break;
        }
        return out_;
    }

private:
    std::optional<double> number(const QString &part)
    {
        bool isNumber = false;
        const double value = part.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(value)) {
            out_.problem = NumberListWords::tr("“%1” is not a number.").arg(part);
            return std::nullopt;
        }
        if (whole_ && value != std::floor(value)) {
            out_.problem = NumberListWords::tr("%1 is not a whole number.").arg(shown(value, locale_));
            return std::nullopt;
        }
        return value;
    }

    void addRange(const QString &part, const QString &first, const QString &last)
    {
        const auto from = number(first.isEmpty() ? part : first), to = number(last.isEmpty() ? part : last);
        if (!out_.problem.isEmpty())
            return;
        if (*from > *to) {
            out_.problem = NumberListWords::tr("%1 goes down: write the smaller number first.").arg(part);
            return;
        }
        for (double value = *from; value <= *to && out_.problem.isEmpty(); ++value)
            add(value);
    }

    void add(double value)
    {
        if (value < minimum_ || value > maximum_)
            out_.problem = NumberListWords::tr("%1 is outside of the range from %2 to %3.")
                               .arg(shown(value, locale_), shown(minimum_, locale_), shown(maximum_, locale_));
        else if (std::find(out_.values.begin(), out_.values.end(), value) != out_.values.end())
            out_.problem = NumberListWords::tr("%1 is there twice.").arg(shown(value, locale_));
        else if (out_.values.size() == most_numbers)
            out_.problem = NumberListWords::tr("These are more than %1 numbers.").arg(most_numbers);
        else
            out_.values.push_back(value);
    }

    double minimum_, maximum_;
    bool whole_;
    const QLocale &locale_;
    NumberList out_;
};

} // namespace

NumberList readNumbers(const QString &text, double minimum, double maximum, bool whole, const QLocale &locale)
{
    return Reader(minimum, maximum, whole, locale).read(text);
}

QString numbersText(const std::vector<double> &values, const QLocale &locale)
{
    QStringList parts;
    bool isFraction = false;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i + 1;
        while (end < values.size() && values[i] == std::floor(values[i]) && values[end] == values[end - 1] + 1)
            ++end;
        isFraction = isFraction || values[i] != std::floor(values[i]);
        if (end - i >= 3) {
            parts << shown(values[i], locale) + QStringLiteral("..") + shown(values[end - 1], locale);
            i = end;
        } else {
            parts << shown(values[i++], locale);
        }
    }
    return parts.join(isFraction && hasDecimalComma(locale) ? QStringLiteral("; ") : QStringLiteral(", "));
}

std::string plainNumber(double value)
{
    return QString::number(value, 'g', 15).toStdString();
}

} // namespace fairloom::ui
