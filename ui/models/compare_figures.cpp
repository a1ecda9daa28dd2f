#include "ui/models/compare_figures.h"

#include "ui/models/audit_figures.h"
#include "ui/models/method_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"

#include <QStringList>

#include <array>

namespace fairloom::ui {

QString CompareFigures::label(ComparedFigure figure)
{
    return translated(info_of(figure).short_name);
}

QString CompareFigures::axisTitle(ComparedFigure figure, const ComparisonChoice &choice)
{
    const ComparedFigureInfo &info = info_of(figure);
    const QString name = translated(info.name);
    if (*info.unit)
        return QStringLiteral("%1, %2").arg(name, QLatin1String(info.unit));
    switch (figure) {
    case ComparedFigure::dpr:
    case ComparedFigure::eor:
    case ComparedFigure::dpd:
    case ComparedFigure::eod:
        break;
    default:
        return name;
    }
    if (choice.protocol == "tstr")
        return tr("%1 (train synthetic, test real)").arg(name);
    return QStringLiteral("%1 (%2)").arg(name, AuditFigures::protocolChip(choice.protocol));
}

QString CompareFigures::number(ComparedFigure figure, double value)
{
    const ComparedFigureInfo &info = info_of(figure);
    return ui::number(value * info.shown_per_unit, info.most_decimals);
}

QString CompareFigures::number(ComparedFigure figure, const Metric &metric)
{
    return metric ? number(figure, *metric.value) : tr("undefined");
}

QString CompareFigures::spread(ComparedFigure figure, const Spread &spread, std::size_t seeds)
{
    if (spread.n == 0)
        return QStringLiteral("–");
    const ComparedFigureInfo &info = info_of(figure);
    Spread shown = spread;
    shown.sd *= info.shown_per_unit;
    const int decimals = spread_decimals(shown, info.least_decimals, info.most_decimals);
    QString out = ui::number(spread.mean * info.shown_per_unit, decimals);
    if (spread.n > 1)
        out += QStringLiteral(" ± ") + ui::number(shown.sd, decimals);
    return spread.n < seeds ? tr("%1 (%2 of %3)").arg(out).arg(spread.n).arg(seeds) : out;
}

QString CompareFigures::signedNumber(ComparedFigure figure, double value, int decimals)
{
    return ui::signedNumber(value * info_of(figure).shown_per_unit, decimals);
}

QString CompareFigures::data(const RunRecord &run)
{
    QStringList sensitive;
    for (const std::string &column : run.task.sensitive)
        sensitive << toQString(column);
    return QStringLiteral("%1 · %2").arg(displayName(run.data_name), sensitive.join(QStringLiteral(" & ")));
}

QString CompareFigures::subject(const RunRecord &run)
{
    QString out = QStringLiteral("%1 → %2 = %3").arg(data(run), toQString(run.task.target), toQString(run.task.positive));
    const RunSettings &s = run.settings;
    if (s.train_rows > 0)
        out += QStringLiteral(", ") + tr("%1 training rows").arg(s.train_rows);
    if (s.favourable_share > 0)
        out += QStringLiteral(", ") + tr("%1 favourable").arg(percent(s.favourable_share));
    if (s.smallest_group_share > 0)
        out += QStringLiteral(", ") + tr("smallest group %1").arg(percent(s.smallest_group_share));
    if (s.noise_columns > 0)
        out += QStringLiteral(", ") + tr("%1 noise columns").arg(s.noise_columns);
    return out;
}

QString CompareFigures::kindLabel(const std::string &kind)
{
    if (kind == "imported")
        return tr("imported rows");
    return kind == "l1" || kind == "huber" || kind == "mse" || kind == "md" ? lossName(kind) : methodName(kind);
}

QString CompareFigures::settingLabel(const std::string &key)
{
    if (key == "log10_beta")
        return QStringLiteral("log10 β");
    if (key == "lambda")
        return QStringLiteral("λ");
    const Setting *setting = find_setting(key);
    return setting ? translated(setting->label) : toQString(key);
}

QString CompareFigures::groupName(const GroupName &name)
{
    QStringList parts{kindLabel(name.kind)};
    if (!name.variant.empty())
        parts << toQString(name.variant);
    for (const auto &[key, value] : name.settings)
        parts << QStringLiteral("%1 %2").arg(settingLabel(key), toQString(value));
    return parts.join(QStringLiteral(", "));
}

namespace {

constexpr std::array shapes{QCPScatterStyle::ssCircle,  QCPScatterStyle::ssSquare, QCPScatterStyle::ssTriangle,  QCPScatterStyle::ssDiamond,
                            QCPScatterStyle::ssTriangleInverted, QCPScatterStyle::ssCross,  QCPScatterStyle::ssPlus, QCPScatterStyle::ssStar,
                            QCPScatterStyle::ssCrossCircle, QCPScatterStyle::ssPlusSquare};
constexpr char16_t symbols[] = u"●■▲◆▼✕+✱⊗⊞";

/// Whether a shape is filled; the others are drawn by lines alone.
bool filled(int shape)
{
    return shape < 5;
}

} // namespace

SeriesStyle styleOfKind(const std::string &kind)
{
    // sky blue, orange, pink and green are the losses' colours in every view
    static const std::pair<const char *, SeriesStyle> known[] = {{"l1", {5, 0}}, {"huber", {1, 1}}, {"mse", {3, 2}}, {"md", {2, 3}}};
    for (const auto &[key, style] : known)
        if (kind == key)
            return style;
    return styleOfMethod(kind);
}

SeriesStyle styleOfMethod(const std::string &method)
{
    static const std::pair<const char *, SeriesStyle> known[] = {{"fairloom", {2, 0}},  {"tabfairgan", {4, 5}},          {"fairdisco", {0, 4}},
                                                                 {"vae", {6, 6}},       {"decaf", {7, 7}},               {"correlation-remover", {9, 8}},
                                                                 {"reweighing", {8, 9}}};
    for (const auto &[key, style] : known)
        if (method == key)
            return style;
    return {10, 1};
}

SeriesStyle styleOfIndex(int index)
{
    return {index, index % int(shapes.size())};
}

QCPScatterStyle seriesMarker(const SeriesStyle &style, double size)
{
    const QColor colour = Theme::instance().group(style.colour);
    const int shape = style.shape % int(shapes.size());
    return QCPScatterStyle(shapes[std::size_t(shape)], QPen(colour, filled(shape) ? 1.0 : 1.8), filled(shape) ? QBrush(colour) : QBrush(Qt::NoBrush),
                           size);
}

QChar seriesSymbol(const SeriesStyle &style)
{
    return QChar(symbols[style.shape % int(shapes.size())]);
}

} // namespace fairloom::ui
