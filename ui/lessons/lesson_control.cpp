#include "ui/lessons/lesson_control.h"

#include "core/data/sample_source.h"
#include "core/study/presets.h"
#include "ui/lessons/spotlight.h"
#include "ui/text.h"
#include "ui/window/preferences.h"
#include "ui/window/setup_commands.h"

#include <QAbstractButton>
#include <QRegularExpression>
#include <QUndoStack>
#include <QWidget>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr int lookEvery = 120; // milliseconds

int newestRun(const Session &session)
{
    const std::vector<const RunEntry *> runs = session.runs(); // newest first
    return runs.empty() ? -1 : runs.front()->id;
}

int indexOf(const std::vector<std::string> &names, const std::string &name)
{
    return int(std::find(names.begin(), names.end(), name) - names.begin());
}

/// Of several with that name, one that can be seen.
template <typename Type>
Type *findVisible(QWidget *window, const std::string &name)
{
    Type *found = nullptr;
    for (Type *widget : window->findChildren<Type *>(toQString(name)))
        if (!found || widget->isVisible())
            found = widget;
    return found;
}

} // namespace

LessonControl::LessonControl(Session &session, QUndoStack &undo, Stage stage, QWidget *window)
    : QObject(window), session_(session), undo_(undo), stage_(std::move(stage)), window_(window)
{
    timer_.setInterval(lookEvery);
    connect(&timer_, &QTimer::timeout, this, &LessonControl::look);
}

LessonControl::~LessonControl() = default;

bool LessonControl::start(const Lesson &lesson)
{
    if (session_.activeRun())
        return false;
    if (lesson_)
        leave();
    const bool own = (session_.dataset() && !is_sample_source(session_.dataset()->source)) || !session_.runs().empty();
    const int left = preferences::lessonStep(toQString(lesson.name));
    const int first = left > 0 && left < int(lesson.steps.size()) ? left : 0;
    if (own && first == 0)
        stage_.newProject();
    lesson_ = lesson;
    settingsBefore_ = session_.settings();
    lessonFloor_ = newestRun(session_);
    timer_.start();
    enter(first);
    return true;
}

void LessonControl::leave()
{
    if (!lesson_)
        return;
    timer_.stop();
    delete spotlight_;
    const RunSettings before = *settingsBefore_;
    lesson_.reset();
    settingsBefore_.reset();
    if (session_.settings() != before && session_.settings().kind == before.kind)
        undo_.push(new ChangeSettings(session_, before, {}, tr("Settings before the lesson")));
    emit changed();
}

void LessonControl::next()
{
    if (!lesson_)
        return;
    if (step_ + 1 < int(lesson_->steps.size()))
        return enter(step_ + 1);
    step_ = 0;
    remember(); // the next time it begins anew
    leave();
}

void LessonControl::back()
{
    if (lesson_ && step_ > 0)
        enter(step_ - 1);
}

void LessonControl::remember()
{
    preferences::setLessonStep(toQString(lesson_->name), step_);
}

void LessonControl::enter(int step)
{
    step_ = step;
    remember();
    reached_ = false;
    stepFloor_ = newestRun(session_);
    sourceBefore_ = session_.dataset() ? session_.dataset()->source : std::string();
    shownText_ = shownWait_ = QString();
    const LessonStep &now = currentStep();
    if (session_.dataset() && !now.view.empty())
        stage_.showView(indexOf(lesson_views(), now.view));
    if (session_.dataset() && !now.page.empty())
        stage_.showPage(indexOf(lesson_pages(), now.page));
    if (!spotlight_)
        spotlight_ = new Spotlight(window_);
    spotlight_->pointAt(nullptr);
    look();
    emit changed();
}

bool LessonControl::does(LessonAct::Kind kind) const
{
    const std::vector<LessonAct> &acts = currentStep().acts;
    return std::any_of(acts.begin(), acts.end(), [kind](const LessonAct &act) { return act.kind == kind; });
}

/// Of a step that trains itself, a run since it began; of another, the lesson's newest.
bool LessonControl::hasRun(const std::string &state) const
{
    const int floor = does(LessonAct::Kind::train) ? stepFloor_ : lessonFloor_;
    const std::vector<const RunEntry *> runs = session_.runs(); // newest first
    return !runs.empty() && runs.front()->id > floor && (state == "begun" || (!runs.front()->active() && runs.front()->outcome));
}

bool LessonControl::isMet(const LessonGoal &goal) const
{
    const auto data = session_.dataset();
    const std::string source = data ? data->source : std::string();
    const bool settled = data && session_.problem() && !session_.isLoading();
    if (!goal.data.empty() && !(settled && source == goal.data))
        return false;
    if (goal.bias_most && !(settled && is_sample_source(source) && parse_sample_source(source).bias <= *goal.bias_most + 1e-9))
        return false;
    if (goal.redrawn && !(settled && source != sourceBefore_))
        return false;
    for (const auto &[key, text] : goal.settings) {
        RunSettings wanted = session_.settings();
        set_setting(wanted, key, text);
        if (get_setting(wanted, key) != get_setting(session_.settings(), key))
            return false;
    }
    if (!goal.run.empty() && !hasRun(goal.run))
        return false;
    if (goal.epoch > 0) {
        const RunEntry *run = session_.currentRun();
        const bool far = run && (!run->active() || run->monitor->status().stage > RunStage::teacher || run->monitor->status().epoch >= goal.epoch);
        if (!far)
            return false;
    }
    if (!goal.view.empty() && stage_.view() != indexOf(lesson_views(), goal.view))
        return false;
    if (!goal.page.empty() && stage_.page() != indexOf(lesson_pages(), goal.page))
        return false;
    if (!goal.pressed.empty()) {
        const auto *button = findVisible<QAbstractButton>(window_, goal.pressed);
        return button && button->isChecked();
    }
    return true;
}

void LessonControl::look()
{
    if (!lesson_)
        return;
    const LessonStep &now = currentStep();
    if (spotlight_)
        spotlight_->pointAt(now.point_at.empty() ? nullptr : findVisible<QWidget>(window_, now.point_at));
    const bool met = isMet(now.until);
    if (met != reached_ && (met || now.until.run.empty())) { // a run that was there stays there
        reached_ = met;
        emit changed();
    }
    const QString text = stepText(), wait = waitingFor();
    if (text != shownText_ || wait != shownWait_) {
        shownText_ = text;
        shownWait_ = wait;
        emit textChanged();
    }
}

QString LessonControl::waitingFor() const
{
    if (!lesson_ || currentStep().until.empty())
        return {};
    if (reached_)
        return tr("Done.");
    if (const RunEntry *run = session_.activeRun(); run && !currentStep().until.run.empty()) {
        const RunStatus status = run->monitor->status();
        return status.paused ? tr("Paused: %1").arg(translated(status.activity))
                             : tr("%1 (%2)").arg(translated(status.activity), percent(status.fraction, 0));
    }
    if (session_.isLoading())
        return tr("Opening…");
    return tr("Waiting for you.");
}

bool LessonControl::canDoIt() const
{
    if (!lesson_ || currentStep().acts.empty() || session_.isLoading() || session_.isProjectBusy())
        return false;
    return !session_.activeRun() || does(LessonAct::Kind::advance);
}

void LessonControl::doIt()
{
    if (!canDoIt())
        return;
    const std::vector<LessonAct> acts = currentStep().acts; // an act may lead to another step
    for (const LessonAct &act : acts)
        perform(act);
    look();
    emit changed();
}

void LessonControl::perform(const LessonAct &act)
{
    switch (act.kind) {
    case LessonAct::Kind::open: return stage_.open(toQString(act.text));
    case LessonAct::Kind::settings: return apply(act.values);
    case LessonAct::Kind::train:
        if (!session_.activeRun())
            stage_.train();
        return;
    case LessonAct::Kind::advance: return session_.advanceRun(act.number);
    case LessonAct::Kind::view: return stage_.showView(indexOf(lesson_views(), act.text));
    case LessonAct::Kind::page: return stage_.showPage(indexOf(lesson_pages(), act.text));
    case LessonAct::Kind::press:
        if (auto *button = findVisible<QAbstractButton>(window_, act.text); button && button->isEnabled()) {
            if (button->isCheckable())
                button->setChecked(true);
            else
                button->click();
        }
        return;
    }
}

void LessonControl::apply(const std::vector<std::pair<std::string, std::string>> &values)
{
    RunSettings after = session_.settings();
    for (const auto &[key, text] : values)
        if (key == "preset")
            apply_preset(after, text);
    for (const auto &[key, text] : values)
        if (key != "preset")
            set_setting(after, key, text);
    after.preset = matching_preset(after);
    if (after != session_.settings())
        undo_.push(new ChangeSettings(session_, after, {}, tr("Settings of the lesson")));
}

const RunEntry *LessonControl::runBefore() const
{
    const RunEntry *current = session_.currentRun();
    for (const RunEntry *run : session_.runs()) // newest first
        if (current && run->id < current->id && run->outcome)
            return run;
    return nullptr;
}

/// "student.dpr", "leakage", "before.student.dpr"
QString LessonControl::figure(const QString &key) const
{
    const QString unknown = QStringLiteral("–");
    const bool before = key.startsWith(u"before.");
    const RunEntry *run = before ? runBefore() : session_.currentRun();
    if (!run)
        return unknown;
    const QStringList words = (before ? key.mid(7) : key).split(u'.');
    if (words.first() == u"leakage") {
        const std::vector<LeakagePoint> points = run->monitor ? run->monitor->leakage_since(0) : std::vector<LeakagePoint>();
        return points.empty() ? unknown : number(points.back().auroc, 2);
    }
    const SourceResult *source = run->outcome ? run->outcome->result.source(words.first().toStdString()) : nullptr;
    if (!source || words.size() != 2)
        return unknown;
    const auto protocol = source->protocols.find(words.first() == u"real" ? "trtr" : "tstr");
    if (protocol == source->protocols.end())
        return unknown;
    const auto classifier = protocol->second.find("xgboost");
    if (classifier == protocol->second.end())
        return unknown;
    const QString what = words.last();
    if (what == u"dpr")
        return number(classifier->second.fairness.dpr, 2);
    if (what == u"eor")
        return number(classifier->second.fairness.eor, 2);
    if (what == u"accuracy")
        return number(classifier->second.utility.accuracy, 2);
    return unknown;
}

QString LessonControl::stepText() const
{
    if (!lesson_)
        return {};
    QString text = translated(currentStep().text);
    static const QRegularExpression place(QStringLiteral(R"(\{([a-z_.]{1,60})\})"));
    qsizetype from = 0;
    for (QRegularExpressionMatch match = place.match(text); match.hasMatch(); match = place.match(text, from)) {
        const QString value = figure(match.captured(1));
        text.replace(match.capturedStart(), match.capturedLength(), value);
        from = match.capturedStart() + value.size();
    }
    return text;
}

} // namespace fairloom::ui
