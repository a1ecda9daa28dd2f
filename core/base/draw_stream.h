#pragma once

#include "core/base/random.h"

#include <cstddef>
#include <string_view>

namespace fairloom {

/// One stream of randomness a draw, so that results do not depend on the number of threads that share the draws.
inline Random draw_stream(std::uint64_t seed, std::string_view purpose, std::size_t draw)
{
    return Random(derive_seed(seed, purpose) + draw, "draw");
}

} // namespace fairloom
