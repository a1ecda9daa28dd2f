#pragma once

#include "core/metrics/metric.h"
#include "core/study/run_result.h"
#include "core/training/run_monitor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fairloom {

/// The figures of one classifier under one protocol that runs are compared by.
struct RecordedJudgement {
    Metric dpr, eor, dpd, eod, accuracy, f1, auroc;
};

/// One judged source of a run.
struct RecordedSource {
    std::map<std::string, std::map<std::string, RecordedJudgement>> protocols; ///< "tstr" -> "xgboost" -> figures
    Metric density, coverage;                                                  ///< against training rows
    std::optional<double> auroc_latent, representation_accuracy, representation_dpr;
};

/// What is known of a run without opening its files: enough to list, search and compare hundreds of them.
struct RunRecord {
    std::int64_t id = 0;            ///< in the store; 0 = not stored
    std::string name;               ///< "balanced-1"
    std::string folder;             ///< of its files, relative to the project's folder: "runs/balanced-1"
    std::string study;              ///< name of the study that it belongs to; empty = none
    std::string variant;            ///< of the study's settings
    std::string state;              ///< "running", "done", "stopped", "failed"
    std::string problem;            ///< why it failed, one sentence in English
    std::string created, finished;  ///< ISO 8601
    std::string version;            ///< of Fairloom
    std::string data_name, data_sha256, test_sha256;
    Task task;
    RunSettings settings;
    std::string judged_file;        ///< of rows that were made elsewhere; empty = a run of our own
    std::vector<std::pair<std::string, double>> timings;
    std::optional<CostSummary> cost;
    std::size_t student_parameters = 0; ///< of another method: of what generates
    std::size_t teacher_encoder_parameters = 0;
    std::vector<std::pair<std::string, RecordedSource>> sources;
    std::vector<std::string> tags;
    std::string note;

    const RecordedSource *source(const std::string &name) const;
    /// As RunResult::generated_source().
    std::string generated_source() const;
    /// Null if that source was not judged so.
    const RecordedJudgement *judgement(const std::string &source, const std::string &protocol, const std::string &classifier) const;
    double seconds() const;         ///< of the whole run; 0 if unknown
};

/// The record of a run that has ended; id, folder, study, created, judged_file, tags and note stay empty. Figures are those of run.json to the
/// last digit; their intervals are without what was drawn for them.
RunRecord record_of(const RunResult &result);

/// Loss curves as a view draws them: at most a few hundred points a stage. Their numbers are as precise as those of losses.csv (float).
struct RecordedCurves {
    struct Stage {
        std::vector<std::string> terms;
        std::vector<CurvePoint> points;
        int epochs = 0;
    };
    Stage teacher, student;
};

/// At most `most_points` (2 at least) a stage: the first, the last, and between them those that stand out most from their neighbours, all terms
/// together (largest triangle of three, in buckets of equally many points: Steinarsson, "Downsampling Time Series for Visual
/// Representation", 2013), so that peaks and bends are still there.
RecordedCurves curves_of(const RunMonitor &monitor, std::size_t most_points = 300);
/// Gives a monitor that nothing has been written to the curves of a run from before.
void show_curves(const RecordedCurves &curves, RunMonitor &monitor);

/// The curves as bytes, little-endian on every machine: "FLCURVE1", then for the teacher and the student the epochs, the terms' names, and per
/// point epoch, raw and weighted values as float32; at the end the CRC-32 of all before it.
std::string curves_bytes(const RecordedCurves &curves);
/// Throws InputError, naming `where`, unless the bytes are whole.
RecordedCurves parse_curves(std::string_view bytes, const std::string &where);
/// The same as a file: what a study keeps of a run's losses ("curves.bin" beside its run.json). Throw InputError: not there, damaged, more than 64 MB,
/// the place cannot be written.
void write_curves_file(const RecordedCurves &curves, const std::filesystem::path &file);
RecordedCurves read_curves_file(const std::filesystem::path &file);

} // namespace fairloom
