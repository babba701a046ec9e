// Parallel loops whose result does not depend on the number of threads: blocks have a fixed size, each block writes only
// its own rows, and sums over blocks are combined in block order (doubles) or are whole numbers (exact in any order).
#pragma once

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace rongtong {

inline constexpr std::size_t block_rows = 4096;

inline std::size_t block_count(std::size_t rows, std::size_t block = block_rows) { return (rows + block - 1) / block; }

// body(begin, end, index of the block)
template <class Body>
void for_blocks(std::size_t rows, const Body& body, std::size_t block = block_rows)
{
    const std::size_t blocks = block_count(rows, block);
    if (blocks == 0) return;
    if (blocks == 1) return body(std::size_t{0}, rows, std::size_t{0});
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, blocks, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
            for (std::size_t b = range.begin(); b != range.end(); ++b)
                body(b * block, std::min(rows, (b + 1) * block), b);
        },
        tbb::simple_partitioner());
}

// The sum of part(begin, end) over blocks, combined in block order.
template <class Value, class Part>
Value ordered_sum(std::size_t rows, Value zero, const Part& part)
{
    std::vector<Value> parts(block_count(rows), zero);
    for_blocks(rows, [&](std::size_t begin, std::size_t end, std::size_t b) { parts[b] = part(begin, end); });
    Value sum = zero;
    for (const auto& p : parts) sum += p;
    return sum;
}

// How many different values thread_slot() may take now.
inline std::size_t thread_slots() { return static_cast<std::size_t>(tbb::this_task_arena::max_concurrency()); }

// A number below thread_slots() that no other running thread has: for tables of whole-number sums, one per thread.
inline std::size_t thread_slot()
{
    const int index = tbb::this_task_arena::current_thread_index();
    return index < 0 ? 0 : static_cast<std::size_t>(index);
}

// The same beside others: several threads may each have an arena of their own.
template <class Body>
auto with_arena(int threads, const Body& body)
{
    tbb::task_arena arena(threads);
    return arena.execute(body);
}

// Holds the number of threads of everything that runs inside `body`.
template <class Body>
auto with_threads(int threads, const Body& body)
{
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    tbb::task_arena arena(threads);
    return arena.execute(body);
}

} // namespace rongtong
