#include "ui/views/compare/curves_card.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/compare/curve_panels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/plot.h"

#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

enum Layout { together, apart };

}

CurvesCard::CurvesCard(CompareRuns &runs, QWidget *parent) : QWidget(parent), runs_(runs), card_(new Card(tr("Loss curves")))
{
    term_ = new QComboBox;
    term_->setObjectName(QStringLiteral("compareCurveTerm"));
    term_->setAccessibleName(tr("Which loss is drawn"));
    term_->setToolTip(tr("Quality: how far the student's latents are from the teacher's. KL: how far its posteriors are. Sum: all terms as they "
                         "are weighted, what training makes small."));
    term_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    term_->setMinimumContentsLength(20);
    layout_ = new ChipGroup({tr("Together"), tr("Apart")});
    layout_->setObjectName(QStringLiteral("compareCurveLayout"));
    layout_->setAccessibleName(tr("Curves over each other, or one small plot each"));
    layout_->setToolTip(tr("Together: all curves over each other. Apart: one small plot a loss or method, each on its own scale."));

    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(this);
    range_ = menu->addAction(tr("Band from the lowest to the highest run"));
    deviation_ = menu->addAction(tr("Band of one standard deviation"));
    for (QAction *action : {range_, deviation_}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    range_->setChecked(true);
    options_ = new QToolButton;
    options_->setObjectName(QStringLiteral("compareCurveOptions"));
    options_->setText(QStringLiteral("⋯"));
    options_->setAccessibleName(tr("How bands are drawn"));
    options_->setToolTip(options_->accessibleName());
    options_->setPopupMode(QToolButton::InstantPopup);
    options_->setMenu(menu);
    options_->setFocusPolicy(Qt::StrongFocus);
    options_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    row->addWidget(term_);
    row->addWidget(options_);
    row->addStretch(1);
    card_->tools()->addWidget(layout_);
    card_->body()->addLayout(row);

    plot_ = new Plot;
    plot_->setObjectName(QStringLiteral("compareCurves"));
    plot_->setAccessibleName(tr("Loss curves of all runs"));
    plot_->setMinimumSize(240, 170);
    panels_ = new CurvePanels;
    pages_ = new QStackedWidget;
    pages_->addWidget(plot_);
    pages_->addWidget(panels_);
    card_->body()->addWidget(pages_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);

    connect(term_, &QComboBox::currentIndexChanged, this, &CurvesCard::refresh);
    connect(layout_, &ChipGroup::currentChanged, this, &CurvesCard::draw);
    connect(group, &QActionGroup::triggered, this, [this] {
        style_.spread = range_->isChecked() ? BandSpread::range : BandSpread::deviation;
        draw();
    });
    connect(&runs_, &CompareRuns::reset, this, &CurvesCard::refresh);
    connect(&runs_, &CompareRuns::curvesChanged, this, &CurvesCard::refresh);
    connect(&runs_, &CompareRuns::selectionChanged, this, &CurvesCard::draw);
    connect(&runs_, &CompareRuns::currentChanged, this, &CurvesCard::draw);
    connect(&Theme::instance(), &Theme::changed, this, &CurvesCard::draw); // bundles hold colours
}

CurveTerm CurvesCard::term() const
{
    const int index = term_->currentIndex();
    return index >= 0 && std::size_t(index) < terms_.size() ? terms_[std::size_t(index)] : CurveTerm{false, "quality"};
}

void CurvesCard::setTerm(const CurveTerm &term)
{
    const auto found = std::find(terms_.begin(), terms_.end(), term);
    if (found != terms_.end())
        term_->setCurrentIndex(int(found - terms_.begin()));
}

QString CurvesCard::termLabel(const CurveTerm &term) const
{
    const std::string &name = term.term;
    const QString stage = term.teacher ? tr("Teacher") : tr("Student");
    const QString of = name.empty()            ? tr("sum")
                       : name == "quality"        ? tr("quality")
                       : name == "kl"             ? tr("KL")
                       : name == "label"          ? tr("label")
                       : name == "reconstruction" ? tr("reconstruction")
                       : name == "fairness"       ? tr("fairness V²")
                                                  : toQString(name);
    return QStringLiteral("%1 · %2").arg(stage, of);
}

/// The terms that shown runs have, the student's first: what most people compare.
void CurvesCard::offerTerms()
{
    std::vector<CurveTerm> found;
    bool any[2] = {false, false};
    for (const std::size_t run : runs_.shown())
        if (const auto &curves = runs_.runs()[run].curves)
            for (const bool teacher : {false, true}) {
                const RecordedCurves::Stage &stage = teacher ? curves->teacher : curves->student;
                any[teacher] = any[teacher] || !stage.points.empty();
                for (const std::string &term : stage.terms)
                    if (std::find(found.begin(), found.end(), CurveTerm{teacher, term}) == found.end())
                        found.push_back({teacher, term});
            }
    std::stable_sort(found.begin(), found.end(), [](const CurveTerm &a, const CurveTerm &b) { return a.teacher < b.teacher; });
    for (const bool teacher : {false, true})
        if (any[teacher])
            found.insert(std::find_if(found.begin(), found.end(), [teacher](const CurveTerm &term) { return term.teacher > teacher; }),
                         CurveTerm{teacher, {}});
    if (found == terms_)
        return;
    const CurveTerm before = term();
    terms_ = std::move(found);
    const QSignalBlocker quiet(term_);
    term_->clear();
    for (const CurveTerm &term : terms_)
        term_->addItem(termLabel(term));
    setTerm(terms_.empty() ? before : std::find(terms_.begin(), terms_.end(), before) != terms_.end() ? before : terms_.front());
}

void CurvesCard::refresh()
{
    offerTerms();
    plot_->clearAll();
    panels_->clear();
    curves_.prepare(runs_, term());
    draw();
}

QString CurvesCard::remark(const DrawnCurves &drawn) const
{
    QStringList parts;
    const bool range = style_.spread == BandSpread::range;
    if (drawn.bands > 0 && layout_->current() == apart)
        parts << (range ? tr("range of %1 seeds") : tr("± sd of %1 seeds")).arg(drawn.seeds);
    else if (drawn.bands > 0)
        parts << (range ? tr("mean and range of %1 seeds") : tr("mean ± sd of %1 seeds")).arg(drawn.seeds);
    else if (drawn.bundled)
        parts << tr("%1 runs").arg(drawn.runs);
    if (layout_->current() == apart) {
        parts << tr("by epoch, each on its own scale");
        if (panels_->leftOut() > 0)
            parts << tr("%1 more not shown").arg(panels_->leftOut());
    } else if (drawn.logarithmic) {
        parts << tr("logarithmic");
    }
    return parts.join(QStringLiteral(" · "));
}

void CurvesCard::draw()
{
    if (isEmpty()) {
        plot_->clearAll();
        panels_->clear();
        card_->setRemark({});
        layout_->hide();
        emit emptied();
        return;
    }
    card_->setFilled();
    layout_->show();
    pages_->setCurrentIndex(layout_->current());
    DrawnCurves drawn;
    if (layout_->current() == apart) {
        drawn = panels_->draw(runs_, curves_, style_);
    } else {
        const CurveTerm shown = term();
        plot_->setAxisTitles(tr("epoch"), shown.term.empty() ? tr("sum of weighted terms") : termLabel(shown));
        drawn = drawCurves(*plot_, runs_, curves_, curves_.drawn(), style_);
    }
    card_->setRemark(remark(drawn));
}

std::vector<std::pair<Plot *, QString>> CurvesCard::pictures() const
{
    if (layout_->current() != apart)
        return {{plot_, QStringLiteral("loss-curves")}};
    std::vector<std::pair<Plot *, QString>> out;
    for (const auto &[plot, name] : panels_->plots()) {
        QString file = QStringLiteral("loss-curves-");
        for (const QChar c : name)
            file += c.isLetterOrNumber() || c == QLatin1Char('-') ? c : QLatin1Char('-');
        out.emplace_back(plot, file);
    }
    return out;
}

} // namespace fairloom::ui
