#pragma once

#include "core/study/run_settings.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace fairloom::cli {

/// One option for every setting of a run, made from run_setting_descriptions().
class SettingArguments {
public:
    void add_options(CLI::App &command);
    /// Puts what was given over the settings, the preset first. Throws InputError naming the option.
    void apply(RunSettings &settings) const;

private:
    std::map<std::string, std::string> given_; ///< by key; empty = not given
    std::map<std::string, int> switches_;      ///< by key; 0 = not given, > 0 on, < 0 off
};

/// "log10_beta" -> "--log10-beta"
std::string flag_name(const std::string &key);

} // namespace fairloom::cli
