#include "core/report/metric_guide.h"

#include "core/report/metric_guides.h"

#include <algorithm>
#include <vector>

namespace fairloom {

namespace {

const std::vector<MetricGuide> &all_guides()
{
    static const std::vector<MetricGuide> all = [] {
        std::vector<MetricGuide> out;
        for (std::vector<MetricGuide> part : {fairness_guides(), group_guides(), utility_guides(), quality_guides(), leakage_guides(), privacy_guides(), explanation_guides(), uncertainty_guides()})
            out.insert(out.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
        return out;
    }();
    return all;
}

} // namespace

std::span<const MetricGuide> metric_guides() { return all_guides(); }

const MetricGuide *metric_guide(const std::string &key)
{
    const std::vector<MetricGuide> &all = all_guides();
    const auto found = std::find_if(all.begin(), all.end(), [&](const MetricGuide &guide) { return key == guide.key; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace fairloom
