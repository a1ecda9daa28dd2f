#include "core/base/parallel.h"

#include <algorithm>
#include <exception>
#include <thread>
#include <vector>

namespace fairloom {

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
    {
        std::vector<std::jthread> workers;
        workers.reserve(static_cast<std::size_t>(parts - 1));
        for (int part = 1; part < parts; ++part)
            workers.emplace_back(run, part);
        run(0);
    }
    for (const std::exception_ptr &error : errors)
        if (error)
            std::rethrow_exception(error);
}

} // namespace fairloom
