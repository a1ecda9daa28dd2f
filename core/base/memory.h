#pragma once

#include <cstddef>

namespace fairloom {

/// Bytes that the machine can still give out without swapping; the largest number there is where that is unknown.
std::size_t available_memory();

} // namespace fairloom
