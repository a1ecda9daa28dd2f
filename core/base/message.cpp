#include "core/base/message.h"

#include <fmt/format.h>

namespace fairloom {

std::string Message::format(const std::string &translated) const
{
    const std::string &pattern = translated.empty() ? text : translated;
    std::string out;
    out.reserve(pattern.size() + 32);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9') {
            const std::size_t which = static_cast<std::size_t>(pattern[i + 1] - '1');
            if (which < args.size()) {
                out += args[which];
                ++i;
                continue;
            }
        }
        out += pattern[i];
    }
    return out;
}

std::string to_text(double value, int decimals)
{
    std::string out = fmt::format("{:.{}f}", value, decimals);
    if (out.find('.') != std::string::npos) {
        while (out.back() == '0')
            out.pop_back();
        if (out.back() == '.')
            out.pop_back();
    }
    return out == "-0" ? "0" : out;
}

} // namespace fairloom
