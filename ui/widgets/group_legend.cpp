#include "ui/widgets/group_legend.h"

#include "ui/style/theme.h"

namespace fairloom::ui {

GroupLegend::GroupLegend(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setProperty("look", "muted");
    connect(&Theme::instance(), &Theme::changed, this, &GroupLegend::refresh);
}

void GroupLegend::setNames(const QStringList &names, bool markers)
{
    if (names_ == names && markers_ == markers)
        return;
    names_ = names;
    markers_ = markers;
    setAccessibleName(names.join(QStringLiteral(", ")));
    refresh();
}

void GroupLegend::refresh()
{
    static const char16_t symbols[] = u"●■▲◆";
    QStringList entries;
    for (int i = 0; i < names_.size(); ++i)
        entries << QStringLiteral("<span style=\"white-space:nowrap\"><span style=\"color:%1\">%2</span>&nbsp;"
                                  "<span style=\"color:%3\">%4</span></span>")
                       .arg(Theme::instance().group(i).name(), QChar(markers_ ? symbols[i % 4] : u'■'),
                            Theme::instance().text().name(), names_[i].toHtmlEscaped());
    setText(entries.join(QStringLiteral(" &nbsp; &nbsp; ")));
    setVisible(!names_.isEmpty());
}

QCPScatterStyle::ScatterShape groupShape(int group)
{
    static const QCPScatterStyle::ScatterShape shapes[] = {QCPScatterStyle::ssDisc, QCPScatterStyle::ssSquare,
                                                           QCPScatterStyle::ssTriangle, QCPScatterStyle::ssDiamond};
    return shapes[group % 4];
}

} // namespace fairloom::ui
