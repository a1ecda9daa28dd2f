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

/// The model whose rows the sentences are about.
std::string judged(const RunResult &result, const AuditChoice &choice)
{
    for (const char *source : {"student", "teacher", "imported"})
        if (AuditFigures::classifier(result, source, choice))
            return source;
    return {};
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

    QStringList sentences;
    const QString opening = choice.protocol == "tsts"
                                ? tr("Trained and tested on %1 (paper protocol),").arg(AuditFigures::sourceRows(source))
                            : choice.protocol == "tstr_counterpart"
                                ? tr("Trained on %1 and tested on real ones in which the built-in bias is undone,").arg(AuditFigures::sourceRows(source))
                                : tr("Trained on %1 and tested on real ones,").arg(AuditFigures::sourceRows(source));

    const Extremes selection = extremes(model.fairness, &GroupRates::selection_rate);
    if (model.fairness.dpr && selection.low && selection.high) {
        const bool all_equal = equalRates(selection);
        QString sentence = all_equal
                               ? tr("%1 %2 selects all groups equally often").arg(opening, AuditFigures::classifierLabel(choice.classifier))
                               : tr("%1 %2 selects %3 of “%4” for every 100 of “%5”, at equal numbers")
                                     .arg(opening, AuditFigures::classifierLabel(choice.classifier),
                                          number(*model.fairness.dpr.value * 100, 0), toQString(selection.low->group.name),
                                          toQString(selection.high->group.name));
        QStringList besides;
        for (const auto &[other, label] : {std::pair{real, tr("real data")}, {control, tr("control without fairness term")}}) {
            if (!other || !other->fairness.dpr)
                continue;
            const Extremes there = extremes(other->fairness, &GroupRates::selection_rate);
            const QString per_hundred = number(*other->fairness.dpr.value * 100, 0);
            const bool same_direction = there.low && there.low->group.name == selection.low->group.name
                                        && there.high->group.name == selection.high->group.name;
            if (there.low && equalRates(there))
                besides << tr("%1: all groups equally often").arg(label);
            else if (!there.low || (same_direction && !all_equal))
                besides << tr("%1: %2").arg(label, per_hundred);
            else
                besides << tr("%1: %2 of “%3” for every 100 of “%4”")
                               .arg(label, per_hundred, toQString(there.low->group.name), toQString(there.high->group.name));
        }
        if (!besides.isEmpty())
            sentence += tr(" (%1)").arg(besides.join(QStringLiteral("; ")));
        sentences << sentence + QLatin1Char('.');
    } else {
        sentences << tr("%1 the demographic parity ratio is undefined: %2.")
                         .arg(opening, translated(model.fairness.dpr.undefined));
    }

    if (model.utility.accuracy && real && real->utility.accuracy) {
        const double difference = *model.utility.accuracy.value - *real->utility.accuracy.value;
        if (std::abs(difference) < 0.0005)
            sentences << tr("Accuracy is the same as with real data, %1.").arg(percent(*real->utility.accuracy.value));
        else
            sentences << (difference < 0 ? tr("Accuracy is lower than with real data, %1 against %2.")
                                         : tr("Accuracy is higher than with real data, %1 against %2."))
                             .arg(percent(*model.utility.accuracy.value), percent(*real->utility.accuracy.value));
        if (*model.utility.accuracy.value <= model.utility.majority_accuracy + 0.0005)
            sentences << tr("That is no better than always saying the more frequent label (%1).").arg(percent(model.utility.majority_accuracy));
    }

    const Extremes tpr = extremes(model.fairness, &GroupRates::tpr);
    const Extremes base = extremes(model.fairness, &GroupRates::base_rate);
    if (tpr.low && tpr.high && tpr.low != tpr.high) {
        QString sentence = tr("True-positive rates range from %1 (%2) to %3 (%4)")
                               .arg(percent(*tpr.low->tpr.value, 0), toQString(tpr.low->group.name), percent(*tpr.high->tpr.value, 0),
                                    toQString(tpr.high->group.name));
        if (base.low && base.high && base.low != base.high)
            sentence += tr("; base rates from %1 (%2) to %3 (%4)")
                            .arg(percent(*base.low->base_rate.value, 0), toQString(base.low->group.name),
                                 percent(*base.high->base_rate.value, 0), toQString(base.high->group.name));
        sentences << sentence + QLatin1Char('.');
    }
    if (const QString interval = AuditFigures::intervalText(model.fairness.dpr); model.fairness.dpr && !interval.isEmpty())
        sentences << tr("How sure: demographic parity ratio %1, %2.").arg(number(model.fairness.dpr), interval);
    else if (model.fairness.dpr)
        sentences << tr("These figures come from one seed, without an interval.");
    if (!control && source == "student")
        sentences << tr("Without a control run, how much of this the fairness term did cannot be told.");
    return sentences.join(QLatin1Char(' '));
}

QString AuditWords::ratioFinding(const RunResult &result, const AuditChoice &choice, Metric Fairness::*ratio)
{
    const std::string source = judged(result, choice);
    if (source.empty())
        return {};
    const Metric &value = AuditFigures::classifier(result, source, choice)->fairness.*ratio;
    const QString label = source == "student" ? tr("Student") : source == "teacher" ? tr("Teacher") : tr("Imported rows");
    if (!value)
        return tr("%1: undefined. %2.").arg(label, translated(value.undefined));
    QString place;
    if (value.interval && value.interval->low < 0.8 && value.interval->high >= 0.8)
        place = tr("its interval includes the 80 % line");
    else
        place = *value.value >= 0.8 ? tr("above the 80 % line") : tr("below the 80 % line");
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
    for (const std::string &source : AuditFigures::sources(result)) {
        const ClassifierResult *found = AuditFigures::classifier(result, source, choice);
        if (!found || !(found->fairness.*ratio).interval)
            continue;
        const Interval &interval = *(found->fairness.*ratio).interval;
        return tr("%1 % interval · %2").arg(number(interval.level * 100, 0),
                                            QCoreApplication::translate("core", interval.resampled.c_str()));
    }
    return tr("one seed, no interval");
}

} // namespace fairloom::ui
