#pragma once

#include "core/base/message.h"
#include "core/data/column_rule.h"
#include "core/data/readers/raw_table.h"
#include "core/data/table.h"

#include <functional>
#include <string>
#include <vector>

namespace fairloom {

/// How one column's spellings become values.
struct TypingContext {
    const std::vector<std::string> *missing = nullptr;   ///< spellings of a missing value
    NumberMarks marks;
    const Column *like = nullptr;                        ///< the training table's column, whose type and categories a test column takes
    std::vector<Message> *notes = nullptr;               ///< what a person should know: dates that could be read otherwise
    std::function<std::string(std::size_t row)> place;   ///< "adult.data, line 812", for errors
};

/// A column with its type: a number or a date if every value that is not missing is one and can be written again as it is spelled, else
/// a category; or as the rule (or `like`, or the file format) says. The rule's suffix is stripped first; its bins turn numbers into
/// categories, its values are merged then. Works on the different spellings, not on the rows. Throws InputError for a value that is no
/// number or date where that is asked for.
Column type_column(RawColumn raw, const ColumnRule &rule, const TypingContext &context);

} // namespace fairloom
