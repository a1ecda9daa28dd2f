#pragma once

#include "core/base/progress.h"
#include "core/study/store/project_file.h"
#include "core/study/store/run_store.h"
#include "ui/workers/failure.h"

#include <QLockFile>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace fairloom::ui {

/// What a project's folder says before any run's files are read.
struct OpenedProject {
    std::filesystem::path folder;
    std::vector<RunRecord> records; ///< oldest first
    std::int64_t revision = 0;
    ProjectState state;             ///< as by default where nothing was saved
    Failure stateFailure;           ///< set if what was saved cannot be read; the runs are there all the same
    bool isOpenElsewhere = false;   ///< another window has it: that one saves data, set-up and view
    bool wasInterrupted = false;    ///< the window that had it last did not come to close it
};

/// A project's index, worked on by one thread of its own. Jobs are done in the order in which they were asked for; what came of them is
/// handed over when the GUI thread polls. Changes that were asked for are carried out even if the store is closed meanwhile, questions
/// are forgotten. Lives in the GUI thread.
class ProjectStore {
public:
    ProjectStore();
    ~ProjectStore(); ///< close(), and waits

    using Opened = std::function<void(OpenedProject &)>;
    using Failed = std::function<void(const Failure &)>;
    using Done = std::function<void()>;

    /// The first thing to ask for. `place` says which folder, on the store's thread; one that is no project yet becomes one.
    void open(std::function<std::filesystem::path()> place, Opened opened, Failed failed);

    template <typename Result>
    void ask(std::function<Result(RunStore &)> question, std::function<void(Result &)> answered, Failed failed = {})
    {
        add(false, [question = std::move(question), answered = std::move(answered)](RunStore &store) -> Done {
            auto result = std::make_shared<Result>(question(store));
            return [result, answered] { answered(*result); };
        }, std::move(failed));
    }
    void change(std::function<void(RunStore &)> work, Failed failed = {}, Done done = {})
    {
        add(true, [work = std::move(work), done = std::move(done)](RunStore &store) -> Done {
            work(store);
            return done;
        }, std::move(failed));
    }
    /// Saves it unless another window does.
    void save(const ProjectState &state, Failed failed);
    /// Puts the whole folder to another place, which must be empty or not there, and goes on working there. On failure all stays.
    void relocate(const std::filesystem::path &to, bool keepOriginal, std::shared_ptr<Progress> progress, std::stop_token stop, Done done, Failed failed);

    void poll();         ///< calls what answers, in the GUI thread
    bool isIdle() const; ///< nothing was asked that has not been answered
    /// Takes no more questions, and ends once all changes are made; files of removed runs go for good, and with `removeFolder` everything.
    void close(bool removeFolder = false);
    bool hasEnded() const;

    const std::filesystem::path &folder() const { return folder_; } ///< known once it is open; after relocate() the new one

private:
    using Work = std::function<Done(RunStore &)>;
    struct Job {
        bool isChange = false;
        std::function<Done()> run;
    };

    void add(bool isChange, Work work, Failed failed);
    void put(Job job);
    void work();
    void finish();
    OpenedProject openFolder(const std::filesystem::path &folder);
    void takeLock(const std::filesystem::path &folder, OpenedProject *opened);

    std::filesystem::path folder_; ///< as the GUI thread knows it

    // of the thread alone
    std::optional<RunStore> store_;
    std::unique_ptr<QLockFile> lock_;
    std::filesystem::path place_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> jobs_;
    std::vector<Done> answers_;
    bool working_ = false, closing_ = false, removeFolder_ = false, ended_ = false;
    std::jthread thread_; // last: it uses all of the above
};

} // namespace fairloom::ui
