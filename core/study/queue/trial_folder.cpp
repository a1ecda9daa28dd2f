#include "core/study/queue/trial_folder.h"

#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/study/loss_curves.h"
#include "core/study/queue/teacher_key.h"
#include "core/study/store/run_record.h"

#include <fstream>
#include <iterator>
#include <system_error>

namespace fairloom {

namespace fs = std::filesystem;

bool prepare_trial_folder(const fs::path &folder, const std::string &config)
{
    std::error_code error;
    fs::create_directories(folder, error);
    std::string before;
    if (std::ifstream in(folder / "config.json", std::ios::binary); in)
        before.assign(std::istreambuf_iterator<char>(in), {});
    const bool goes_on = fs::exists(folder / "log.txt", error) && same_trial(before, config);
    if (!goes_on) {
        fs::remove(folder / "run.json", error); // before the configuration says that it is this trial's
        fs::remove(folder / "curves.bin", error);
    }
    if (before != config)
        write_file(folder / "config.json", config);
    return !goes_on;
}

void write_trial_curves(const RunMonitor &monitor, const RunSettings &settings, const fs::path &folder)
{
    RecordedCurves curves = curves_of(monitor);
    std::error_code error;
    if (curves.teacher.points.empty() && fs::exists(folder / "losses.csv", error)) {
        RunMonitor before;
        try {
            read_loss_curves(folder / "losses.csv", settings, before);
            curves.teacher = curves_of(before).teacher;
        } catch (const InputError &) {
            // a run without its teacher's curves is as good
        }
    }
    write_curves_file(curves, folder / "curves.bin");
}

} // namespace fairloom
