#pragma once

#include "core/base/message.h"
#include "core/base/progress.h"
#include "core/data/recipe.h"
#include "core/data/table.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// What somebody opened: training rows, test rows if they came in a file of their own, and how they were read.
/// The test table has the same columns as the training table and the same categories in the same order.
struct Dataset {
    std::string name;               ///< "adult.data", "sample:hiring"
    Table table;                    ///< all rows, or the training rows where `test` is set
    std::optional<Table> test;
    std::string source;             ///< path as given, or "sample:NAME"
    std::string test_source;
    std::string recipe;             ///< name of the recipe that was applied, or empty
    std::string sha256;             ///< of the file's bytes (train, then test)
    std::size_t left_out = 0;       ///< rows that the file has and the tables have not (a recipe's filter, blank lines are not rows)
    std::vector<Message> notes;     ///< what a person should know: "1,836 values read as missing", "filter ... left out ..."

    // suggestions, from the recipe or the sample; empty where there is none
    std::vector<std::string> suggested_sensitive;
    std::string suggested_target;
    std::string suggested_positive;
};

struct DatasetOptions {
    std::filesystem::path test;             ///< empty = no test file
    std::string recipe;                     ///< name, "name:filter" or path of a JSON file; empty = none
};

/// Opens a file, or a built-in sample for "sample:NAME". Throws InputError with one clear sentence; Cancelled on stop.
std::shared_ptr<const Dataset> open_dataset(const std::string &source, const DatasetOptions &options,
                                            Progress &progress, std::stop_token stop);

} // namespace fairloom
