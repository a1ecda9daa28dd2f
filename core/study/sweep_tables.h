#pragma once

#include "core/study/study_file.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fairloom {

/// Whether the folder holds a run.json of a run that came to its end.
bool finished_run(const std::filesystem::path &folder);

/// What the finished runs of studies found, as text tables: results.csv has a line for every run and source, summary.csv the mean and the standard
/// deviation over seeds for every study, data set, variant and source. A figure that is undefined is an empty field, and not in the mean: "n"
/// counts what is. Each run.json is read once, so that the tables can be written again and again while a study grows.
class SweepTables {
public:
    /// Reads what the folder's run found; nothing if it is not finished. A second time takes the place of the first.
    void read(const std::string &trial, const std::filesystem::path &folder);
    void forget(const std::string &trial) { found_.erase(trial); }
    bool has(const std::string &trial) const { return found_.contains(trial); }

    /// One line of the tables' order.
    struct Entry {
        std::string trial, study;
        StudyTrial of;
    };
    /// Writes both files; runs that were not read are left out. Throws InputError if they cannot be written.
    void write(const std::vector<Entry> &order, const std::filesystem::path &out) const;

private:
    using Figures = std::vector<double>; ///< NaN = undefined
    std::map<std::string, std::vector<std::pair<std::string, Figures>>> found_; ///< by trial, sources in run.json's order
};

} // namespace fairloom
