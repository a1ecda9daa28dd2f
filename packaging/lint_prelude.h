// For ./dev lint only, where nothing is linked. clang 16 wants the element types of libstdc++ 12's constexpr std::vector
// at once, where LibTorch 1.13's headers still have them incomplete. Here the vector comes without constexpr; the one
// function of it that was declared before, with constexpr, gets another name.
#pragma once

#include <algorithm>
#include <memory>
#include <string>

#pragma push_macro("_GLIBCXX20_CONSTEXPR")
#undef _GLIBCXX20_CONSTEXPR
#define _GLIBCXX20_CONSTEXPR
#define __fill_a1 __fill_a1_of_bits
#include <vector>
#undef __fill_a1
#pragma pop_macro("_GLIBCXX20_CONSTEXPR")
