#include "ui/models/compare_words.h"

#include "core/study/comparison/pareto_front.h"
#include "ui/models/audit_figures.h"
#include "ui/text.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace fairloom::ui {

namespace {

constexpr double significant = 0.05;
constexpr std::size_t named_differences = 2;

/// Two decimals tell a wide interval, three a narrow one.
int decimalsOf(const PairedDifference &difference)
{
    const Interval &interval = *difference.difference.interval;
    const ComparedFigureInfo &info = info_of(difference.figure);
    const bool narrow = (interval.high - interval.low) * info.shown_per_unit < 0.02;
    return narrow ? info.most_decimals : std::min(info.least_decimals, info.most_decimals);
}

QString percentOf(const Interval &interval)
{
    return toQString(to_text(100 * interval.level)) + QStringLiteral("\u00a0%");
}

QString pValue(double p)
{
    return p < 0.001 ? QStringLiteral("< 0.001") : number(p);
}

bool isInTables(ComparedFigure figure)
{
    const std::vector<ComparedFigure> &figures = headline_figures();
    return std::find(figures.begin(), figures.end(), figure) != figures.end();
}

/// Those of `of` in one of two figures, on the anchor's data, the surest first.
std::vector<const PairedDifference *> differencesIn(const CompareRuns &runs, const std::vector<PairedDifference> &of, ComparedFigure x, ComparedFigure y)
{
    std::vector<const PairedDifference *> out;
    for (const PairedDifference &difference : of)
        if (difference.difference && (difference.figure == x || difference.figure == y)
            && runs.comparableWithAnchor(runs.groups()[difference.group].rows.front()))
            out.push_back(&difference);
    std::stable_sort(out.begin(), out.end(), [](const auto *a, const auto *b) { return a->p_value < b->p_value; });
    return out;
}

QString groupNameOf(const CompareRuns &runs, std::size_t group)
{
    return CompareFigures::groupName(runs.groupNames()[group]);
}

QString interval(const PairedDifference &difference)
{
    const Interval &around = *difference.difference.interval;
    const int decimals = decimalsOf(difference);
    return QStringLiteral("%1 … %2").arg(CompareFigures::signedNumber(difference.figure, around.low, decimals),
                                         CompareFigures::signedNumber(difference.figure, around.high, decimals));
}

} // namespace

QString CompareWords::difference(const PairedDifference &difference)
{
    return QStringLiteral("%1 %2 (%3)").arg(CompareFigures::label(difference.figure),
                                            CompareFigures::signedNumber(difference.figure, *difference.difference.value, decimalsOf(difference)),
                                            interval(difference));
}

QString CompareWords::against(const CompareRuns &runs, std::size_t group)
{
    const std::size_t reference = reference_for(runs.rows(), runs.groups(), group, runs.reference());
    if (reference == group)
        return tr("reference");
    if (reference == runs.groups().size())
        return tr("no reference on these data");
    QStringList shown;
    const PairedDifference *first = nullptr;
    std::size_t seeds = 0;
    for (const PairedDifference &of : runs.differences()) {
        if (of.group != group)
            continue;
        seeds = std::max(seeds, of.seeds.size());
        if (!of.difference)
            continue;
        first = first ? first : &of;
        if (of.shown())
            shown << difference(of);
    }
    if (!shown.isEmpty())
        return shown.join(QStringLiteral(", "));
    if (first)
        return tr("no difference shown in %1 (%2)").arg(CompareFigures::label(first->figure), interval(*first));
    return tr("needs two common seeds; there are %1").arg(seeds);
}

QString CompareWords::againstInFull(const CompareRuns &runs, std::size_t group)
{
    QStringList lines;
    for (const PairedDifference &of : runs.differences()) {
        if (of.group != group || !of.difference)
            continue;
        if (lines.isEmpty())
            lines << tr("%1 less %2, over %3 common seeds, with the %4 interval of the paired difference:")
                         .arg(groupNameOf(runs, group), groupNameOf(runs, of.reference))
                         .arg(of.seeds.size())
                         .arg(percentOf(*of.difference.interval));
        lines << tr("%1; p %2, %3 after Holm's adjustment for the whole table").arg(difference(of), pValue(of.p_value), pValue(of.p_holm));
    }
    return lines.join(QLatin1Char('\n'));
}

QString CompareWords::question(const CompareRuns &runs)
{
    std::set<std::string> kinds, methods;
    bool settings = false;
    for (std::size_t g = 0; g < runs.groups().size(); ++g) {
        const GroupName &name = runs.groupNames()[g];
        kinds.insert(name.kind);
        methods.insert(runs.recordOfGroup(g).settings.method);
        settings = settings || !name.settings.empty() || !name.variant.empty();
    }
    if (methods.size() > 1)
        return tr("Which method?");
    if (kinds.size() > 1 && !settings)
        return tr("Which loss?");
    return settings ? tr("Which settings?") : tr("Means over seeds");
}

namespace {

struct ReadingWords {
    Q_DECLARE_TR_FUNCTIONS(CompareWords)

public:
    static QString clause(const CompareRuns &runs, const PairedDifference &difference)
    {
        const QString group = groupNameOf(runs, difference.group), reference = groupNameOf(runs, difference.reference);
        const QString figure = CompareFigures::label(difference.figure);
        QString by = CompareFigures::number(difference.figure, std::abs(*difference.difference.value));
        if (const char *unit = info_of(difference.figure).unit; *unit)
            by += QLatin1Char(' ') + QLatin1String(unit);
        const QString about = tr("%1 interval %2, %3 seeds")
                                  .arg(percentOf(*difference.difference.interval), interval(difference))
                                  .arg(difference.seeds.size());
        return *difference.difference.value > 0 ? tr("%1 is higher than %2 in %3 by %4 (%5)").arg(group, reference, figure, by, about)
                                                : tr("%1 is lower than %2 in %3 by %4 (%5)").arg(group, reference, figure, by, about);
    }

    static QString ofGroups(const CompareRuns &runs, const std::vector<const PairedDifference *> &all, std::size_t comparisons, ComparedFigure x,
                            ComparedFigure y)
    {
        std::vector<const PairedDifference *> sure, shown;
        for (const PairedDifference *difference : all) {
            if (difference->shown())
                shown.push_back(difference);
            if (difference->shown() && difference->p_holm < significant)
                sure.push_back(difference);
        }
        const QString figures = x == y ? CompareFigures::label(x) : tr("%1 or %2").arg(CompareFigures::label(x), CompareFigures::label(y));
        if (shown.empty()) {
            const PairedDifference &nearest = *all.front();
            return tr("No difference from %1 in %2 is shown beyond what seeds do; the surest is %3 of %4, %5 interval, %6 seeds.")
                .arg(groupNameOf(runs, nearest.reference), figures, difference(nearest), groupNameOf(runs, nearest.group),
                     percentOf(*nearest.difference.interval))
                .arg(nearest.seeds.size());
        }
        const std::vector<const PairedDifference *> &told = sure.empty() ? shown : sure;
        QStringList clauses;
        for (std::size_t i = 0; i < std::min(told.size(), named_differences); ++i)
            clauses << clause(runs, *told[i]);
        QString out = clauses.join(QStringLiteral("; "));
        if (told.size() > named_differences)
            out += QStringLiteral("; ") + tr("%1 more differences").arg(told.size() - named_differences);
        if (sure.empty())
            out += QStringLiteral("; ") + tr("none of this stands after Holm's adjustment for %1 comparisons").arg(comparisons);
        return out + QLatin1Char('.');
    }

    static QString ofRuns(const CompareRuns &runs, ComparedFigure x, ComparedFigure y)
    {
        std::vector<TradeOffPoint> points;
        std::vector<std::size_t> of_point;
        for (const std::size_t run : runs.shown()) {
            const ComparisonRow &row = runs.rows()[run];
            if (!row.counts() || !row[x] || !row[y] || !runs.comparableWithAnchor(run))
                continue;
            points.push_back({row[x].value, row[y].value});
            of_point.push_back(run);
        }
        if (points.empty())
            return runs.shown().empty() ? QString() : tr("No finished run on the chosen data and task has these figures yet.");
        if (points.size() == 1)
            return tr("One run on this data and task so far; train others to see what fairness costs.");
        const std::vector<std::size_t> front = pareto_front(points, info_of(x).more_is_better, info_of(y).more_is_better);
        const QString chance = tr("Differences between single runs may be chance: repeat with other seeds.");
        if (front.size() == 1)
            return tr("%1 is best in both %2 and %3 among the %4 runs on this data and task.")
                       .arg(toQString(runs.record(of_point[front.front()]).name), CompareFigures::label(x), CompareFigures::label(y))
                       .arg(points.size())
                   + QLatin1Char(' ') + chance;
        return tr("%1 of the %2 runs on this data and task are on the best front: none is better in both %3 and %4.")
                   .arg(front.size())
                   .arg(points.size())
                   .arg(CompareFigures::label(x), CompareFigures::label(y))
               + QLatin1Char(' ') + chance;
    }

private:
    static QString difference(const PairedDifference &of) { return CompareWords::difference(of); }
};

} // namespace

QString CompareWords::finding(const CompareRuns &runs, ComparedFigure x, ComparedFigure y)
{
    // What stands in the table is told as it stands there; other figures are a table of their own.
    std::vector<PairedDifference> own;
    if (!isInTables(x) || !isInTables(y))
        own = paired_differences(runs.rows(), runs.groups(), runs.reference(), std::array{x, y});
    const std::vector<PairedDifference> &family = own.empty() ? runs.differences() : own;
    const std::vector<const PairedDifference *> differences = differencesIn(runs, family, x, y);
    const auto defined = std::count_if(family.begin(), family.end(), [](const PairedDifference &difference) { return bool(difference.difference); });
    return differences.empty() ? ReadingWords::ofRuns(runs, x, y) : ReadingWords::ofGroups(runs, differences, std::size_t(defined), x, y);
}

QString CompareWords::pointToolTip(const CompareRuns &runs, std::size_t run, ComparedFigure x, ComparedFigure y)
{
    const RunRecord &record = runs.record(run);
    const ComparisonRow &row = runs.rows()[run];
    QStringList lines{tr("%1, %2, seed %3").arg(toQString(record.name), CompareFigures::kindLabel(run_kind(record))).arg(record.settings.seed)};
    if (!record.study.empty())
        lines << (record.variant.empty() ? toQString(record.study) : QStringLiteral("%1 · %2").arg(toQString(record.study), toQString(record.variant)));
    for (const ComparedFigure figure : {x, y})
        lines << tr("%1: %2. %3").arg(CompareFigures::label(figure), CompareFigures::number(figure, row[figure]), AuditFigures::detail(row[figure]));
    if (!runs.comparableWithAnchor(run))
        lines << tr("Not comparable with the chosen run: %1.").arg(CompareFigures::subject(record));
    else if (!row.counts())
        lines << tr("The run was stopped before its end.");
    return lines.join(QLatin1Char('\n'));
}

QString CompareWords::groupToolTip(const CompareRuns &runs, std::size_t group, ComparedFigure x, ComparedFigure y)
{
    const SeedGroup &of = runs.groups()[group];
    QStringList lines{tr("%1, %2 seeds (mean ± standard deviation)").arg(groupNameOf(runs, group)).arg(of.seeds())};
    for (const ComparedFigure figure : {x, y})
        lines << QStringLiteral("%1: %2").arg(CompareFigures::label(figure), CompareFigures::spread(figure, of[figure], of.seeds()));
    if (!runs.comparableWithAnchor(of.rows.front()))
        lines << tr("Not comparable with the chosen run: %1.").arg(CompareFigures::subject(runs.recordOfGroup(group)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace fairloom::ui
