#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// A study as its file and the form that writes it have it, before it is multiplied out (expand_study()). Values of settings are JSON texts:
/// "0.3", "\"l1\"", "true".
struct StudyPlan {
    using Values = std::vector<std::pair<std::string, std::string>>; ///< key of a setting -> value

    /// A data set and what is asked about it.
    struct Data {
        std::string name;    ///< becomes a part of folders' names
        std::string opening; ///< JSON object: "data", "test", "recipe", "schema", "sensitive", "target", "positive", as a run.json's config has them
        bool operator==(const Data &) const = default;
    };
    struct Variant {
        std::string name;
        Values settings;
        bool operator==(const Variant &) const = default;
    };
    /// Values that are tried one after the other, combined with those of every other axis. The key is a setting's, or "sensitive", whose values
    /// are lists of columns; without values that one stands for every choice among the data set's own sensitive columns ("subsets").
    struct Axis {
        std::string key;
        std::vector<std::string> values;
        bool operator==(const Axis &) const = default;
    };
    /// Values that are drawn instead: uniformly between two numbers, or one of several.
    struct Draws {
        int trials = 0;
        std::uint64_t seed = 1;
        std::vector<Axis> ranges;
        bool operator==(const Draws &) const = default;
    };

    std::string name;
    std::string title, description; ///< for people
    bool keep_files = false;        ///< else what is large is deleted from every finished run's folder
    std::vector<Data> data;         ///< empty: whoever runs the study says which
    Values settings;                ///< common to all runs
    std::vector<Variant> variants;  ///< each in place of the common ones; empty = one without any
    std::vector<Axis> grid;
    std::optional<Draws> random;
    std::vector<std::uint64_t> seeds = {1};

    bool operator==(const StudyPlan &) const = default;
};

/// Reads a study's JSON text (see study_file.h for its parts); `where` names it in errors and, without folder and ending, the study if it has
/// no name. Throws InputError for damaged JSON, a missing or unknown part, a value of the wrong type, a name that cannot be a folder's.
StudyPlan parse_study_plan(const std::string &text, const std::string &where);

/// Any text as a word that may stand in the name of a data set or a variant, and so of a folder: what may not becomes "_"; at most 80 bytes.
std::string folder_word(const std::string &text);

/// The text that parse_study_plan() reads back: indented, with a newline at the end.
std::string study_json(const StudyPlan &plan);

} // namespace fairloom
