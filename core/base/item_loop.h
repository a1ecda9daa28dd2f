#pragma once

#include "core/base/message.h"
#include "core/base/progress.h"

#include <cstddef>
#include <functional>
#include <stop_token>

namespace fairloom {

/// Runs body(item, part) for every item of [0, count) on `threads` threads, 0 <= part < threads. Items are handed out
/// one after the other, for they take unequal time; the body must store what it finds by item, or in a way that does
/// not depend on the order. Progress is reported on the caller's thread. Throws Cancelled between two items.
void for_each_item(std::size_t count, int threads, const Message &stage, Progress &progress, const std::stop_token &stop,
                   const std::function<void(std::size_t, int)> &body);

} // namespace fairloom
