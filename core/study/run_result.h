#pragma once

#include "core/base/message.h"
#include "core/data/problem.h"
#include "core/data/readers/raw_table.h"
#include "core/data/pictures/bad_picture.h"
#include "core/data/row_account.h"
#include "core/metrics/fairness.h"
#include "core/metrics/leakage.h"
#include "core/metrics/metric.h"
#include "core/metrics/pictures/nearest_pictures.h"
#include "core/metrics/quality.h"
#include "core/metrics/utility.h"
#include "core/study/run_settings.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

struct ClassifierResult {
    Fairness fairness;
    Utility utility;
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
};

struct LeakageResult {
    std::optional<ProbeResult> latent;           ///< group from z (teacher and student)
    std::optional<ProbeResult> features;         ///< s~ from x~, by XGBoost: no target value
    std::optional<ProbeResult> source;           ///< source row's s from (x~, y~)
    std::optional<DistanceCorrelation> latent_distance_correlation;
};

/// One of the data sets that are judged side by side: run.json's SOURCE.
struct SourceResult {
    std::map<std::string, ProtocolResult> protocols; ///< "tstr", "tsts", "trtr"; "tstr_counterpart", "trtr_counterpart": tested on Problem::counterpart_test
    std::optional<RepresentationResult> representation;
    std::optional<QualityResult> quality;
    LeakageResult leakage;
    std::optional<Memorisation> memorisation;        ///< of generated pictures
    std::size_t rows = 0;
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

/// Everything a run found out, as plain values: run.json, the report and the window's views are all made from it.
struct RunResult {
    std::string name;               ///< "balanced-1"
    std::string version;            ///< of Fairloom
    std::string state = "done";     ///< "done", "stopped", "failed"
    RunSettings settings;
    Task task;
    DatasetSummary dataset;
    std::vector<std::pair<std::string, double>> timings; ///< "load", "teacher", ... "total", in seconds
    TeacherSummary teacher;
    StudentSummary student;
    std::vector<std::pair<std::string, SourceResult>> sources; ///< "real", "teacher", "student", "control_independent", "control_joint"
    std::vector<Message> warnings;

    const SourceResult *source(const std::string &name) const;
};

} // namespace fairloom
