#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace fairloom {

/// Bytes in pages of their own: a file as the system maps it, or memory that grows without being copied. They stay at their
/// address while the object is moved, but not while it grows.
class MappedBytes {
public:
    MappedBytes() = default;
    /// The first `size` bytes of an open file, which may be closed afterwards; empty() if the system cannot map it. Should the file be
    /// cut short by somebody else while it is mapped, reading what is gone ends the process.
    MappedBytes(int descriptor, std::size_t size);

    bool empty() const { return bytes().empty(); }
    std::string_view bytes() const { return {pages_.get(), pages_ ? size_ : 0}; }

    /// Not for a mapped file. Throws std::bad_alloc.
    void append(std::string_view bytes);

private:
    struct Unmap {
        std::size_t size; ///< of all pages
        void operator()(char *pages) const;
    };
    std::unique_ptr<char, Unmap> pages_;
    std::size_t size_ = 0; ///< of the bytes in use
};

} // namespace fairloom
