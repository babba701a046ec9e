// The part of oneTBB that sim/parallel.hpp uses, on plain threads, for the thread sanitizer alone. Debian's oneTBB is not
// instrumented, so the sanitizer can't see how it hands work over: it would report false races by the hundred, and
// suppressing them would hide true ones. Here nothing orders two blocks of one loop (the counter is relaxed), so every race
// between blocks shows.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tbb {

inline thread_local int arena_size = 4;    // threads of a loop that starts here
inline thread_local int thread_index = -1; // -1: outside any arena
inline thread_local bool in_loop = false;  // a loop inside a loop runs on its thread alone

template <class T>
class blocked_range {
public:
    blocked_range(T begin, T end, T) : begin_(begin), end_(end) {}
    T begin() const { return begin_; }
    T end() const { return end_; }

private:
    T begin_, end_;
};

struct simple_partitioner {};

class global_control {
public:
    enum parameter { max_allowed_parallelism };
    global_control(parameter, std::size_t) {}
};

class task_arena {
public:
    explicit task_arena(int size) : size_(size) {}
    template <class Body>
    auto execute(const Body& body)
    {
        struct Restore {
            int size = arena_size, index = thread_index;
            ~Restore() { arena_size = size, thread_index = index; }
        } restore;
        arena_size = size_;
        thread_index = 0;
        return body();
    }

private:
    int size_;
};

namespace this_task_arena {
inline int max_concurrency() { return arena_size; }
inline int current_thread_index() { return thread_index; }
} // namespace this_task_arena

template <class T, class Body>
void parallel_for(const blocked_range<T>& range, const Body& body, simple_partitioner)
{
    std::atomic<T> next = range.begin();
    std::exception_ptr error;
    std::mutex mutex;
    const auto work = [&](int index, int size) {
        thread_index = index, arena_size = size, in_loop = true;
        try {
            for (T b; (b = next.fetch_add(1, std::memory_order_relaxed)) < range.end();)
                body(blocked_range<T>(b, b + 1, 1));
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!error) error = std::current_exception();
        }
    };
    const int index = thread_index, size = arena_size;
    const bool inside = in_loop;
    const int threads = inside ? 1 : static_cast<int>(std::min<T>(static_cast<T>(size), range.end() - range.begin()));
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(work, i, size);
    work(std::max(index, 0), size);
    others.clear(); // joins
    thread_index = index, in_loop = inside;
    if (error) std::rethrow_exception(error);
}

} // namespace tbb
