#pragma once

#include "core/base/message.h"

#include <array>
#include <cstddef>
#include <string>

namespace fairloom {

/// What runs are compared by. Those of decisions depend on protocol and classifier.
enum class ComparedFigure {
    dpr, eor, dpd, eod, accuracy, f1, auroc, tsts_dpr, density, coverage, auroc_latent, representation_accuracy, representation_dpr,
    student_s, training_s, total_s, first_row_s, rows_per_s, peak_memory
};
inline constexpr std::size_t compared_figure_count = std::size_t(ComparedFigure::peak_memory) + 1;

/// How a figure is called, which way is better, and how it is printed.
struct ComparedFigureInfo {
    ComparedFigure figure;
    const char *key;        ///< in files: "dpr"
    Message name;           ///< "demographic parity ratio"
    Message short_name;     ///< "DPR"
    bool more_is_better = true;
    int least_decimals = 2, most_decimals = 3; ///< as people read it
    double shown_per_unit = 1;                 ///< 1e-6 where bytes are read as megabytes
    const char *unit = "";  ///< as shown: "s", "rows/s", "MB"
};

const ComparedFigureInfo &info_of(ComparedFigure figure);
/// Of a column, in English: the short name, and the unit if that is not its name already: "DPR", "training, s", "rows/s".
std::string heading_of(ComparedFigure figure);
const std::array<ComparedFigureInfo, compared_figure_count> &compared_figures();

/// One value per figure.
template <class T> using PerFigure = std::array<T, compared_figure_count>;

} // namespace fairloom
