#pragma once

#include "core/report/report_page.h"

#include <string>
#include <vector>

namespace fairloom {

/// A figure of a run that has no value.
struct UndefinedFigure {
    std::string judged;  ///< by what; empty for what no classifier judged
    std::string source, figure;
    std::vector<std::string> groups; ///< whose figure it is; empty = of all
    std::string reason;
};

/// All of them, in the reader's language; figures that share everything else name their groups together.
std::vector<UndefinedFigure> undefined_figures(const ReportPage &page);

} // namespace fairloom
