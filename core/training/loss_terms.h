#pragma once

#include <string>
#include <vector>

namespace fairloom {

// Names of the loss terms that are recorded with every step, in the order in which they are reported.

/// reconstruction, kl, label, fairness
const std::vector<std::string> &teacher_terms();
/// quality, kl
const std::vector<std::string> &student_terms();

} // namespace fairloom
