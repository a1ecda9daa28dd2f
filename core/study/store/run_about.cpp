#include "core/study/store/run_about.h"

#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/study/json_reading.h"
#include "core/study/loss_curves.h"
#include "core/study/run_json_reader.h"
#include "core/study/store/project_paths.h"

#include <fcntl.h>
#include <unistd.h>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

fs::path about_file(const fs::path &folder) { return folder / "about.json"; }

RecordedCurves curves_in(const fs::path &folder, const RunSettings &settings)
{
    std::error_code error;
    const fs::path kept = folder / "curves.bin", losses = folder / "losses.csv";
    RunMonitor monitor;
    try {
        if (fs::exists(kept, error))
            show_curves(read_curves_file(kept), monitor);
        else if (fs::exists(losses, error))
            read_loss_curves(losses, settings, monitor);
    } catch (const InputError &) {
        return {};
    }
    return curves_of(monitor);
}

} // namespace

void write_run_about(const RunRecord &record, const fs::path &folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return;
    const Json out = {{"name", record.name},
                      {"study", record.study},
                      {"variant", record.variant},
                      {"created", record.created},
                      {"judged_file", record.judged_file},
                      {"tags", record.tags},
                      {"note", record.note}};
    write_file(about_file(folder), document_text(out));
}

void read_run_about(const fs::path &folder, RunRecord &record)
{
    std::error_code error;
    const fs::path file = about_file(folder);
    if (!fs::exists(file, error))
        return;
    try {
        const Json document = parse_json_text(read_json_text(file), file.string());
        const JsonPart part(document, file.string());
        RunRecord said = record;
        said.name = part.text("name");
        said.study = part.text("study");
        said.variant = part.text("variant");
        said.created = part.text("created");
        said.judged_file = part.text("judged_file");
        said.tags = part.texts("tags");
        said.note = part.text("note");
        record = std::move(said);
    } catch (const InputError &) {
    }
}

std::pair<RunRecord, RecordedCurves> read_run_files(const fs::path &folder)
{
    RunRecord record = record_of(read_run_result(folder / "run.json"));
    const std::string name = record.name;
    read_run_about(folder, record);
    if (record.name.empty())
        record.name = name;
    RecordedCurves curves = curves_in(folder, record.settings);
    return {std::move(record), std::move(curves)};
}

void flush_run_files(const fs::path &folder)
{
    std::error_code error;
    bool has_folders = false;
    for (const fs::path &place : entries_of(folder)) {
        if (fs::is_directory(place, error)) {
            has_folders = true;
        } else if (const int descriptor = ::open(place.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK); descriptor >= 0) {
            ::fsync(descriptor);
            ::close(descriptor);
        }
    }
    if (has_folders) // generated pictures, thousands of files: all at once is quicker than one after the other
        if (const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); descriptor >= 0) {
            ::syncfs(descriptor);
            ::close(descriptor);
        }
    flush_folder(folder);
}

} // namespace fairloom
