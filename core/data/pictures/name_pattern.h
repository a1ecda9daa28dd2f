#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// Labels inside file names: "[age]_[gender]_[race]" reads 25, 0 and 3 from "25_0_3_20170119.jpg". What stands between the brackets names a
/// column. A field takes at least one character and none of those that the pattern has between its fields, nor a dot; what follows the
/// pattern in a name may be anything.
class NamePattern {
public:
    /// Throws InputError for a pattern without fields, with a field that has no name or the name of another, or with nothing between two.
    explicit NamePattern(const std::string &pattern);

    const std::vector<std::string> &fields() const { return fields_; }
    /// The fields' values in a file's name (without its folders); nothing if the name does not fit.
    std::optional<std::vector<std::string>> match(std::string_view file_name) const;

private:
    std::vector<std::string> fields_;
    std::vector<std::string> between_; ///< what stands in front of every field, and behind the last
    std::string stops_ = ".";          ///< characters that end a field
};

} // namespace fairloom
