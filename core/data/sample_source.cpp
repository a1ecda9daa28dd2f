#include "core/data/sample_source.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <vector>

namespace fairloom {

namespace {

constexpr std::string_view prefix = "sample:";

[[noreturn]] void refuse(std::string_view source)
{
    throw InputError(FAIRLOOM_TEXT("The source of this sample is not understood"), std::string(source),
                     FAIRLOOM_TEXT("Write sample:NAME, or sample:NAME?bias=0.5&seed=2 with a bias from 0 to 1"));
}

template <typename Number>
Number number(std::string_view text, std::string_view source)
{
    Number out{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size())
        refuse(source);
    return out;
}

} // namespace

bool is_sample_source(std::string_view source)
{
    return source.starts_with(prefix);
}

SampleSource parse_sample_source(std::string_view source)
{
    if (!is_sample_source(source))
        refuse(source);
    const std::string_view rest = source.substr(prefix.size());
    const std::size_t mark = rest.find('?');
    SampleSource out;
    out.name = rest.substr(0, mark);
    std::string_view words = mark == std::string_view::npos ? std::string_view() : rest.substr(mark + 1);
    while (!words.empty()) {
        const std::size_t end = words.find('&');
        const std::string_view word = words.substr(0, end);
        words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
        const std::size_t equals = word.find('=');
        const std::string_view key = word.substr(0, equals), value = equals == std::string_view::npos ? std::string_view() : word.substr(equals + 1);
        if (key == "bias")
            out.bias = number<double>(value, source);
        else if (key == "seed")
            out.seed = number<std::uint64_t>(value, source);
        else
            refuse(source);
    }
    if (!(out.bias >= 0 && out.bias <= 1) || out.name.empty())
        refuse(source);
    return out;
}

std::string to_source(const SampleSource &sample)
{
    std::string out = std::string(prefix) + sample.name;
    char before = '?';
    if (sample.bias != 1) {
        out += fmt::format("{}bias={}", before, sample.bias);
        before = '&';
    }
    if (sample.seed != 1)
        out += fmt::format("{}seed={}", before, sample.seed);
    return out;
}

std::string data_name(const SampleSource &sample)
{
    std::vector<std::string> remarks;
    if (sample.bias != 1)
        remarks.push_back(fmt::format("bias {:.3g} %", 100 * sample.bias));
    if (sample.seed != 1)
        remarks.push_back(fmt::format("seed {}", sample.seed));
    std::string out = std::string(prefix) + sample.name;
    for (std::size_t i = 0; i < remarks.size(); ++i)
        out += (i == 0 ? " (" : ", ") + remarks[i];
    return remarks.empty() ? out : out + ")";
}

} // namespace fairloom
