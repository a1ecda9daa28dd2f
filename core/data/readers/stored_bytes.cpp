#include "core/data/readers/stored_bytes.h"

#include "core/base/error.h"
#include "core/data/file_text.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace fairloom {

namespace {

class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path &file) : number_(open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (number_ >= 0)
            close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

MappedBytes read_to_the_end(int descriptor, const InputError &unreadable, const MemoryLimit &limit, Progress &progress,
                            const std::stop_token &stop)
{
    MappedBytes bytes;
    std::string block(1 << 20, '\0');
    for (;;) {
        throw_if_stopped(stop);
        progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {limit.file}), 0);
        pollfd waiting{descriptor, POLLIN, 0};
        if (poll(&waiting, 1, 100) == 0) // whoever writes takes its time: look whether to stop
            continue;
        const ssize_t got = read(descriptor, block.data(), block.size());
        if (got == 0)
            return bytes;
        if (got > 0) {
            const auto size = static_cast<std::size_t>(got);
            limit.check(bytes.bytes().size() + size);
            bytes.append(std::string_view(block).substr(0, size));
        } else if (errno != EINTR && errno != EAGAIN) {
            throw InputError(unreadable);
        }
    }
}

} // namespace

MappedBytes open_stored_bytes(const std::filesystem::path &file, const MemoryLimit &limit, Progress &progress,
                              const std::stop_token &stop)
{
    refuse_what_is_no_file(file);
    const InputError unreadable(FAIRLOOM_TEXT("The file cannot be read"), file.string(), FAIRLOOM_TEXT("Check its permissions"));

    const Descriptor descriptor(file);
    struct stat facts;
    if (descriptor.number() < 0 || fstat(descriptor.number(), &facts) != 0)
        throw InputError(unreadable);
    // The files of /proc say that they are regular and empty.
    if (S_ISREG(facts.st_mode) && facts.st_size > 0) {
        MappedBytes mapped(descriptor.number(), static_cast<std::size_t>(facts.st_size));
        if (!mapped.empty())
            return mapped;
    }
    return read_to_the_end(descriptor.number(), unreadable, limit, progress, stop);
}

} // namespace fairloom
