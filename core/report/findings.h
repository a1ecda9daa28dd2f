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
/// The generated rows that a run is about: one of generated_sources(), the first whose headline was judged; empty if none was.
std::string generated_source_name(const RunResult &result);
/// Whether rows that were made elsewhere were judged and no model was trained.
bool imports_only(const RunResult &result);
/// "tstr", or "trtr" for the real source.
std::string headline_protocol(const std::string &source);

/// The run's main findings in plain words, each a sentence without the final full stop, computed from the figures and
/// naming the uncertainty where an interval was computed.
std::vector<Message> main_findings(const RunResult &result);

/// "3 of 4 limits of the policy "hiring" are met; not met: dpr >= 0.8 with 95 % confidence".
Message policy_verdict(const PolicyResult &policy);

/// What privacy figures and explanation say in plain words, of the generated rows; empty where they were not computed.
std::vector<Message> privacy_findings(const RunResult &result);
std::vector<Message> explanation_findings(const RunResult &result);

/// What readers must know before they use the generated rows: the posterior sampler's rows are not anonymous, neighbour
/// figures do not bound membership inference.
std::vector<Message> privacy_caveats(const RunResult &result);

/// "76 %", at most one decimal.
std::string percent_text(double share, int decimals = 0);

} // namespace fairloom
