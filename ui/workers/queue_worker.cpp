#include "ui/workers/queue_worker.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace fairloom::ui {

namespace {

constexpr std::chrono::milliseconds between_pictures{200};

bool same(const QueueSnapshot &a, const QueueSnapshot &b)
{
    return a.trials == b.trials && a.paused == b.paused && a.workers == b.workers && a.fraction == b.fraction && a.seconds_left == b.seconds_left
           && a.problem == b.problem;
}

} // namespace

QueueWorker::QueueWorker(const std::filesystem::path &project, QueueSettings settings)
    : project_(project), settings_(std::move(settings)), thread_([this](std::stop_token stop) { work(stop); })
{
}

QueueWorker::~QueueWorker()
{
    stop();
}

void QueueWorker::change(Work work, bool runs, Failed failed, Done done)
{
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back({std::move(work), runs, std::move(failed), std::move(done)});
    }
    wake_.notify_all();
}

void QueueWorker::look()
{
    {
        const std::lock_guard lock(mutex_);
        look_ = true;
    }
    wake_.notify_all();
}

void QueueWorker::stop()
{
    thread_.request_stop();
}

bool QueueWorker::hasEnded() const
{
    const std::lock_guard lock(mutex_);
    return ended_;
}

bool QueueWorker::poll()
{
    std::optional<Picture> news;
    std::vector<Done> answers;
    {
        const std::lock_guard lock(mutex_);
        news.swap(news_);
        answers.swap(answers_);
    }
    if (news)
        shown_ = std::move(*news);
    for (const Done &answer : answers)
        answer();
    return news.has_value();
}

void QueueWorker::work(const std::stop_token &stop)
{
    bool stopping = false;
    while (!stopping) {
        std::deque<Job> jobs;
        {
            std::unique_lock lock(mutex_);
            const auto asked = [this] { return !jobs_.empty() || look_; };
            if (running_)
                wake_.wait_for(lock, stop, between_pictures, asked);
            else
                wake_.wait(lock, stop, asked);
            stopping = stop.stop_requested();
            jobs.swap(jobs_);
            look_ = false;
        }
        if (stopping && running_)
            running_->requestStop(); // before anything that takes time
        if (stopping && jobs.empty() && !running_)
            break;
        std::vector<Done> answers = carryOut(jobs);
        startOrEndRunning(stopping);
        publish(std::move(answers));
        if (!running_)
            queue_.reset();
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
}

bool QueueWorker::open()
{
    if (queue_)
        return true;
    try {
        queue_ = std::make_unique<StudyQueue>(project_, settings_);
    } catch (...) {
        openFailure_ = current_failure();
    }
    return queue_ != nullptr;
}

std::vector<QueueWorker::Done> QueueWorker::carryOut(std::deque<Job> &jobs)
{
    std::vector<Done> answers;
    const auto fail = [&](Job &job, const Failure &failure) {
        if (job.failed)
            answers.push_back([failed = std::move(job.failed), failure] { failed(failure); });
    };
    const bool there = open();
    for (Job &job : jobs) {
        if (!there) {
            fail(job, openFailure_);
            continue;
        }
        try {
            job.work(*queue_);
            wanted_ = wanted_ || job.runs;
            if (job.done)
                answers.push_back(std::move(job.done));
        } catch (...) {
            fail(job, current_failure());
        }
    }
    return answers;
}

void QueueWorker::startOrEndRunning(bool stopping)
{
    if (running_ && stopping) {
        wanted_ = false;
        running_.reset(); // waits for the processes, which save what they have
    }
    if (running_) {
        if (auto ended = running_->fetch()) {
            running_.reset();
            if (!ended->result && ended->failure.kind != Failure::Kind::cancelled) {
                made_.failure = ended->failure;
                wanted_ = false;
            }
        }
    }
    if (!running_ && wanted_ && !stopping && queue_) {
        wanted_ = false;
        made_.failure = {};
        running_ = std::make_unique<Background<bool>>([queue = queue_.get()](std::stop_token stop) {
            queue->run(stop);
            return true;
        });
    }
}

void QueueWorker::publish(std::vector<Done> answers)
{
    Picture now = made_;
    now.running = running_ != nullptr;
    try {
        if (queue_) {
            // why nothing went on is not known any more to a queue that is opened anew
            const Message before = now.snapshot.problem;
            const bool isNew = !made_.running && !now.running;
            now.snapshot = queue_->snapshot();
            now.known = true;
            now.elsewhere = !now.running && StudyQueue::at_work(project_);
            if (isNew && now.snapshot.problem.empty() && now.snapshot.count(TrialState::waiting) > 0)
                now.snapshot.problem = before;
        }
    } catch (...) {
        // somebody kept the database locked: what was known stays until the next picture
    }
    const bool isOther = now.known != made_.known || now.running != made_.running || now.elsewhere != made_.elsewhere
                         || now.failure.english() != made_.failure.english() || !same(now.snapshot, made_.snapshot);
    made_ = std::move(now);
    const std::lock_guard lock(mutex_);
    if (isOther)
        news_ = made_;
    std::move(answers.begin(), answers.end(), std::back_inserter(answers_));
}

} // namespace fairloom::ui
