#pragma once

#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/study/run_result.h"

namespace fairloom {

/// What run.json and the report say about the data of a run.
DatasetSummary summarise(const Dataset &data, const Problem &problem);

} // namespace fairloom
