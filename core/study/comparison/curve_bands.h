#pragma once

#include "core/study/store/run_record.h"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// A term of a stage's loss for every recorded point, as the formula gives it; `term` empty: the sum of the weighted terms, what training minimises.
/// Nothing if the stage has no such term.
std::vector<double> curve_values(const RecordedCurves::Stage &stage, const std::string &term);

/// What a band spans around the mean: from the lowest run to the highest, or one standard deviation to both sides.
enum class BandSpread { range, deviation };

/// Mean and band of one term over runs.
struct CurveBand {
    std::vector<double> epochs;        ///< ascending, evenly spaced
    std::vector<double> mean, low, high; ///< as many; low and high are the mean for one run
    std::size_t runs = 0;              ///< with that term

    bool empty() const { return epochs.empty(); }
};

/// On `points` >= 2 epochs over those that all of the runs have, so that no run's end shows as a step; between its points, a run's curve is
/// taken as straight. Runs without the term, or with one point alone, are left out; empty if none is left or their epochs do not overlap.
CurveBand curve_band(std::span<const RecordedCurves::Stage *const> runs, const std::string &term, BandSpread spread, std::size_t points = 100);

/// The band of every term that one of the runs has, in the order of their first occurrence, and of the sum of the weighted ones under "" at the end.
std::vector<std::pair<std::string, CurveBand>> curve_bands(std::span<const RecordedCurves::Stage *const> runs, BandSpread spread, std::size_t points = 100);

} // namespace fairloom
