#include "core/base/file_output.h"

#include "core/base/error.h"

#include <fstream>
#include <system_error>

namespace fairloom {

void write_file(const std::filesystem::path &file, std::string_view content)
{
    std::filesystem::path beside = file;
    beside += ".part";
    std::error_code error;
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
        out.close();
        if (!out) {
            std::filesystem::remove(beside, error);
            throw InputError(FAIRLOOM_TEXT("The file cannot be written"), file.string(),
                             FAIRLOOM_TEXT("Choose another place, or make room and check the permissions"));
        }
    }
    std::filesystem::rename(beside, file, error);
    if (error) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        throw InputError(Message(FAIRLOOM_TEXT("The file cannot be written (%1)"), {error.message()}), file.string(),
                         FAIRLOOM_TEXT("Choose another place, or check the permissions"));
    }
}

} // namespace fairloom
