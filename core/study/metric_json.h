#pragma once

#include "core/metrics/metric.h"
#include "core/study/run_result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace fairloom {

using Json = nlohmann::ordered_json;

/// Puts a metric under its name, with the siblings "<name>_undefined" and "<name>_interval" where they apply.
void put_metric(Json &object, const std::string &name, const Metric &metric);

/// The "<name>_interval" alone, if there is one.
void put_interval(Json &object, const std::string &name, const std::optional<Interval> &interval);

/// One entry of run.json's "differences", and its "policy".
Json difference_json(const SourceDifference &difference);
Json policy_json(const PolicyResult &policy);

/// A SOURCE of run.json. `with_model`: what needs a model is present, null with the reason where it was not computed;
/// otherwise it is left out.
Json source_to_json(const SourceResult &source, bool with_model);

} // namespace fairloom
