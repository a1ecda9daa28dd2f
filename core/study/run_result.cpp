#include "core/study/run_result.h"

namespace fairloom {

const SourceResult *RunResult::source(const std::string &source_name) const
{
    for (const auto &[known, result] : sources)
        if (known == source_name)
            return &result;
    return nullptr;
}

} // namespace fairloom
