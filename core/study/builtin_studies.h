#pragma once

#include <string>
#include <vector>

namespace fairloom {

/// A study that comes with Fairloom: its name for the command line, and its JSON text as parse_study_plan() takes it.
struct BuiltinStudy {
    std::string name, text;
};

/// Those of resources/studies that are for everybody, compiled in by the CMakeLists.txt there; by name.
const std::vector<BuiltinStudy> &builtin_studies();

} // namespace fairloom
