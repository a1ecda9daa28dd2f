#pragma once

#include <QString>

#include <qcustomplot.h>

namespace fairloom::ui {

/// A number of a plot as people read it: at most three decimals, 1.2·10⁻⁷ where that would hide it.
QString plotNumber(double value);

/// Linear ticks with as many decimals as the step needs, three at most.
class TidyTicker final : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override;

private:
    double step_ = 1;
};

/// Ticks at powers of ten, every second or third where there are many decades, at 1, 2, 5 where there are few.
class DecadeTicker final : public QCPAxisTicker {
protected:
    QVector<double> createTickVector(double step, const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override;
};

} // namespace fairloom::ui
