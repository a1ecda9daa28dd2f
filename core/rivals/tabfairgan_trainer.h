#pragma once

// Internal to core (LibTorch types).

#include "core/rivals/tabfairgan_networks.h"
#include "core/training/training_settings.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fairloom {

/// See TabFairGan for what they mean.
struct TabFairGanSettings {
    int epochs = 200;
    int fair_epochs = 50;        ///< the last of all
    int batch = 256;
    double fairness = 0.5;       ///< lambda
    double learning_rate = 2e-4; ///< of both networks; in fair epochs, the generator has half of it
    std::uint64_t seed = 1;
    int threads = 1;
};

struct TabFairGanOutcome {
    std::shared_ptr<TabFairGanGenerator> generator;
    int epochs = 0;
    double seconds_per_epoch = 0;
};

/// "critic": mean score of generated rows minus that of real rows; "generator": minus the mean score of generated rows; "penalty": gradient penalty;
/// "parity": parity_gap(), which is also reported where it does not count yet.
const std::vector<std::string> &tabfairgan_terms();

/// Four steps of the critic on the same real rows, then one of the generator, for every batch of every epoch. The generator's loss in fair
/// epochs is that of the others plus lambda / batch times parity_gap() of its rows.
/// `weights`: parity_weights(). Throws Cancelled and, if a loss is no longer finite, ComputationError.
TabFairGanOutcome train_tabfairgan(const ShortRows &rows, const RowLayout &layout, const std::vector<double> &weights,
                                   const TabFairGanSettings &settings, const TrainingHooks &hooks);

} // namespace fairloom
