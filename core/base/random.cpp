#include "core/base/random.h"

#include <bit>
#include <cmath>

namespace fairloom {

namespace {

std::uint64_t split_mix(std::uint64_t &state)
{
    std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace

std::uint64_t derive_seed(std::uint64_t seed, std::string_view purpose)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a
    for (const char c : purpose)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    std::uint64_t state = seed ^ hash;
    return split_mix(state);
}

Random::Random(std::uint64_t seed)
{
    for (std::uint64_t &word : state_)
        word = split_mix(seed);
}

Random::Random(std::uint64_t seed, std::string_view purpose) : Random(derive_seed(seed, purpose)) {}

Random::result_type Random::operator()()
{
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

double Random::uniform()
{
    return static_cast<double>((*this)() >> 11) * 0x1.0p-53;
}

std::uint64_t Random::below(std::uint64_t n)
{
    const std::uint64_t threshold = (0 - n) % n; // values under it would be drawn once too often
    for (;;) {
        const std::uint64_t value = (*this)();
        if (value >= threshold)
            return value % n;
    }
}

double Random::normal()
{
    if (has_spare_) {
        has_spare_ = false;
        return spare_;
    }
    double u, v, s;
    do {
        u = 2 * uniform() - 1;
        v = 2 * uniform() - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const double factor = std::sqrt(-2 * std::log(s) / s);
    spare_ = v * factor;
    has_spare_ = true;
    return u * factor;
}

} // namespace fairloom
