#pragma once

#include "core/training/run_monitor.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>

namespace fairloom {

/// How the teacher is trained; ranges and help stand in core/study/run_settings.cpp.
struct TeacherSettings {
    int epochs = 100;
    int batch = 2048;
    int hidden = 128;
    int depth = 2;
    double learning_rate = 3e-3;
    double kl_weight = 0.2;
    double log10_beta = 7;       ///< 0 = fairness term off
    double ramp_share = 0.6;
    double smoothing = 0;        ///< variance added to every posterior in the fairness term, see smoothed_distance_covariance()
    bool mirror = false;         ///< half of the pictures of a batch are seen left to right
    double label_dropout = 0.5;
    std::string balance = "none"; ///< what every batch has equal shares of: "none", "groups", "labels", "both"
    int patience = 0;            ///< epochs without a lower loss after the ramp that end the training; 0 = none do
    std::uint64_t seed = 1;
    int threads = 1;
};

struct StudentSettings {
    std::string loss = "l1";
    int epochs = 20;
    int batch = 2048;
    int hidden = 0;              ///< 0 = widest that keeps a quarter of the teacher encoder's parameters
    double learning_rate = 3e-3;
    double lambda = 0.1;
    double label_dropout = 0.5;
    int patience = 0;
    std::uint64_t seed = 1;
    int threads = 1;
};

/// A part of a term that is worth logging apart, such as the self pairs of V2: contained in the term, not added to it.
struct LossPart {
    std::string name;
    double raw = 0, weighted = 0;
};

/// The loss terms of one training step, in the order of the stage's term names.
struct StepLosses {
    int epoch = 0; ///< from 1
    int step = 0;  ///< from 1, counted through the stage
    std::span<const double> raw, weighted;
    std::span<const LossPart> parts;
};

/// Where a training keeps its state, so that it can go on after a crash or a power cut.
struct CheckpointPlace {
    std::filesystem::path file;  ///< empty = nowhere
    std::string fingerprint;     ///< of what is trained on what: the state of another training is passed over
    double seconds_between = 10; ///< at least, at the end of an epoch
    bool resume = false;         ///< go on from what is in the file
};

/// What a trainer tells while it works, all on its own thread.
struct TrainingHooks {
    RunMonitor *monitor = nullptr;                       ///< status, pauses and Stop; never null
    const char *activity = nullptr;                      ///< "Another seed, epoch %1/%2"; null = the stage's own
    bool publish_curves = true;                          ///< false for controls: the curves shown are the run's own
    std::function<void(const StepLosses &)> on_step;     ///< may be empty
    std::function<void(int epoch)> on_epoch;             ///< after every epoch; may be empty
    std::stop_token stop;
    CheckpointPlace checkpoint;
};

} // namespace fairloom
