#include "sim/column.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>

using namespace rongtong;

namespace {
template <class T>
std::uintptr_t place(const Column<T>& c)
{
    return reinterpret_cast<std::uintptr_t>(c.data());
}
} // namespace

TEST_CASE("Columns start at a cache line, large ones at a huge page")
{
    for (std::size_t n : {1, 7, 1000, 262'143}) {
        CHECK(place(Column<double>(n)) % 64 == 0);
        CHECK(place(Column<std::uint8_t>(n)) % 64 == 0);
    }
    CHECK(place(Column<double>(262'144)) % (1u << 21) == 0);
    CHECK(place(Column<double>(1'000'000)) % (1u << 21) == 0);
}

TEST_CASE("A column keeps its values when it grows into huge pages")
{
    Column<std::uint32_t> c;
    for (std::uint32_t i = 0; i < 1'000'000; ++i) c.push_back(i);
    bool right = true;
    for (std::uint32_t i = 0; i < c.size(); ++i) right = right && c[i] == i;
    CHECK(right);
    CHECK(place(c) % (1u << 21) == 0);
}

TEST_CASE("An impossible length is refused")
{
    CHECK_THROWS_AS(ColumnAllocator<double>().allocate(std::numeric_limits<std::size_t>::max() / 4), std::bad_alloc);
}
