#include "ui/views/audit/ratio_card.h"

#include "ui/models/audit_guide.h"
#include "ui/models/audit_words.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/interval_plot.h"

#include <QVBoxLayout>

namespace fairloom::ui {

RatioCard::RatioCard(Subject subject, QWidget *parent) : AuditCard(subject.title, parent), subject_(std::move(subject)), plot_(new IntervalPlot)
{
    plot_->setObjectName(subject_.plotName);
    plot_->setName(subject_.title);
    plot_->setAxisTitles(subject_.axis, {});
    card()->body()->addWidget(plot_, 1);
    connect(plot_, &IntervalPlot::rowActivated, this, [this](int row) {
        explained_ = plot_->rows()[std::size_t(row)].source.toStdString();
        emit explanationChosen();
    });
}

void RatioCard::clear()
{
    shown_ = {};
    plot_->setRows({});
    card()->setRemark({});
    card()->setFinding({});
}

void RatioCard::showResult(const AuditShown &shown)
{
    shown_ = shown;
    const RunResult &result = *shown.result;
    std::vector<IntervalPlot::Row> rows;
    for (const std::string &source : AuditFigures::sources(result)) {
        IntervalPlot::Row row;
        row.source = toQString(source);
        row.label = AuditFigures::shortLabel(source);
        row.toolTip = aboutSource(source);
        if (const ClassifierResult *judged = AuditFigures::classifier(result, source, shown.choice)) {
            row.metric = AuditFigures::ratio(*judged, subject_.ratio);
            row.seeds = AuditFigures::ratioSeeds(*judged, subject_.ratio);
        }
        rows.push_back(std::move(row));
    }
    plot_->setRows(std::move(rows));
    card()->setRemark(AuditWords::intervalRemark(result, shown.choice, subject_.ratio));
    card()->setFinding(AuditWords::ratioFinding(result, shown.choice, subject_.ratio));
}

QString RatioCard::aboutSource(const std::string &source) const
{
    const ClassifierResult *judged = AuditFigures::classifier(*shown_.result, source, shown_.choice);
    const QString label = AuditFigures::sourceLabel(source);
    if (!judged)
        return tr("%1 was not judged with this protocol and classifier in this run.").arg(label);
    const Metric ratio = AuditFigures::ratio(*judged, subject_.ratio);
    QString besides = tr("This ratio is conservative; the table of groups has ratios to one reference group, which are not.");
    if (judged->over_seeds && judged->over_seeds->each.size() > 1) {
        QStringList seeds;
        for (const double seed : AuditFigures::ratioSeeds(*judged, subject_.ratio))
            seeds << number(seed);
        besides = tr("The mean of %1 seeds: %2.").arg(AuditFigures::count(judged->over_seeds->each.size()), seeds.join(QStringLiteral("; "))) + u' ' + besides;
    }
    return AuditGuide::about({subject_.key, label, ratio, AuditGuide::origin(*judged, source, shown_.choice), {}, besides});
}

QString RatioCard::explanation() const
{
    if (!shown_.result || explained_.empty() || !shown_.result->source(explained_))
        return {};
    return aboutSource(explained_);
}

} // namespace fairloom::ui
