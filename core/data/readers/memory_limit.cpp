#include "core/data/readers/memory_limit.h"

#include "core/base/error.h"

namespace fairloom {

void MemoryLimit::check(std::size_t needed) const
{
    if (needed <= bytes)
        return;
    const auto megabytes = [](std::size_t size) { return to_text(static_cast<double>(size) / 1e6, size < 10'000'000 ? 1 : 0); };
    throw InputError(Message(FAIRLOOM_TEXT("The table takes at least %1 MB of memory, and %2 MB are free"),
                             {megabytes(needed), megabytes(bytes)}),
                     file, FAIRLOOM_TEXT("Close other programs, or choose a smaller table"));
}

} // namespace fairloom
