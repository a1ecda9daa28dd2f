#pragma once

#include "core/study/comparison/curve_bands.h"
#include "ui/models/compare_runs.h"
#include "ui/widgets/colour_rule.h"

#include <QPointF>
#include <QVector>

#include <qcustomplot.h>

#include <optional>
#include <string>
#include <vector>

namespace fairloom::ui {

class Plot;

/// One term of one stage; `term` empty: the sum of the weighted ones.
struct CurveTerm {
    bool teacher = false; ///< the teacher's stage, which is also where other methods have their curves
    std::string term;
    bool operator==(const CurveTerm &) const = default;
};

/// The curves of all shown runs for one term, thinned to what a picture of so many can show. Made anew when runs or term change, not while brushing.
class PreparedCurves {
public:
    void prepare(const CompareRuns &runs, const CurveTerm &term);
    const QVector<QPointF> *line(std::size_t run) const { return lines_[run].isEmpty() ? nullptr : &lines_[run]; }
    const CurveTerm &term() const { return term_; }
    const RecordedCurves::Stage *stage(const CompareRuns &runs, std::size_t run) const; ///< null without curves
    std::vector<std::size_t> drawn() const { return drawn_; } ///< runs with a curve, as shown

    struct Range {
        double low = 0, high = 0, last = 0; ///< last: the latest epoch
        bool logarithmic() const { return low > 0 && high / low > 20; }
        QCPRange values() const;
    };
    Range rangeOf(const std::vector<std::size_t> &runs) const;

private:
    CurveTerm term_;
    std::vector<QVector<QPointF>> lines_; ///< per run
    std::vector<Range> ranges_;           ///< per run
    std::vector<std::size_t> drawn_;
};

/// How curves are drawn; every plot of the card draws its part of the runs the same way.
struct CurveStyle {
    BandSpread spread = BandSpread::range;
    bool labelled = true;      ///< names at the ends of lines
    std::size_t most_units = 8; ///< more bands and lines than that become bundles of thin curves
};

/// What was drawn, for the remark beside it.
struct DrawnCurves {
    std::size_t runs = 0, bands = 0, seeds = 0; ///< seeds: of the band with the most
    bool logarithmic = false, bundled = false;
};

/// Draws `runs` into the plot: groups of several seeds as mean and band, others as lines; where these are too many, all runs as thin curves in their
/// colours. With a selection, selected runs alone are drawn so and the others lie faint behind.
DrawnCurves drawCurves(Plot &plot, const CompareRuns &compared, const PreparedCurves &curves, const std::vector<std::size_t> &runs, const CurveStyle &style);

} // namespace fairloom::ui
