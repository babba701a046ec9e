// A true race: blocks add to one number without order. The sanitizer must report it, else its silence means nothing.
#include "sim/parallel.hpp"

#include <cstdio>

int main()
{
    long sum = 0;
    rongtong::with_threads(4, [&] {
        rongtong::for_blocks(100, [&](std::size_t, std::size_t, std::size_t b) { sum += static_cast<long>(b); }, 1);
    });
    std::printf("%ld\n", sum);
}
