#pragma once

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

/// Inputs with the values that public reference implementations return for them.
inline nlohmann::json golden_values(const std::string &name)
{
    const char *folder = std::getenv("FAIRLOOM_GOLDEN_DIR");
    const std::string path = (folder ? std::string(folder) : std::string(FAIRLOOM_SOURCE_DIR "/tests/data/golden")) + "/" + name;
    std::ifstream in(path);
    if (!in)
        throw std::runtime_error("no golden values at " + path);
    return nlohmann::json::parse(in);
}
