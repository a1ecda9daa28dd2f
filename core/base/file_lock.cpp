#include "core/base/file_lock.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace fairloom {

namespace {

constexpr int none = -1;

struct flock whole_file()
{
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock; // from the first byte to the last; l_pid must be 0
}

[[noreturn]] void refuse(const std::filesystem::path &file, int error)
{
    const std::string detail = std::generic_category().message(error);
    if (error == ENOLCK || error == EOPNOTSUPP || error == EINVAL || error == ENOSYS)
        throw InputError(Message(FAIRLOOM_TEXT("The file system has no locks (%1)"), {detail}), file.string(), FAIRLOOM_TEXT("Choose a folder on another disk"));
    throw InputError(Message(FAIRLOOM_TEXT("The file cannot be written (%1)"), {detail}), file.string(),
                     FAIRLOOM_TEXT("Choose another place, or make room and check the permissions"));
}

/// Whether the open file is still the one that has this name: a folder may be deleted while we wait to open a file in it.
bool still_there(int descriptor, const std::filesystem::path &file)
{
    struct stat opened {}, named {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0 && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

} // namespace

std::optional<FileLock> FileLock::try_lock(const std::filesystem::path &file)
{
    while (true) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0)
            refuse(file, errno);
        FileLock held(descriptor);
        struct flock lock = whole_file();
        if (::fcntl(descriptor, F_OFD_SETLK, &lock) != 0) {
            if (errno == EAGAIN || errno == EACCES)
                return std::nullopt;
            refuse(file, errno);
        }
        if (still_there(descriptor, file))
            return held;
    }
}

FileLock::FileLock(FileLock &&other) noexcept : descriptor_(std::exchange(other.descriptor_, none)) {}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock()
{
    if (descriptor_ != none)
        ::close(descriptor_);
}

bool is_locked(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct flock lock = whole_file();
    const bool answered = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0;
    ::close(descriptor);
    return answered && lock.l_type != F_UNLCK;
}

} // namespace fairloom
