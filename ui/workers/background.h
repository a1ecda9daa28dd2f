#pragma once

#include "core/base/signals.h"
#include "core/base/system.h"
#include "ui/workers/failure.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace fairloom::ui {

/// One piece of work on a thread of its own. The thread leaves what came of it in a box under a mutex and ends; the GUI
/// thread looks into the box at its own rate. No signal and no event crosses threads. The destructor asks the work to
/// stop and waits for it.
template <typename Result>
class Background {
public:
    using Work = std::function<Result(std::stop_token)>;

    struct Ended {
        std::optional<Result> result;
        Failure failure; ///< set if there is no result
    };

    explicit Background(Work work)
        : box_(std::make_shared<Box>()), thread_([box = box_, work = std::move(work)](std::stop_token stop) {
              const SignalsHeldBack heldBack;
              system::give_way_to_other_threads(); // the GUI thread's turn comes first
              Ended ended;
              try {
                  ended.result.emplace(work(stop));
              } catch (...) {
                  ended.failure = current_failure();
              }
              const std::lock_guard lock(box->mutex);
              box->ended.emplace(std::move(ended));
          })
    {
    }

    void requestStop() { thread_.request_stop(); }

    /// What came of it, once; empty while the work goes on and after it was fetched.
    std::optional<Ended> fetch()
    {
        const std::lock_guard lock(box_->mutex);
        return std::exchange(box_->ended, std::nullopt);
    }

private:
    struct Box {
        std::mutex mutex;
        std::optional<Ended> ended;
    };
    std::shared_ptr<Box> box_;
    std::jthread thread_;
};

} // namespace fairloom::ui
