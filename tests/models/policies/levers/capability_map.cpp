// Lever capability_map.
#include "tests/models/network/living.hpp"
#include "tests/models/policies/levers/searching.hpp"

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
