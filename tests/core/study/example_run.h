#pragma once

#include "core/study/run_result.h"

namespace fairloom {

/// A finished run with invented figures, among them one that is undefined and a group name that must be escaped.
inline RunResult example_run()
{
    RunResult run;
    run.name = "balanced-1";
    run.version = "0.1.0";
    run.settings.log10_beta = 8.5;
    run.settings.controls = true;
    run.settings.preset = "custom";
    run.task = {{"sex"}, "income", ">50K"};
    run.dataset.name = "people.csv";
    run.dataset.source = "data/people's file.csv";
    run.dataset.sha256 = "abc123";
    run.dataset.rows = 700;
    run.dataset.test_rows = 300;
    run.dataset.columns = 15;
    run.dataset.account.bad_lines = 2;
    run.dataset.notes = {FAIRLOOM_TEXT("A note")};
    run.timings = {{"load", 0.1}, {"teacher", 2.0}, {"student", 0.5}, {"generate", 0.1}, {"evaluate", 1.0}, {"total", 3.7}};
    run.teacher = {1000, 400, 100, 0.02, 1e-9, 0.4, false};
    run.student = {"encoder", "l1", 100, 20};
    run.warnings = {Message(FAIRLOOM_TEXT("Group %1 has only %2 rows"), {"<Other>", "7"})};

    GroupRates women;
    women.group = {"Female & <B>", {{"sex", "Female & <B>"}}};
    women.n = 100;
    women.base_rate = 0.11;
    women.selection_rate = 0.16;
    women.tpr = 0.58;
    women.fpr = 0.10;
    women.precision = 0.52;
    women.accuracy = 0.83;
    GroupRates men = women;
    men.group = {"Male", {{"sex", "Male"}}};
    men.n = 200;
    men.base_rate = 0.31;
    men.selection_rate = 0.21;
    men.tpr = Metric::undefined_because(FAIRLOOM_TEXT("no row of the group has the positive label"));

    ClassifierResult figures;
    figures.fairness.groups = {women, men};
    figures.fairness.dpr = 0.16 / 0.21;
    figures.fairness.dpr.interval = Interval{0.7, 0.85, 0.95, "test rows", 200, "bootstrap", nullptr};
    figures.fairness.eor = Metric::undefined_because(FAIRLOOM_TEXT("a group has no true positive rate"));
    figures.fairness.dpd = 0.05;
    figures.fairness.eod = Metric::undefined_because(FAIRLOOM_TEXT("a group has no true positive rate"));
    figures.fairness.fairlearn = {0.762, 0.0, 0.05, std::nullopt};
    figures.utility.accuracy = 0.833;
    figures.utility.precision = 0.6;
    figures.utility.recall = 0.5;
    figures.utility.f1 = 0.55;
    figures.utility.auroc = 0.88;
    figures.utility.majority_accuracy = 0.764;
    ClassifierResult real_figures = figures;
    real_figures.fairness.dpr = 0.32;
    real_figures.utility.accuracy = 0.874;

    SourceResult real, student;
    real.rows = 700;
    real.protocols["trtr"]["xgboost"] = real_figures;
    student.rows = 700;
    student.protocols["tstr"]["xgboost"] = figures;
    student.protocols["tsts"]["xgboost"] = figures;
    student.quality = QualityResult{{0.88, 0.94, 0.9, 0.95, 5, 700, 700}, {0.86, 0.93, 0.9, 0.94, 5, 300, 700}, {}, {}};
    student.representation = RepresentationResult{0.8, 0.9, 0.7, {}};
    ProbeResult probe;
    probe.auroc = 0.56;
    probe.null_low = 0.48;
    probe.null_high = 0.52;
    probe.p_value = 0.005;
    student.leakage.latent = probe;
    student.leakage.features = probe;
    student.leakage.latent_distance_correlation = DistanceCorrelation{0.04, 0.2, 300};
    run.sources = {{"real", real}, {"student", student}};
    return run;
}

} // namespace fairloom
