#pragma once

#include "core/base/message.h"
#include "core/data/problem.h"
#include "core/data/readers/raw_table.h"
#include "core/data/pictures/bad_picture.h"
#include "core/data/row_account.h"
#include "core/metrics/explanation.h"
#include "core/metrics/fairness.h"
#include "core/metrics/leakage.h"
#include "core/metrics/marginals.h"
#include "core/metrics/metric.h"
#include "core/metrics/pictures/nearest_pictures.h"
#include "core/metrics/privacy.h"
#include "core/metrics/quality.h"
#include "core/metrics/scored_rows.h"
#include "core/metrics/support_quality.h"
#include "core/metrics/two_sample_test.h"
#include "core/metrics/utility.h"
#include "core/study/policy.h"
#include "core/study/run_settings.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// The table of groups of one sensitive column where there are several.
struct ColumnFairness {
    std::string column;
    Fairness fairness;
};

/// The headline figures of one training with a seed of its own.
struct SeedFigures {
    std::uint64_t seed = 0;
    Metric dpr, eor, dpd, eod, accuracy, f1;
};

/// The same figures over trainings that differ in their seed alone, judged on the same test rows.
struct OverSeeds {
    std::vector<SeedFigures> each;            ///< the run's own seed first
    Metric dpr, eor, dpd, eod, accuracy, f1;  ///< means; their intervals take in test rows and seeds
    double dpr_sd = 0, eor_sd = 0, dpd_sd = 0, eod_sd = 0, accuracy_sd = 0, f1_sd = 0; ///< standard deviation over seeds
};

struct ClassifierResult {
    Fairness fairness;                        ///< of the groups of all sensitive columns together
    Utility utility;
    std::vector<ColumnFairness> by_column;    ///< of each sensitive column alone, if there are several
    std::optional<OverSeeds> over_seeds;      ///< of runs with several seeds: the student's headline figures
    std::shared_ptr<const ScoredRows> scored; ///< what all of these were derived from; not written to run.json
};

/// classifier name ("xgboost", "logistic", "cnn") -> result
using ProtocolResult = std::map<std::string, ClassifierResult>;

/// Classifiers trained on latents of training rows and tested on those of held-out rows, the label masked in both.
struct RepresentationResult {
    Metric accuracy, dpr, eor;  ///< of the logistic regression
    ProtocolResult classifiers; ///< all of them
};

struct QualityResult {
    Quality train;      ///< against real training rows
    Quality holdout;    ///< against real holdout rows
    /// Of `train`, by half samples without replacement on both sides: duplicates, as a bootstrap draws them, would break neighbour figures.
    std::optional<Interval> density_interval, coverage_interval;
};

struct LeakageResult {
    std::optional<ProbeResult> latent;           ///< group from z (teacher and student)
    std::optional<ProbeResult> features;         ///< s~ from x~, by XGBoost: no target value
    std::optional<ProbeResult> source;           ///< source row's s from (x~, y~)
    std::optional<DistanceCorrelation> latent_distance_correlation;   ///< of (z, s) on held-out rows
    std::optional<DistanceCorrelation> features_distance_correlation; ///< of (x~, s~); of the real source: held-out rows
};

/// One of the data sets that are judged side by side: run.json's SOURCE.
struct SourceResult {
    std::map<std::string, ProtocolResult> protocols; ///< "tstr", "tsts", "trtr"; "tstr_counterpart", "trtr_counterpart": tested on Problem::counterpart_test
    std::optional<RepresentationResult> representation;
    std::optional<QualityResult> quality;
    LeakageResult leakage;
    std::optional<SupportQuality> support;           ///< against real training rows
    std::optional<TwoSampleTest> two_sample;         ///< against real training rows
    std::optional<MarginalResult> marginals;         ///< against real training rows
    std::optional<PrivacyResult> privacy;
    std::optional<Explanation> explanation;          ///< of the XGBoost classifier trained on this source and tested on held-out real rows
    std::optional<Memorisation> memorisation;        ///< of generated pictures
    std::size_t rows = 0;
};

/// How one source's figure differs from another's, on the same draws of the same test rows.
struct SourceDifference {
    std::string first, second;      ///< "student", "real": first less second
    std::string protocol;           ///< "tstr" (the real source's is "trtr")
    std::string classifier;
    std::string family;             ///< "fairness" or "utility": what p-values are adjusted within, together with protocol and classifier
    std::string figure;             ///< "dpr", "eor", "accuracy", "f1"
    Metric difference;
    double p_value = 1, p_holm = 1; ///< two-sided; p_holm: adjusted by Holm's method
};

struct DatasetSummary {
    std::string name, source, test_source, recipe, sha256, test_sha256;
    std::string schema;             ///< JSON of the schema that the files were read with, whole; empty for a sample
    std::size_t rows = 0, test_rows = 0, columns = 0;
    RowAccount account;             ///< what of the files is not in the tables
    std::vector<BadLine> bad_lines; ///< the first of the lines that were passed over
    std::vector<BadPicture> bad_pictures; ///< all that were left out
    std::vector<Message> notes;
};

struct TeacherSummary {
    std::size_t parameters = 0, encoder_parameters = 0;
    int epochs = 0;                 ///< finished
    double seconds_per_epoch = 0;
    double dependence = 0;          ///< cross part of V2, centred by permutations of s
    double dependence_p = 1;
    bool collapsed = false;
};

struct StudentSummary {
    std::string kind, loss;
    std::size_t parameters = 0;
    int epochs = 0;
};

/// A method other than Fairloom's own.
struct RivalSummary {
    std::string method;             ///< "tabfairgan"
    std::size_t parameters = 0;     ///< of what generates; 0 where nothing is trained
    int epochs = 0;                 ///< finished; 0 where nothing is trained in epochs
    double seconds_per_epoch = 0;
};

/// What a run's method takes, apart from its judgement.
struct CostSummary {
    double training_s = 0;          ///< until rows can be made; of stages that were taken over from another run, what they took there
    double first_row_s = 0;         ///< median time to make one row
    double rows_per_s = 0;          ///< where as many rows are made as there are training rows
    double peak_memory_bytes = 0;   ///< of the whole process until rows were made, the data included; 0 = unknown
};

/// Everything a run found out, as plain values: run.json, the report and the window's views are all made from it.
struct RunResult {
    std::string name;               ///< "balanced-1"
    std::string version;            ///< of Fairloom
    std::string state = "done";     ///< "done", "stopped", "failed"
    std::string finished;           ///< local date and time with its distance from UTC (ISO 8601); empty while it runs
    RunSettings settings;
    Task task;
    DatasetSummary dataset;
    std::vector<std::pair<std::string, double>> timings; ///< "load", "teacher", ... "total", in seconds
    TeacherSummary teacher;
    StudentSummary student;
    std::optional<RivalSummary> rival;  ///< of runs of another method; teacher and student are empty then
    std::optional<CostSummary> cost;
    std::vector<std::pair<std::string, SourceResult>> sources; ///< "real", "teacher", "student", "rival", "imported", "control_independent", "control_joint"
    std::vector<SourceDifference> differences;
    std::optional<PolicyResult> policy; ///< if limits were given
    std::vector<Message> warnings;

    const SourceResult *source(const std::string &name) const;
    /// The generated rows that the run is about: "student", "rival", "imported" or "teacher", the first that there is; empty if none.
    std::string generated_source() const;
};

/// The sources that a run can be about, the most telling first.
const std::vector<std::string> &generated_sources();

} // namespace fairloom
