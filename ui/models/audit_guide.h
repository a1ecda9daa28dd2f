#pragma once

#include "ui/models/audit_figures.h"

namespace fairloom::ui {

/// What one number of an audit is, in full: definition and formula, the value, what it was made from, its interval with what
/// varies in it, and what it does not say. Definitions are those of the report (metric_guide()).
class AuditGuide {
    Q_DECLARE_TR_FUNCTIONS(AuditGuide)
public:
    /// A figure by its key in run.json and how it is shown.
    struct Number {
        std::string key;      ///< "dpr"
        QString whose;        ///< "student", "student, Female"
        Metric metric;
        QString origin;       ///< "XGBoost trained on ..."; a sentence
        QString shown{};      ///< as it stands in the table; empty = the value with three decimals
        QString besides{};    ///< "against real holdout rows: 0.31."; a sentence
    };
    static QString about(const Number &number);

    /// "Demographic parity ratio (DPR): ... Formula: ..."
    static QString meaning(const std::string &key);
    /// What the figure does not say; empty if there is nothing to warn of.
    static QString caveat(const std::string &key);
    /// "XGBoost trained on the student's rows and scored on 16,281 real test rows, selected from a probability of 0.50."
    static QString origin(const ClassifierResult &judged, const std::string &source, const AuditChoice &choice);
    /// "0.71 to 0.81", as many decimals as the figure itself
    static QString range(const Interval &interval, int decimals = 2, double times = 1);
    /// "+0.43", "-0.02"
    static QString signedNumber(double value, int decimals = 2);
    /// "p < 0.001" or "p = 0.012"
    static QString pValue(double p);

private:
    static QString ownMeaning(const std::string &key);
};

} // namespace fairloom::ui
