#pragma once

namespace fairloom {

/// P(|T| > |t|) of Student's t distribution with `df` > 0 degrees of freedom: the regularised incomplete beta function I_x(df/2, 1/2) at
/// x = df / (df + t²) (Abramowitz and Stegun 26.7.1 and 26.5.27).
double student_t_two_sided(double t, double df);

/// The t that |T| exceeds with probability 1 - level; 0 < level < 1, df > 0. 2.776 for 0.95 and four degrees of freedom.
double student_t_quantile(double level, double df);

} // namespace fairloom
