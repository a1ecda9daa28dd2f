#pragma once

#include "core/study/json_reading.h"
#include "core/study/run_result.h"

namespace fairloom {

/// What source_to_json(), difference_json() and policy_json() write, back into values. Keys that an older version did not write leave their figures empty.
SourceResult read_source(const JsonPart &part);
SourceDifference read_difference(const JsonPart &part);
PolicyResult read_policy_result(const JsonPart &part);

} // namespace fairloom
