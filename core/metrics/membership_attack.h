#pragma once

#include "core/metrics/privacy.h"

#include <span>

namespace fairloom {

/// The attack on records whose squared distances to their nearest generated row are given, both lists in a random order. Equal numbers
/// of both are attacked: the first ones. Half of these are shadow rows that set the threshold; the others give `advantage`. AUROC needs no
/// threshold and is over all of them. Undefined if a side has fewer than two.
MembershipAttack membership_attack(std::span<const double> members, std::span<const double> non_members);

} // namespace fairloom
