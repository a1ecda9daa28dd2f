#pragma once

#include "core/base/progress.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace fairloom::cli {

/// The arguments that say how data are read and what they are about; empty = not given.
struct DataArguments {
    std::string data, test, recipe, schema;
    int picture_size = 0;                    ///< these three change what recipe or schema say about pictures
    std::string name_pattern, labels;
    std::string sensitive, target, positive;
    std::optional<Recipe> configured_schema; ///< the same, for how the data are read
    Task configured; ///< from a configuration file, for what is not given on the command line

    void add_test_option(CLI::App &command);
    void add_reading_options(CLI::App &command); ///< how what is named is read
    void add_task_options(CLI::App &command);

    /// Throws InputError.
    std::shared_ptr<const Dataset> open(Progress &progress, std::stop_token stop) const;
    /// How the data are opened and what they are asked about, as a JSON object that a run's configuration can have.
    std::string opening_json(const Task &task) const;
    /// The task from the arguments, and where they are silent from the data set's suggestions. Throws InputError for what
    /// neither gives.
    Task task(const Dataset &data) const;
    /// As task, but parts that are not known stay empty.
    Task known_task(const Dataset &data) const;

private:
    bool about_pictures() const { return picture_size != 0 || !name_pattern.empty() || !labels.empty(); }
    Recipe with_picture_rule() const;
};

/// "sex,race" -> {"sex", "race"}, without blanks around the names.
std::vector<std::string> split_names(const std::string &list);

} // namespace fairloom::cli
