#pragma once

#include "ui/models/audit_figures.h"

namespace fairloom::ui {

/// What an audit found, in plain sentences computed from the figures. States differences, never causes.
class AuditWords {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
public:
    /// Selection, accuracy and true-positive rates of the student (of the teacher if there is no student) against the real data.
    static QString inWords(const RunResult &result, const AuditChoice &choice);
    /// One sentence about one ratio of the student: where it lies against 0.8, and the control beside it.
    static QString ratioFinding(const RunResult &result, const AuditChoice &choice, Metric Fairness::*ratio);
    /// "95 % interval · test rows"
    static QString intervalRemark(const RunResult &result, const AuditChoice &choice, Metric Fairness::*ratio);
};

} // namespace fairloom::ui
