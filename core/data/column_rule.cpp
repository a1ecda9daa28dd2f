#include "core/data/column_rule.h"

namespace fairloom {

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
