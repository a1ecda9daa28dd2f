#pragma once

#include "core/metrics/metric.h"
#include "core/study/run_result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace fairloom {

using Json = nlohmann::ordered_json;

/// The reason that stands for "nobody looked", where a metric has none of its own.
inline constexpr const char *not_computed = "not computed for this source";

/// null where it is not finite.
Json number_or_null(double value);

/// Puts a metric under its name, with the siblings "<name>_undefined", "<name>_undefined_message" and "<name>_interval" where they apply.
void put_metric(Json &object, const std::string &name, const Metric &metric);

/// The "<name>_interval" alone, if there is one.
void put_interval(Json &object, const std::string &name, const std::optional<Interval> &interval);

/// A message as {"text": template, "args": [...]} under its name, so that it can be told in another language later; an empty one is left out.
void put_message(Json &object, const std::string &name, const Message &message);

/// The English texts under `name`, the messages themselves under `name` + "_messages".
void put_messages(Json &object, const std::string &name, const std::vector<Message> &messages);

/// "sources" and "differences" of a run.
void put_judgements(Json &object, const RunResult &result);
Json policy_json(const PolicyResult &policy);
/// One entry of "differences".
Json difference_json(const SourceDifference &difference);

/// A document as text: indented, with a newline at the end. Data may hold bytes that are not UTF-8: a document with a replacement
/// character is better than none.
std::string document_text(const Json &document);

/// A SOURCE of run.json. `with_model`: what needs a model is present, null with the reason where it was not computed;
/// otherwise it is left out.
Json source_to_json(const SourceResult &source, bool with_model);

} // namespace fairloom
