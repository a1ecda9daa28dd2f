#include "core/study/run_folder.h"

#include "core/base/error.h"
#include "core/base/file_output.h"

#include <unistd.h>

#include <system_error>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse_unwritable(const fs::path &folder)
{
    throw InputError(FAIRLOOM_TEXT("The folder cannot be written"), folder.string(),
                     FAIRLOOM_TEXT("Choose another folder, or check the permissions"));
}

} // namespace

const std::vector<std::string> &run_file_names()
{
    static const std::vector<std::string> names = {"run.json",    "losses.csv", "synthetic.csv", "synthetic",           "synthetic.png",
                                                   "report.html", "report.pdf", "audit.json",    "teacher.safetensors", "student.safetensors",
                                                   "model.json",  "checkpoints"};
    return names;
}

fs::path checkpoint_folder(const fs::path &run)
{
    return run / "checkpoints";
}

void copy_unfinished_run(const fs::path &from, const fs::path &to)
{
    std::error_code error;
    for (const char *name : {"model.json", "teacher.safetensors", "student.safetensors", "losses.csv", "checkpoints"}) {
        if (!fs::exists(from / name, error))
            continue;
        fs::create_directories(to, error);
        fs::copy(from / name, to / name, fs::copy_options::recursive | fs::copy_options::overwrite_existing, error);
        if (error)
            refuse_unwritable(to);
    }
}

bool holds_run(const fs::path &folder)
{
    std::error_code error;
    return fs::exists(folder / "run.json", error) || fs::exists(folder / "teacher.safetensors", error);
}

void check_run_folder(const fs::path &folder, ExistingRun existing)
{
    std::error_code error;
    if (folder.empty())
        throw InputError(FAIRLOOM_TEXT("No folder is given for the run's files"), "", FAIRLOOM_TEXT("Give one"));
    if (fs::exists(folder, error) && !fs::is_directory(folder, error))
        throw InputError(FAIRLOOM_TEXT("This is a file, not a folder"), folder.string(), FAIRLOOM_TEXT("Choose another name"));
    if (existing == ExistingRun::refuse && holds_run(folder))
        throw InputError(FAIRLOOM_TEXT("The folder already holds a run"), folder.string(),
                         FAIRLOOM_TEXT("Choose another folder, continue the run with --resume or replace it with --force"));
    // The nearest folder that exists decides whether the rest can be made.
    fs::path place = fs::absolute(folder, error);
    while (!fs::exists(place, error) && place.has_relative_path())
        place = place.parent_path();
    if (!fs::is_directory(place, error) || ::access(place.c_str(), W_OK | X_OK) != 0)
        refuse_unwritable(folder);
}

void prepare_run_folder(const fs::path &folder, ExistingRun existing)
{
    check_run_folder(folder, existing);
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error))
        refuse_unwritable(folder);
    if (existing == ExistingRun::replace)
        for (const std::string &name : run_file_names())
            fs::remove_all(folder / name, error);
}

} // namespace fairloom
