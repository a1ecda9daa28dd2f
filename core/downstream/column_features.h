#pragma once

// Internal to core: what ways of making numbers of columns have in common.

#include "core/base/matrix.h"
#include "core/data/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fairloom {

/// The column that a fitted part stands for; tables of generated columns only have other indices than full ones. Throws InputError if
/// its type, or the size of its pictures, is not that of `known`, the training rows' column.
const Column &source_column(const Table &table, const Column &known);

/// A column's name, type, categories and pictures.
Column without_rows(const Column &column);

/// Writes 1 into column offset + c of the rows that have the c-th of the categories; a value that is none of them is all zeros.
void write_one_hot(const Column &column, const std::vector<std::string> &categories, std::size_t offset, Matrix &out);

} // namespace fairloom
