#include "ui/models/audit_figures.h"

#include "ui/text.h"

#include <QLocale>

#include <algorithm>

namespace fairloom::ui {

std::vector<std::string> AuditFigures::sources(const RunResult &result)
{
    std::vector<std::string> found;
    for (const char *name : {"real", "control_independent", "control_joint", "teacher", "student"})
        if (result.source(name))
            found.emplace_back(name);
    // Imported data sets, if a result has any, follow in their own order.
    for (const auto &[name, source] : result.sources)
        if (std::find(found.begin(), found.end(), name) == found.end())
            found.push_back(name);
    return found;
}

QString AuditFigures::sourceLabel(const std::string &source)
{
    if (source == "real")
        return tr("real");
    if (source == "teacher")
        return tr("teacher");
    if (source == "student")
        return tr("student");
    if (source == "control_independent")
        return tr("control");
    if (source == "control_joint")
        return tr("control, own group");
    if (source == "imported")
        return tr("imported");
    if (source == "rival")
        return tr("other method");
    return toQString(source);
}

QString AuditFigures::shortLabel(const std::string &source)
{
    return source == "control_joint" ? tr("control, own") : sourceLabel(source);
}

QString AuditFigures::sourceRows(const std::string &source)
{
    if (source == "real")
        return tr("the real training rows");
    if (source == "teacher")
        return tr("the teacher's rows");
    if (source == "student")
        return tr("the student's rows");
    if (source == "control_independent")
        return tr("the rows of the control without fairness term");
    if (source == "control_joint")
        return tr("the rows of the control that keeps each source row's own group");
    if (source == "imported")
        return tr("the imported rows");
    if (source == "rival")
        return tr("the other method's rows");
    return tr("the rows of %1").arg(toQString(source));
}

QString AuditFigures::classifierLabel(const std::string &classifier)
{
    if (classifier == "xgboost")
        return tr("XGBoost");
    if (classifier == "logistic")
        return tr("logistic regression");
    if (classifier == "cnn")
        return tr("convolutional network");
    return toQString(classifier);
}

QString AuditFigures::classifierChip(const std::string &classifier)
{
    if (classifier == "logistic")
        return tr("Logistic");
    if (classifier == "cnn")
        return tr("CNN");
    return classifierLabel(classifier);
}

QString AuditFigures::protocolChip(const std::string &protocol)
{
    if (protocol == "tstr")
        return tr("Train synthetic, test real");
    if (protocol == "tsts")
        return tr("Paper protocol (TSTS)");
    if (protocol == "tstr_counterpart")
        return tr("Test without the bias");
    return toQString(protocol);
}

std::vector<std::string> AuditFigures::protocols(const std::vector<const RunResult *> &results)
{
    std::vector<std::string> out{"tstr", "tsts"};
    for (const RunResult *result : results)
        for (const auto &[name, source] : result->sources)
            for (const auto &[protocol, judged] : source.protocols)
                if (name != "real" && std::find(out.begin(), out.end(), protocol) == out.end())
                    out.push_back(protocol);
    return out;
}

std::vector<std::string> AuditFigures::classifiers(const std::vector<const RunResult *> &results)
{
    std::vector<std::string> out{"xgboost"};
    for (const RunResult *result : results)
        for (const auto &[name, source] : result->sources)
            for (const auto &[protocol, judged] : source.protocols)
                for (const auto &[classifier, figures] : judged)
                    if (std::find(out.begin(), out.end(), classifier) == out.end())
                        out.push_back(classifier);
    if (results.empty())
        out.emplace_back("logistic");
    return out;
}

QString AuditFigures::testRows(const std::string &protocol)
{
    return protocol.ends_with("_counterpart") ? tr("real test rows in which the built-in bias is undone") : tr("real test rows");
}

std::string AuditFigures::protocolOf(const std::string &source, const AuditChoice &choice)
{
    if (source != "real")
        return choice.protocol;
    return choice.protocol.ends_with("_counterpart") ? "trtr_counterpart" : "trtr";
}

const ClassifierResult *AuditFigures::classifier(const RunResult &result, const std::string &source, const AuditChoice &choice)
{
    const SourceResult *found = result.source(source);
    if (!found)
        return nullptr;
    const auto protocol = found->protocols.find(protocolOf(source, choice));
    if (protocol == found->protocols.end())
        return nullptr;
    const auto classifier = protocol->second.find(choice.classifier);
    return classifier == protocol->second.end() ? nullptr : &classifier->second;
}

namespace {

struct SeededRatio {
    Metric Fairness::*ratio;
    Metric OverSeeds::*mean;
    Metric SeedFigures::*each;
};
constexpr SeededRatio seeded[] = {{&Fairness::dpr, &OverSeeds::dpr, &SeedFigures::dpr}, {&Fairness::eor, &OverSeeds::eor, &SeedFigures::eor}};

} // namespace

const Metric &AuditFigures::ratio(const ClassifierResult &judged, Metric Fairness::*ratio)
{
    if (judged.over_seeds)
        for (const SeededRatio &known : seeded)
            if (known.ratio == ratio)
                return (*judged.over_seeds).*known.mean;
    return judged.fairness.*ratio;
}

std::vector<double> AuditFigures::ratioSeeds(const ClassifierResult &judged, Metric Fairness::*ratio)
{
    std::vector<double> out;
    if (judged.over_seeds)
        for (const SeededRatio &known : seeded)
            if (known.ratio == ratio)
                for (const SeedFigures &seed : judged.over_seeds->each)
                    if (seed.*known.each)
                        out.push_back(*(seed.*known.each).value);
    return out;
}

std::size_t AuditFigures::scoredRows(const Fairness &fairness)
{
    std::size_t rows = 0;
    for (const GroupRates &group : fairness.groups)
        rows += group.n;
    return rows;
}

QString AuditFigures::text(const Metric &metric, int decimals)
{
    return metric ? number(*metric.value, decimals) : tr("undefined");
}

QString AuditFigures::intervalText(const Metric &metric)
{
    if (!metric.interval)
        return {};
    const Interval &i = *metric.interval;
    const QString range = tr("%1 % interval %2 to %3").arg(number(i.level * 100, 0), number(i.low), number(i.high));
    const QString resampled = QCoreApplication::translate("core", i.resampled.c_str());
    if (i.draws <= 0)
        return tr("%1 (%2, %3)").arg(range, resampled, methodName(i.method));
    if (i.method == "bootstrap")
        return tr("%1 (%2, drawn %3 times)").arg(range, resampled, count(std::size_t(i.draws)));
    return tr("%1 (%2, drawn %3 times, %4)").arg(range, resampled, count(std::size_t(i.draws)), methodName(i.method));
}

QString AuditFigures::methodName(const std::string &method)
{
    if (method == "bootstrap")
        return tr("bootstrap");
    if (method == "half samples")
        return tr("half samples");
    return tr("by %1").arg(toQString(method)); // named after people, or MOVER
}

QString AuditFigures::detail(const Metric &metric)
{
    if (!metric)
        return metric.undefined.empty() ? tr("Undefined.") : tr("Undefined: %1.").arg(translated(metric.undefined));
    return metric.interval ? intervalText(metric) + QLatin1Char('.') : tr("No interval was computed.");
}

QString AuditFigures::count(std::size_t n)
{
    QLocale locale;
    // The C locale writes no separators, and long counts are hard to read without them.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English);
    return locale.toString(qulonglong(n));
}

} // namespace fairloom::ui
