#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace fairloom::test {

/// Where real data sets are, which are not part of the repository: FAIRLOOM_DATA_DIR, or shared/data beside the sources.
inline std::filesystem::path real_data_folder()
{
    const char *folder = std::getenv("FAIRLOOM_DATA_DIR");
    return folder ? folder : FAIRLOOM_SOURCE_DIR "/../shared/data";
}

/// A file or folder in it, such as "adult/adult.data"; empty where it is absent.
inline std::filesystem::path real_data(const std::string &file)
{
    const std::filesystem::path path = real_data_folder() / file;
    return std::filesystem::exists(path) ? path : std::filesystem::path();
}

} // namespace fairloom::test
