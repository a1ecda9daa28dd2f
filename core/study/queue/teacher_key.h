#pragma once

#include <string>

namespace fairloom {

/// Two trials with the same key train the same teacher, so that one of them can take over the other's: a hash of the configuration without what only
/// the student, the sampling and the judging depend on. Empty for a method that trains none. `config`: JSON text of a trial.
std::string teacher_key(const std::string &config);

/// Whether two configurations ask for the same run. Where the data lie does not count: a project may have moved to another machine.
bool same_trial(const std::string &config, const std::string &other);

/// What decides how large a trial's data are: a key for what is known of them.
std::string data_key(const std::string &config);

} // namespace fairloom
