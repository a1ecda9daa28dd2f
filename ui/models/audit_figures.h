#pragma once

#include "core/study/run_result.h"

#include <QCoreApplication>
#include <QString>

#include <string>
#include <vector>

namespace fairloom::ui {

/// Which of a run's figures are looked at: one protocol and one downstream classifier.
struct AuditChoice {
    std::string protocol = "tstr";      ///< "tstr", "tsts" or "tstr_counterpart"; real rows are judged by "trtr" or "trtr_counterpart"
    std::string classifier = "xgboost"; ///< "xgboost", "logistic" or "cnn"
    bool operator==(const AuditChoice &) const = default;
};

/// Reads single figures out of a RunResult and words them. Everything that the audit and the comparison show comes
/// through here, so that both show the same number for the same thing.
class AuditFigures {
    Q_DECLARE_TR_FUNCTIONS(AuditFigures)
public:
    /// The sources that the result has, in the order in which they are shown: real, controls, teacher, student.
    static std::vector<std::string> sources(const RunResult &result);
    /// "real", "control", "control, own group", "teacher", "student".
    static QString sourceLabel(const std::string &source);
    /// The same where room is short: "control, own".
    static QString shortLabel(const std::string &source);
    /// "the student's rows"
    static QString sourceRows(const std::string &source);
    /// "XGBoost", "logistic regression", "convolutional network"
    static QString classifierLabel(const std::string &classifier);
    /// The same, short: "XGBoost", "Logistic", "CNN"
    static QString classifierChip(const std::string &classifier);
    static QString protocolChip(const std::string &protocol);

    /// What can be chosen of results like these: "tstr" and "tsts", then others that one of them has.
    static std::vector<std::string> protocols(const std::vector<const RunResult *> &results);
    /// "xgboost", then others that rows of one of them were judged by; "logistic" where there is no result yet.
    static std::vector<std::string> classifiers(const std::vector<const RunResult *> &results);
    /// "real test rows", or those whose built-in bias was taken out
    static QString testRows(const std::string &protocol);

    /// The protocol that a source is judged by where the others are judged by the chosen one: real rows are always judged real on real.
    static std::string protocolOf(const std::string &source, const AuditChoice &choice);
    /// Null if the source was not judged that way.
    static const ClassifierResult *classifier(const RunResult &result, const std::string &source, const AuditChoice &choice);
    /// A ratio as it is shown first: of several seeds the mean, whose interval takes them in.
    static const Metric &ratio(const ClassifierResult &judged, Metric Fairness::*ratio);
    /// The same of each seed; empty of one alone.
    static std::vector<double> ratioSeeds(const ClassifierResult &judged, Metric Fairness::*ratio);
    /// Rows that a classifier was scored on.
    static std::size_t scoredRows(const Fairness &fairness);

    /// The number with at most `decimals` decimals, or "undefined".
    static QString text(const Metric &metric, int decimals = 3);
    /// "95 % interval 0.71 to 0.79 (test rows resampled 200 times)"; empty if there is none.
    static QString intervalText(const Metric &metric);
    /// "bootstrap", "by Wilson"
    static QString methodName(const std::string &method);
    /// The reason why there is no value, or the interval, or "no interval was computed".
    static QString detail(const Metric &metric);
    /// "16,281"
    static QString count(std::size_t n);
};

} // namespace fairloom::ui
