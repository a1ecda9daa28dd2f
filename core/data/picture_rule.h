#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace fairloom {

/// Colour given to grey digits, so that it tells something about them (a bias that is known because we made it): digits whose label is even
/// are red with probability `strength`, else green or blue; odd ones green with probability `strength`, else red or blue. A second
/// colouring of the same digits, in which all three colours are equally likely whatever the label, goes with it as counterpart.
struct ColouringRule {
    double strength = 0.9;     ///< 1/3 .. 1; at 1/3 colour says nothing
    std::uint64_t seed = 1;
    bool operator==(const ColouringRule &) const = default;
};

/// Edges that pictures can be brought to.
inline constexpr std::array picture_sizes = {28, 32, 48, 64};

/// How an image set is read: where its pictures' labels come from and the size the pictures are brought to.
struct PictureRule {
    int size = 32;             ///< edge in pixels of the square that every picture is cut and resized to: 28, 32, 48 or 64
    std::string labels;        ///< file with labels, relative to the folder; empty = found out
    std::string file_column;   ///< its column that names the pictures; empty = found out
    std::string name_pattern;  ///< labels inside file names: "[age]_[gender]_[race]"; empty = none
    std::optional<ColouringRule> colouring;
    bool operator==(const PictureRule &) const = default;
};

} // namespace fairloom
