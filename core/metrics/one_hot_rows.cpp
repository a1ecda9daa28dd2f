#include "core/metrics/one_hot_rows.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace fairloom {

namespace {

/// No indicator at all, on either side: the two never count as the same.
constexpr std::uint8_t none_taken = 254, none_packed = 255;
constexpr std::size_t most_indicators = 254;

/// Distances of Rows taken rows to a panel. Inlined into one function per instruction set; Lanes floats are a register.
template <int Rows, int Lanes>
[[gnu::always_inline]] inline void tile(const float *numbers, std::size_t number_count, const std::uint8_t *bytes, std::size_t byte_count, const float *ones,
                                        const float *panel_numbers, const std::uint8_t *panel_bytes, const float *panel_ones, float *out, std::size_t stride)
{
    constexpr int width = static_cast<int>(OneHotRows::width), vectors = width / Lanes;
    typedef float Vector __attribute__((vector_size(Lanes * sizeof(float))));
    typedef std::uint8_t Bytes __attribute__((vector_size(width)));

    Bytes same[Rows] = {};
    for (std::size_t g = 0; g < byte_count; ++g) {
        Bytes b;
        std::memcpy(&b, panel_bytes + g * width, sizeof b);
#pragma GCC unroll 4
        for (int r = 0; r < Rows; ++r)
            same[r] -= reinterpret_cast<Bytes>(b == (Bytes{} + bytes[static_cast<std::size_t>(r) * byte_count + g])); // true is -1
    }
    Vector sum[Rows][vectors] = {};
    for (std::size_t j = 0; j < number_count; ++j) {
        Vector b[vectors];
#pragma GCC unroll 8
        for (int v = 0; v < vectors; ++v)
            std::memcpy(&b[v], panel_numbers + j * width + static_cast<std::size_t>(v * Lanes), sizeof(Vector));
#pragma GCC unroll 4
        for (int r = 0; r < Rows; ++r) {
            const float value = numbers[static_cast<std::size_t>(r) * number_count + j];
#pragma GCC unroll 8
            for (int v = 0; v < vectors; ++v) {
                const Vector difference = b[v] - value;
                sum[r][v] += difference * difference;
            }
        }
    }
#pragma GCC unroll 4
    for (int r = 0; r < Rows; ++r) {
        std::uint8_t counts[width];
        std::memcpy(counts, &same[r], sizeof counts);
        float matching[width];
        for (int l = 0; l < width; ++l)
            matching[l] = static_cast<float>(counts[l]);
#pragma GCC unroll 8
        for (int v = 0; v < vectors; ++v) {
            Vector panel_one, matches;
            std::memcpy(&panel_one, panel_ones + v * Lanes, sizeof panel_one);
            std::memcpy(&matches, matching + v * Lanes, sizeof matches);
            // Whole numbers, exact in whatever order; the rest is added last, so that equal rows are at 0.
            const Vector d = ((panel_one + ones[r]) - 2.0f * matches) + sum[r][v];
            std::memcpy(out + static_cast<std::size_t>(r) * stride + static_cast<std::size_t>(v * Lanes), &d, sizeof d);
        }
    }
}

using Tile = void (*)(const float *, std::size_t, const std::uint8_t *, std::size_t, const float *, const float *, const std::uint8_t *, const float *, float *,
                      std::size_t);

#define FAIRLOOM_ONE_HOT_TILE(name, rows, lanes)                                                                                                                \
    void name(const float *numbers, std::size_t number_count, const std::uint8_t *bytes, std::size_t byte_count, const float *ones, const float *panel_numbers, \
              const std::uint8_t *panel_bytes, const float *panel_ones, float *out, std::size_t stride)                                                         \
    {                                                                                                                                                           \
        tile<rows, lanes>(numbers, number_count, bytes, byte_count, ones, panel_numbers, panel_bytes, panel_ones, out, stride);                                 \
    }

FAIRLOOM_ONE_HOT_TILE(one_any, 1, 4)
#if defined(__x86_64__)
__attribute__((target("avx512f,avx512dq,avx512vl,avx512bw"))) FAIRLOOM_ONE_HOT_TILE(one_avx512, 1, 16)
__attribute__((target("avx512f,avx512dq,avx512vl,avx512bw"))) FAIRLOOM_ONE_HOT_TILE(two_avx512, 2, 16)
__attribute__((target("avx2,fma"))) FAIRLOOM_ONE_HOT_TILE(one_avx2, 1, 8)
__attribute__((target("avx2,fma"))) FAIRLOOM_ONE_HOT_TILE(two_avx2, 2, 8)
#endif

struct Kernel {
    Tile one, two; ///< for one taken row and for two
};

std::vector<Kernel> runnable_kernels()
{
    std::vector<Kernel> out;
#if defined(__x86_64__)
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (avx512 && __builtin_cpu_supports("avx512bw"))
        out.push_back({one_avx512, two_avx512});
    else if (avx512) // bytes have no registers of that size: the same place in the list
        out.push_back({one_avx2, two_avx2});
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        out.push_back({one_avx2, two_avx2});
#endif
    out.push_back({one_any, nullptr});
    return out;
}

const Kernel &kernel_of(std::size_t instructions)
{
    static const std::vector<Kernel> runnable = runnable_kernels(); // asked for with every block of distances
    return runnable[std::min(instructions, runnable.size() - 1)];
}

bool is_indicator(float value) { return value == 0.0f || value == 1.0f; }

} // namespace

OneHotRows::OneHotRows(const Matrix &rows, std::size_t padded_rows, std::size_t instructions) : instructions_(instructions)
{
    const std::size_t columns = rows.columns;
    std::vector<std::uint8_t> other(columns, 0);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const float *x = rows.row(i).data();
        for (std::size_t j = 0; j < columns; ++j)
            other[j] |= static_cast<std::uint8_t>(!is_indicator(x[j]));
    }
    for (std::size_t j = 0; j < columns; ++j)
        if (other[j])
            numbers_.push_back(j);
    // A product is two operations a column; here a number is two, a byte about a half, and as much as four columns goes into putting them together.
    // Below three indicators a byte there is nothing to win.
    if (rows.rows == 0 || 3 * numbers_.size() + 12 > columns)
        return;

    // Of the rows that have column j, the next column that one of them has: a group that has both must end in between.
    constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> next(columns, never);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const float *x = rows.row(i).data();
        std::size_t before = never;
        for (std::size_t j = 0; j < columns; ++j) {
            if (x[j] != 1.0f || other[j])
                continue;
            if (before != never)
                next[before] = std::min(next[before], j);
            before = j;
        }
    }
    std::size_t until = 0; // the open group ends before this column
    for (std::size_t j = 0; j < columns; ++j) {
        if (other[j]) {
            until = j;
            continue;
        }
        if (j >= until || j - groups_.back().first >= most_indicators) {
            groups_.emplace_back(j, j);
            until = never;
        }
        groups_.back().second = j + 1;
        until = std::min(until, next[j]);
    }
    if (2 * numbers_.size() + groups_.size() + 12 > columns) {
        groups_.clear();
        return;
    }
    worthwhile_ = true;

    packed_numbers_.resize(padded_rows * numbers_.size());
    packed_bytes_.assign(padded_rows * groups_.size(), none_packed);
    ones_.resize(padded_rows);
    std::vector<float> numbers(numbers_.size());
    std::vector<std::uint8_t> bytes(groups_.size());
    for (std::size_t i = 0; i < rows.rows; ++i) {
        take(rows.row(i), numbers.data(), bytes.data(), &ones_[i]);
        const std::size_t panel = i / width, lane = i % width;
        for (std::size_t j = 0; j < numbers.size(); ++j)
            packed_numbers_[(panel * numbers.size() + j) * width + lane] = numbers[j];
        for (std::size_t g = 0; g < bytes.size(); ++g)
            packed_bytes_[(panel * bytes.size() + g) * width + lane] = bytes[g] == none_taken ? none_packed : bytes[g];
    }
}

bool OneHotRows::take(std::span<const float> row, float *numbers, std::uint8_t *bytes, float *ones) const
{
    for (std::size_t j = 0; j < numbers_.size(); ++j)
        numbers[j] = row[numbers_[j]];
    int count = 0;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const auto [begin, end] = groups_[g];
        bytes[g] = none_taken;
        for (std::size_t j = begin; j < end; ++j) {
            if (row[j] == 0.0f)
                continue;
            if (row[j] != 1.0f || bytes[g] != none_taken)
                return false;
            bytes[g] = static_cast<std::uint8_t>(j - begin);
            ++count;
        }
    }
    *ones = static_cast<float>(count);
    return true;
}

void OneHotRows::compute(const float *numbers, const std::uint8_t *bytes, const float *ones, std::size_t count, std::size_t first, std::size_t columns,
                         float *out, std::size_t stride) const
{
    const Kernel &kernel = kernel_of(instructions_);
    const std::size_t p = numbers_.size(), q = groups_.size();
    for (std::size_t c = 0; c < columns; c += width) {
        const std::size_t panel = (first + c) / width;
        const float *panel_numbers = packed_numbers_.data() + panel * p * width, *panel_ones = ones_.data() + first + c;
        const std::uint8_t *panel_bytes = packed_bytes_.data() + panel * q * width;
        for (std::size_t r = 0; r < count;) {
            const bool pair = kernel.two && r + 1 < count;
            (pair ? kernel.two : kernel.one)(numbers + r * p, p, bytes + r * q, q, ones + r, panel_numbers, panel_bytes, panel_ones, out + r * stride + c, stride);
            r += pair ? 2 : 1;
        }
    }
}

} // namespace fairloom
