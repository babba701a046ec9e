// Lever order_pull.
#include "tests/models/network/living.hpp"
#include "tests/models/policies/levers/searching.hpp"

using namespace rongtong;

TEST_CASE("buyers that prefer the small order more from them", "[review]")
{
    Setup setup = living(small_setup(5000));
    setup.parameters.review.share = 0.4; // so that a test sees it
    const SearchCounts without = search_counts(setup, 72, 48);
    const SearchCounts with = search_counts(with_policy(setup, policy_of("order_pull", {1.5})), 72, 48);
    CHECK(with.to_small / with.ordered > without.to_small / without.ordered);
}
