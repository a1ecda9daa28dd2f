#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace fairloom {

/// xoshiro256** (Blackman and Vigna, 2018): the one source of randomness outside LibTorch. It is our own because the
/// distributions of <random> differ between standard libraries, and the same seed must give the same rows everywhere.
/// Satisfies UniformRandomBitGenerator.
class Random {
public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed);
    /// A stream of its own for one purpose, so that adding a draw in one stage does not shift all later ones.
    Random(std::uint64_t seed, std::string_view purpose);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    result_type operator()();

    /// Uniform in [0, 1), 53 bits.
    double uniform();
    /// Uniform in {0, ..., n - 1}, without bias; n > 0.
    std::uint64_t below(std::uint64_t n);
    /// Standard normal (Marsaglia's polar method).
    double normal();

    /// Fisher-Yates.
    template <typename Sequence>
    void shuffle(Sequence &values)
    {
        for (std::uint64_t i = values.size(); i > 1; --i) {
            const std::uint64_t j = below(i);
            using std::swap;
            swap(values[i - 1], values[j]);
        }
    }

private:
    std::uint64_t state_[4];
    double spare_ = 0;
    bool has_spare_ = false;
};

/// Derives a seed for a named purpose from the run's seed.
std::uint64_t derive_seed(std::uint64_t seed, std::string_view purpose);

} // namespace fairloom
