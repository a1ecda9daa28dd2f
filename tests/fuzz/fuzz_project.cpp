#include "fuzz_support.h"

#include "core/study/store/project_file.h"
#include "core/study/store/project_paths.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

namespace {

/// A project's folder of this process's own.
class Folder {
public:
    Folder() { std::filesystem::create_directories(path); }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }

    const std::filesystem::path path =
        std::filesystem::path(std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : "/tmp") / ("fairloom-fuzz-project-" + std::to_string(getpid()));
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Folder folder;
    attempt([&] {
        {
            std::ofstream out(project_file(folder.path), std::ios::binary | std::ios::trunc);
            out.write(reinterpret_cast<const char *>(data), static_cast<std::streamsize>(size));
        }
        const ProjectState state = read_project(folder.path);
        write_project(folder.path, state);
        ProjectState again = read_project(folder.path);
        again.version = state.version;
        if (state.created.empty())
            again.created.clear();
        require(again == state, "a project that is written is read again as it was");
    });
    return 0;
}
