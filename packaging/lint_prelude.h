// For ./dev lint only. clang 16 takes libstdc++ 12's constexpr std::vector to be needed at once, where LibTorch 1.13's
// headers still have incomplete element types, and stops. Here the vector comes without constexpr.
#pragma once

#include <algorithm>
#include <memory>
#include <string>

#pragma push_macro("_GLIBCXX20_CONSTEXPR")
#undef _GLIBCXX20_CONSTEXPR
#define _GLIBCXX20_CONSTEXPR
#include <bits/stl_vector.h>
#pragma pop_macro("_GLIBCXX20_CONSTEXPR")

#include <vector>
