#include "core/base/file_output.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace fairloom {

namespace {

[[noreturn]] void refuse(const std::filesystem::path &file, int error)
{
    throw InputError(Message(FAIRLOOM_TEXT("The file cannot be written (%1)"), {std::generic_category().message(error)}), file.string(),
                     FAIRLOOM_TEXT("Choose another place, or make room and check the permissions"));
}

/// A new file in the folder, under a name that nobody else has; negative, with errno, if there can be none.
int open_beside(const std::filesystem::path &file, std::filesystem::path &beside)
{
    for (unsigned attempt = 0;; ++attempt) {
        beside = file.parent_path() / ("." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part");
        const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
}

/// 0, or why it could not be written.
int write_all(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno != EINTR)
            return errno;
        content.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    // Without this the new name may reach the disk before what it stands for. Pipes and some file systems have no such thing.
    return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

} // namespace

void write_file(const std::filesystem::path &file, std::string_view content)
{
    std::filesystem::path beside;
    const int descriptor = open_beside(file, beside);
    if (descriptor < 0)
        refuse(file, errno);
    int error = write_all(descriptor, content);
    if (::close(descriptor) != 0 && error == 0)
        error = errno;
    if (error == 0 && ::rename(beside.c_str(), file.c_str()) != 0)
        error = errno;
    if (error != 0) {
        ::unlink(beside.c_str());
        refuse(file, error);
    }
    flush_folder(file.parent_path());
}

void flush_folder(const std::filesystem::path &folder)
{
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // a folder may be written to without being read
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace fairloom
