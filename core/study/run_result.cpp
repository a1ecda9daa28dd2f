#include "core/study/run_result.h"

namespace fairloom {

const SourceResult *RunResult::source(const std::string &source_name) const
{
    for (const auto &[known, result] : sources)
        if (known == source_name)
            return &result;
    return nullptr;
}

std::string RunResult::generated_source() const
{
    for (const std::string &candidate : generated_sources())
        if (source(candidate))
            return candidate;
    return {};
}

const std::vector<std::string> &generated_sources()
{
    static const std::vector<std::string> names{"student", "rival", "imported", "teacher"};
    return names;
}

} // namespace fairloom
