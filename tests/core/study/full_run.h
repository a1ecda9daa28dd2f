#pragma once

#include "core/study/example_run.h"

#include <limits>

namespace fairloom {

/// A result in which every optional is set, lists have entries and many metrics are undefined: what a reader of run.json must bring back.
class FullRun {
public:
    static RunResult make()
    {
        FullRun full;
        RunResult run = example_run();
        run.finished = "2026-11-26T18:00:00+01:00";
        run.dataset.test_source = "data/test.csv";
        run.dataset.test_sha256 = "def456";
        run.dataset.recipe = "adult";
        run.dataset.schema = R"({"name": "adult", "columns": {"age": {"role": "sensitive", "bins": [40.0]}}, "sensitive": ["age"]})";
        run.dataset.account = {1, 2, 3, 4, 5, 6, 7};
        run.dataset.bad_lines = {{12, 3, 4}, {99, 0, 0}};
        run.dataset.bad_pictures = {{"a/1.png", Message(FAIRLOOM_TEXT("%1 x %2 pixels are more than 100 million"), {"30,000", "30,000"})}};
        run.warnings.push_back(FAIRLOOM_TEXT("The teacher has collapsed"));
        run.timings.emplace_back("repeats", 12.5);
        run.teacher.collapsed = true;
        run.teacher.dependence = std::numeric_limits<double>::quiet_NaN();
        run.sources.clear();
        run.rival = {"tabfairgan", 12345, 200, 3.5};
        run.cost = {61.5, 0.002, 150000, 512e6};
        for (const char *name : {"real", "teacher", "student", "control_independent", "imported"})
            run.sources.emplace_back(name, full.source(std::string(name) != "real"));
        run.sources[1].second.privacy.reset(); // pictures alone
        run.sources[3].second.privacy->near_unique.clear();
        run.sources[3].second.privacy->without = run.sources[3].second.privacy->all;
        run.sources[3].second.privacy->attack_without = run.sources[3].second.privacy->attack;
        run.sources[4].second.memorisation.reset();
        run.differences = {{"student", "real", "tstr", "xgboost", "fairness", "dpr", full.metric(), 0.01, 0.04},
                           {"student", "real", "tstr", "xgboost", "fairness", "eor", full.undefined(), 1, 1}};
        PolicyOutcome kept, missed;
        kept.limit = {"dpr", "student", "tstr", "xgboost", "", 0.8, 1.2, 0.95, "by law"};
        kept.met = true;
        kept.figure = full.metric();
        kept.bound = 0.81;
        kept.reason = Message(FAIRLOOM_TEXT("%1, one-sided bound %2, keeps the limit"), {"0.9", "0.81"});
        missed.limit = {"tpr", "student", "tstr", "logistic", "Female", std::nullopt, 0.5, std::nullopt, ""};
        missed.figure = full.undefined();
        missed.reason = missed.figure.undefined;
        run.policy = PolicyResult{"House rules", {kept, missed}};
        return run;
    }

private:
    /// Another value each time, every third without an interval.
    Metric metric()
    {
        Metric out(0.001 * ++made_ + 1.0 / 3);
        if (made_ % 3 != 0)
            out.interval = Interval{*out.value - 0.1, *out.value + 0.1, 0.9, "scored rows", made_, "DeLong", nullptr};
        return out;
    }
    Metric undefined()
    {
        return Metric::undefined_because(Message(FAIRLOOM_TEXT("group “%1” has %2 rows, 100 % of them alike"), {"Ä & <b>", std::to_string(++made_)}));
    }
    double number() { return 0.01 * ++made_ + 1.0 / 7; }
    std::size_t count() { return static_cast<std::size_t>(100 + ++made_); }

    Fairness fairness()
    {
        Fairness out;
        out.dpr = metric();
        out.eor = undefined();
        out.dpd = metric();
        out.eod = undefined();
        out.eopr = metric();
        out.fairlearn = {0.5, std::nullopt, 0.25, std::nullopt};
        for (const char *name : {"Female & young", "Male & old", "Male & young"}) {
            GroupRates rates;
            rates.group = {name, {{"sex", "x"}, {"age", "y"}}};
            rates.n = count();
            rates.counts = {count(), count(), count(), count()};
            rates.base_rate = metric();
            rates.selection_rate = metric();
            rates.tpr = undefined();
            rates.fpr = metric();
            rates.calibration = metric();
            rates.small = out.groups.empty();
            if (out.groups.size() != 1)
                rates.against = AgainstReference{metric(), undefined(), metric(), metric(), undefined(), metric()};
            out.groups.push_back(std::move(rates));
        }
        out.reference = 1;
        out.threshold = 0.4;
        return out;
    }

    /// `whole`: with what only some have; a document of all in all would make a slow test.
    ClassifierResult classifier(bool whole)
    {
        ClassifierResult out;
        out.fairness = fairness();
        out.utility = {metric(), metric(), undefined(), metric(), metric(), number()};
        if (!whole)
            return out;
        out.by_column = {{"sex", fairness()}, {"age", fairness()}};
        OverSeeds over;
        for (std::uint64_t seed : {std::uint64_t(1), std::numeric_limits<std::uint64_t>::max()})
            over.each.push_back({seed, metric(), undefined(), metric(), metric(), metric(), metric()});
        over.dpr = metric();
        over.eor = undefined();
        over.dpr_sd = number();
        over.accuracy = metric();
        over.accuracy_sd = number();
        out.over_seeds = over;
        return out;
    }

    PrivacyFigures figures()
    {
        return {number(), number(), number(), number(), number(),    number(), metric(), metric(),
                metric(), metric(), undefined(), number(), count(), count(), count()};
    }
    MembershipAttack attack() { return {metric(), metric(), number(), count(), count()}; }

    PrivacyResult privacy()
    {
        return {figures(), figures(), attack(), attack(), {undefined(), undefined(), 0, 0, 0}, {"fnlwgt", "id"}};
    }

    Explanation explanation()
    {
        Explanation out;
        out.columns = {{"sex", true, metric(), metric(), metric(), undefined(), 1.0}, {"age", false, undefined(), undefined(), metric(), metric(), number()}};
        out.counterfactuals = {{"Female & young", "Male & old", metric(), metric(), metric(), count()},
                               {"Male & old", "Female & young", undefined(), undefined(), undefined(), 0}};
        out.changed = metric();
        out.rows = count();
        return out;
    }

    MarginalResult marginals()
    {
        return {{{"age", metric(), {metric(), undefined()}}, {"sex", undefined(), {}}},
                number(),
                {number(), number(), "age", "sex", count()}};
    }

    SourceResult source(bool generated)
    {
        SourceResult out;
        out.rows = count();
        out.protocols[generated ? "tstr" : "trtr"]["xgboost"] = classifier(true);
        if (!generated)
            out.protocols["trtr"]["logistic"] = out.protocols["trtr_counterpart"]["xgboost"] = classifier(false);
        out.representation = RepresentationResult{metric(), undefined(), metric(), {{"cnn", classifier(false)}}};
        if (!generated)
            return out;
        out.quality = QualityResult{{number(), number(), number(), number(), 5, count(), count()}, {number(), number(), number(), number(), 5, count(), count()},
                                    *metric_with_interval().interval, *metric_with_interval().interval};
        ProbeResult found{metric(), 0.4, 0.6, 0.02}, without_permutations{metric()}, failed{undefined()};
        out.leakage = {found, without_permutations, failed, DistanceCorrelation{number(), number(), count()}, DistanceCorrelation{number(), number(), count()}};
        out.support = SupportQuality{number(), number(), number(), undefined(), count(), count()};
        out.two_sample = TwoSampleTest{metric(), metric(), number(), count(), count()};
        out.marginals = marginals();
        out.privacy = privacy();
        out.explanation = explanation();
        out.memorisation = Memorisation{count(), count(), count(), number(), number(), number(), number(), number(), number(), number(), number()};
        return out;
    }
    Metric metric_with_interval()
    {
        Metric out = metric();
        out.interval = Interval{0.1, std::numeric_limits<double>::infinity(), 0.95, "rows of both samples", 16, "half samples", nullptr};
        return out;
    }

    int made_ = 0;
};

} // namespace fairloom
