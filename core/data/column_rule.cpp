#include "core/data/column_rule.h"

namespace fairloom {

std::string_view merged(const std::map<std::string, std::string> &merge, std::string_view value)
{
    if (merge.empty())
        return value;
    auto found = merge.find(std::string(value));
    if (found == merge.end())
        found = merge.find("*");
    return found == merge.end() ? value : std::string_view(found->second);
}

std::string_view to_string(MissingPolicy policy)
{
    switch (policy) {
    case MissingPolicy::category: return "category";
    case MissingPolicy::drop: return "drop";
    case MissingPolicy::impute: return "impute";
    }
    return "category";
}

} // namespace fairloom
