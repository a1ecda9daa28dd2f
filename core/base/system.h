#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

namespace fairloom::system {

/// What each operating system tells and does in its own way, in one file for each: system_linux.cpp, and system_other.cpp for those that nothing was
/// written for, where everything here is unknown and does nothing. The rest of Fairloom is C++ and POSIX. Sizes in bytes.

/// Of the machine, or of this process's group (a container, a batch job) where that may have less.
std::optional<std::size_t> total_memory();
std::optional<std::size_t> available_memory();

std::optional<std::size_t> peak_memory();                ///< of this process since its start
std::optional<std::size_t> resident_memory(int process); ///< of any process
std::optional<std::size_t> data_memory();                ///< of this process, what RLIMIT_DATA counts

/// How often the system has killed a process because memory had run out, since it was started; 0 if unknown.
long memory_kills();
/// This process goes before others when memory runs out.
void give_way_when_memory_runs_out();

/// This process is killed when the one that started it ends.
void end_with_parent();

/// From now on this thread, and those that it starts, run when no other wants the processor: for work that a window waits for without being held up.
void give_way_to_other_threads();

/// Has the memory that this process frees kept for what it asks for next, up to 256 MB, instead of given back and fetched anew: a training step frees
/// and asks for the same tens of megabytes, and every page fetched is a fault and a page of zeros. To be called before there are other threads.
void keep_freed_memory();

/// The file of the running program; empty if unknown.
std::filesystem::path own_program();

} // namespace fairloom::system
