// Lever capability_map.
#include "models/indicators/indicator.hpp"
#include "tests/models/network/living.hpp"
#include "tests/models/policies/levers/searching.hpp"

#include <algorithm>
#include <cmath>

using namespace rongtong;

TEST_CASE("a map: suppliers are found on it, and more of them refuse where it is old", "[review]")
{
    const Setup setup = living(small_setup(3000));
    const SearchCounts without = search_counts(setup);
    const SearchCounts with = search_counts(with_policy(setup, policy_of("capability_map", {0.8, 1, 0.1})));
    CHECK(without.mapped == 0);
    CHECK(with.mapped > 0.1 * with.begun);
    CHECK(with.begun > without.begun);
    CHECK(with.refused > without.refused);
}

TEST_CASE("indicators say how much a map covers, how old it is and how far it is off", "[review]")
{
    const auto value = [](const Economy& e, std::string_view name) {
        return std::ranges::find(all_indicators(), name, &Indicator::name)->of_economy(e);
    };
    const Setup setup = living(small_setup(2000));
    const Economy old = after(with_policy(setup, policy_of("capability_map", {0.8, 24, 0})), 30);
    const Economy fresh = after(with_policy(setup, policy_of("capability_map", {0.8, 1, 0})), 30);
    CHECK(value(old, "map_coverage") == Approx(0.8).margin(0.05)); // drawn firm by firm
    CHECK(value(old, "map_age") == Approx(11.5).margin(0.7));      // 0 to 23 months
    CHECK(value(fresh, "map_age") == 0);
    CHECK(value(old, "map_error") > 2 * value(fresh, "map_error"));
    CHECK(std::isnan(value(after(setup, 2), "map_coverage")));
}
