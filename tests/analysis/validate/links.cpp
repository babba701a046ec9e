#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/validate/degrees.hpp"

using namespace rongtong::validation;

namespace {

const Links links{
    1, {10, 11, 10, 12, 10}, {1, 1, 2, 2, 1}, {5, 1, 2, 2, 5}}; // firm 1 supplies 10 twice, and 11; firm 2: 10, 12

} // namespace

TEST_CASE("links of a pair are one, and degrees count pairs")
{
    const auto pairs = pairs_of(links);
    REQUIRE(pairs.size() == 4);
    CHECK(pairs[0].value == 10);
    CHECK(in_degrees(pairs) == std::vector<double>{2, 1, 1});
    CHECK(out_degrees(pairs) == std::vector<double>{2, 2});
}

TEST_CASE("links that end, by number and by value")
{
    const auto before = pairs_of(links), after = pairs_of({13, {10, 12, 11}, {1, 2, 2}, {1, 1, 1}});
    CHECK(ended(before, after).number == Approx(0.5));
    CHECK(ended(before, after).value == Approx(3.0 / 15));
    CHECK(ended(before, before).number == 0);
}

TEST_CASE("assortativity: a star of stars by hand")
{
    // Supplier 1 has one customer, which has 8 suppliers; supplier 2 has four customers with 2 suppliers each: ln 8 to ln 2 over ln 4.
    Links star{1, {}, {}, {}};
    const auto add = [&](std::uint64_t supplier, std::uint64_t buyer) {
        star.suppliers.push_back(supplier);
        star.buyers.push_back(buyer);
        star.values.push_back(1);
    };
    add(1, 100);
    for (std::uint64_t k = 0; k < 7; ++k) add(20 + k, 100);
    for (std::uint64_t k = 0; k < 4; ++k) add(2, 200 + k);
    for (std::uint64_t k = 0; k < 4; ++k) add(30 + k, 200 + k);
    // Suppliers with one customer: 8 of mean 8 and 4 of mean 2; with four: one of mean 2.
    const double at_one = (8 * std::log(8.0) + 4 * std::log(2.0)) / 12;
    CHECK(assortativity_slope(pairs_of(star)) == Approx((std::log(2.0) - at_one) / std::log(4.0)));
}
