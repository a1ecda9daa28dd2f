#include "ui/models/audit_csv.h"

#include "ui/models/audit_figures.h"
#include "ui/text.h"

#include <QByteArrayList>

namespace fairloom::ui {

namespace {

QByteArray exact(double value)
{
    return QByteArray::number(value, 'g', 17);
}

QByteArray line(const QByteArrayList &place, const char *figure, const Metric &metric)
{
    QByteArrayList fields = place;
    fields << figure << (metric ? exact(*metric.value) : QByteArray());
    fields << (metric.interval ? exact(metric.interval->low) : QByteArray());
    fields << (metric.interval ? exact(metric.interval->high) : QByteArray());
    fields << (metric ? QByteArray() : csvField(translated(metric.undefined)));
    return fields.join(',') + "\r\n";
}

QByteArray judgedLines(const QByteArray &source, const std::string &protocol, const std::string &classifier, const ClassifierResult &judged)
{
    QByteArray out;
    const QByteArrayList whole{source, QByteArray::fromStdString(protocol), QByteArray::fromStdString(classifier), QByteArray()};
    out += line(whole, "dpr", judged.fairness.dpr) + line(whole, "eor", judged.fairness.eor);
    out += line(whole, "dpd", judged.fairness.dpd) + line(whole, "eod", judged.fairness.eod);
    out += line(whole, "accuracy", judged.utility.accuracy) + line(whole, "precision", judged.utility.precision);
    out += line(whole, "recall", judged.utility.recall) + line(whole, "f1", judged.utility.f1);
    out += line(whole, "auroc", judged.utility.auroc);
    out += line(whole, "majority_accuracy", Metric(judged.utility.majority_accuracy));
    for (const GroupRates &group : judged.fairness.groups) {
        QByteArrayList place = whole;
        place.last() = csvField(toQString(group.group.name));
        out += line(place, "n", Metric(double(group.n))) + line(place, "base_rate", group.base_rate);
        out += line(place, "selection_rate", group.selection_rate) + line(place, "tpr", group.tpr);
        out += line(place, "fpr", group.fpr) + line(place, "precision", group.precision);
        out += line(place, "accuracy", group.accuracy);
    }
    return out;
}

} // namespace

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    if (field.contains(',') || field.contains('"') || field.contains('\n') || field.contains('\r'))
        field = '"' + field.replace("\"", "\"\"") + '"';
    return field;
}

QByteArray auditCsv(const RunResult &result)
{
    QByteArray out = "source,protocol,classifier,group,figure,value,low,high,undefined\r\n";
    for (const std::string &name : AuditFigures::sources(result)) {
        const SourceResult &source = *result.source(name);
        const QByteArray field = csvField(toQString(name));
        for (const auto &[protocol, classifiers] : source.protocols)
            for (const auto &[classifier, judged] : classifiers)
                out += judgedLines(field, protocol, classifier, judged);
        if (source.representation)
            for (const auto &[classifier, judged] : source.representation->classifiers)
                out += judgedLines(field, "latent", classifier, judged);
        const QByteArrayList place{field, QByteArray(), QByteArray(), QByteArray()};
        if (source.quality) {
            out += line(place, "density", Metric(source.quality->train.density));
            out += line(place, "coverage", Metric(source.quality->train.coverage));
            out += line(place, "density_holdout", Metric(source.quality->holdout.density));
            out += line(place, "coverage_holdout", Metric(source.quality->holdout.coverage));
        }
        if (source.leakage.latent)
            out += line(place, "auroc_latent", source.leakage.latent->auroc);
        if (source.leakage.features)
            out += line(place, "auroc_features", source.leakage.features->auroc);
        if (source.leakage.source)
            out += line(place, "auroc_source", source.leakage.source->auroc);
    }
    return out;
}

} // namespace fairloom::ui
