#include "core/base/parallel.h"

#include "core/base/signals.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fairloom {

namespace {

/// About 20 microseconds: longer than most gaps between two loops of a training step, too short for anybody to notice.
constexpr int spins = 2000;

void relax()
{
#if defined(__x86_64__)
    _mm_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

/// Returns the value once it differs from `old`: looks for a moment, then sleeps.
std::uint32_t wait_for_change(const std::atomic<std::uint32_t> &value, std::uint32_t old)
{
    for (int i = 0; i < spins; ++i) {
        const std::uint32_t now = value.load(std::memory_order_acquire);
        if (now != old)
            return now;
        relax();
    }
    value.wait(old, std::memory_order_acquire);
    return value.load(std::memory_order_acquire);
}

/// The helpers of one calling thread, kept from one loop to the next: starting a thread takes as long as a small loop.
class Team {
public:
    Team() = default;
    Team(const Team &) = delete;
    Team &operator=(const Team &) = delete;
    ~Team()
    {
        ending_ = true;
        round_.fetch_add(1, std::memory_order_release);
        round_.notify_all();
    }

    bool busy() const { return busy_; }

    /// run(part) for every part; run must not throw.
    void work(int parts, const std::function<void(int)> &run)
    {
        busy_ = true;
        while (static_cast<int>(helpers_.size()) < parts - 1)
            helpers_.emplace_back([this, part = static_cast<int>(helpers_.size()) + 1, seen = round_.load()] { help(part, seen); });
        run_ = &run;
        parts_ = parts;
        unfinished_.store(static_cast<std::uint32_t>(helpers_.size()), std::memory_order_relaxed);
        round_.fetch_add(1, std::memory_order_release);
        round_.notify_all();
        run(0);
        std::uint32_t left = unfinished_.load(std::memory_order_acquire);
        while (left != 0)
            left = wait_for_change(unfinished_, left);
        busy_ = false;
    }

private:
    void help(int part, std::uint32_t seen)
    {
        const SignalsHeldBack held_back;
        for (;;) {
            seen = wait_for_change(round_, seen);
            if (ending_)
                return;
            if (part < parts_)
                (*run_)(part);
            if (unfinished_.fetch_sub(1, std::memory_order_acq_rel) == 1)
                unfinished_.notify_one();
        }
    }

    // Written by the caller before round_ is raised, read by the helpers after.
    const std::function<void(int)> *run_ = nullptr;
    int parts_ = 0;
    bool ending_ = false;

    bool busy_ = false;
    std::atomic<std::uint32_t> round_{0};
    std::atomic<std::uint32_t> unfinished_{0};
    std::vector<std::jthread> helpers_; // last: joined while the rest is still there
};

} // namespace

int hardware_threads()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t, std::size_t, int)> &body)
{
    if (count == 0)
        return;
    const int parts = static_cast<int>(std::clamp<std::size_t>(static_cast<std::size_t>(std::max(threads, 1)), 1, count));
    const auto edge = [&](int part) { return count * static_cast<std::size_t>(part) / static_cast<std::size_t>(parts); };
    std::vector<std::exception_ptr> errors(static_cast<std::size_t>(parts));
    const auto run = [&](int part) {
        try {
            body(edge(part), edge(part + 1), part);
        } catch (...) {
            errors[static_cast<std::size_t>(part)] = std::current_exception();
        }
    };
    static thread_local Team team;
    if (parts == 1 || team.busy()) { // a loop inside a loop: its cores are at work already
        for (int part = 0; part < parts; ++part)
            run(part);
    } else {
        team.work(parts, run);
    }
    for (const std::exception_ptr &error : errors)
        if (error)
            std::rethrow_exception(error);
}

} // namespace fairloom
