// A record whose bytes are hashed as they are; with MISTAKE it has four that nobody writes, and memcheck must say so.
#include "sim/hash.hpp"

#include <cstdio>
#include <memory>

namespace {

struct Shop {
#ifdef MISTAKE
    std::int32_t street;
#else
    std::int64_t street;
#endif
    double rent;
};

} // namespace

int main(int argc, char**)
{
    const std::unique_ptr<Shop> shop(new Shop);
    shop->street = argc, shop->rent = 0.5 * argc;
    const auto hash = rongtong::checksum(std::as_bytes(std::span(shop.get(), 1)));
    std::puts(hash % 2 == 0 ? "even" : "odd"); // a branch on what was hashed
}
