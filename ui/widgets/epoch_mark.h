#pragma once

#include "ui/widgets/plot.h"

namespace fairloom::ui {

/// An upright line in a plot over epochs: where one looks back at.
class EpochMark {
public:
    /// Negative: nowhere. Call it again after the plot was cleared; the plot is not drawn anew by it.
    void place(Plot &plot, double epoch);

private:
    QPointer<QCPItemStraightLine> line_;
};

} // namespace fairloom::ui
