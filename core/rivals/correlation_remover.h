#pragma once

#include "core/data/problem.h"

namespace fairloom {

/// The problem with features from which all linear correlation with the groups is taken, and without the groups: the correlation remover of the
/// fairlearn package (Weerts et al., JMLR 2023), x' = x - (s - mean s) W with alpha = 1, that is wholly. s are the indicators of the groups; W, mean s and
/// all that fills gaps are least squares on the training rows and hold for the test rows too. For indicators of groups W comes to this: a
/// column's mean in a row's group is taken away, and its mean in all rows given back.
///
/// Columns of the result, in the order of the original ones: every feature as numbers - a number column as one, its missing values as the mean, and
/// where it has any a column "age missing" of 0 and 1; a category column as one 0/1 column a category that training rows have, "occupation = Sales" -
/// all then residualised. Sensitive columns keep name and role, but hold one category only, so that no classifier sees s; the target is as it was; other
/// columns are dropped. Groups, targets and labels of the rows stay, so that fairness is judged as ever. There is no counterpart_test.
///
/// Only linear dependence is removed: a tree can still tell groups apart by the small offsets. Throws InputError for image sets, and where the
/// columns would hold more than 200 million numbers.
Problem remove_correlation(const Problem &problem);

} // namespace fairloom
