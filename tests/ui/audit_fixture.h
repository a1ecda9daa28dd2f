#pragma once

#include "core/study/judged_predictions.h"
#include "core/study/uncertainty.h"
#include "ui/run_fixture.h"

#include <algorithm>
#include <cmath>
#include <random>

/// Runs whose figures were derived from scored rows, as those of a pipeline are, with everything that an audit can show.
namespace fixture {

inline const std::vector<Group> &sexAndRace()
{
    static const std::vector<Group> groups{{"Female & Black", {{"sex", "Female"}, {"race", "Black"}}},
                                           {"Female & White", {{"sex", "Female"}, {"race", "White"}}},
                                           {"Male & Black", {{"sex", "Male"}, {"race", "Black"}}},
                                           {"Male & White", {{"sex", "Male"}, {"race", "White"}}}};
    return groups;
}
inline const std::vector<Group> &sexAlone()
{
    static const std::vector<Group> groups{{"Female", {{"sex", "Female"}}}, {"Male", {{"sex", "Male"}}}};
    return groups;
}

/// The same people for every source: `bias` is how much more the later groups are promised, `noise` how badly the label is known. The
/// first group is small.
inline std::shared_ptr<const ScoredRows> scoredRows(std::size_t groups, double bias, double noise, std::size_t rows = 3000)
{
    std::mt19937 people(7), guesses(11);
    std::normal_distribution<double> normal;
    auto out = std::make_shared<ScoredRows>();
    for (std::size_t i = 0; i < rows; ++i) {
        const bool tiny = groups > 2 && i < 20;
        const auto group = std::int32_t(tiny ? 0 : groups > 2 ? 1 + people() % (groups - 1) : people() % 3 > 0);
        const double merit = normal(people) + 0.4 * group;
        out->label.push_back(merit > 0.8);
        out->group.push_back(group);
        const double score = merit - 0.8 + bias * group - 0.4 * group + noise * normal(guesses);
        out->probability.push_back(float(1 / (1 + std::exp(-1.5 * score))));
    }
    return out;
}

inline PrivacyResult privacy()
{
    PrivacyResult out;
    out.all.dcr_median = 0.36;
    out.all.dcr_median_holdout = 0.31;
    out.all.dcr_low = 0.1;
    out.all.dcr_low_holdout = 0.09;
    out.all.nndr_median = 0.84;
    out.all.nndr_median_holdout = 0.83;
    out.all.exact_copies = interval(0.002, 0.001, 0.004);
    out.all.exact_copies_holdout = interval(0.021, 0.017, 0.025);
    out.all.identifiability = interval(0.114, 0.105, 0.123);
    out.all.identifiability_holdout = interval(0.498, 0.484, 0.512);
    out.all.linkage = interval(0.0031, 0.002, 0.005);
    out.all.linkage_chance = 0.0002;
    out.all.n = out.all.n_holdout = 5000;
    out.all.n_train = 32561;
    out.attack.auroc = interval(0.507, 0.496, 0.518);
    out.attack.advantage = interval(0.011, -0.017, 0.039);
    out.attack.members = out.attack.non_members = 2500;
    out.without = out.all;
    out.without.dcr_median = 0.22;
    out.attack_without = out.attack;
    out.attack_sources = out.attack;
    out.near_unique = {"fnlwgt"};
    return out;
}

inline ColumnInfluence influence(const char *column, double share, double proxy, bool sensitive = false)
{
    ColumnInfluence out;
    out.column = column;
    out.sensitive = sensitive;
    out.shap = share * 2;
    out.shap_share = share;
    out.accuracy_drop = interval(share / 10, share / 11, share / 9);
    out.parity_change = share / 5;
    out.proxy = proxy;
    return out;
}

inline Explanation explanation(double sensitive, double changed)
{
    Explanation out;
    out.columns = {influence("marital-status", 0.31 - sensitive, 0.46), influence("capital-gain", 0.2, 0.06), influence("education-num", 0.17, 0.03),
                   influence("age", 0.13, 0.11), influence("hours-per-week", 0.1, 0.24), influence("occupation", 0.07, 0.42),
                   influence("sex", sensitive, 1, true), influence("workclass", 0.01, 0.15), influence("native-country", 0.01, 0.02)};
    out.changed = interval(changed, changed * 0.9, changed * 1.1);
    GroupCounterfactual pair;
    pair.group = "Female";
    pair.as = "Male";
    pair.gained = interval(changed, changed * 0.9, changed * 1.1);
    pair.lost = interval(0.004, 0.002, 0.007);
    pair.probability_change = changed / 2;
    pair.n = 700;
    out.counterfactuals = {pair};
    out.rows = 2000;
    return out;
}

inline OverSeeds seeds(double dpr, double eor)
{
    OverSeeds out;
    for (int k = 0; k < 5; ++k)
        out.each.push_back({std::uint64_t(k + 1), dpr + 0.015 * (k - 2), eor + 0.02 * (2 - k), 0.1, 0.1, 0.83 + 0.001 * k, 0.6});
    out.dpr = interval(dpr, dpr - 0.06, dpr + 0.07);
    out.eor = interval(eor, eor - 0.09, eor + 0.07);
    out.dpr.interval->resampled = out.eor.interval->resampled = "test rows and seeds";
    out.accuracy = interval(0.832, 0.82, 0.845);
    out.f1 = interval(0.6, 0.58, 0.62);
    return out;
}

/// Real, control, teacher and student, judged on the same rows; `draws` of them for intervals.
inline std::shared_ptr<RunOutcome> scoredOutcome(bool severalColumns = false, int draws = 100)
{
    const std::vector<Group> &groups = severalColumns ? sexAndRace() : sexAlone();
    auto out = outcome();
    RunResult &result = out->result;
    result.settings.bootstrap = draws;
    for (auto &[name, source] : result.sources) {
        const double bias = name == "student" ? 0.05 : name == "teacher" ? 0.1 : name == "real" ? 0.6 : 0.45;
        for (const char *classifier : {"xgboost", "logistic"}) {
            const bool linear = classifier[0] == 'l';
            source.protocols[name == "real" ? "trtr" : "tstr"][classifier] =
                judge_predictions(scoredRows(groups.size(), bias + 0.05 * linear, linear ? 0.6 : 0.5), groups);
        }
        FairnessOptions without;
        without.level = 0;
        if (name == "student")
            source.protocols["tsts"]["xgboost"] = judge_predictions(scoredRows(groups.size(), 0.02, 0.4), groups, without);
        if (name == "real") {
            source.explanation = explanation(0.04, 0.031);
            continue;
        }
        source.support = SupportQuality{0.93, 0.71, 0.58, Metric(0.61), 5000, 5000};
        source.two_sample = TwoSampleTest{interval(0.712, 0.69, 0.733), interval(0.65, 0.63, 0.67), 0.0001, 5000, 5000};
        source.marginals = MarginalResult{{{"age", 0.04, {0.05, 0.06}}, {"sex", 0.01, {}}}, 0.025, {}};
        source.privacy = privacy();
        if (name == "student")
            source.explanation = explanation(0.002, 0.12);
    }
    EvaluationSettings settings;
    settings.bootstrap = draws;
    settings.seed = result.settings.seed;
    settings.threads = 2;
    result.differences = add_uncertainty(result.sources, groups, settings, {});
    return out;
}

inline ClassifierResult &judgedOf(RunOutcome &outcome, const std::string &source, const std::string &protocol = "tstr")
{
    const auto found = std::find_if(outcome.result.sources.begin(), outcome.result.sources.end(), [&](const auto &entry) { return entry.first == source; });
    return found->second.protocols[protocol]["xgboost"];
}

} // namespace fixture
