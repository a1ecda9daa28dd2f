#include "ui/models/audit_guide.h"

#include "core/report/metric_guide.h"
#include "ui/text.h"

#include <QStringList>

namespace fairloom::ui {

namespace {

QString asSentence(QString text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'!'))
        return text;
    return text + u'.';
}

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString AuditGuide::meaning(const std::string &key)
{
    const MetricGuide *guide = metric_guide(key);
    if (!guide)
        return ownMeaning(key);
    QString text = tr("%1: %2").arg(capital(translated(guide->name)), asSentence(translated(guide->definition)));
    if (!guide->formula.empty())
        text += u' ' + asSentence(tr("Formula: %1").arg(translated(guide->formula)));
    return text;
}

QString AuditGuide::caveat(const std::string &key)
{
    const MetricGuide *guide = metric_guide(key);
    return guide && !guide->caveat.empty() ? asSentence(translated(guide->caveat)) : QString();
}

QString AuditGuide::about(const Number &n)
{
    QStringList parts{meaning(n.key)};
    parts << asSentence(tr("%1: %2").arg(n.whose, n.shown.isEmpty() ? AuditFigures::text(n.metric) : n.shown));
    parts << n.besides << n.origin << AuditFigures::detail(n.metric) << caveat(n.key);
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

QString AuditGuide::origin(const ClassifierResult &judged, const std::string &source, const AuditChoice &choice)
{
    const QString rows = AuditFigures::count(AuditFigures::scoredRows(judged.fairness));
    const QString classifier = AuditFigures::classifierLabel(choice.classifier);
    const QString scored = choice.protocol == "tsts" && source != "real"
                               ? tr("%1 trained on 70 % of %2 and scored on the other %3 rows").arg(classifier, AuditFigures::sourceRows(source), rows)
                               : tr("%1 trained on %2 and scored on %3 %4")
                                     .arg(classifier, AuditFigures::sourceRows(source), rows, AuditFigures::testRows(choice.protocol));
    return tr("%1, selected from a probability of %2.").arg(scored, number(judged.fairness.threshold, 2));
}

QString AuditGuide::range(const Interval &interval, int decimals, double times)
{
    return tr("%1 to %2").arg(number(interval.low * times, decimals), number(interval.high * times, decimals));
}

QString AuditGuide::signedNumber(double value, int decimals)
{
    const QString text = number(value, decimals);
    return value > 0 && text != number(0.0, decimals) ? u'+' + text : text;
}

QString AuditGuide::pValue(double p)
{
    return p < 0.001 ? tr("p < 0.001") : tr("p = %1").arg(number(p, 3));
}

/// Counts need no guide, and so the report has none for them.
QString AuditGuide::ownMeaning(const std::string &key)
{
    if (key == "n")
        return tr("Rows: how many test rows of the group were scored.");
    if (key == "positives")
        return tr("Favourable: how many of the group's test rows have the favourable label.");
    return {};
}

} // namespace fairloom::ui
