#pragma once

#include "core/data/dataset.h"
#include "core/study/run_json.h"
#include "core/study/run_settings.h"

#include <cstddef>
#include <string>

namespace fairloom {

/// What of a data set decides how much memory a run on it takes.
struct DataSize {
    std::size_t train_rows = 0, test_rows = 0;
    std::size_t columns = 0; ///< of the table; of pictures, of their labels
    std::size_t width = 0;   ///< of one row as classifiers see it: one for a number, one for each category of any other column
    std::size_t states = 0;  ///< to which a decoder gives odds in one row: the same with the bins of numbers
    std::size_t pixels = 0;  ///< numbers in one picture; 0 = a table
    bool operator==(const DataSize &) const = default;
};

/// As a run with these settings will see it.
DataSize size_of(const Dataset &data, const RunSettings &settings);

/// Bytes that a run has in memory at most, the program itself included. An estimate, rather high than low, of five parts: the program; every
/// cell of the table, as it is read, split, encoded and generated; the rows that classifiers are trained on, one-hot; the networks with their
/// gradients and moments; the activations of a batch and of a block of rows that are encoded or decoded at once. The factors are fitted to measured
/// peaks, which tests/core/study/test_memory_need.cpp lists.
std::size_t memory_need(const DataSize &size, const RunSettings &settings);

/// A first guess for data that nobody has opened yet, from the sizes of their files.
std::size_t rough_memory_need(const RunConfigFile &config);

/// Throws InputError if `need` is more than `free`, with both and what can be done; `allowed` says that `free` is a limit that was set.
void refuse_beyond_memory(std::size_t need, std::size_t free, bool allowed, const RunSettings &settings);

/// 1234567890 -> "1.2 GB", 345678901 -> "346 MB".
std::string memory_text(std::size_t bytes);

} // namespace fairloom
