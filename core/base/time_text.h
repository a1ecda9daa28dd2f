#pragma once

#include <chrono>
#include <string>

namespace fairloom {

/// ISO 8601 in the reader's own time zone, with its distance from UTC: "2026-11-26T18:54:17+01:00".
std::string local_time_text(std::chrono::system_clock::time_point time = std::chrono::system_clock::now());

} // namespace fairloom
