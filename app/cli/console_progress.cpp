#include "app/cli/console_progress.h"

#include "app/cli/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace fairloom::cli {

namespace {

using namespace std::chrono_literals;

Message stage_text(const RunStatus &status)
{
    switch (status.stage) {
    case RunStage::loading: return FAIRLOOM_TEXT("preparing the data");
    case RunStage::teacher: return Message(FAIRLOOM_TEXT("training the teacher, %1 epochs"), {std::to_string(status.epochs)});
    case RunStage::student: return Message(FAIRLOOM_TEXT("distilling the student, %1 epochs"), {std::to_string(status.epochs)});
    case RunStage::control: return FAIRLOOM_TEXT("training the controls");
    case RunStage::generating: return FAIRLOOM_TEXT("generating rows");
    case RunStage::evaluating: return FAIRLOOM_TEXT("evaluating");
    case RunStage::repeats: return FAIRLOOM_TEXT("training with other seeds");
    case RunStage::saving: return FAIRLOOM_TEXT("saving");
    case RunStage::waiting:
    case RunStage::finished:
    case RunStage::stopped:
    case RunStage::failed: break;
    }
    return {};
}

} // namespace

std::string duration_text(double seconds)
{
    const long long s = std::llround(seconds);
    return s >= 3600 ? fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60) : fmt::format("{}:{:02}", s / 60, s % 60);
}

ConsoleProgress::ConsoleProgress() : terminal_(::isatty(STDERR_FILENO) == 1) {}

ConsoleProgress::~ConsoleProgress() { clear(); }

void ConsoleProgress::report(const Message &stage, double fraction)
{
    if (terminal_)
        draw(text(stage), fraction, -1);
    else if (stage.text != last_stage_) {
        last_stage_ = stage.text;
        line(text(stage));
    }
}

void BarProgress::report(const Message &stage, double fraction) { console_.draw(text(stage), fraction, -1); }

void ConsoleProgress::draw(const std::string &activity, double fraction, double seconds_left)
{
    const std::lock_guard lock(mutex_);
    const Clock::time_point now = Clock::now();
    if (!terminal_ || (drawn_ && now - last_draw_ < 80ms))
        return;
    constexpr int cells = 24;
    const int full = static_cast<int>(std::lround(std::clamp(fraction, 0.0, 1.0) * cells));
    std::string bar;
    for (int i = 0; i < cells; ++i)
        bar += i < full ? "\u2588" : "\u2591";
    std::string out = fmt::format("\r\033[K{} {:3.0f} %  {}", bar, 100 * std::clamp(fraction, 0.0, 1.0), activity);
    if (seconds_left >= 0)
        out.append("  ").append(text(Message(FAIRLOOM_TEXT("%1 left"), {duration_text(seconds_left)})));
    std::fputs(out.c_str(), stderr);
    std::fflush(stderr);
    drawn_ = true;
    last_draw_ = now;
}

void ConsoleProgress::line(const std::string &what)
{
    const std::lock_guard lock(mutex_);
    if (terminal_ || what.empty())
        return;
    std::fputs((what + "\n").c_str(), stderr);
    std::fflush(stderr);
}

void ConsoleProgress::clear()
{
    const std::lock_guard lock(mutex_);
    if (drawn_)
        std::fputs("\r\033[K", stderr);
    drawn_ = false;
}

RunWatcher::RunWatcher(const RunMonitor &monitor, ConsoleProgress &console)
    : monitor_(monitor), console_(console), thread_([this](std::stop_token stop) { watch(std::move(stop)); })
{
}

RunWatcher::~RunWatcher()
{
    thread_.request_stop();
    thread_.join();
    console_.clear();
}

void RunWatcher::watch(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        const RunStatus status = monitor_.status();
        const std::string stage = text(stage_text(status));
        if (status.stage != last_ && !stage.empty()) {
            last_ = status.stage;
            if (status.stage != RunStage::loading) // over in a moment, and its input may still be refused
                console_.line(stage);
        }
        if (!stage.empty())
            console_.draw(status.activity.empty() ? stage : text(status.activity), status.fraction, status.seconds_left);
        std::this_thread::sleep_for(30ms);
    }
}

} // namespace fairloom::cli
