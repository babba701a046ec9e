// Counts what this program asks for: operator new in all its forms, and aligned_alloc, from which columns take theirs.
#pragma once

#include <cstdint>

namespace rongtong {

struct AllocationCount {
    std::int64_t news = 0, deletes = 0, columns = 0;
};

// Of all threads, since the program began.
AllocationCount allocations();

// While true, each allocation ends the program: to find it with a debugger.
void stop_at_allocation(bool stop);

} // namespace rongtong
