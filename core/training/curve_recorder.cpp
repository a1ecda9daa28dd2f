#include "core/training/curve_recorder.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

CurveRecorder::CurveRecorder(const TrainingHooks &hooks, CurveStage stage, std::vector<std::string> terms, int epochs,
                             int steps_per_epoch)
    : hooks_(hooks), stage_(stage), steps_per_epoch_(steps_per_epoch), steps_per_point_(std::min(steps_per_epoch, 16)),
      raw_(terms.size(), 0.0), weighted_(terms.size(), 0.0), epoch_sum_(terms.size(), 0.0), last_epoch_(terms.size(), 0.0)
{
    if (hooks_.publish_curves)
        hooks_.monitor->set_terms(stage, std::move(terms), epochs);
}

void CurveRecorder::add(int epoch, int step, const std::vector<double> &raw, const std::vector<double> &weighted,
                        const std::vector<LossPart> &parts)
{
    for (std::size_t t = 0; t < raw.size(); ++t) {
        if (!std::isfinite(raw[t]) || !std::isfinite(weighted[t]))
            throw ComputationError(Message(FAIRLOOM_TEXT("Training diverged in epoch %1: a loss is no longer a finite number"),
                                           {std::to_string(epoch)}),
                                   FAIRLOOM_TEXT("Lower the learning rate or log10 beta and train again"));
        // as losses.csv has them, so that the same points come out of it
        raw_[t] += static_cast<float>(raw[t]);
        weighted_[t] += static_cast<float>(weighted[t]);
        epoch_sum_[t] += raw[t];
    }
    if (hooks_.on_step)
        hooks_.on_step({epoch, step, raw, weighted, parts});
    ++gathered_;
    ++in_epoch_;
    const bool epoch_ends = in_epoch_ == steps_per_epoch_;
    if (gathered_ == steps_per_point_ || epoch_ends) {
        CurvePoint point;
        point.epoch = epoch - 1 + static_cast<double>(in_epoch_) / steps_per_epoch_;
        for (std::size_t t = 0; t < raw_.size(); ++t) {
            point.raw.push_back(raw_[t] / gathered_);
            point.weighted.push_back(weighted_[t] / gathered_);
            raw_[t] = weighted_[t] = 0;
        }
        gathered_ = 0;
        if (hooks_.publish_curves)
            hooks_.monitor->add_point(stage_, std::move(point));
    }
    if (epoch_ends) {
        for (std::size_t t = 0; t < epoch_sum_.size(); ++t) {
            last_epoch_[t] = epoch_sum_[t] / steps_per_epoch_;
            epoch_sum_[t] = 0;
        }
        in_epoch_ = 0;
    }
}

} // namespace fairloom
