#pragma once

#include "core/data/problem.h"

#include <cstddef>
#include <cstdint>

namespace fairloom {

/// How a problem is to be made harder. 0 = as it is.
struct ReshapeSettings {
    std::size_t train_rows = 0;      ///< training rows that are kept at most
    double favourable_share = 0;     ///< share of the rows with the favourable label, > 0 and < 1
    double smallest_group_share = 0; ///< share of the rows of the group that has fewest training rows (the first of equals), > 0 and < 1
    int noise_columns = 0;           ///< columns without any meaning that are added to the features
};

/// Makes data harder, to see what a method bears, first by leaving rows out, then by adding columns.
///
/// Rows are left out at random within each pair of label (favourable or not) and group (the smallest or another), as few as will do, and the others keep
/// their order; training, test and counterpart rows alike, each table by its own shares. One share alone thins out the side that is too large and
/// leaves the other whole, so that the other attribute is distributed within both sides as before. Both shares are reached together, by
/// iterative proportional fitting (Deming and Stephan 1940), which keeps the odds ratio of label and group. Shares are right to within one row,
/// with train_rows too.
///
/// Then "noise 1", "noise 2", ... are added: in turn standard normal numbers of two decimals, and evenly distributed categories of 2 to 9 values,
/// drawn independently of everything, for training and test rows apart.
///
/// Same seed, same rows and same noise. A warning in the result says what was done; a problem whose settings are all 0 comes back as it is. Throws
/// InputError: a share that is not between 0 and 1, a negative number of columns, noise beside pictures; and where leaving rows out would leave fewer
/// than 10 training or test rows of a group or of a label.
Problem reshaped(Problem problem, const ReshapeSettings &settings, std::uint64_t seed);

} // namespace fairloom
