#pragma once

#include "core/data/problem.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

class Classifier;
class ClassifierFeatures;

/// How much a classifier leans on one column of the table.
struct ColumnInfluence {
    std::string column;
    bool sensitive = false;
    /// Mean over rows of |SHAP value|, in log odds; one-hot parts of a column are added up before the absolute value (Lundberg and Lee 2017;
    /// exact for trees). Undefined for classifiers that give none.
    Metric shap;
    Metric shap_share;      ///< shap / sum over columns, 0 .. 1
    Metric accuracy_drop;   ///< permutation importance: accuracy less the mean accuracy after the column's values were shuffled among rows
    Metric parity_change;   ///< DPR after shuffling less DPR before, mean: above 0 = the column made decisions less even
    double proxy = 0;       ///< how well the column alone goes with the group among real training rows, bias-corrected Cramer's V, 0 .. 1; 1 for the sensitive columns
};

/// The same people with another group's values in the sensitive columns, all else equal.
struct GroupCounterfactual {
    std::string group;       ///< whose rows
    std::string as;          ///< the group whose values they were given
    Metric gained, lost;     ///< share of these rows that are selected only as the other group, and only as themselves; Wilson's intervals
    Metric probability_change; ///< mean change of the probability of the favourable label
    std::size_t n = 0;
};

struct Explanation {
    std::vector<ColumnInfluence> columns; ///< by shap share, largest first; where that is undefined by accuracy_drop
    std::vector<GroupCounterfactual> counterfactuals; ///< every ordered pair of groups; with more than 6 groups, only as the reference (largest) group and back
    Metric changed;          ///< share of test rows whose decision depends on the group alone: some other group's values would change it; Wilson's interval
    std::size_t rows = 0;    ///< scored rows looked at
};

/// Of a fitted classifier, on `rows` of `test` at most (chosen by the seed; 0 = all). `features` are what it was fitted with. Columns are
/// the problem's features and sensitive ones; a picture counts as one column. Throws Cancelled.
struct ExplanationSettings {
    std::size_t rows = 2000;
    int repeats = 3;         ///< shuffles of every column
    double threshold = 0.5;
    std::uint64_t seed = 1;
    int threads = 1;
};
Explanation explain(const Problem &problem, const Classifier &classifier, const ClassifierFeatures &features, const LabelledTable &test,
                    const ExplanationSettings &settings, std::stop_token stop);

} // namespace fairloom
