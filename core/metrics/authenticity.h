#pragma once

#include "core/base/matrix.h"

#include <stop_token>

namespace fairloom {

/// Authenticity in its corrected form (see support_quality.h) of some generated rows against ALL real rows: the original of a copy is seldom
/// among a sample of them. Exact, blocked. Throws InputError if there are fewer than two real rows or no generated one or the columns differ, and Cancelled.
double compute_authenticity(const Matrix &real, const Matrix &generated, int threads, const std::stop_token &stop);

} // namespace fairloom
