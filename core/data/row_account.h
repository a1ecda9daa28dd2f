#pragma once

#include <cstddef>

namespace fairloom {

/// What became of the rows and values of the files that were read: nothing goes missing uncounted.
/// rows read = rows in the tables + left_out().
struct RowAccount {
    std::size_t bad_lines = 0;         ///< lines that are no rows, passed over because the user chose so
    std::size_t filtered = 0;          ///< rows that a filter left out
    std::size_t dropped_missing = 0;   ///< rows left out for a missing value
    std::size_t imputed_values = 0;    ///< missing values that another took the place of
    std::size_t grouped_values = 0;    ///< values of rare categories that became "(other)"
    std::size_t bad_pictures = 0;      ///< rows of an image set whose picture is missing or cannot be read
    std::size_t unlabelled = 0;        ///< pictures of an image set that no row tells anything about

    std::size_t left_out() const { return bad_lines + filtered + dropped_missing + bad_pictures + unlabelled; }
};

} // namespace fairloom
