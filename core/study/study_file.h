#pragma once

#include "core/study/study_plan.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// One run of a study.
struct StudyTrial {
    std::string data, variant; ///< names of the data set and of the settings
    std::uint64_t seed = 1;
    std::string config;        ///< JSON text, as read_run_config() takes it

    /// "adult-sex.balanced.seed-1": a folder name.
    std::string name() const;
};

struct Study {
    std::string name;
    bool keep_files = false;   ///< else what is large is deleted from every finished run's folder
    std::vector<StudyTrial> trials;
};

/// What a study's file leaves to whoever runs it.
struct StudyContext {
    std::optional<StudyPlan::Data> open; ///< a data set that takes the place of all of the study's own
    std::filesystem::path data_folder;   ///< what $FAIRLOOM_DATA_DIR stands for; empty = the variable of the environment
};

/// Reads a study:
///
///     { "name": "...", "title": "...", "description": "...", "keep_files": false,
///       "data":     { NAME: { "data": PATH, "test": PATH, "recipe": NAME, "sensitive": [...], "target": ..., "positive": ... }, ... },
///       "settings": { KEY: VALUE, ... },                      common to all runs
///       "variants": { NAME: { KEY: VALUE, ... }, ... },       each in place of the common ones; may be left out
///       "grid":     { KEY: [VALUE, ...], ... },               every combination, of every variant; may be left out
///       "random":   { "trials": N, "seed": N, "ranges": { KEY: [LOW, HIGH] or [VALUE, VALUE, VALUE, ...], ... } },
///       "seeds":    [1, 2, 3] }
///
/// "data" left out, or "open": the caller's `context` has them. A range of two numbers is drawn from uniformly, a longer list by choice. A path that
/// begins with $FAIRLOOM_DATA_DIR is one in that folder; others are taken from the working folder and made absolute. In the grid, "sensitive" takes
/// lists of columns, [["sex"], ["sex", "race"]], or "subsets": every choice among the data set's own sensitive columns, each alone first.
/// Throws InputError for damaged JSON, a missing or unknown key, and what read_run_config() would refuse.
Study read_study(const std::filesystem::path &file, const StudyContext &context = {});
/// The same from a text; `where` names it in errors.
Study parse_study(const std::string &text, const std::string &where, const StudyContext &context = {});
/// All runs of a plan, seeds outermost: a study that is stopped early has all variants with fewer seeds.
Study expand_study(const StudyPlan &plan, const StudyContext &context, const std::string &where);

} // namespace fairloom
