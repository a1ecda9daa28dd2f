#include "ui/models/audit_words.h"

#include "ui/text.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

struct Extremes {
    const GroupRates *low = nullptr, *high = nullptr;
};

/// The groups with the lowest and the highest value of a rate; groups without rows or without the rate take no part.
Extremes extremes(const Fairness &fairness, Metric GroupRates::*rate)
{
    Extremes found;
    for (const GroupRates &group : fairness.groups) {
        const Metric &value = group.*rate;
        if (!value || group.n == 0)
            continue;
        if (!found.low || *value.value < *(found.low->*rate).value)
            found.low = &group;
        if (!found.high || *value.value > *(found.high->*rate).value)
            found.high = &group;
    }
    return found;
}

bool equalRates(const Extremes &selection)
{
    return *selection.low->selection_rate.value == *selection.high->selection_rate.value;
}

/// A ratio with as many decimals, two or more, as show on which side of the 80 % line it lies.
QString besideLine(double ratio)
{
    constexpr double line = 0.8;
    int decimals = 2;
    while (decimals < 6 && ratio != line && number(ratio, decimals) == number(line, decimals))
        ++decimals;
    return number(ratio, decimals);
}

/// What the four-fifths rule says of a ratio, and how sure that is.
QString besideRule(const Metric &ratio)
{
    switch (four_fifths(ratio)) {
    case FourFifths::unsettled:
        return AuditWords::tr("not settled: its interval, %1 to %2, includes the 80 % line").arg(besideLine(ratio.interval->low), besideLine(ratio.interval->high));
    case FourFifths::met:
        return ratio.interval ? AuditWords::tr("above the 80 % line with its whole interval, from %1 up").arg(besideLine(ratio.interval->low))
                              : AuditWords::tr("above the 80 % line");
    default:
        return ratio.interval ? AuditWords::tr("below the 80 % line with its whole interval, up to %1").arg(besideLine(ratio.interval->high))
                              : AuditWords::tr("below the 80 % line");
    }
}

/// The model whose rows the sentences are about.
std::string judged(const RunResult &result, const AuditChoice &choice)
{
    for (const std::string &source : generated_sources())
        if (AuditFigures::classifier(result, source, choice))
            return source;
    return {};
}

/// Who else is compared with, beside the judged rows.
struct Beside {
    const ClassifierResult *result;
    QString label;
};

/// "real data: 32", or with both groups where the order of the groups is another one.
QString selectionBeside(const Beside &beside, const Extremes &here, bool equal_here)
{
    const Extremes there = extremes(beside.result->fairness, &GroupRates::selection_rate);
    const QString per_hundred = number(*beside.result->fairness.dpr.value * 100, 0);
    const bool same_direction = there.low && there.low->group.name == here.low->group.name && there.high->group.name == here.high->group.name;
    if (there.low && equalRates(there))
        return AuditWords::tr("%1: all groups equally often").arg(beside.label);
    if (!there.low || (same_direction && !equal_here))
        return AuditWords::tr("%1: %2").arg(beside.label, per_hundred);
    return AuditWords::tr("%1: %2 of “%3” for every 100 of “%4”")
        .arg(beside.label, per_hundred, toQString(there.low->group.name), toQString(there.high->group.name));
}

QString selectionSentence(const QString &opening, const QString &classifier, const Fairness &fairness, const std::vector<Beside> &others)
{
    const Extremes selection = extremes(fairness, &GroupRates::selection_rate);
    if (!fairness.dpr || !selection.low || !selection.high)
        return AuditWords::tr("%1 the demographic parity ratio is undefined: %2.").arg(opening, translated(fairness.dpr.undefined));
    const bool all_equal = equalRates(selection);
    QString sentence = all_equal ? AuditWords::tr("%1 %2 selects all groups equally often").arg(opening, classifier)
                                 : AuditWords::tr("%1 %2 selects %3 of “%4” for every 100 of “%5”, at equal numbers")
                                       .arg(opening, classifier, number(*fairness.dpr.value * 100, 0), toQString(selection.low->group.name),
                                            toQString(selection.high->group.name));
    QStringList besides;
    for (const Beside &other : others)
        if (other.result && other.result->fairness.dpr)
            besides << selectionBeside(other, selection, all_equal);
    if (!besides.isEmpty())
        sentence += AuditWords::tr(" (%1)").arg(besides.join(QStringLiteral("; ")));
    return sentence + QLatin1Char('.');
}

void addAccuracy(const Utility &model, const Utility &real, QStringList &sentences)
{
    if (!model.accuracy || !real.accuracy)
        return;
    const double difference = *model.accuracy.value - *real.accuracy.value;
    if (std::abs(difference) < 0.0005)
        sentences << AuditWords::tr("Accuracy is the same as with real data, %1.").arg(percent(*real.accuracy.value));
    else
        sentences << (difference < 0 ? AuditWords::tr("Accuracy is lower than with real data, %1 against %2.")
                                     : AuditWords::tr("Accuracy is higher than with real data, %1 against %2."))
                         .arg(percent(*model.accuracy.value), percent(*real.accuracy.value));
    if (*model.accuracy.value <= model.majority_accuracy + 0.0005)
        sentences << AuditWords::tr("That is no better than always saying the more frequent label (%1).").arg(percent(model.majority_accuracy));
}

void addRates(const Fairness &fairness, QStringList &sentences)
{
    const Extremes tpr = extremes(fairness, &GroupRates::tpr);
    const Extremes base = extremes(fairness, &GroupRates::base_rate);
    if (!tpr.low || !tpr.high || tpr.low == tpr.high)
        return;
    QString sentence = AuditWords::tr("True-positive rates range from %1 (%2) to %3 (%4)")
                           .arg(percent(*tpr.low->tpr.value, 0), toQString(tpr.low->group.name), percent(*tpr.high->tpr.value, 0),
                                toQString(tpr.high->group.name));
    if (base.low && base.high && base.low != base.high)
        sentence += AuditWords::tr("; base rates from %1 (%2) to %3 (%4)")
                        .arg(percent(*base.low->base_rate.value, 0), toQString(base.low->group.name), percent(*base.high->base_rate.value, 0),
                             toQString(base.high->group.name));
    sentences << sentence + QLatin1Char('.');
}

void addCertainty(const ClassifierResult &model, QStringList &sentences)
{
    const Metric &parity = AuditFigures::ratio(model, &Fairness::dpr);
    if (!parity)
        return;
    const QString interval = AuditFigures::intervalText(parity);
    if (interval.isEmpty())
        sentences << AuditWords::tr("These figures come from one seed, without an interval.");
    else if (model.over_seeds && model.over_seeds->each.size() > 1)
        sentences << AuditWords::tr("How sure: demographic parity ratio %1 as the mean of %2 seeds, %3.")
                         .arg(number(parity), AuditFigures::count(model.over_seeds->each.size()), interval);
    else
        sentences << AuditWords::tr("How sure: demographic parity ratio %1, %2.").arg(number(parity), interval)
                  << AuditWords::tr("One seed: how much training varies is not in the interval.");
}

} // namespace

QString AuditWords::inWords(const RunResult &result, const AuditChoice &choice)
{
    const std::string source = judged(result, choice);
    if (source.empty())
        return tr("This run stopped before its rows were judged with %1.").arg(AuditFigures::classifierLabel(choice.classifier));
    const ClassifierResult &model = *AuditFigures::classifier(result, source, choice);
    const ClassifierResult *real = AuditFigures::classifier(result, "real", choice);
    const ClassifierResult *control = AuditFigures::classifier(result, "control_independent", choice);
    const QString opening = choice.protocol == "tsts"
                                ? tr("Trained and tested on %1 (paper protocol),").arg(AuditFigures::sourceRows(source))
                            : choice.protocol == "tstr_counterpart"
                                ? tr("Trained on %1 and tested on real ones in which the built-in bias is undone,").arg(AuditFigures::sourceRows(source))
                                : tr("Trained on %1 and tested on real ones,").arg(AuditFigures::sourceRows(source));

    QStringList sentences{selectionSentence(opening, AuditFigures::classifierLabel(choice.classifier), model.fairness,
                                            {{real, tr("real data")}, {control, tr("control without fairness term")}})};
    if (real)
        addAccuracy(model.utility, real->utility, sentences);
    addRates(model.fairness, sentences);
    addCertainty(model, sentences);
    if (!control && source == "student")
        sentences << tr("Without a control run, how much of this the fairness term did cannot be told.");
    return sentences.join(QLatin1Char(' '));
}

QString AuditWords::ratioFinding(const RunResult &result, const AuditChoice &choice, Metric Fairness::*ratio)
{
    const std::string source = judged(result, choice);
    if (source.empty())
        return {};
    const ClassifierResult &judged_rows = *AuditFigures::classifier(result, source, choice);
    const Metric &value = AuditFigures::ratio(judged_rows, ratio);
    QString label = source == "student" ? tr("Student") : source == "teacher" ? tr("Teacher") : source == "rival"   ? tr("The other method") : tr("Imported rows");
    if (!value)
        return tr("%1: undefined. %2.").arg(label, translated(value.undefined));
    if (judged_rows.over_seeds && judged_rows.over_seeds->each.size() > 1)
        label = tr("%1, mean of %2 seeds:").arg(label, AuditFigures::count(judged_rows.over_seeds->each.size()));
    const QString place = besideRule(value);
    const ClassifierResult *control = AuditFigures::classifier(result, "control_independent", choice);
    const ClassifierResult *real = AuditFigures::classifier(result, "real", choice);
    if (control && control->fairness.*ratio)
        return tr("%1 %2, %3; control without fairness term %4.")
            .arg(label, besideLine(*value.value), place, number(control->fairness.*ratio, 2));
    if (real && real->fairness.*ratio)
        return tr("%1 %2, %3; real data %4.").arg(label, besideLine(*value.value), place, number(real->fairness.*ratio, 2));
    return tr("%1 %2, %3.").arg(label, besideLine(*value.value), place);
}

QString AuditWords::intervalRemark(const RunResult &result, const AuditChoice &choice, Metric Fairness::*ratio)
{
    QString remark;
    for (const std::string &source : AuditFigures::sources(result)) {
        const ClassifierResult *found = AuditFigures::classifier(result, source, choice);
        if (!found)
            continue;
        const Metric &shown = AuditFigures::ratio(*found, ratio);
        if (!shown.interval)
            continue;
        const bool seeds = found->over_seeds && found->over_seeds->each.size() > 1;
        if (seeds) // of the student alone, as the finding says
            return tr("%1 % · test rows and %2 seeds").arg(number(shown.interval->level * 100, 0), AuditFigures::count(found->over_seeds->each.size()));
        if (remark.isEmpty())
            remark = tr("%1 % interval · %2").arg(number(shown.interval->level * 100, 0),
                                                  QCoreApplication::translate("core", shown.interval->resampled.c_str()));
    }
    return remark.isEmpty() ? tr("one seed, no interval") : remark;
}

} // namespace fairloom::ui
