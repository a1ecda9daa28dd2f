#pragma once

#include "core/base/message.h"
#include "core/study/run_result.h"

#include <string>
#include <vector>

namespace fairloom {

/// The figures that the report, the window and the command line put first: the protocol that an auditor may rely on (train on
/// the source's rows, test on held-out real rows; for the real source train and test real), by XGBoost where
/// it was asked, else by the classifier that was. Null where the source was not evaluated.
const ClassifierResult *headline(const RunResult &result, const std::string &source);
/// The same, tested on rows without the bias that was built into the data; null where the data have no such rows.
const ClassifierResult *headline_counterpart(const RunResult &result, const std::string &source);
/// "tstr", or "trtr" for the real source.
std::string headline_protocol(const std::string &source);

/// The run's main findings in plain words, each a sentence without the final full stop, computed from the figures and
/// naming the uncertainty where an interval was computed.
std::vector<Message> main_findings(const RunResult &result);

/// What readers must know before they use the generated rows: the posterior sampler's rows are not anonymous, neighbour
/// figures do not bound membership inference.
std::vector<Message> privacy_caveats(const RunResult &result);

/// "76 %", at most one decimal.
std::string percent_text(double share, int decimals = 0);

} // namespace fairloom
