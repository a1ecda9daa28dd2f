#include "core/study/comparison/curve_bands.h"

#include "core/study/comparison/comparison.h"

#include <algorithm>

namespace fairloom {

namespace {

struct Curve {
    std::vector<double> epochs, values;
    std::size_t at = 0; ///< the segment that the last asked-for epoch was in; epochs are asked for in ascending order

    double value(double epoch)
    {
        while (at + 2 < epochs.size() && epochs[at + 1] < epoch)
            ++at;
        const double length = epochs[at + 1] - epochs[at];
        const double share = length > 0 ? std::clamp((epoch - epochs[at]) / length, 0.0, 1.0) : 1;
        return values[at] + share * (values[at + 1] - values[at]);
    }
};

std::vector<Curve> curves_with(std::span<const RecordedCurves::Stage *const> runs, const std::string &term)
{
    std::vector<Curve> out;
    for (const RecordedCurves::Stage *stage : runs) {
        Curve curve;
        curve.values = curve_values(*stage, term);
        if (curve.values.size() < 2)
            continue;
        for (const CurvePoint &point : stage->points)
            curve.epochs.push_back(point.epoch);
        out.push_back(std::move(curve));
    }
    return out;
}

} // namespace

std::vector<double> curve_values(const RecordedCurves::Stage &stage, const std::string &term)
{
    std::vector<double> out;
    out.reserve(stage.points.size());
    if (term.empty()) {
        for (const CurvePoint &point : stage.points) {
            double sum = 0;
            for (const double part : point.weighted)
                sum += part;
            out.push_back(sum);
        }
        return out;
    }
    const std::size_t place = std::size_t(std::find(stage.terms.begin(), stage.terms.end(), term) - stage.terms.begin());
    if (place == stage.terms.size())
        return out;
    for (const CurvePoint &point : stage.points) {
        if (place >= point.raw.size())
            return {};
        out.push_back(point.raw[place]);
    }
    return out;
}

CurveBand curve_band(std::span<const RecordedCurves::Stage *const> runs, const std::string &term, BandSpread spread, std::size_t points)
{
    CurveBand band;
    std::vector<Curve> curves = curves_with(runs, term);
    band.runs = curves.size();
    if (curves.empty())
        return band;
    double first = curves.front().epochs.front(), last = curves.front().epochs.back();
    for (const Curve &curve : curves) {
        first = std::max(first, curve.epochs.front());
        last = std::min(last, curve.epochs.back());
    }
    if (!(first < last))
        return band;
    std::vector<double> values;
    for (std::size_t i = 0; i < points; ++i) {
        const double epoch = i + 1 == points ? last : first + (last - first) * double(i) / double(points - 1);
        values.clear();
        for (Curve &curve : curves)
            values.push_back(curve.value(epoch));
        const Spread over_runs = spread_of(values);
        band.epochs.push_back(epoch);
        band.mean.push_back(over_runs.mean);
        band.low.push_back(spread == BandSpread::range ? over_runs.low : over_runs.mean - over_runs.sd);
        band.high.push_back(spread == BandSpread::range ? over_runs.high : over_runs.mean + over_runs.sd);
    }
    return band;
}

std::vector<std::pair<std::string, CurveBand>> curve_bands(std::span<const RecordedCurves::Stage *const> runs, BandSpread spread, std::size_t points)
{
    std::vector<std::string> terms;
    for (const RecordedCurves::Stage *stage : runs)
        for (const std::string &term : stage->terms)
            if (std::find(terms.begin(), terms.end(), term) == terms.end())
                terms.push_back(term);
    terms.emplace_back();
    std::vector<std::pair<std::string, CurveBand>> out;
    for (const std::string &term : terms)
        out.emplace_back(term, curve_band(runs, term, spread, points));
    return out;
}

} // namespace fairloom
