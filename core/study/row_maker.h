#pragma once

// Internal to core (LibTorch types).

#include "core/model/fair_model.h"
#include "core/model/generator.h"
#include "core/model/row_decoder.h"
#include "core/study/run_settings.h"
#include "core/training/student_trainer.h"

#include <stop_token>

namespace fairloom {

/// What comes after a teacher: its student, the mixture of the student's latents, and rows, all as a run's settings say.
class RowMaker {
public:
    /// `train`: the training rows as the models see them; it must stay where it is.
    RowMaker(const RunSettings &settings, const EncodedRows &train, int threads, std::stop_token stop)
        : settings_(settings), train_(train), threads_(threads), stop_(std::move(stop))
    {
    }

    StudentOutcome distil(FairModel &model, const TrainingHooks &training) const;
    void fit_mixture(FairModel &model) const;
    /// From the run's sampler.
    LatentDraw draw(const FairModel &model, std::size_t rows, const char *purpose) const;
    DecodeRequest decode_request(const FairModel &model, const char *purpose) const;

private:
    LatentStream student_latents(const FairModel &model, std::size_t rows, std::uint64_t seed) const;

    RunSettings settings_;
    const EncodedRows &train_;
    int threads_;
    std::stop_token stop_;
};

} // namespace fairloom
