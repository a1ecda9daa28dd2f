#include "ui/views/audit/rates_card.h"

#include "ui/models/audit_guide.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rates_plot.h"
#include "ui/widgets/source_style.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace fairloom::ui {

namespace {

constexpr const char *rate_keys[] = {"selection_rate", "tpr", "fpr", "precision"}; // as RatesPlot has them

}

RatesCard::RatesCard(QWidget *parent) : AuditCard(tr("Rates per group"), parent), source_(new QComboBox), plot_(new RatesPlot), legend_(new QLabel)
{
    source_->setObjectName(QStringLiteral("ratesSource"));
    source_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    source_->setAccessibleName(tr("Source whose rates are shown"));
    card()->tools()->addWidget(source_);
    plot_->setObjectName(QStringLiteral("ratesPlot"));
    card()->body()->addWidget(plot_, 1);
    legend_->setObjectName(QStringLiteral("ratesLegend"));
    legend_->setTextFormat(Qt::RichText);
    legend_->setWordWrap(true);
    card()->body()->addWidget(legend_);
    connect(source_, &QComboBox::currentIndexChanged, this, &RatesCard::showSource);
    connect(plot_, &RatesPlot::barActivated, this, [this](int rate, int group) {
        explained_ = {rate, group};
        emit explanationChosen();
    });
    new WheelGuard(this);
}

void RatesCard::setSources(const std::vector<std::string> &sources)
{
    const QString chosen = source_->currentData().toString();
    const QSignalBlocker quiet(source_);
    source_->clear();
    for (const std::string &source : sources)
        source_->addItem(sourceIcon(toQString(source)), AuditFigures::shortLabel(source), toQString(source));
    const int kept = source_->findData(chosen);
    // What somebody wants to know first is how the student's rows turned out, and it is the last in the list.
    source_->setCurrentIndex(kept >= 0 ? kept : source_->count() - 1);
}

void RatesCard::clear()
{
    shown_ = {};
    source_->hide();
    plot_->setGroups({});
    card()->setRemark({});
    card()->setFinding({});
}

void RatesCard::showResult(const AuditShown &shown)
{
    shown_ = shown;
    source_->show();
    for (int i = 0; i < source_->count(); ++i)
        source_->setItemIcon(i, sourceIcon(source_->itemData(i).toString())); // in the theme's colours
    showSource();
}

void RatesCard::showSource()
{
    if (!shown_.result)
        return;
    const std::string source = source_->currentData().toString().toStdString();
    const ClassifierResult *judged = AuditFigures::classifier(*shown_.result, source, shown_.choice);
    if (!judged) {
        plot_->setGroups({});
        legend_->clear();
        card()->setEmpty(tr("The %1 was not judged with this protocol and classifier in this run.").arg(AuditFigures::sourceLabel(source)));
        return;
    }
    card()->setFilled();
    plot_->setGroups(judged->fairness.groups);
    legend_->setText(plot_->legendText());
}

QString RatesCard::explanation() const
{
    const auto [rate, group] = explained_;
    if (!shown_.result || group < 0 || group >= int(plot_->groups().size()))
        return {};
    const std::string source = source_->currentData().toString().toStdString();
    const ClassifierResult *judged = AuditFigures::classifier(*shown_.result, source, shown_.choice);
    if (!judged)
        return {};
    const GroupRates &rates = plot_->groups()[std::size_t(group)];
    const QString whose = tr("%1, %2").arg(AuditFigures::sourceLabel(source), toQString(rates.group.name));
    return AuditGuide::about({rate_keys[rate], whose, RatesPlot::rate(rates, rate), AuditGuide::origin(*judged, source, shown_.choice), {},
                              tr("%1 rows of this group.").arg(AuditFigures::count(rates.n))});
}

} // namespace fairloom::ui
