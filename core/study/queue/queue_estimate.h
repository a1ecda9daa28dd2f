#pragma once

#include "core/study/queue/queue_state.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

struct QueueEstimate {
    double fraction = 0;        ///< of all trials; cancelled ones count as over
    double seconds_left = -1;   ///< negative = unknown
};

/// How long the waiting and running trials will take on so many workers: each as long as those of its data set and variant have taken on average,
/// or those of its data set, or all. Where none has ended, running ones are taken to go on at their pace.
/// `progress`: of running trials, fraction and seconds so far.
QueueEstimate estimate_queue(const std::vector<StoredTrial> &trials, const std::map<std::string, std::pair<double, double>> &progress, int workers);

} // namespace fairloom
