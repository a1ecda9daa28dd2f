#include "app/cli/worker_teller.h"

#include <chrono>

namespace fairloom::cli {

WorkerTeller::WorkerTeller(const RunMonitor &monitor, const WorkerRole &role)
    : thread_([&monitor, &role](const std::stop_token &stop) {
          while (!stop.stop_requested()) {
              const RunStatus status = monitor.status();
              role.tell(status.fraction, status.stage);
              std::this_thread::sleep_for(std::chrono::milliseconds(100));
          }
      })
{
}

WorkerTeller::~WorkerTeller()
{
    thread_.request_stop();
    thread_.join();
}

} // namespace fairloom::cli
