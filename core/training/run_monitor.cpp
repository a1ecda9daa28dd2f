#include "core/training/run_monitor.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t most_clouds = 256;

std::size_t index(CurveStage stage)
{
    return static_cast<std::size_t>(stage);
}

bool over(RunStage stage)
{
    return stage == RunStage::finished || stage == RunStage::stopped || stage == RunStage::failed;
}

} // namespace

double RunMonitor::elapsed_locked() const
{
    if (started_ == Clock::time_point{})
        return 0;
    if (!running_)
        return status_.seconds_elapsed;
    Clock::duration pauses = paused_for_;
    if (status_.paused)
        pauses += Clock::now() - paused_at_;
    return std::chrono::duration<double>(Clock::now() - started_ - pauses).count();
}

void RunMonitor::report(const Message &stage, double fraction)
{
    const std::lock_guard lock(mutex_);
    status_.activity = stage;
    status_.fraction = span_begin_ + (span_end_ - span_begin_) * std::clamp(fraction, 0.0, 1.0);
}

void RunMonitor::set_stage(RunStage stage, int epochs)
{
    const std::lock_guard lock(mutex_);
    if (started_ == Clock::time_point{}) {
        started_ = Clock::now();
        running_ = true;
    }
    status_.stage = stage;
    status_.activity = {}; // that of the stage before would be wrong until the first report
    status_.epoch = 0;
    status_.epochs = epochs;
    if (over(stage)) {
        status_.seconds_elapsed = elapsed_locked();
        running_ = false;
        status_.paused = false;
        if (stage == RunStage::finished)
            status_.fraction = 1;
    }
}

void RunMonitor::set_epoch(int epoch, double seconds_per_epoch)
{
    const std::lock_guard lock(mutex_);
    status_.epoch = epoch;
    status_.seconds_per_epoch = seconds_per_epoch;
    if (epochs_to_go_ > 0 && --epochs_to_go_ == 0)
        pause_locked();
}

void RunMonitor::set_span(double begin, double end)
{
    const std::lock_guard lock(mutex_);
    span_begin_ = begin;
    span_end_ = end;
    status_.fraction = begin;
}

void RunMonitor::set_terms(CurveStage stage, std::vector<std::string> names, int epochs)
{
    const std::lock_guard lock(mutex_);
    Curves &curves = curves_[index(stage)];
    curves.terms = std::move(names);
    curves.epochs = epochs;
}

void RunMonitor::add_point(CurveStage stage, CurvePoint point)
{
    const std::lock_guard lock(mutex_);
    curves_[index(stage)].points.push_back(std::move(point));
}

void RunMonitor::set_cloud(std::shared_ptr<const LatentCloud> cloud)
{
    const std::lock_guard lock(mutex_);
    clouds_.push_back(std::move(cloud));
    if (clouds_.size() <= most_clouds)
        return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < clouds_.size(); i += 2) // the newest is one of them: their number is odd
        clouds_[kept++] = std::move(clouds_[i]);
    clouds_.resize(kept);
}

void RunMonitor::set_strip(std::shared_ptr<const PictureStrip> strip)
{
    const std::lock_guard lock(mutex_);
    strip_ = std::move(strip);
}

void RunMonitor::add_leakage(LeakagePoint point)
{
    const std::lock_guard lock(mutex_);
    leakage_.push_back(point);
}

void RunMonitor::checkpoint(const std::stop_token &stop)
{
    std::unique_lock lock(mutex_);
    if (status_.paused)
        resumed_.wait(lock, stop, [this] { return !status_.paused; });
    lock.unlock();
    throw_if_stopped(stop);
}

RunStatus RunMonitor::status() const
{
    const std::lock_guard lock(mutex_);
    RunStatus status = status_;
    status.seconds_elapsed = elapsed_locked();
    // Work so far predicts the rest; before a fiftieth is done the estimate would only jump about.
    if (running_ && status.fraction > 0.02)
        status.seconds_left = status.seconds_elapsed * (1 - status.fraction) / status.fraction;
    return status;
}

std::vector<std::string> RunMonitor::terms(CurveStage stage) const
{
    const std::lock_guard lock(mutex_);
    return curves_[index(stage)].terms;
}

int RunMonitor::epochs(CurveStage stage) const
{
    const std::lock_guard lock(mutex_);
    return curves_[index(stage)].epochs;
}

std::vector<CurvePoint> RunMonitor::points_since(CurveStage stage, std::size_t from) const
{
    const std::lock_guard lock(mutex_);
    const std::vector<CurvePoint> &points = curves_[index(stage)].points;
    from = std::min(from, points.size());
    return {points.begin() + static_cast<std::ptrdiff_t>(from), points.end()};
}

std::shared_ptr<const LatentCloud> RunMonitor::cloud() const
{
    const std::lock_guard lock(mutex_);
    return clouds_.empty() ? nullptr : clouds_.back();
}

std::size_t RunMonitor::cloud_count() const
{
    const std::lock_guard lock(mutex_);
    return clouds_.size();
}

std::shared_ptr<const LatentCloud> RunMonitor::cloud_at(std::size_t index) const
{
    const std::lock_guard lock(mutex_);
    return index < clouds_.size() ? clouds_[index] : nullptr;
}

std::shared_ptr<const PictureStrip> RunMonitor::strip() const
{
    const std::lock_guard lock(mutex_);
    return strip_;
}

std::vector<LeakagePoint> RunMonitor::leakage_since(std::size_t from) const
{
    const std::lock_guard lock(mutex_);
    from = std::min(from, leakage_.size());
    return {leakage_.begin() + static_cast<std::ptrdiff_t>(from), leakage_.end()};
}

void RunMonitor::pause_locked()
{
    if (running_ && !status_.paused) {
        status_.paused = true;
        paused_at_ = Clock::now();
    }
}

void RunMonitor::pause()
{
    const std::lock_guard lock(mutex_);
    epochs_to_go_ = 0;
    pause_locked();
}

void RunMonitor::resume()
{
    advance(0);
}

void RunMonitor::advance(int epochs)
{
    {
        const std::lock_guard lock(mutex_);
        epochs_to_go_ = epochs;
        if (!status_.paused)
            return;
        status_.paused = false;
        paused_for_ += Clock::now() - paused_at_;
    }
    resumed_.notify_all();
}

bool RunMonitor::paused() const
{
    const std::lock_guard lock(mutex_);
    return status_.paused;
}

} // namespace fairloom
