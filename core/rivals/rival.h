#pragma once



#include "core/base/progress.h"
#include "core/data/problem.h"
#include "core/data/table.h"
#include "core/training/training_settings.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// Settings of all rivals; which of them a rival reads stands in its header. 0 and "" = what its paper or public program uses.
struct RivalSettings {
    int epochs = 0;
    int fair_epochs = 0;
    double fairness = 0;
    int batch = 0;
    double learning_rate = 0;
    std::string decaf_fairness = "dp";
    std::string graph;             ///< file
    TeacherSettings teacher;       ///< of the rivals that are a teacher alone; its seed and threads are those of all rivals
    int latent = 8;                ///< of the same
};

struct RivalTraining {
    std::size_t parameters = 0;    ///< of what generates
    int epochs = 0;                ///< finished
    double seconds_per_epoch = 0;
};

/// A method other than Fairloom's own that makes rows from the training rows of a problem. It sees the training rows alone, never the test rows.
class Rival {
public:
    virtual ~Rival() = default;

    /// Terms of its loss, for the curves, in the order in which training reports them; empty where nothing is trained.
    virtual std::vector<std::string> terms() const = 0;
    /// Trains from scratch; curves go to CurveStage::teacher. Throws Cancelled, ComputationError, and InputError for a setting or a graph that does not fit.
    virtual RivalTraining train(const Problem &problem, const TrainingHooks &hooks) = 0;
    /// Rows of the original kind: Problem::generated's columns, in that order, values as in the training rows. Only after train().
    virtual Table generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const = 0;
};

/// method: "vae", "fairdisco", "tabfairgan", "decaf", "reweighing". ("correlation-remover" makes no rows: see correlation_remover.h.)
std::unique_ptr<Rival> make_rival(const std::string &method, const RivalSettings &settings);

} // namespace fairloom
