#pragma once

#include <cstdint>
#include <filesystem>
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
    bool keep_files = false;   ///< else only run.json of every run is kept
    std::vector<StudyTrial> trials;
};

/// Reads a study:
///
///     { "name": "...", "keep_files": false,
///       "data":     { NAME: { "data": PATH, "test": PATH, "recipe": NAME, "sensitive": [...], "target": ..., "positive": ... }, ... },
///       "settings": { KEY: VALUE, ... },                      common to all runs
///       "variants": { NAME: { KEY: VALUE, ... }, ... },       each in place of the common ones; may be left out
///       "grid":     { KEY: [VALUE, ...], ... },               every combination, of every variant; may be left out
///       "random":   { "trials": N, "seed": N, "ranges": { KEY: [LOW, HIGH] or [VALUE, VALUE, VALUE, ...], ... } },
///       "seeds":    [1, 2, 3] }
///
/// A range of two numbers is drawn from uniformly, a longer list by choice. A path that begins with $FAIRLOOM_DATA_DIR is one in that
/// folder. Throws InputError for damaged JSON, a missing or unknown key, and what read_run_config() would refuse.
Study read_study(const std::filesystem::path &file);

} // namespace fairloom
