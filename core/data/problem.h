#pragma once

#include "core/base/message.h"
#include "core/data/dataset.h"
#include "core/data/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// What the user says about a data set.
struct Task {
    std::vector<std::string> sensitive; ///< one or more columns; s is their Cartesian product
    std::string target;
    std::string positive;               ///< the favourable value of the target
    bool operator==(const Task &) const = default;
};

/// One group of the sensitive attribute.
struct Group {
    std::string name;                                            ///< "Female", or "Female & Black"
    std::vector<std::pair<std::string, std::string>> values;     ///< column -> value
};

/// A table whose sensitive columns and target are resolved to numbers.
struct LabelledTable {
    Table table;                        ///< all columns, ignored ones included
    std::vector<std::int32_t> group;    ///< per row, 0 .. G-1
    std::vector<std::int32_t> target;   ///< per row, code in the target column's categories
    std::vector<std::uint8_t> label;    ///< per row, 1 = positive

    std::size_t rows() const { return group.size(); }
};

/// The given rows, in the given order.
LabelledTable select_rows(const LabelledTable &rows, const std::vector<std::size_t> &which);

/// Everything that training and evaluation need to know about the data.
struct Problem {
    Task task;
    std::vector<Group> groups;                 ///< sorted by name; only combinations that occur in the training rows
    std::vector<std::string> target_values;    ///< the target column's categories
    std::int32_t positive = 0;                 ///< code of the favourable value
    LabelledTable train;
    LabelledTable test;                        ///< the test file, or a stratified share; never seen in training
    bool test_was_split_off = false;
    /// The test rows with the data set's counterpart columns in place of the biased ones, if it has any.
    std::optional<LabelledTable> counterpart_test;
    std::vector<std::size_t> features;         ///< indices of the columns that are generated as x (role feature)
    std::vector<std::size_t> generated;        ///< features, sensitive and target columns in the original order
    std::vector<Message> warnings;             ///< small groups, adverse positive label, missing sensitive values, ...
};

/// Resolves groups and labels; splits off `test_share` of the rows for testing, stratified by (s, y) and seeded, if the data have no
/// test rows. Throws InputError (what, where, remedy): no such column, one group only, target with one value, positive
/// label that does not occur, sensitive column is the target, a numeric column with more than 20 values as target or
/// sensitive, no feature left.
Problem make_problem(const Dataset &data, const Task &task, std::uint64_t seed, std::size_t minimum_group = 30,
                     double test_share = 0.3);

/// Resolves another table (generated or imported) with the same columns against the problem: same groups and labels.
/// Throws InputError for a missing column or a value that no group or target value has.
LabelledTable label_table(const Problem &problem, Table table);

} // namespace fairloom
