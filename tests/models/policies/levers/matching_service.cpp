// Lever matching_service.
#include "tests/models/network/living.hpp"
#include "tests/models/policies/levers/searching.hpp"

using namespace rongtong;

TEST_CASE("agencies: those who are served look around more, and more links change", "[review]")
{
    const Setup setup = living(small_setup(3000));
    const SearchCounts without = search_counts(setup);
    const SearchCounts with = search_counts(with_policy(setup, policy_of("matching_service", {0.5, 0.3, 6})));
    CHECK(with.begun > 1.5 * without.begun);
    CHECK(with.left > 1.3 * without.left);
    // Shown more in as many searches, a firm finds a better one more often.
    const SearchCounts shown = search_counts(with_policy(setup, policy_of("matching_service", {1, 0, 50})));
    CHECK(shown.begun > without.begun);
}
