#pragma once

// Internal to core (LibTorch types).

#include "core/model/fair_model.h"
#include "core/study/evaluation.h"

namespace fairloom {

/// What an encoder's latent says: leakage of the group (linear probe, distance correlation), and utility and fairness of
/// classifiers on z. Fitted on training rows, scored on held-out rows, the label masked in all of them: a latent whose
/// encoder saw the label of the scored row is never scored.
void evaluate_latent(const FairModel &model, EncoderNet &encoder, const Problem &problem, const EncodedRows &train,
                     const EncodedRows &test, const EvaluationSettings &settings, std::stop_token stop, SourceResult &result);

/// Copies latent means into a plain matrix.
Matrix to_matrix(const torch::Tensor &rows);

} // namespace fairloom
