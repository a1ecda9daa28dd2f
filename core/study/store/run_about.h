#pragma once

#include "core/study/store/run_record.h"

#include <filesystem>
#include <utility>

namespace fairloom {

/// "about.json" in a run's folder: what people and studies say of a run, which its run.json does not know. It stands in the index; the file is for
/// finding it again where the index is lost:
///     {"name": ..., "study": ..., "variant": ..., "created": ..., "judged_file": ..., "tags": [...], "note": ...}

/// Nothing where there is no such folder. Throws InputError if the file cannot be written.
void write_run_about(const RunRecord &record, const std::filesystem::path &folder);
/// Puts what the file says into the record; nothing if there is none or it is damaged, for then the run itself may still be whole.
void read_run_about(const std::filesystem::path &folder, RunRecord &record);

/// The record and curves of a finished run from its files: run.json, about.json, and curves.bin or losses.csv. Curves that are damaged or not there
/// stay empty, for the figures count more. Throws InputError if there is no run.json or it is damaged.
std::pair<RunRecord, RecordedCurves> read_run_files(const std::filesystem::path &folder);

/// Has the system put on disk what stands in a run's folder.
void flush_run_files(const std::filesystem::path &folder);

} // namespace fairloom
