#pragma once

#include "core/report/metric_guide.h"

#include <vector>

namespace fairloom {

/// The parts that metric_guides() is put together from.
std::vector<MetricGuide> fairness_guides();
std::vector<MetricGuide> group_guides();
std::vector<MetricGuide> utility_guides();
std::vector<MetricGuide> quality_guides();
std::vector<MetricGuide> leakage_guides();
std::vector<MetricGuide> privacy_guides();
std::vector<MetricGuide> explanation_guides();
std::vector<MetricGuide> uncertainty_guides();

} // namespace fairloom
