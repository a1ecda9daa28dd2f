#pragma once

#include "ui/models/compare_runs.h"

#include <QCoreApplication>
#include <QString>

namespace fairloom::ui {

/// What a comparison says in words. Every sentence is made from the figures that stand beside it, with their uncertainty.
class CompareWords {
    Q_DECLARE_TR_FUNCTIONS(CompareWords)
public:
    /// The main finding about two figures: which groups differ from the reference, as far as that is more than what seeds do; of single runs, how many
    /// are on the best front. Empty without runs that have the figures.
    static QString finding(const CompareRuns &runs, ComparedFigure x, ComparedFigure y);
    /// What a table says of a group beside the reference: the differences whose intervals exclude 0, or that none is shown.
    static QString against(const CompareRuns &runs, std::size_t group);
    /// One line a figure, with interval and p-values.
    static QString againstInFull(const CompareRuns &runs, std::size_t group);
    /// "DPR +0.03 (+0.01 … +0.05)"
    static QString difference(const PairedDifference &difference);
    /// "Which loss?", "Which method?", "Which settings?": what the groups differ in.
    static QString question(const CompareRuns &runs);
    /// Of a point in the plot.
    static QString pointToolTip(const CompareRuns &runs, std::size_t run, ComparedFigure x, ComparedFigure y);
    static QString groupToolTip(const CompareRuns &runs, std::size_t group, ComparedFigure x, ComparedFigure y);
};

} // namespace fairloom::ui
