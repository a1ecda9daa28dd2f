#pragma once

#include <cstddef>

namespace fairloom {

/// Bytes that the machine can still give out without swapping, and no more than what is left of a limit that is set on this process's group (a
/// container, a batch job); the largest number there is where that is unknown.
std::size_t available_memory();

/// Bytes that the machine has, or that the process's group may have, if that is less; the largest number there is where that is unknown.
std::size_t total_memory();

/// The most bytes that this process has had in memory at a time; 0 where that is unknown.
std::size_t peak_memory();

/// Has the system refuse what this process asks for beyond `bytes` more than it has now: it then fails as on a machine without memory, instead
/// of taking it from others. Does nothing where the system has no such limit.
void limit_memory(std::size_t bytes);

} // namespace fairloom
