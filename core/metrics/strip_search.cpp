#include "core/metrics/neighbours.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fairloom::neighbour_search {

namespace {

using Search = std::size_t (*)(const float *, std::size_t, std::size_t, float);

std::size_t search_any(const float *distances, std::size_t begin, std::size_t end, float limit)
{
    for (; begin < end; begin += strip) {
        int any = 0;
        for (std::size_t l = 0; l < strip; ++l)
            any |= distances[begin + l] < limit;
        if (any)
            break;
    }
    return begin;
}

#if defined(__x86_64__)
// As above this takes as long as the distances themselves.
static_assert(strip == 16);

__attribute__((target("avx512f"))) std::size_t search_avx512(const float *distances, std::size_t begin, std::size_t end, float limit)
{
    const __m512 limits = _mm512_set1_ps(limit);
    while (begin < end && _mm512_cmp_ps_mask(_mm512_loadu_ps(distances + begin), limits, _CMP_LT_OQ) == 0)
        begin += strip;
    return begin;
}

__attribute__((target("avx2"))) std::size_t search_avx2(const float *distances, std::size_t begin, std::size_t end, float limit)
{
    const __m256 limits = _mm256_set1_ps(limit);
    const auto below = [&](std::size_t at) __attribute__((target("avx2"))) { return _mm256_cmp_ps(_mm256_loadu_ps(distances + at), limits, _CMP_LT_OQ); };
    while (begin < end && _mm256_movemask_ps(_mm256_or_ps(below(begin), below(begin + 8))) == 0)
        begin += strip;
    return begin;
}
#endif

Search fastest()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f"))
        return search_avx512;
    if (__builtin_cpu_supports("avx2"))
        return search_avx2;
#endif
    return search_any;
}

} // namespace

std::size_t strip_below(const float *distances, std::size_t begin, std::size_t end, float limit)
{
    static const Search search = fastest();
    return search(distances, begin, end, limit);
}

} // namespace fairloom::neighbour_search
