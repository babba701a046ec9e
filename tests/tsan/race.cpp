// A true race: blocks add to one number without order. The sanitizer must report it, else its silence means nothing.
#include "sim/parallel.hpp"

#include <chrono>
#include <cstdio>
#include <thread>

int main()
{
    long sum = 0;
    rongtong::with_threads(4, [&] {
        const auto add = [&](std::size_t, std::size_t, std::size_t b) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1)); // so that every thread gets blocks
            sum += static_cast<long>(b);
        };
        rongtong::for_blocks(100, add, 1);
    });
    std::printf("%ld\n", sum);
}
