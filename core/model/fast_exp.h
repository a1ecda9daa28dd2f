#pragma once

#include <algorithm>
#include <bit>

namespace fairloom {

/// exp(x) for x <= 0 without a call, so that the compiler can vectorise the loop around it: 2e-7 relative, and
/// exp(-80) for everything below (polynomial of Cephes' expf).
inline float fast_exp(float x)
{
    const float clamped = std::max(x, -80.0f);
    const int n = static_cast<int>(clamped * 1.44269504088896341f - 0.5f);
    const float f = clamped - static_cast<float>(n) * 0.693359375f + static_cast<float>(n) * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * f + 1.3981999507e-3f;
    p = p * f + 8.3334519073e-3f;
    p = p * f + 4.1665795894e-2f;
    p = p * f + 1.6666665459e-1f;
    p = p * f + 5.0000001201e-1f;
    p = p * f * f + f + 1.0f;
    return p * std::bit_cast<float>((n + 127) << 23);
}

} // namespace fairloom
