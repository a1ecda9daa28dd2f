#include "ui/window/ready_studies.h"

#include "core/study/builtin_studies.h"
#include "ui/style/look.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/window/study_words.h"
#include "ui/workers/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace fairloom::ui {

namespace {

/// From what most people ask first to what takes longest; others come behind them.
constexpr std::array order{"loss", "weights", "sensitive", "imbalance", "head-to-head", "architecture"};

std::size_t placeOf(const BuiltinStudy &study)
{
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), study.name) - order.begin());
}

QLabel *words(const QString &text, const char *look)
{
    auto *label = new QLabel(text);
    label->setProperty("look", look);
    label->setWordWrap(true);
    return label;
}

} // namespace

StudyCard::StudyCard(const QString &name, const QString &title, const QString &description, QWidget *parent)
    : QFrame(parent), count_(words({}, "muted")), reason_(words({}, "warning")), change_(new QPushButton(tr("Change…"))),
      start_(new QPushButton(tr("Start")))
{
    setObjectName(QStringLiteral("studyCard_") + name);
    setAccessibleName(title);
    setProperty("look", "card");
    count_->setObjectName(QStringLiteral("studyCount_") + name);
    reason_->setObjectName(QStringLiteral("studyReason_") + name);
    change_->setObjectName(QStringLiteral("studyChange_") + name);
    change_->setAccessibleName(tr("Change %1").arg(title));
    change_->setToolTip(tr("Show it in the form, to change it before it starts"));
    start_->setObjectName(QStringLiteral("studyStart_") + name);
    start_->setAccessibleName(tr("Start %1").arg(title));
    start_->setToolTip(tr("Start it as it is, on the open data"));
    for (QPushButton *button : {change_, start_}) {
        button->setAutoDefault(false);
        button->setProperty("look", "chip");
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space - 2);
    line->addWidget(count_, 1);
    line->addWidget(change_);
    line->addWidget(start_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::wide, Theme::space, Theme::wide, Theme::space);
    layout->setSpacing(2);
    layout->addWidget(words(title, "title"));
    layout->addWidget(words(description, "finding"));
    layout->addLayout(line);
    layout->addWidget(reason_);
    setReason({});
}

void StudyCard::setCount(const QString &text)
{
    count_->setText(text);
}

void StudyCard::setReason(const QString &reason)
{
    reason_->setText(reason);
    reason_->setVisible(!reason.isEmpty());
    start_->setEnabled(reason.isEmpty());
}

void StudyCard::setCurrent(bool current)
{
    setLook(this, current ? QStringLiteral("note") : QStringLiteral("card"));
}

ReadyStudies::ReadyStudies(Session &session, QWidget *parent)
    : QScrollArea(parent), session_(session), preparing_([this](std::vector<Outcome> &outcomes) { take(outcomes); })
{
    setObjectName(QStringLiteral("readyStudies"));
    setAccessibleName(tr("Ready studies"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, Theme::wide, 0);
    layout->setSpacing(Theme::space);

    std::vector<BuiltinStudy> studies = builtin_studies();
    std::stable_sort(studies.begin(), studies.end(), [](const auto &a, const auto &b) { return placeOf(a) < placeOf(b); });
    for (const BuiltinStudy &study : studies) {
        Ready &ready = ready_.emplace_back();
        ready.plan = parse_study_plan(study.text, study.name);
        ready.evaluation = takeApart(ready.plan).choices.evaluation;
        ready.card = new StudyCard(toQString(study.name), studyTitle(ready.plan), studyDescription(ready.plan));
        layout->addWidget(ready.card);
        const std::size_t index = ready_.size() - 1;
        connect(ready.card->changeButton(), &QPushButton::clicked, this, [this, index] { emit changeRequested(ready_[index].plan); });
        connect(ready.card->startButton(), &QPushButton::clicked, this, [this, index] {
            if (ready_[index].prepared)
                emit startRequested(*ready_[index].prepared);
        });
    }
    layout->addStretch(1);
    setWidget(content);
}

void ReadyStudies::setData(const OpenStudyData *open, const QString &reason)
{
    for (Ready &ready : ready_) {
        ready.prepared.reset();
        ready.card->setCount({});
        ready.card->setReason(reason);
        ready.card->startButton()->setEnabled(false); // until it is known that it works
    }
    preparing_.discard();
    if (open && reason.isEmpty())
        prepare(*open);
}

void ReadyStudies::prepare(const OpenStudyData &open)
{
    std::vector<StudyPlan> plans;
    for (Ready &ready : ready_) {
        StudyParts parts = takeApart(ready.plan);
        suitTo(open, parts);
        ready.reason = parts.choices.eachAlone && open.sensitive.size() < 2
                           ? tr("The open data have one sensitive attribute. Name another one under Set-up, Sensitive.")
                           : QString();
        plans.push_back(putTogether(parts, &open));
    }
    preparing_.start([plans = std::move(plans)](std::stop_token stop) {
        std::vector<Outcome> out;
        for (const StudyPlan &plan : plans) {
            Outcome &one = out.emplace_back();
            try {
                one.prepared = prepareStudy(plan, {}, stop);
            } catch (const Cancelled &) {
                throw;
            } catch (...) {
                one.failure = current_failure();
            }
        }
        return out;
    });
}

void ReadyStudies::take(std::vector<Outcome> &outcomes)
{
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        Ready &ready = ready_[i];
        ready.prepared = std::move(outcomes[i].prepared);
        ready.card->setReason(!ready.reason.isEmpty() ? ready.reason : ready.prepared ? QString() : outcomes[i].failure.sentence());
    }
    showTimes();
}

void ReadyStudies::showTimes()
{
    for (const Ready &ready : ready_)
        ready.card->setCount(ready.prepared ? countAndTime(ready.prepared->runs, session_, ready.evaluation) : QString());
}

void ReadyStudies::setCurrent(const QString &name)
{
    for (const Ready &ready : ready_) {
        const bool isCurrent = !name.isEmpty() && toQString(ready.plan.name) == name;
        ready.card->setCurrent(isCurrent);
        if (isCurrent)
            ensureWidgetVisible(ready.card, 0, Theme::space);
    }
}

QString countAndTime(std::size_t runs, const Session &session, const std::string &evaluation)
{
    const auto time = lastRunTime(session, evaluation);
    return time ? QStringLiteral("%1 · %2").arg(runCount(runs), aboutTime(time->seconds * static_cast<double>(runs))) : runCount(runs);
}

} // namespace fairloom::ui
