#include "sim/hash.hpp"

#include "sim/column.hpp"
#include "sim/parallel.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <set>
#include <string>
#include <vector>

using namespace rongtong;

namespace {

template <class... Parts>
std::uint64_t hash_of(const Parts&... parts)
{
    StateHash hash;
    (hash.add(parts), ...);
    return hash.value();
}

Column<std::uint32_t> sample(std::size_t n)
{
    Column<std::uint32_t> c(n);
    for (std::size_t i = 0; i < n; ++i) c[i] = static_cast<std::uint32_t>(i * 2654435761u);
    return c;
}

} // namespace

TEST_CASE("The hash of a state does not depend on the number of threads")
{
    const auto column = sample(1'000'003);
    const auto expected = with_threads(1, [&] { return hash_of(column); });
    for (int threads : {2, 3, 7}) CHECK(with_threads(threads, [&] { return hash_of(column); }) == expected);
}

TEST_CASE("Every byte counts, in small columns and at the borders of blocks")
{
    std::set<std::uint64_t> seen;
    std::vector<std::uint8_t> small(300);
    for (std::size_t i = 0; i <= small.size(); ++i) {
        if (i > 0) small[i - 1] ^= 1;
        CHECK(seen.insert(hash_of(small)).second);
    }
    auto large = sample(200'000); // 800 000 bytes: blocks of 262 144
    const auto whole = hash_of(large);
    for (std::size_t row : {0, 65'535, 65'536, 131'071, 131'072, 196'607, 196'608, 199'999}) {
        large[row] ^= 0x10000;
        CHECK(hash_of(large) != whole);
        large[row] ^= 0x10000;
    }
    CHECK(hash_of(large) == whole);
}

TEST_CASE("Order, borders and empty columns count")
{
    const std::vector<int> a{1, 2}, b{3}, ab{1, 2, 3}, none;
    CHECK(hash_of(a, b) != hash_of(b, a));
    CHECK(hash_of(a, b) != hash_of(ab));
    CHECK(hash_of(a) != hash_of(a, none));
    CHECK(hash_of(none) != hash_of());
    CHECK(hash_of(a, b) == hash_of(a, b));
    std::vector<std::uint8_t> blocks(1 << 19, 1);
    auto swapped = blocks;
    blocks.front() = 2;
    swapped[1 << 18] = 2; // the same blocks in the other order
    CHECK(hash_of(blocks) != hash_of(swapped));
}

TEST_CASE("Text and single values have a hash as well")
{
    CHECK(hash_of("month") != hash_of("months"));
    CHECK(hash_of("month") == hash_of(std::string("month")));
    StateHash one, two;
    one.add_value(1);
    two.add_value(2);
    CHECK(one.value() != two.value());
    CHECK(text_hash("month") != text_hash("Month"));
    CHECK(text_hash("") == 0x2d06800538d394c2u); // published value of XXH3-64 for no input
    CHECK(checksum({}) == text_hash(""));
}

TEST_CASE("The value is part of what results promise: it never changes")
{
    const std::array<std::uint32_t, 3> column{1, 2, 3};
    CHECK(hash_of(column, "text", sample(100'000)) == 0xa35745be2ebb949eu);
}
