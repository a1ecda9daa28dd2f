#pragma once

#include "core/study/comparison/comparison.h"

#include <QCoreApplication>
#include <QString>

#include <qcustomplot.h>

#include <string>

namespace fairloom::ui {

/// How what is compared is called, printed and drawn. What it means stands in core/study/comparison.
class CompareFigures {
    Q_DECLARE_TR_FUNCTIONS(CompareFigures)
public:
    /// "DPR", "accuracy"
    static QString label(ComparedFigure figure);
    /// "demographic parity ratio (train synthetic, test real)", "time of the whole run, s"
    static QString axisTitle(ComparedFigure figure, const ComparisonChoice &choice);
    /// With the figure's decimals and no unit.
    static QString number(ComparedFigure figure, double value);
    static QString number(ComparedFigure figure, const Metric &metric); ///< "undefined" where it is
    /// "0.76 ± 0.02": as many digits as the standard deviation leaves; one run has none. "0.70 (1 of 2)" where some have no value, "–" where none has.
    static QString spread(ComparedFigure figure, const Spread &spread, std::size_t seeds);
    /// "+0.03", "−0.002"
    static QString signedNumber(ComparedFigure figure, double value, int decimals);

    /// "adult · sex → income = >50K", with what was done to make the data harder.
    static QString subject(const RunRecord &run);
    /// "adult · sex"
    static QString data(const RunRecord &run);
    /// "L1-KL", "TabFairGAN", "imported rows": of run_kind().
    static QString kindLabel(const std::string &kind);
    /// "log10 β", "λ", or the key
    static QString settingLabel(const std::string &key);
    /// "L1-KL, log10 β 8"
    static QString groupName(const GroupName &name);
};

/// Colour and marker that a kind of run keeps everywhere.
struct SeriesStyle {
    int colour = 0; ///< Theme::group()
    int shape = 0;
    bool operator==(const SeriesStyle &) const = default;
};

SeriesStyle styleOfKind(const std::string &kind);
/// Of method names, where losses are not told apart.
SeriesStyle styleOfMethod(const std::string &method);
/// The first, second, ... of things that have no style of their own.
SeriesStyle styleOfIndex(int index);
QCPScatterStyle seriesMarker(const SeriesStyle &style, double size = 8);
/// The marker as a letter, for legends: "●", "■".
QChar seriesSymbol(const SeriesStyle &style);

} // namespace fairloom::ui
