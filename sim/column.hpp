// A column: one attribute of all agents of a kind, contiguous. Large columns ask for huge pages (random gathers over
// them are bound by address translation otherwise).
#pragma once

#include <cstddef>
#include <cstdlib>
#include <limits>
#include <new>
#include <vector>

#include <sys/mman.h>

namespace rongtong {

template <class T>
struct ColumnAllocator {
    using value_type = T;
    ColumnAllocator() = default;
    template <class U>
    ColumnAllocator(const ColumnAllocator<U>&)
    {}

    T* allocate(std::size_t n)
    {
        constexpr std::size_t huge = std::size_t{1} << 21;
        if (n > std::numeric_limits<std::size_t>::max() / 4 / sizeof(T)) throw std::bad_alloc();
        const std::size_t bytes = n * sizeof(T);
        const std::size_t align = bytes >= huge ? huge : 64;
        void* p = std::aligned_alloc(align, (bytes + align - 1) / align * align);
        if (!p) throw std::bad_alloc();
        if (bytes >= huge) madvise(p, bytes, MADV_HUGEPAGE); // a wish: the column works without
        return static_cast<T*>(p);
    }
    void deallocate(T* p, std::size_t) { std::free(p); }
    friend bool operator==(ColumnAllocator, ColumnAllocator) { return true; }
};

template <class T>
using Column = std::vector<T, ColumnAllocator<T>>;

} // namespace rongtong
