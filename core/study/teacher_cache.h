#pragma once

// Internal to core (LibTorch types).

#include "core/model/fair_model.h"
#include "core/study/loss_log.h"
#include "core/study/run_settings.h"
#include "core/training/run_monitor.h"

#include <filesystem>
#include <memory>
#include <string>

namespace fairloom {

/// Trained teachers in a folder, so that runs that differ in what comes after the teacher train it once. Each stands under a hash of its
/// fingerprint, is moved there whole, and may be read by several processes at a time.
class TeacherCache {
public:
    /// An empty folder: nothing is found, nothing kept.
    explicit TeacherCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Null if there is none, or what is there cannot be read or was made for other rows.
    std::shared_ptr<FairModel> find(const std::string &fingerprint, const ModelSchema &schema) const;
    /// The curves of the training of what find() gave; none if they were not kept.
    void show_curves(const std::string &fingerprint, const RunSettings &settings, RunMonitor &monitor) const;
    /// `model` has a teacher and no student yet; `losses` (may be null) those of its training. What cannot be kept (a full disk) is passed over: the
    /// teacher is trained again then.
    void keep(const FairModel &model, const LossLog *losses) const;

private:
    std::filesystem::path place(const std::string &fingerprint) const;

    std::filesystem::path folder_;
};

} // namespace fairloom
