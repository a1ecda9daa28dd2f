#pragma once

namespace fairloom {

/// Inverse of the standard normal distribution function, to double precision; 0 < p < 1.
double normal_quantile(double p);

} // namespace fairloom
