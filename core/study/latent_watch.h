#pragma once

// Internal to core (LibTorch types).

#include "core/base/matrix.h"
#include "core/model/fair_model.h"
#include "core/training/latent_projection.h"
#include "core/training/run_monitor.h"

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Shows the teacher's latent while it trains: the moving cloud, and how well a probe guesses the group from it on rows it was
/// not fitted on. A few hundred rows, at most a few times a second, so that it costs the training next to nothing.
class LatentWatch {
public:
    LatentWatch(const Problem &problem, const EncodedRows &train, const EncodedRows &test, std::uint64_t seed, int threads,
                RunMonitor &monitor, std::stop_token stop);

    /// After every epoch; looks only if enough time has gone by, and always after the last one.
    void look(const FairModel &model, int epoch, bool last);

private:
    /// Fills in how useful and how fair the latents are.
    void judge(const Matrix &train, const Matrix &test, LeakagePoint &point) const;

    const Problem &problem_;
    std::uint64_t seed_;
    int threads_;
    RunMonitor &monitor_;
    std::stop_token stop_;
    LatentProjection projection_;
    EncoderInput train_input_, test_input_;
    std::vector<std::int32_t> train_group_, test_group_;
    std::vector<std::uint8_t> train_label_, test_label_;
    std::chrono::steady_clock::time_point last_cloud_{}, last_probe_{};
};

} // namespace fairloom
