#include "core/study/queue/queue_estimate.h"

#include <algorithm>

namespace fairloom {

namespace {

struct Mean {
    double total = 0;
    int count = 0;

    void add(double value)
    {
        total += value;
        ++count;
    }
    double value() const { return count > 0 ? total / count : -1; }
};

/// A fraction below this says little of the pace: reading the data is over in no time.
constexpr double telling_fraction = 0.03;

class Times {
public:
    void add(const StoredTrial &trial, double seconds)
    {
        variants_[{trial.data, trial.variant}].add(seconds);
        data_[trial.data].add(seconds);
        all_.add(seconds);
    }
    bool empty() const { return all_.count == 0; }
    double of(const StoredTrial &trial) const
    {
        if (const auto found = variants_.find({trial.data, trial.variant}); found != variants_.end())
            return found->second.value();
        if (const auto found = data_.find(trial.data); found != data_.end())
            return found->second.value();
        return all_.value();
    }

private:
    std::map<std::pair<std::string, std::string>, Mean> variants_;
    std::map<std::string, Mean> data_;
    Mean all_;
};

} // namespace

QueueEstimate estimate_queue(const std::vector<StoredTrial> &trials, const std::map<std::string, std::pair<double, double>> &progress, int workers)
{
    QueueEstimate out;
    Times times;
    const auto progress_of = [&](const StoredTrial &trial) {
        const auto found = progress.find(trial.shown.name);
        return found == progress.end() ? std::pair(0.0, 0.0) : found->second;
    };
    double over = 0;
    std::size_t to_come = 0;
    for (const StoredTrial &trial : trials) {
        const TrialState state = trial.shown.state;
        if (state == TrialState::done && trial.shown.seconds > 0)
            times.add(trial, trial.shown.seconds);
        if (state == TrialState::waiting || state == TrialState::running)
            ++to_come;
        if (state == TrialState::running)
            over += progress_of(trial).first;
        else if (state != TrialState::waiting)
            over += 1;
    }
    out.fraction = trials.empty() ? 1 : over / static_cast<double>(trials.size());
    if (to_come == 0) {
        out.seconds_left = 0;
        return out;
    }
    if (times.empty())
        for (const StoredTrial &trial : trials)
            if (const auto [fraction, elapsed] = progress_of(trial); trial.shown.state == TrialState::running && fraction > telling_fraction)
                times.add(trial, elapsed / fraction);
    if (times.empty())
        return out;
    double work = 0, longest = 0;
    for (const StoredTrial &trial : trials) {
        double rest = 0;
        if (trial.shown.state == TrialState::waiting) {
            rest = times.of(trial);
        } else if (trial.shown.state == TrialState::running) {
            const auto [fraction, elapsed] = progress_of(trial);
            // As time goes on the trial's own pace says more than other trials'.
            rest = fraction > telling_fraction ? (1 - fraction) * ((1 - fraction) * times.of(trial) + elapsed)
                                               : std::max(0.0, times.of(trial) - elapsed);
        }
        work += rest;
        longest = std::max(longest, rest);
    }
    out.seconds_left = std::max(longest, work / std::max(1, workers));
    return out;
}

} // namespace fairloom
