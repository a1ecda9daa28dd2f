#pragma once

#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fairloom {

/// Total causal effect of the group on the label, in points of probability: P(y = positive | do(s = group)) - P(y = positive | do(s = reference)).
/// Holds where the group has no cause that also acts on the label, as in the built-in samples: then people of a group are those that one would have
/// put there, and the difference of the base rates is the effect (Pearl, Causality, 2009, rule 2 of do-calculus). It adds up all ways from group to label;
/// of real data, where the group may share causes with the label, it is not an effect but a difference.
///
/// group: 0-based, per row; label: 1 = positive; one metric a group with Newcombe's 95 % interval (newcombe_difference()); that of the reference is 0 without interval.
std::vector<Metric> total_effects(std::span<const std::int32_t> group, std::span<const std::uint8_t> label, std::size_t groups, std::size_t reference);

} // namespace fairloom
