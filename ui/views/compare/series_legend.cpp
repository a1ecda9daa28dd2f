#include "ui/views/compare/series_legend.h"

#include "ui/style/theme.h"

#include <QStringList>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_names = 10;

}

SeriesLegend::SeriesLegend(const CompareRuns &runs, QWidget *parent) : QLabel(parent), runs_(runs)
{
    setObjectName(QStringLiteral("compareLegend"));
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setProperty("look", "muted");
    connect(&Theme::instance(), &Theme::changed, this, &SeriesLegend::refresh);
}

void SeriesLegend::refresh()
{
    QStringList entries, names;
    for (const CompareRuns::Series &series : runs_.series()) {
        if (std::size_t(entries.size()) == most_names) {
            entries << tr("and %1 more").arg(runs_.series().size() - most_names);
            break;
        }
        entries << QStringLiteral("<span style=\"white-space:nowrap\"><span style=\"color:%1\">%2</span>&nbsp;<span style=\"color:%3\">%4</span></span>")
                       .arg(Theme::instance().group(series.style.colour).name(), QString(seriesSymbol(series.style)), Theme::instance().text().name(),
                            series.label.toHtmlEscaped());
        names << series.label;
    }
    setText(entries.join(QStringLiteral(" &nbsp; ")));
    setAccessibleName(names.join(QStringLiteral(", ")));
    setVisible(runs_.series().size() > 1);
}

} // namespace fairloom::ui
