// A record with bytes that nobody writes.
#include "sim/hash.hpp"

#include <array>

struct Shop {
#ifdef MISTAKE
    std::int32_t street = 0;
#else
    std::int64_t street = 0;
#endif
    double rent = 0;
    static constexpr auto fields() { return std::tuple{&Shop::street, &Shop::rent}; }
};

void f(rongtong::StateHash& hash, const std::array<Shop, 2>& shops) { hash.add(shops); }
