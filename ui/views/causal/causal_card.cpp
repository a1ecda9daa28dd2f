#include "ui/views/causal/causal_card.h"

#include "core/data/sample_graph.h"
#include "core/data/samples.h"
#include "core/metrics/total_effect.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/causal/causal_graph_view.h"
#include "ui/views/causal/effect_plot.h"
#include "ui/widgets/card.h"
#include "ui/workers/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr int rest = 200; ///< milliseconds after the slider's last move

/// The truth does not depend on which rows were drawn.
std::string withoutSeed(SampleSource sample)
{
    sample.seed = 1;
    return to_source(sample);
}

QString points(double effect)
{
    return signedNumber(100 * effect, 1);
}

} // namespace

CausalCard::CausalCard(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), card_(new Card(tr("The model behind the sample"))), graph_(new CausalGraphView),
      bias_(new QSlider(Qt::Horizontal)), biasText_(new QLabel), anew_(new QPushButton(tr("Draw anew"))), effect_(new EffectPlot), note_(new QLabel),
      truths_([this](std::pair<std::string, Truth> &found) {
          known_[found.first] = std::move(found.second);
          showEffect();
      })
{
    setObjectName(QStringLiteral("causalCard"));
    bias_->setObjectName(QStringLiteral("biasSlider"));
    bias_->setAccessibleName(tr("Strength of the biased arrows, per cent"));
    bias_->setRange(0, 100);
    bias_->setSingleStep(5);
    bias_->setPageStep(25);
    bias_->setToolTip(tr("How much of the bias is left: 100 % as described, 0 % none. The data are drawn anew."));
    biasText_->setObjectName(QStringLiteral("biasText"));
    biasText_->setProperty("look", "value");
    biasText_->setMinimumWidth(biasText_->fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + Theme::space);
    anew_->setObjectName(QStringLiteral("drawAnewButton"));
    anew_->setToolTip(tr("Other people from the same model: how far the estimate moves, although the truth stays"));
    note_->setProperty("look", "muted");
    note_->setWordWrap(true);

    auto *biasLabel = new QLabel(tr("Biased arrows"));
    biasLabel->setBuddy(bias_);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space);
    line->addWidget(biasLabel);
    line->addWidget(bias_, 1);
    line->addWidget(biasText_);
    line->addWidget(anew_);
    card_->body()->addWidget(graph_, 3);
    card_->body()->addLayout(line);
    card_->body()->addWidget(effect_, 1);
    card_->body()->addWidget(note_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);

    redraw_.setSingleShot(true);
    redraw_.setInterval(rest);
    connect(&redraw_, &QTimer::timeout, this, &CausalCard::draw);
    connect(bias_, &QSlider::valueChanged, this, [this](int value) {
        sample_.bias = value / 100.0;
        biasText_->setText(percent(sample_.bias, 0));
        graph_->setBias(sample_.bias);
        redraw_.start();
    });
    connect(anew_, &QPushButton::clicked, this, &CausalCard::drawAnew);
    connect(&session_, &Session::datasetChanged, this, &CausalCard::showDataset);
    connect(&session_, &Session::problemChanged, this, &CausalCard::showEffect);
    connect(&session_, &Session::runsChanged, this, &CausalCard::updateControls);
    showDataset();
}

void CausalCard::showDataset()
{
    const auto dataset = session_.dataset();
    SampleGraph graph;
    if (dataset && is_sample_source(dataset->source)) {
        SampleSource opened = parse_sample_source(dataset->source);
        graph = sample_graph(opened.name);
        if (!redraw_.isActive()) // else the slider is ahead of the data
            sample_ = std::move(opened);
    }
    const bool had = hasModel_;
    hasModel_ = !graph.nodes.empty();
    if (hasModel_) {
        graph_->setGraph(graph);
        graph_->setBias(sample_.bias);
        const QSignalBlocker quiet(bias_);
        bias_->setValue(int(std::lround(100 * sample_.bias)));
        biasText_->setText(percent(sample_.bias, 0));
    }
    updateControls();
    showEffect();
    if (hasModel_ != had)
        emit modelChanged();
}

void CausalCard::updateControls()
{
    const bool free = hasModel_ && !session_.activeRun();
    bias_->setEnabled(free);
    anew_->setEnabled(free);
}

void CausalCard::draw()
{
    if (hasModel_ && !session_.activeRun())
        session_.openDataset(toQString(to_source(sample_)));
}

void CausalCard::drawAnew()
{
    ++sample_.seed;
    draw();
}

void CausalCard::showEffect()
{
    effect_->setRows({});
    card_->setFinding({});
    const std::shared_ptr<const Problem> problem = session_.problem();
    if (!hasModel_ || !problem)
        return;
    const std::vector<SampleInfo> samples = builtin_samples();
    const auto info = std::find_if(samples.begin(), samples.end(), [this](const SampleInfo &sample) { return sample.name == sample_.name; });
    const Task described{info->sensitive, info->target, info->positive};
    if (problem->task != described) {
        note_->setText(tr("The effect is shown for the sample’s own question: %1 → %2 = %3.")
                           .arg(toQString(info->sensitive.front()), toQString(info->target), toQString(info->positive)));
        return;
    }
    note_->setText(tr("A total effect adds up all arrows that lead from %1 to %2. It can be read off the rows here because %1 has no cause in the model. "
                      "DPR is no causal effect: it compares how often groups have the favourable label, whatever the reason.")
                       .arg(toQString(info->sensitive.front()), toQString(info->target)));

    std::vector<std::size_t> rows(problem->groups.size(), 0);
    for (const std::int32_t group : problem->train.group)
        ++rows[std::size_t(group)];
    const std::size_t reference = std::size_t(std::max_element(rows.begin(), rows.end()) - rows.begin());
    const std::vector<Metric> effects = total_effects(problem->train.group, problem->train.label, rows.size(), reference);
    const SampleSource drawn = parse_sample_source(session_.dataset()->source); // the slider may be ahead of it
    const std::string key = withoutSeed(drawn);
    const auto truth = known_.find(key);
    const auto chance = [&](const std::string &group) -> std::optional<double> {
        if (truth != known_.end())
            for (const auto &[name, value] : truth->second)
                if (name == group)
                    return value;
        return std::nullopt;
    };
    const std::optional<double> base = chance(problem->groups[reference].name);
    std::vector<EffectPlot::Row> shown;
    QStringList sentences;
    for (std::size_t g = 0; g < effects.size(); ++g) {
        if (g == reference)
            continue;
        EffectPlot::Row row;
        row.group = tr("%1 – %2").arg(toQString(problem->groups[g].name), toQString(problem->groups[reference].name));
        row.estimate = effects[g];
        if (const auto own = chance(problem->groups[g].name); own && base)
            row.truth = *own - *base;
        if (row.estimate && row.estimate.interval) {
            QString sentence = tr("Being %1 in place of %2 changes the chance of %3 by %4 points (%5 to %6)")
                                   .arg(toQString(problem->groups[g].name), toQString(problem->groups[reference].name),
                                        QStringLiteral("%1 = %2").arg(toQString(info->target), toQString(info->positive)), points(*row.estimate.value),
                                        points(row.estimate.interval->low), points(row.estimate.interval->high));
            sentence += row.truth ? tr("; the truth of the model is %1.").arg(points(*row.truth)) : QStringLiteral(".");
            sentences << sentence;
        }
        shown.push_back(std::move(row));
    }
    effect_->setSummary(sentences.join(u' '));
    effect_->setRows(std::move(shown));
    card_->setFinding(sentences.isEmpty() ? QString() : sentences.last());
    if (truth == known_.end() && !truths_.isRunning() && isVisible()) // it costs a core some seconds, which a training may need
        truths_.start([key, drawn](std::stop_token stop) {
            return std::pair(key, sample_truth(drawn.name, drawn.bias, stop));
        });
}

void CausalCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showEffect();
}

} // namespace fairloom::ui
