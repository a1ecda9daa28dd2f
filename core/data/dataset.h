#pragma once

#include "core/base/message.h"
#include "core/base/progress.h"
#include "core/data/column_roles.h"
#include "core/data/pictures/bad_picture.h"
#include "core/data/readers/raw_table.h"
#include "core/data/recipe.h"
#include "core/data/row_account.h"
#include "core/data/table.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
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
    std::string recipe;             ///< name of the recipe that was applied ("compas:propublica"), or empty
    Recipe schema;                  ///< how the files were read, whole: with it alone the same tables come out again
    std::vector<ColumnReason> reasons; ///< per column: why it has its type and role
    std::string sha256;             ///< of the file's bytes; of a sample, of its rows
    std::string test_sha256;        ///< of the test file's bytes, or empty
    RowAccount account;             ///< rows and values that the files have and the tables have not (blank lines are not rows)
    std::vector<BadLine> bad_lines; ///< the first of those passed over
    std::vector<BadPicture> bad_pictures; ///< all that are not in the tables, by name
    std::vector<Message> notes;     ///< what a person should know: "1,836 values read as missing", "filter ... left out ..."

    /// Where a bias was put in on purpose: columns (first) and those (second) that take their place in a second test, without it.
    std::vector<std::pair<std::string, std::string>> counterparts;

    // suggestions, from the recipe or the sample; empty where there is none
    std::vector<std::string> suggested_sensitive;
    std::string suggested_target;
    std::string suggested_positive;
};

struct DatasetOptions {
    std::filesystem::path test;             ///< empty = no test file
    std::string recipe;                     ///< name, "name:filter" or path of a JSON file; empty = none
    std::optional<Recipe> schema;           ///< instead of the recipe's: what a run or an editor holds; `recipe` then only names it
};

/// Opens a file (see read_table_file for the formats), an image set (see read_picture_table), or a built-in sample for "sample:NAME". Throws InputError with one clear sentence; Cancelled on stop.
std::shared_ptr<const Dataset> open_dataset(const std::string &source, const DatasetOptions &options,
                                            Progress &progress, std::stop_token stop);

} // namespace fairloom
