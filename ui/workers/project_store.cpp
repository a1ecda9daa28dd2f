#include "ui/workers/project_store.h"

#include "core/base/error.h"
#include "core/study/queue/study_queue.h"
#include "ui/text.h"
#include "ui/workers/folder_transfer.h"

#include <QFileInfo>

#include <algorithm>
#include <system_error>

namespace fairloom::ui {

namespace fs = std::filesystem;

namespace {

/// Runs of a study may wait in a project that has none yet.
bool hasUnfinishedStudy(const fs::path &project)
{
    try {
        const QueueSnapshot queue = StudyQueue(project, {}).snapshot();
        return queue.count(TrialState::waiting) + queue.count(TrialState::running) > 0;
    } catch (...) {
        return true; // what cannot be read is not deleted
    }
}

} // namespace

ProjectStore::ProjectStore() : thread_([this] { work(); })
{
}

ProjectStore::~ProjectStore()
{
    close();
}

void ProjectStore::put(Job job)
{
    {
        const std::lock_guard lock(mutex_);
        if (closing_)
            return;
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
}

void ProjectStore::add(bool isChange, Work work, Failed failed)
{
    put({isChange, [this, work = std::move(work), failed = std::move(failed)]() -> Done {
             try {
                 if (!store_)
                     throw InputError(FAIRLOOM_TEXT("The project is not open"), place_.string(), FAIRLOOM_TEXT("Open it again"));
                 return work(*store_);
             } catch (...) {
                 return [failure = current_failure(), failed] {
                     if (failed)
                         failed(failure);
                 };
             }
         }});
}

void ProjectStore::open(std::function<fs::path()> place, Opened opened, Failed failed)
{
    put({true, [this, place = std::move(place), opened = std::move(opened), failed = std::move(failed)]() -> Done {
             try {
                 place_ = place();
                 auto result = std::make_shared<OpenedProject>(openFolder(place_));
                 return [this, result, opened] {
                     folder_ = result->folder;
                     opened(*result);
                 };
             } catch (...) {
                 return [failure = current_failure(), failed] { failed(failure); };
             }
         }});
}

/// Another window's lock keeps this one from saving data, set-up and view; the index is made for several.
void ProjectStore::takeLock(const fs::path &folder, OpenedProject *opened)
{
    const QString file = QString::fromStdString((folder / "window.lock").string());
    const bool wasThere = QFileInfo::exists(file);
    lock_ = std::make_unique<QLockFile>(file);
    lock_->setStaleLockTime(0); // held as long as its process lives
    const bool taken = lock_->tryLock(200); // one who only looks whether it is held lets go at once
    if (!opened)
        return;
    opened->wasInterrupted = taken && wasThere;
    opened->isOpenElsewhere = !taken && lock_->error() == QLockFile::LockFailedError;
}

OpenedProject ProjectStore::openFolder(const fs::path &folder)
{
    OpenedProject opened;
    opened.folder = folder;
    store_.emplace(folder);
    takeLock(folder, &opened);
    opened.revision = store_->revision();
    opened.records = store_->records();
    try {
        opened.state = read_project(folder);
    } catch (...) {
        opened.stateFailure = current_failure();
    }
    return opened;
}

void ProjectStore::save(const ProjectState &state, Failed failed)
{
    change(
        [this, state](RunStore &) {
            if (lock_ && (lock_->isLocked() || lock_->error() != QLockFile::LockFailedError))
                write_project(place_, state);
        },
        std::move(failed));
}

void ProjectStore::relocate(const fs::path &to, bool keepOriginal, std::shared_ptr<Progress> progress, std::stop_token stop, Done done, Failed failed)
{
    put({true, [this, to, keepOriginal, progress, stop, done = std::move(done), failed = std::move(failed)]() -> Done {
             const auto reopen = [this](const fs::path &place) {
                 store_.emplace(place);
                 takeLock(place, nullptr);
                 place_ = place;
             };
             try {
                 check_transfer(place_, to);
                 store_.reset(); // what its log holds goes into the file
                 lock_.reset();
                 transfer_folder(place_, to, keepOriginal, *progress, stop);
                 reopen(to);
                 return [this, to, done] {
                     folder_ = to;
                     done();
                 };
             } catch (...) {
                 const Failure failure = current_failure();
                 try {
                     if (!store_)
                         reopen(place_);
                 } catch (...) {
                     // every later job says that the project is not open
                 }
                 return [failure, failed] { failed(failure); };
             }
         }});
}

void ProjectStore::work()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
        if (jobs_.empty())
            break;
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        working_ = true;
        lock.unlock();
        Done answer = job.run();
        lock.lock();
        working_ = false;
        if (answer)
            answers_.push_back(std::move(answer));
    }
    lock.unlock();
    finish();
    lock.lock();
    ended_ = true;
}

void ProjectStore::finish()
{
    bool remove = false;
    {
        const std::lock_guard lock(mutex_);
        remove = removeFolder_;
    }
    remove = remove && store_ && !hasUnfinishedStudy(place_);
    const bool ours = lock_ && lock_->isLocked(); // another window may still want to undo a removal
    try {
        if (store_ && ours && !remove)
            store_->purge();
    } catch (...) {
        // they stay hidden, and go another time
    }
    store_.reset();
    lock_.reset();
    std::error_code ignored;
    if (remove && ours)
        fs::remove_all(place_, ignored);
}

void ProjectStore::poll()
{
    std::vector<Done> answers;
    {
        const std::lock_guard lock(mutex_);
        answers.swap(answers_);
    }
    for (const Done &answer : answers)
        answer();
}

bool ProjectStore::isIdle() const
{
    const std::lock_guard lock(mutex_);
    return jobs_.empty() && !working_ && answers_.empty();
}

void ProjectStore::close(bool removeFolder)
{
    {
        const std::lock_guard lock(mutex_);
        if (!closing_) {
            closing_ = true;
            removeFolder_ = removeFolder;
            std::erase_if(jobs_, [](const Job &job) { return !job.isChange; });
        }
    }
    wake_.notify_one();
}

bool ProjectStore::hasEnded() const
{
    const std::lock_guard lock(mutex_);
    return ended_;
}

} // namespace fairloom::ui
