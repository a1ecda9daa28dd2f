#pragma once

#include "core/study/pipeline.h"

namespace fairloom {

/// run_pipeline() for a method other than Fairloom's own: the same data, splits and judgement. Its rows are the source "rival"; no model is
/// left to generate from. The correlation remover makes no rows: what is judged is a classifier that is trained on its training rows and
/// tested on the test rows, both without what goes with the group, and of quality nothing is said. Throws InputError for pictures where
/// the method takes tables only, and like run_pipeline().
RunOutcome run_rival(const RunRequest &request, RunMonitor &monitor, std::stop_token stop);

} // namespace fairloom
