#include "sim/quantity.hpp"

#include "sim/money.hpp"

#include <catch2/catch.hpp>

#include <concepts>

using namespace rongtong;

namespace {

template <class A, class B>
concept addable = requires(A a, B b) { a + b; };
template <class A, class B>
concept comparable = requires(A a, B b) { a == b; };

// What must compile, so that the list of what must not proves something.
static_assert(addable<Goods, Goods> && addable<Money, Money> && addable<Persons, Persons>);
static_assert(comparable<FirmId, FirmId> && comparable<Price, Price>);

static_assert(!addable<Goods, Persons> && !addable<Goods, Money> && !addable<Goods, Price> && !addable<Months, Days>);
static_assert(!addable<Goods, double> && !addable<Money, int> && !addable<FirmId, FirmId>);
static_assert(!comparable<FirmId, Id<Bank>> && !comparable<Goods, Share> && !comparable<Money, double>);
static_assert(!std::convertible_to<double, Goods> && !std::convertible_to<Goods, double>);
static_assert(!std::convertible_to<int, Money> && !std::convertible_to<Id<Region>, FirmId>);

} // namespace

TEST_CASE("Quantities add, scale and compare within their unit")
{
    Goods g(1.5);
    g += Goods(2.0);
    CHECK(g == Goods(3.5));
    g -= Goods(0.5);
    CHECK(g * 2.0 == Goods(6.0));
    CHECK(2.0 * g == Goods(6.0));
    CHECK(g / 2.0 == Goods(1.5));
    CHECK(Goods(1) - Goods(3) == Goods(-2));
    CHECK(Goods(1) < Goods(2));
    CHECK(Goods() == Goods(0));
}

TEST_CASE("A ratio of the same unit is a plain number, also between whole numbers")
{
    CHECK(Goods(3) / Goods(2) == 1.5);
    CHECK(Persons(3) / Persons(2) == 1.5);
}

TEST_CASE("Identifiers compare by value")
{
    CHECK(FirmId{3} == FirmId{3});
    CHECK(FirmId{3} < FirmId{4});
}
