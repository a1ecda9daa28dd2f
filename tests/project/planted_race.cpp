// A data race on purpose, in threads of core's parallel_for, always built with the thread sanitizer.
// test_thread_sanitizer expects a report. With the argument "none" there is no race, and no report may come.
#include "core/base/parallel.h"

#include <atomic>
#include <cstdio>
#include <cstring>

int main(int argc, char **argv)
{
    long shared = 0;
    std::atomic<long> safe = 0;
    const bool race = argc < 2 || std::strcmp(argv[1], "none") != 0;
    fairloom::parallel_for(200'000, 2, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i) {
            if (race)
                ++shared;
            else
                ++safe;
        }
    });
    std::printf("%ld\n", shared + safe.load());
    return 0;
}
