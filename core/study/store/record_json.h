#pragma once

#include "core/study/metric_json.h"
#include "core/study/store/run_record.h"

#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// What of a record stands as JSON text in the index, so that a new figure or setting needs no new column. Reading passes over keys that a newer
/// version has written, and what an older one did not write has its default. All reading functions throw InputError for damage; `where` names
/// the text in it.

/// Every setting under its key, with its own type.
Json settings_json(const RunSettings &settings);
/// The settings as they were: a value that is outside this version's range or choices stays, since it is what the run had; check_settings() refuses it
/// before anybody trains with it. A value of another type is damage. `text`: as settings_json() gives it.
RunSettings read_settings(const std::string &text, const std::string &where);

/// Task, settings, timings and cost:
///     {"task": {"sensitive": [...], "target": ..., "positive": ...}, "settings": {...}, "timings_s": {...}, "cost": {...}}
std::string details_text(const RunRecord &record);
void read_details(std::string_view text, const std::string &where, RunRecord &out);

/// The judged sources. A figure is a number; or [number, low, high, i] with interval i of "intervals", which has what many figures have in common
/// and stands before them; or {"undefined": {"text": ..., "args": [...]}, "interval": [low, high, i]}, each part where there is one. An end that is
/// not finite is null. What was not computed is left out.
///     {"intervals": [{"level": 0.95, "resampled": "test rows", "draws": 1000, "method": "bootstrap"}],
///      "sources": {"student": {"protocols": {"tstr": {"xgboost": {"dpr": [0.91, 0.88, 0.94, 0], ...}}}, "density": ..., "auroc_latent": 0.52}}}
std::string sources_text(const RunRecord &record);
void read_sources(std::string_view text, const std::string &where, RunRecord &out);

std::string texts_text(const std::vector<std::string> &texts);
std::vector<std::string> read_texts(std::string_view text, const std::string &where);

/// A document without blanks; bytes that are not UTF-8 are replaced.
std::string compact_text(const Json &json);

} // namespace fairloom
