#include "core/metrics/permuted_labels.h"

#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/base/random.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t words = 4;
using Lanes = std::array<std::uint64_t, words>;
constexpr std::size_t block_draws = words * 64;

/// Adds c to a and b bit by bit: the sum stays in a, the carry is returned.
inline Lanes add_bits(Lanes &a, const Lanes &b, const Lanes &c)
{
    Lanes carry;
    for (std::size_t w = 0; w < words; ++w) {
        const std::uint64_t half = a[w] ^ b[w];
        carry[w] = (a[w] & b[w]) | (half & c[w]);
        a[w] = half ^ c[w];
    }
    return carry;
}

/// Positional population count: counts, for each of 256 bits, how many of the added words have it set. A counter is a column
/// of bits over the levels; carries go up a level in pairs, as in Harley and Seal's count (Mula, Kurz and Lemire, The
/// Computer Journal 2018), so that a row costs about one addition.
class BitCounters {
public:
    void add_eight(const std::array<const Lanes *, 8> &in)
    {
        const Lanes two_a = add_bits(level_[0], *in[0], *in[1]), two_b = add_bits(level_[0], *in[2], *in[3]);
        const Lanes two_c = add_bits(level_[0], *in[4], *in[5]), two_d = add_bits(level_[0], *in[6], *in[7]);
        const Lanes four_a = add_bits(level_[1], two_a, two_b), four_b = add_bits(level_[1], two_c, two_d);
        Lanes carry = add_bits(level_[2], four_a, four_b);
        // every level keeps one carry back until a second one comes
        std::size_t l = 3;
        for (; held_[l]; ++l) {
            carry = add_bits(level_[l], waiting_[l], carry);
            held_[l] = false;
        }
        waiting_[l] = carry;
        held_[l] = true;
        top_ = std::max(top_, l);
    }

    void add_to(std::array<std::uint32_t, block_draws> &counts) const
    {
        for (std::size_t l = 0; l <= top_; ++l)
            for (const Lanes *lanes : {&level_[l], held_[l] ? &waiting_[l] : nullptr})
                for (std::size_t w = 0; lanes && w < words; ++w)
                    for (std::size_t b = 0; b < 64; ++b)
                        counts[w * 64 + b] += static_cast<std::uint32_t>(((*lanes)[w] >> b) & 1u) << l;
    }

private:
    static constexpr std::size_t levels = 34;
    std::array<Lanes, levels> level_{}, waiting_{};
    std::array<bool, levels> held_{};
    std::size_t top_ = 2;
};

} // namespace

PermutedLabels::PermutedLabels(std::size_t rows, std::size_t positives, int draws, std::uint64_t seed, int threads,
                               std::stop_token stop)
    : rows_(rows), draws_(static_cast<std::size_t>(std::max(draws, 0)))
{
    throw_if_stopped(stop);
    const std::size_t blocks = (draws_ + block_draws - 1) / block_draws;
    bits_.assign(blocks * rows, Lanes{});
    const std::uint64_t streams = derive_seed(seed, "permuted labels");
    parallel_for(blocks * words, threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t at = begin; at < end; ++at) {
            const std::size_t block = at / words, word = at % words;
            std::vector<Random> random;
            for (std::size_t d = block * block_draws + word; d < std::min(draws_, (block + 1) * block_draws); d += words)
                random.emplace_back(streams + d, "draw");
            // Selection sampling (Knuth, vol. 2, algorithm S): row after row, with what is still to be dealt out
            std::vector<double> left(random.size(), static_cast<double>(positives));
            std::array<std::uint64_t, 4096> buffer; // threads that write words of the same row would wait for each other
            for (std::size_t start = 0; start < rows; start += buffer.size()) {
                throw_if_stopped(stop);
                const std::size_t length = std::min(buffer.size(), rows - start);
                for (std::size_t i = 0; i < length; ++i) {
                    const double rows_left = static_cast<double>(rows - start - i);
                    std::uint64_t bits = 0;
                    for (std::size_t d = 0; d < random.size(); ++d) {
                        const bool positive = random[d].uniform() * rows_left < left[d];
                        left[d] -= positive;
                        bits |= static_cast<std::uint64_t>(positive) << d;
                    }
                    buffer[i] = bits;
                }
                for (std::size_t i = 0; i < length; ++i)
                    bits_[block * rows + start + i][word] = buffer[i];
            }
        }
    });
}

void PermutedLabels::count(std::span<const std::uint32_t> rows, std::span<std::uint32_t> counts) const
{
    static const Lanes nothing{};
    for (std::size_t first = 0; first < draws_; first += block_draws) {
        const Lanes *bits = bits_.data() + first / block_draws * rows_;
        BitCounters counters;
        for (std::size_t i = 0; i < rows.size(); i += 8) {
            std::array<const Lanes *, 8> eight;
            for (std::size_t k = 0; k < 8; ++k)
                eight[k] = i + k < rows.size() ? bits + rows[i + k] : &nothing;
            counters.add_eight(eight);
        }
        std::array<std::uint32_t, block_draws> total{};
        counters.add_to(total);
        for (std::size_t d = first; d < std::min(draws_, first + block_draws); ++d)
            counts[d] = total[(d - first) % words * 64 + (d - first) / words];
    }
}

} // namespace fairloom
