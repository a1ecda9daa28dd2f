#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fairloom {

/// Which drawing of which built-in sample, as it is named wherever data are opened: "sample:hiring", "sample:hiring?bias=0.5", "sample:hiring?bias=0&seed=3".
struct SampleSource {
    std::string name;
    double bias = 1;        ///< 0 .. 1: strength of the biased edges, see make_sample()
    std::uint64_t seed = 1;
    bool operator==(const SampleSource &) const = default;
};

bool is_sample_source(std::string_view source);

/// Throws InputError: no sample source, a word that is not known, a value that is out of range. The sample itself need not exist.
SampleSource parse_sample_source(std::string_view source);

/// The source that says so; what is as described is left out.
std::string to_source(const SampleSource &sample);

/// Name of the data set: "sample:hiring", "sample:hiring (bias 50 %)".
std::string data_name(const SampleSource &sample);

} // namespace fairloom
