#include "core/base/time_text.h"

#include <array>
#include <ctime>

namespace fairloom {

std::string local_time_text(std::chrono::system_clock::time_point time)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm local{};
    localtime_r(&seconds, &local);
    std::array<char, 40> text{};
    std::string out(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S%z", &local));
    if (out.size() > 2) // strftime writes +0100
        out.insert(out.size() - 2, ":");
    return out;
}

} // namespace fairloom
