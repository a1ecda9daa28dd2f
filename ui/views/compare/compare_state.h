#pragma once

#include "ui/models/compare_runs.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace fairloom::ui {

/// What a reader has chosen in the comparison, as it is kept with the project.
struct CompareState {
    CompareFilter filter;
    ComparisonChoice choice;
    ComparedFigure x = ComparedFigure::dpr, y = ComparedFigure::accuracy; ///< of the scatter
    CompareColours colours = CompareColours::loss;
    std::string reference; ///< name of a run of the group that others are held against; empty = none was chosen
    QStringList selected;  ///< names of runs

    /// JSON.
    QString text() const;
    /// Nothing for what is no JSON object. A figure that is not known leaves the one that stands above.
    static std::optional<CompareState> read(const QString &text);
};

} // namespace fairloom::ui
