#pragma once

#include "core/data/readers/arff_tokens.h"
#include "core/data/readers/raw_table.h"

#include <string>
#include <vector>

namespace fairloom {

struct ArffAttribute {
    std::string name;
    DeclaredType type = DeclaredType::none;
    std::vector<std::string> values; ///< of a nominal one
};

/// The attributes that an ARFF file declares; `lines` stands behind @data afterwards. Throws InputError with the line number: a
/// declaration that cannot be read, a relational attribute, no attribute, no @data.
std::vector<ArffAttribute> read_arff_header(ArffLines &lines, const std::string &name);

} // namespace fairloom
