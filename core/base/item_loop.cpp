#include "core/base/item_loop.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>

namespace fairloom {

void for_each_item(std::size_t count, int threads, const Message &stage, Progress &progress, const std::stop_token &stop,
                   const std::function<void(std::size_t, int)> &body)
{
    throw_if_stopped(stop);
    progress.report(stage, 0);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> ending{false}; // one has thrown: the others need not go on
    const int parts = static_cast<int>(std::clamp<std::size_t>(count, 1, static_cast<std::size_t>(std::max(threads, 1))));
    parallel_for(static_cast<std::size_t>(parts), parts, [&](std::size_t, std::size_t, int part) {
        try {
            for (std::size_t item = next++; item < count && !ending; item = next++) {
                throw_if_stopped(stop);
                body(item, part);
                if (part == 0)
                    progress.report(stage, static_cast<double>(std::min(next.load(), count)) / static_cast<double>(count));
            }
        } catch (...) {
            ending = true;
            throw;
        }
    });
    progress.report(stage, 1);
}

} // namespace fairloom
