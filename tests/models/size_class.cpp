// Size classes by the official limits (models/population/size_class.hpp).
#include "models/population/size_class.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("a class is reached when both its measures are")
{
    Sector industry;
    industry.large = {1000, 400};
    industry.medium = {300, 20};
    industry.small = {20, 3};
    CHECK(size_class(industry, 1000, 400e6) == Size::large);
    CHECK(size_class(industry, 999, 400e6) == Size::medium);
    CHECK(size_class(industry, 1000, 399e6) == Size::medium);
    CHECK(size_class(industry, 5000, 3e6) == Size::small);
    CHECK(size_class(industry, 20, 3e6) == Size::small);
    CHECK(size_class(industry, 19, 400e6) == Size::micro);
    CHECK(size_class(industry, 1000, 2.9e6) == Size::micro);
}

TEST_CASE("a class without one of the bounds goes by the other")
{
    Sector farms;
    farms.large = {0, 200};
    farms.medium = {0, 5};
    farms.small = {0, 0.5};
    CHECK(size_class(farms, 1, 200e6) == Size::large);
    CHECK(size_class(farms, 4000, 1e6) == Size::small);
    CHECK(size_class(farms, 4000, 1e5) == Size::micro);
}

TEST_CASE("firms are in the class of their size at the start and after each year")
{
    Economy e = start_economy(small_setup(3000));
    const auto check_classes = [&] {
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            REQUIRE(e.groups[e.firms.group[row]].size == size_class(e.technology.sectors[sector_of(e, row)],
                                                                    e.firms.workers[row],
                                                                    e.firms.expected[row] * e.firms.price[row] * 12));
        }
    };
    check_classes();
    const auto moved_from = e.firms.group;
    advance(e, 12);
    check_classes();
    advance(e, 3); // the accounts of the new classes close as well
}
