#include "ui/workers/folder_transfer.h"

#include "core/base/error.h"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <utility>
#include <vector>

namespace fairloom::ui {

namespace fs = std::filesystem;

namespace {

constexpr const char *lock_ending = ".lock";

[[noreturn]] void refuse(const fs::path &place, const std::error_code &error)
{
    throw InputError(Message(FAIRLOOM_TEXT("The project cannot be put there (%1)"), {error.message()}), place.string(),
                     FAIRLOOM_TEXT("Choose another place, or make room and check the permissions"));
}

struct Content {
    std::vector<fs::path> folders;                           ///< relative, the outer before the inner
    std::vector<std::pair<fs::path, std::uintmax_t>> files;  ///< relative, and their bytes
    std::uintmax_t bytes = 0;
};

Content content_of(const fs::path &folder, const std::stop_token &stop)
{
    Content out;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        throw_if_stopped(stop);
        const fs::path relative = entry->path().lexically_relative(folder);
        std::error_code unknown;
        if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) {
            out.folders.push_back(relative);
        } else if (entry->is_regular_file(unknown) && relative.extension() != lock_ending) {
            out.files.emplace_back(relative, entry->file_size(unknown));
            out.bytes += out.files.back().second;
        }
    }
    if (error)
        refuse(folder, error);
    return out;
}

/// What was put there is taken away again unless keep() is called.
class Undoing {
public:
    explicit Undoing(fs::path to) : to_(std::move(to)), existed_(fs::exists(to_)) {}
    ~Undoing()
    {
        if (kept_)
            return;
        std::error_code ignored;
        if (!existed_) {
            fs::remove_all(to_, ignored);
            return;
        }
        for (fs::directory_iterator entry(to_, ignored), end; !ignored && entry != end; entry.increment(ignored)) {
            std::error_code one;
            fs::remove_all(entry->path(), one);
        }
    }
    void keep() { kept_ = true; }

private:
    fs::path to_;
    bool existed_, kept_ = false;
};

void copy_folder(const fs::path &from, const fs::path &to, Progress &progress, const std::stop_token &stop)
{
    const Content content = content_of(from, stop);
    std::error_code error;
    fs::create_directories(to, error);
    for (const fs::path &folder : content.folders)
        if (!error)
            fs::create_directories(to / folder, error);
    if (error)
        refuse(to, error);
    std::uintmax_t done = 0;
    for (const auto &[file, bytes] : content.files) {
        throw_if_stopped(stop);
        progress.report(Message(FAIRLOOM_TEXT("Copying the project: %1"), {file.string()}),
                        static_cast<double>(done) / static_cast<double>(std::max<std::uintmax_t>(1, content.bytes)));
        fs::copy_file(from / file, to / file, error);
        if (error)
            refuse(to / file, error);
        done += bytes;
    }
}

bool is_inside(const fs::path &place, const fs::path &folder)
{
    const fs::path relative = place.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

} // namespace

void check_transfer(const fs::path &from, const fs::path &to)
{
    std::error_code error;
    if (fs::exists(to, error) && !fs::is_directory(to, error))
        throw InputError(FAIRLOOM_TEXT("This is a file, not a folder"), to.string(), FAIRLOOM_TEXT("Choose another name"));
    if (fs::exists(to, error) && !fs::is_empty(to, error))
        throw InputError(FAIRLOOM_TEXT("The folder is not empty"), to.string(), FAIRLOOM_TEXT("Choose an empty folder or a new name"));
    if (is_inside(fs::weakly_canonical(to, error), fs::weakly_canonical(from, error)))
        throw InputError(FAIRLOOM_TEXT("This place is inside of the project itself"), to.string(), FAIRLOOM_TEXT("Choose a place outside of it"));
}

void transfer_folder(const fs::path &from, const fs::path &to, bool keepOriginal, Progress &progress, const std::stop_token &stop)
{
    check_transfer(from, to);
    std::error_code error;
    if (to.has_parent_path())
        fs::create_directories(to.parent_path(), error);
    if (!keepOriginal) {
        fs::rename(from, to, error); // at once, where both are on one disk
        if (!error)
            return;
    }
    Undoing undoing(to);
    copy_folder(from, to, progress, stop);
    undoing.keep();
    if (!keepOriginal)
        fs::remove_all(from, error); // the copy is whole: what cannot be removed stays
}

} // namespace fairloom::ui
