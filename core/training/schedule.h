#pragma once

namespace fairloom {

/// One-cycle learning rate (Smith and Topin 2018): a cosine from peak / 25 up to the peak over the first 30 % of the steps,
/// then a cosine down to peak / 250,000. position: 0 .. 1 of all steps.
double one_cycle(double position, double peak);

/// Weight of the fairness term: 10^log10_beta, of which log10 rises linearly from 3 below over the first `ramp_share` of the
/// training; a large beta from the first step collapses the posterior. log10_beta = 0 switches the term off (returns 0).
double ramped_beta(double position, double log10_beta, double ramp_share);

} // namespace fairloom
