#include "core/data/readers/mapped_bytes.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace fairloom {

void MappedBytes::Unmap::operator()(char *pages) const
{
    munmap(pages, size);
}

MappedBytes::MappedBytes(int descriptor, std::size_t size)
{
    void *const pages = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (pages == MAP_FAILED)
        return;
    madvise(pages, size, MADV_SEQUENTIAL);
    madvise(pages, size, MADV_WILLNEED);
    pages_ = std::unique_ptr<char, Unmap>(static_cast<char *>(pages), Unmap{size});
    size_ = size;
}

void MappedBytes::append(std::string_view bytes)
{
    constexpr std::size_t first_size = 1 << 20;
    const std::size_t used = this->bytes().size();
    const std::size_t needed = used + bytes.size();
    const std::size_t old_size = pages_ ? pages_.get_deleter().size : 0;
    if (bytes.empty())
        return;
    if (needed > old_size) {
        // Pages that were never written to cost nothing, and mremap moves the others without copying them.
        std::size_t size = std::max(old_size * 2, first_size);
        while (size < needed)
            size *= 2;
        void *const pages = pages_ ? mremap(pages_.get(), old_size, size, MREMAP_MAYMOVE)
                                   : mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (pages == MAP_FAILED)
            throw std::bad_alloc();
        static_cast<void>(pages_.release());
        pages_ = std::unique_ptr<char, Unmap>(static_cast<char *>(pages), Unmap{size});
    }
    std::memcpy(pages_.get() + used, bytes.data(), bytes.size());
    size_ = needed;
}

} // namespace fairloom
