#include "tests/allocation/count.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::int64_t> news{0}, deletes{0}, columns{0};
std::atomic<bool> stops{false};

void count(std::atomic<std::int64_t>& counter)
{
    counter.fetch_add(1, std::memory_order_relaxed);
    if (stops.load(std::memory_order_relaxed)) std::abort();
}

void* get(std::size_t bytes)
{
    count(news);
    if (void* p = std::malloc(bytes > 0 ? bytes : 1)) return p;
    throw std::bad_alloc();
}

void* get(std::size_t bytes, std::align_val_t align)
{
    count(news);
    void* p = nullptr;
    const auto a = static_cast<std::size_t>(align);
    if (posix_memalign(&p, a < sizeof(void*) ? sizeof(void*) : a, bytes > 0 ? bytes : 1) == 0) return p;
    throw std::bad_alloc();
}

void give(void* p)
{
    if (p) deletes.fetch_add(1, std::memory_order_relaxed);
    std::free(p);
}

// Null instead of an exception; what it gave goes back through the delete below, so it must come from here too.
void* get(std::size_t bytes, const std::nothrow_t&) noexcept
{
    count(news);
    return std::malloc(bytes > 0 ? bytes : 1);
}

} // namespace

// All forms: those that are left out the address sanitizer gives itself, uncounted.
void* operator new(std::size_t bytes) { return get(bytes); }
void* operator new(std::size_t bytes, std::align_val_t align) { return get(bytes, align); }
void* operator new(std::size_t bytes, const std::nothrow_t& none) noexcept { return get(bytes, none); }
void* operator new[](std::size_t bytes) { return get(bytes); }
void* operator new[](std::size_t bytes, std::align_val_t align) { return get(bytes, align); }
void* operator new[](std::size_t bytes, const std::nothrow_t& none) noexcept { return get(bytes, none); }
void operator delete(void* p) noexcept { give(p); }
void operator delete(void* p, std::size_t) noexcept { give(p); }
void operator delete(void* p, std::align_val_t) noexcept { give(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { give(p); }
void operator delete[](void* p) noexcept { give(p); }
void operator delete[](void* p, std::size_t) noexcept { give(p); }
void operator delete[](void* p, std::align_val_t) noexcept { give(p); }
void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { give(p); }

// The linker leads calls of aligned_alloc here (tests.cmake).
extern "C" {
void* __real_aligned_alloc(std::size_t align, std::size_t bytes);
void* __wrap_aligned_alloc(std::size_t align, std::size_t bytes)
{
    count(columns);
    return __real_aligned_alloc(align, bytes);
}
}

namespace rongtong {

AllocationCount allocations() { return {news.load(), deletes.load(), columns.load()}; }

void stop_at_allocation(bool stop) { stops = stop; }

} // namespace rongtong
