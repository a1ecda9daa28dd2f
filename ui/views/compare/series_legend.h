#pragma once

#include "ui/models/compare_runs.h"

#include <QLabel>

namespace fairloom::ui {

/// The markers of the series and their names, in one line where there is room.
class SeriesLegend final : public QLabel {
    Q_OBJECT
public:
    explicit SeriesLegend(const CompareRuns &runs, QWidget *parent = nullptr);

    void refresh();

private:
    const CompareRuns &runs_;
};

} // namespace fairloom::ui
