#pragma once

#include <filesystem>
#include <optional>

namespace fairloom {

/// Whether a process is at work in a folder: a lock on a file that the system takes away when the process ends, however it ends, kill -9
/// and power cuts included. It is advice: it binds only those who ask. The file stays when the lock is gone, and says nothing by its presence.
/// An open file description's record lock (fcntl, F_OFD_SETLK; POSIX 1003.1-2024): unlike flock() it can be asked about without being taken,
/// so that a look never makes somebody else's attempt fail, and it works on NFS. Programs that are started from this one do not inherit
/// it; a process that is forked without starting a program does, and keeps it until it ends as well.
class FileLock {
public:
    /// Makes the file if it is not there; its folder must be. Nothing if somebody holds the lock, this process included. Throws InputError: the
    /// file cannot be written, or its file system has no locks.
    static std::optional<FileLock> try_lock(const std::filesystem::path &file);

    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

/// Whether somebody holds the lock, this process included. False where there is no such file, or it cannot be read.
bool is_locked(const std::filesystem::path &file);

} // namespace fairloom
