#pragma once

#include <cstddef>
#include <string>

namespace fairloom {

/// How much memory a file may take once it is unpacked.
struct MemoryLimit {
    std::size_t bytes = 0;
    std::string file; ///< for the error

    /// Throws InputError with both sizes if so many bytes are more than that.
    void check(std::size_t needed) const;
};

} // namespace fairloom
