#pragma once

#include "core/data/problem.h"
#include "core/study/pipeline.h"

#include <QWidget>

#include <memory>

namespace fairloom::ui {

/// What of a run the samples view shows.
struct ShownSamples {
    std::shared_ptr<const RunOutcome> outcome; ///< null until the run has ended
    std::shared_ptr<const Problem> problem;    ///< of the run, else of the session; may be null
    std::shared_ptr<const Table> generated;    ///< null if there are none
    bool byStudent = true;                     ///< else by the teacher: the run was stopped before
    bool operator==(const ShownSamples &) const = default;
};

/// Real and generated rows beside each other, and what can be seen of how they go together. Presentation makes the one that fits.
class SamplesPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void showSamples(const ShownSamples &samples) = 0;
    /// True while a worker still computes something of what is shown.
    virtual bool isComputing() const = 0;

signals:
    void exportRequested(); ///< of the generated rows
};

} // namespace fairloom::ui
