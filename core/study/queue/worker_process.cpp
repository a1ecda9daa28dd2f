#include "core/study/queue/worker_process.h"

#include "core/base/error.h"
#include "core/base/system.h"
#include "core/study/store/project_paths.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <sstream>
#include <system_error>

extern char **environ;

namespace fairloom {

namespace fs = std::filesystem;

namespace {

constexpr int news_descriptor = 3;  // in the worker
constexpr int worker_niceness = 5;
constexpr std::array stage_names{"waiting", "loading", "teacher", "student", "control", "generating", "evaluating", "repeats", "saving", "finished", "stopped", "failed"};

int status_of(int state) { return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state); }

/// What a started program is given; freed whatever happens.
class SpawnSettings {
public:
    SpawnSettings()
    {
        posix_spawn_file_actions_init(&files);
        posix_spawnattr_init(&attributes);
        // What our own start was told to ignore (nohup, a shell's background) it must still hear.
        sigset_t heard, none;
        sigemptyset(&none);
        sigemptyset(&heard);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
            sigaddset(&heard, signal);
        posix_spawnattr_setsigdefault(&attributes, &heard);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    }
    ~SpawnSettings()
    {
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&files);
    }
    SpawnSettings(const SpawnSettings &) = delete;
    SpawnSettings &operator=(const SpawnSettings &) = delete;

    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
};

std::vector<char *> arguments_of(std::vector<std::string> &words)
{
    std::vector<char *> out;
    for (std::string &word : words)
        out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

[[noreturn]] void refuse_start(const fs::path &program, int error)
{
    throw InputError(Message(FAIRLOOM_TEXT("The program that runs a trial cannot be started (%1)"), {std::generic_category().message(error)}), program.string(),
                     FAIRLOOM_TEXT("Check that it is there and may be executed"));
}

} // namespace

WorkerProcess::WorkerProcess(const WorkerCommand &command) : kills_before_(system::memory_kills())
{
    const std::string log = (command.folder / "log.txt").string(), program = command.program.string();
    std::vector<std::string> words{program,     "run",
                                   "--config",  (command.folder / "config.json").string(),
                                   "--threads", std::to_string(command.threads),
                                   "--out",     command.folder.string(),
                                   "--worker",  std::to_string(::getpid()),
                                   command.fresh ? "--force" : "--resume"};
    if (!command.teachers.empty())
        words.insert(words.end(), {"--teachers", command.teachers.string()});
    if (command.memory > 0)
        words.insert(words.end(), {"--memory-limit", std::to_string(std::max<std::size_t>(1, command.memory / 1'000'000))});
    // A worker that writes faster than it is read loses news rather than time.
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        refuse_start(command.program, errno);
    SpawnSettings settings;
    posix_spawn_file_actions_addopen(&settings.files, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | (command.fresh ? O_TRUNC : O_APPEND), 0644);
    posix_spawn_file_actions_adddup2(&settings.files, STDOUT_FILENO, STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&settings.files, ends[1], news_descriptor);
    const int error = posix_spawn(&pid_, program.c_str(), &settings.files, &settings.attributes, arguments_of(words).data(), environ);
    ::close(ends[1]);
    pipe_ = ends[0];
    if (error != 0) {
        ::close(pipe_);
        refuse_start(command.program, error);
    }
}

WorkerProcess::~WorkerProcess()
{
    if (!end_) {
        kill();
        int state = 0;
        while (::waitpid(pid_, &state, 0) < 0 && errno == EINTR) {
        }
    }
    ::close(pipe_);
}

const WorkerNews &WorkerProcess::news()
{
    std::array<char, 4096> buffer{};
    ssize_t got = 0;
    while ((got = ::read(pipe_, buffer.data(), buffer.size())) > 0)
        unread_.append(buffer.data(), static_cast<std::size_t>(got));
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = unread_.find('\n', begin)) != std::string::npos; begin = end + 1)
        take(unread_.substr(begin, end - begin));
    unread_.erase(0, begin);
    return news_;
}

void WorkerProcess::take(const std::string &line)
{
    std::istringstream in(line);
    std::string kind, stage;
    in >> kind;
    if (kind == "at" && in >> news_.fraction >> stage) {
        for (std::size_t s = 0; s < stage_names.size(); ++s)
            if (stage == stage_names[s])
                news_.stage = static_cast<RunStage>(s);
    } else if (kind == "size") {
        DataSize size;
        if (in >> size.train_rows >> size.test_rows >> size.columns >> size.width >> size.states >> size.pixels)
            news_.size = size;
    } else if (kind == "memory") {
        news_.out_of_memory = true;
    }
}

std::optional<WorkerEnd> WorkerProcess::ended()
{
    int state = 0;
    if (end_ || ::waitpid(pid_, &state, WNOHANG) != pid_)
        return end_;
    end_.emplace();
    end_->status = status_of(state);
    end_->signal = WIFSIGNALED(state) ? WTERMSIG(state) : 0;
    end_->out_of_memory = news().out_of_memory || (end_->signal == SIGKILL && system::memory_kills() > kills_before_);
    return end_;
}

void WorkerProcess::interrupt()
{
    if (end_)
        return;
    ::kill(-pid_, SIGINT);
    go_on(); // what stands still hears nothing
}

void WorkerProcess::kill()
{
    if (!end_)
        ::kill(-pid_, SIGKILL);
}

void WorkerProcess::stand_still()
{
    if (!end_)
        ::kill(-pid_, SIGSTOP);
}

void WorkerProcess::go_on()
{
    if (!end_)
        ::kill(-pid_, SIGCONT);
}

std::size_t WorkerProcess::resident() const { return system::resident_memory(pid_).value_or(0); }

WorkerRole::WorkerRole(int parent, const fs::path &folder)
{
    if (parent > 0) {
        system::end_with_parent();
        if (::getppid() != parent)
            throw InputError(FAIRLOOM_TEXT("The queue that this run belongs to has ended"), folder.string(), FAIRLOOM_TEXT("Start the queue again"));
        ::setpriority(PRIO_PROCESS, 0, worker_niceness);
        system::give_way_when_memory_runs_out(); // a run goes before the window and the queue
        ::signal(SIGPIPE, SIG_IGN);
        struct stat kind {};
        heard_ = ::fstat(news_descriptor, &kind) == 0 && S_ISFIFO(kind.st_mode);
        if (heard_)
            ::fcntl(news_descriptor, F_SETFD, FD_CLOEXEC);
    }
    std::error_code error;
    fs::create_directories(folder, error);
    lock_ = FileLock::try_lock(lock_file(folder));
    if (!lock_)
        throw InputError(FAIRLOOM_TEXT("Another process is at work on this run"), folder.string(), FAIRLOOM_TEXT("Wait until it has ended, or choose another folder"));
}

void WorkerRole::write(const std::string &line) const
{
    // Not heard, or more than the pipe holds: then it is not told.
    if (heard_ && ::write(news_descriptor, line.data(), line.size()) < 0)
        return;
}

void WorkerRole::tell(double fraction, RunStage stage) const
{
    write(fmt::format("at {:.5f} {}\n", fraction, stage_names[static_cast<std::size_t>(stage)]));
}

void WorkerRole::tell(const DataSize &size) const
{
    write(fmt::format("size {} {} {} {} {} {}\n", size.train_rows, size.test_rows, size.columns, size.width, size.states, size.pixels));
}

void WorkerRole::tell_out_of_memory() const { write("memory\n"); }

ProgramOutput call_program(const std::vector<std::string> &words, std::chrono::seconds limit)
{
    ProgramOutput output;
    int out[2] = {-1, -1}, error[2] = {-1, -1};
    if (::pipe2(out, O_CLOEXEC) != 0)
        return output;
    if (::pipe2(error, O_CLOEXEC) != 0) {
        ::close(out[0]);
        ::close(out[1]);
        return output;
    }
    pid_t pid = 0;
    bool started = false;
    {
        SpawnSettings settings;
        posix_spawn_file_actions_adddup2(&settings.files, out[1], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&settings.files, error[1], STDERR_FILENO);
        std::vector<std::string> copy = words;
        started = posix_spawnp(&pid, words[0].c_str(), &settings.files, &settings.attributes, arguments_of(copy).data(), environ) == 0;
    }
    ::close(out[1]);
    ::close(error[1]);
    const auto end = std::chrono::steady_clock::now() + limit;
    std::array<pollfd, 2> open{pollfd{out[0], POLLIN, 0}, pollfd{error[0], POLLIN, 0}};
    const std::array<std::string *, 2> texts{&output.out, &output.error};
    bool given_up = false;
    while (started && !given_up && (open[0].fd >= 0 || open[1].fd >= 0)) {
        given_up = std::chrono::steady_clock::now() > end;
        if (::poll(open.data(), open.size(), 200) <= 0)
            continue;
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i].fd < 0 || open[i].revents == 0)
                continue;
            std::array<char, 4096> buffer{};
            const ssize_t got = ::read(open[i].fd, buffer.data(), buffer.size());
            if (got > 0)
                texts[i]->append(buffer.data(), static_cast<std::size_t>(got));
            else if (got == 0 || errno != EINTR)
                open[i].fd = -1;
        }
    }
    ::close(out[0]);
    ::close(error[0]);
    if (!started)
        return output;
    if (given_up)
        ::kill(-pid, SIGKILL);
    int state = 0;
    while (::waitpid(pid, &state, 0) < 0 && errno == EINTR) {
    }
    output.status = given_up ? -1 : status_of(state);
    return output;
}

} // namespace fairloom
