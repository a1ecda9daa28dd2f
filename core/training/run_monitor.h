#pragma once

#include "core/base/message.h"
#include "core/base/progress.h"
#include "core/data/picture_set.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

enum class RunStage { waiting, loading, teacher, student, control, generating, evaluating, repeats, saving, finished, stopped, failed };

/// The two stages that have loss curves.
enum class CurveStage { teacher, student };

/// One value per term of the stage's loss, averaged over the steps since the point before.
struct CurvePoint {
    double epoch = 0;             ///< position on the epoch axis, 0 .. epochs
    std::vector<double> raw;      ///< per term, as the formula gives it
    std::vector<double> weighted; ///< per term, as it enters the loss
};

/// Means of the latent of some training rows on their first two principal components, while training.
struct LatentCloud {
    double epoch = 0;
    std::vector<float> x, y;
    std::vector<std::int32_t> group;
    std::vector<std::uint8_t> label;
    std::size_t of_rows = 0;      ///< how many training rows there are in all
};

/// How well a probe guesses the group from the teacher's latent on rows it was not fitted on, while training.
struct LeakagePoint {
    double epoch = 0;
    double auroc = 0.5;
    double null_low = 0.5, null_high = 0.5; ///< 95 % of permutations
    double accuracy = 0;                    ///< of a logistic regression that guesses the label from the same latents
    double dpr = -1;                        ///< its demographic parity ratio, negative = undefined
};

/// Held-out pictures as the model has them now, while training: one column a picture, one row a way of drawing it.
struct PictureStrip {
    double epoch = 0;
    std::vector<Message> rows;    ///< "original", "reconstruction", then one row a group: the same latent decoded for "red"
    int columns = 0;
    PictureSet pictures;          ///< rows.size() x columns, row by row
};

/// What the status line shows.
struct RunStatus {
    RunStage stage = RunStage::waiting;
    Message activity;                ///< "Teacher, epoch 41/100"
    int epoch = 0, epochs = 0;       ///< of the stage, 0 / 0 where it has none
    double seconds_per_epoch = 0;
    double fraction = 0;             ///< of the whole run, 0 .. 1
    double seconds_elapsed = 0;      ///< without pauses
    double seconds_left = -1;        ///< estimate, negative = unknown
    bool paused = false;
};

/// The meeting point of a run and those who watch it. The run writes, anybody reads whole values; the run never waits for a
/// reader, and readers come at their own rate. All methods are safe from any thread.
class RunMonitor final : public Progress {
public:
    // --- the run's side
    void report(const Message &stage, double fraction) override;
    void set_stage(RunStage stage, int epochs = 0);
    void set_epoch(int epoch, double seconds_per_epoch);
    /// Share of the whole run that lies before and after the present stage's progress.
    void set_span(double begin, double end);
    void set_terms(CurveStage stage, std::vector<std::string> names, int epochs);
    void add_point(CurveStage stage, CurvePoint point);
    void set_cloud(std::shared_ptr<const LatentCloud> cloud);
    void add_leakage(LeakagePoint point);
    void set_strip(std::shared_ptr<const PictureStrip> strip);
    /// Blocks while paused; throws Cancelled when asked to stop.
    void checkpoint(const std::stop_token &stop);

    // --- the watchers' side
    RunStatus status() const;
    std::vector<std::string> terms(CurveStage stage) const; ///< "reconstruction", "kl", "label", "fairness" / "quality", "kl"
    int epochs(CurveStage stage) const;                     ///< planned length of the epoch axis, 0 before the stage began
    std::vector<CurvePoint> points_since(CurveStage stage, std::size_t from) const;
    std::shared_ptr<const LatentCloud> cloud() const;       ///< null before the first
    std::size_t cloud_count() const;                        ///< of those that are kept, to look back at: at most 256, older ones thinned out
    std::shared_ptr<const LatentCloud> cloud_at(std::size_t index) const; ///< by age; null beyond the last
    std::shared_ptr<const PictureStrip> strip() const;      ///< null for tables, and before the first
    std::vector<LeakagePoint> leakage_since(std::size_t from) const;
    void pause();
    void resume();
    /// Goes on for so many epochs and then pauses by itself: slow motion.
    void advance(int epochs);
    bool paused() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Curves {
        std::vector<std::string> terms;
        std::vector<CurvePoint> points;
        int epochs = 0;
    };
    double elapsed_locked() const;
    void pause_locked();

    mutable std::mutex mutex_;
    std::condition_variable_any resumed_;
    RunStatus status_;
    Curves curves_[2];
    std::vector<std::shared_ptr<const LatentCloud>> clouds_;
    std::vector<LeakagePoint> leakage_;
    std::shared_ptr<const PictureStrip> strip_;
    double span_begin_ = 0, span_end_ = 1;
    Clock::time_point started_{};
    Clock::time_point paused_at_{};
    Clock::duration paused_for_{};
    bool running_ = false;
    int epochs_to_go_ = 0; ///< until it pauses; 0 = it does not
};

} // namespace fairloom
