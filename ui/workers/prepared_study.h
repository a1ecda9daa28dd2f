#pragma once

#include "core/study/study_plan.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom::ui {

/// A study that can be started.
struct PreparedStudy {
    std::string text;                 ///< as parse_study() takes it; without the data sets that are not there
    std::size_t runs = 0;
    std::vector<std::string> missing; ///< names of data sets that are not there
    std::string folder;               ///< what $FAIRLOOM_DATA_DIR stands for in it
};

/// Looks for the study's data sets, and multiplies it out to see whether every run of it can be made. Takes time: for a worker thread. Throws
/// InputError with one clear sentence, Cancelled.
PreparedStudy prepareStudy(StudyPlan plan, const std::filesystem::path &dataFolder, const std::stop_token &stop);

/// Whether some of its data sets are in the folder that $FAIRLOOM_DATA_DIR stands for.
bool needsDataFolder(const StudyPlan &plan);

} // namespace fairloom::ui
